using System.Collections.Immutable;
using DutyRules.Diagnostics;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace DutyRules.Calendars;

/// <summary>One <c>VEVENT</c> of a file: its own lines, without those of components within it.</summary>
internal sealed record IcsEvent(IcsLine Begin, ImmutableArray<IcsLine> Lines)
{
    /// <summary>The first line of that name.</summary>
    public IcsLine? this[string name] => Lines.Where(line => line.Name == name).Select(line => (IcsLine?)line).FirstOrDefault();

    /// <summary>The place of a property, or else of the event.</summary>
    public SourceSpan SpanOf(string name) => this[name]?.Span ?? Begin.Span;

    /// <summary>
    /// The event as Ical.Net reads it, each on its own, so that one that is broken leaves the others alone. Rules of recurrence are kept from it: the library has its own; so are
    /// attendees: it forgets the name of one whose address is not of mail. Null when a line cannot be read, which is then reported.
    /// </summary>
    public CalendarEvent? Read(DiagnosticBag bag)
    {
        var lines = Lines.Where(line => line.Name is not ("RRULE" or "ATTENDEE")).ToList();
        if (TryRead(lines) is { } read)
        {
            return read;
        }

        var culprit = lines.Where(line => TryRead([line]) is null).Select(line => (IcsLine?)line).FirstOrDefault() ?? Begin;
        bag.Add(ImportDiagnostics.Unreadable.At(culprit.Span, culprit.Text));
        return null;
    }

    // Some values are read when they are asked for, and throw only then.
    private static CalendarEvent Whole(CalendarEvent read)
    {
        _ = (read.Categories.ToList(), read.ExceptionDates.GetAllDates().ToList(), read.DtStart, read.DtEnd, read.Duration);
        return read;
    }

    // Ical.Net has an exception of another type for nearly every mistake; whichever it is, the line is wrong.
    private static CalendarEvent? TryRead(IEnumerable<IcsLine> lines)
    {
        var text = string.Join("\r\n", ["BEGIN:VCALENDAR", "BEGIN:VEVENT", .. lines.Select(line => line.Text), "END:VEVENT", "END:VCALENDAR", ""]);
        try
        {
            return Calendar.Load(text)?.Events.FirstOrDefault() is { } read ? Whole(read) : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }
}
