using System.Text.RegularExpressions;

namespace DutyRules.Policies.Families;

internal static partial class Blanks
{
    private static readonly Regex BlankPattern = GeneratedRegexAttribute.Of(typeof(Blanks), nameof(Blank));

    private static partial Regex Blank() => BlankPattern;
}
