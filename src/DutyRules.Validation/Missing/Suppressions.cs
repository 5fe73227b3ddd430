using System.Text.RegularExpressions;

namespace DutyRules.Policies;

internal static partial class Suppressions
{
    private static readonly Regex FormPattern = GeneratedRegexAttribute.Of(typeof(Suppressions), nameof(Form));

    private static partial Regex Form() => FormPattern;
}
