using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Calendars;

/// <summary>
/// Planned shifts from iCalendar files (RFC 5545): each event becomes a <c>shift-planned</c> or, when its status is <c>CANCELLED</c>, a <c>shift-cancelled</c>. Never throws for what stands in a file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>The shift: <c>UID</c>, and after a slash the <c>RECURRENCE-ID</c> if there is one.</item>
/// <item>The person: the <c>CN</c> of the one <c>ATTENDEE</c>, or else what stands before the @ of its address.</item>
/// <item>The role: <c>X-ROLE</c>, or else the first of <c>CATEGORIES</c>. The kind: <c>X-SHIFT-KIND</c>, or else the second. A role may be written by its name or its title.</item>
/// <item>The site: <c>LOCATION</c>, by name or title.</item>
/// <item>From <c>DTSTART</c>, inclusive, to <c>DTEND</c>, exclusive, or for a <c>DURATION</c>. A time with a <c>TZID</c> is of that zone, one without a zone is of the site's; where the clock is changed, the
/// vocabulary says what is meant.</item>
/// <item>Rules of recurrence are not expanded: each shift is an event of its own.</item>
/// </list>
/// A record's id is made of the shift and <c>published</c>: the same file read twice is the same records, a later one plans the shifts anew.
/// </remarks>
public static class ICalendarRoster
{
    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="vocabulary">What declares the sites, roles and kinds of shift.</param>
    /// <param name="published">When the plan was published: the time of every record. Floored to 100 ns.</param>
    public static RosterResult Read(CalendarFile file, Vocabulary vocabulary, Instant published)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var bag = new DiagnosticBag();
        if (vocabulary.Shifts is not { } shifts)
        {
            bag.Add(ImportDiagnostics.NoShifts.At(new SourceSpan(file.Path, 1, 1, 1, 2), vocabulary.Name));
            return new RosterResult([], [.. bag.Items]);
        }

        var reader = new ShiftReader(vocabulary, shifts, Instant.FromUnixTimeTicks(published.ToUnixTimeTicks()), bag);
        var records = IcsFile.Events(file, bag).Select(reader.Read).OfType<EventRecord>().ToImmutableArray();
        return new RosterResult(records, FileOrder.Sort(bag.Items));
    }
}
