using System.Globalization;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Output;

/// <summary>Shows findings to people: what, where, the line itself with the place underlined, and what to do.</summary>
internal sealed class DiagnosticText(TextWriter writer, Ink ink, Language language, Func<string, string?> textOf)
{
    private const int LongestLine = 160;

    private readonly Dictionary<string, string[]> _lines = [];

    public void Write(Diagnostic diagnostic)
    {
        var (name, paint) = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => (Say("error", "错误"), (Func<string, string>)ink.RedBold),
            DiagnosticSeverity.Warning => (Say("warning", "警告"), ink.YellowBold),
            _ => (Say("note", "提示"), ink.Blue),
        };
        writer.WriteLine($"{paint($"{name} {diagnostic.Id}")}{ink.Bold(": " + diagnostic.Message.In(language))}");
        if (diagnostic.Span.File is { Length: > 0 })
        {
            WriteSource(diagnostic.Span, paint);
        }

        if (diagnostic.Help is { } help)
        {
            writer.WriteLine($"  {ink.Blue("=")} {help.In(language)}");
        }

        writer.WriteLine();
    }

    private void WriteSource(SourceSpan span, Func<string, string> paint)
    {
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        writer.WriteLine($"{margin}{ink.Blue("-->")} {span}");
        if (LineOf(span) is not { } line)
        {
            return;
        }

        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var end = span.EndLine == span.Line ? Math.Clamp(span.EndColumn - 1, start, line.Length) : line.Length;
        var (shown, cut) = Shorten(line, start);
        start -= cut;
        end = Math.Min(end - cut, shown.Length);
        var carets = Math.Max(1, TextWidth.Of(shown[start..Math.Max(start, end)]));
        writer.WriteLine($"{margin} {ink.Blue("|")}");
        writer.WriteLine($"{ink.Blue(number + " |")} {shown}");
        writer.WriteLine($"{margin} {ink.Blue("|")} {new string(' ', TextWidth.Of(shown[..start]))}{paint(new string('^', carets))}");
    }

    // A line of a log can be very long: what matters is what stands around the place.
    private static (string Shown, int Cut) Shorten(string line, int start)
    {
        var plain = line.Replace('\t', ' ');
        if (plain.Length <= LongestLine)
        {
            return (plain, 0);
        }

        var from = Math.Clamp(start - (LongestLine / 2), 0, plain.Length - LongestLine);
        return (plain.Substring(from, LongestLine), from);
    }

    private string? LineOf(SourceSpan span)
    {
        if (!_lines.TryGetValue(span.File, out var lines))
        {
            _lines[span.File] = lines = textOf(span.File)?.Split('\n') ?? [];
        }

        return span.Line >= 1 && span.Line <= lines.Length ? lines[span.Line - 1].TrimEnd('\r') : null;
    }

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;
}
