using System.Globalization;
using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>Signs that nobody sees but that change what is read: they turn the direction of writing, or make two equal words different.</summary>
internal static class HiddenSigns
{
    /// <summary>Reports them, and leaves them out of what is read.</summary>
    public static IEnumerable<Replacement> Report(SourceText source, DiagnosticBag bag)
    {
        var mends = new List<Replacement>();
        for (var at = 0; at < source.Text.Length; at++)
        {
            if (IsHidden(source.Text[at]) && !(at == 0 && source.Text[at] == '\uFEFF'))
            {
                var span = source.Span(at, at + 1);
                bag.Add(YamlDiagnostics.HiddenSign.At(span, string.Create(CultureInfo.InvariantCulture, $"U+{(int)source.Text[at]:X4}")) with { Edit = new TextEdit(span, "") });
                mends.Add(new Replacement(at, 1, ""));
            }
        }

        return mends;
    }

    // Directions of writing, blanks without width, soft hyphens, controls. Joiners belong to some scripts.
    private static bool IsHidden(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C'
        or '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'));
}
