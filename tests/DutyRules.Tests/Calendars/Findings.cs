using System.Text;
using DutyRules.Diagnostics;

namespace DutyRules.Tests.Calendars;

/// <summary>Findings as lines of a snapshot, in both languages.</summary>
internal static class Findings
{
    public static string Report(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append($"{diagnostic}\n");
            text.Append(diagnostic.Help is { } help ? $"    {help.En}\n" : "");
            text.Append($"    {diagnostic.Message.Zh}\n");
            text.Append(diagnostic.Help is { } zh ? $"    {zh.Zh}\n" : "");
        }

        return text.ToString();
    }
}
