using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>Takes an iCalendar apart into its events, so that findings know their lines.</summary>
internal static class IcsFile
{
    /// <summary>The events, in the order of the file.</summary>
    public static ImmutableArray<IcsEvent> Events(CalendarFile file, DiagnosticBag bag)
    {
        var lines = Unfold(file);
        if (lines.Count == 0 || !Is(lines[0], "BEGIN:VCALENDAR"))
        {
            bag.Add(ImportDiagnostics.NotICalendar.At(new SourceSpan(file.Path, 1, 1, 1, 2)));
            return [];
        }

        var events = ImmutableArray.CreateBuilder<IcsEvent>();
        IcsLine? begin = null;
        var own = new List<IcsLine>();
        var depth = 0;
        foreach (var line in lines)
        {
            if (begin is null)
            {
                begin = Is(line, "BEGIN:VEVENT") ? line : null;
            }
            else if (line.Name == "BEGIN")
            {
                depth++;
            }
            else if (line.Name != "END")
            {
                own.AddRange(depth == 0 ? [line] : []);
            }
            else if (Is(line, "END:VCALENDAR"))
            {
                break;
            }
            else if (depth > 0)
            {
                depth--;
            }
            else
            {
                events.Add(new IcsEvent(begin.Value, [.. own]));
                own.Clear();
                begin = null;
            }
        }

        if (begin is { } open)
        {
            bag.Add(ImportDiagnostics.NotClosed.At(open.Span));
        }

        return events.ToImmutable();
    }

    // A line that begins with a blank goes on with the one before (RFC 5545, 3.1).
    private static List<IcsLine> Unfold(CalendarFile file)
    {
        var lines = new List<IcsLine>();
        var number = 0;
        foreach (var raw in file.Text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var text = raw.TrimEnd('\r');
            if (text is [' ' or '\t', ..] && lines is [.., var last])
            {
                lines[^1] = last.Folded(number, text[1..]);
            }
            else if (text.Length > 0)
            {
                lines.Add(new IcsLine(file.Path, number, text));
            }
        }

        return lines;
    }

    private static bool Is(IcsLine line, string text) => line.Text.Trim().Equals(text, StringComparison.OrdinalIgnoreCase);
}
