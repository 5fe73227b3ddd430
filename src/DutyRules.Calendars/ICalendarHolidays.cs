using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Time;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace DutyRules.Calendars;

/// <summary>
/// Holidays from iCalendar files (RFC 5545): each event of whole days is a holiday, or make-up days of work. Never throws for what stands in a file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>An event lasts from <c>DTSTART;VALUE=DATE</c> up to, not including, <c>DTEND</c>, or as many days as <c>DURATION</c> says, or one day. One with a time of day is left out with a warning.</item>
/// <item>An event with an <c>RRULE</c> stands on the dates of the known years that fit it, but not on its <c>EXDATE</c>s. Any other event is taken whatever its year.</item>
/// <item>An event of category <c>WORKDAY</c>, or whose summary begins with 补班 or 班, is a day of work; what follows in the summary is what it makes up for.</item>
/// <item>A cancelled event is passed over. A day that two events name keeps the name of the first; a day off that another event calls a day of work is an error.</item>
/// </list>
/// </remarks>
public static class ICalendarHolidays
{
    private const int LongestHoliday = 366;

    private static readonly string[] WorkMarks = ["补班", "班"];

    /// <summary>Reads files into one calendar.</summary>
    /// <param name="files">The files; where two name a day, the earlier file counts.</param>
    /// <param name="knownYears">The years whose holidays the files list in full. A file cannot say this itself.</param>
    /// <param name="name">The name of the calendar.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="revision">The edition.</param>
    /// <exception cref="ArgumentOutOfRangeException">A known year is not from 1 to 9999.</exception>
    public static CalendarResult Read(IEnumerable<CalendarFile> files, IEnumerable<int> knownYears, string name, LocalizedText title, string revision)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(knownYears);
        var years = knownYears.Distinct().Order().ToImmutableArray();
        if (years is not [] and ([< 1, ..] or [.., > 9999]))
        {
            throw new ArgumentOutOfRangeException(nameof(knownYears), "Years go from 1 to 9999.");
        }

        var bag = new DiagnosticBag();
        var days = new ListedDays(bag);
        foreach (var written in files.SelectMany(file => IcsFile.Events(file, bag)))
        {
            if (written.Read(bag) is { } read && !string.Equals(read.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))
            {
                Add(written, read, years, days, bag);
            }
        }

        var diagnostics = FileOrder.Sort(bag.Items);
        return bag.HasErrors ? new CalendarResult(null, diagnostics) : new CalendarResult(
            new WorkCalendar
            {
                Name = name,
                Title = title,
                Revision = revision,
                KnownYears = years,
                Holidays = days.Holidays,
                MakeUpDays = days.MakeUpDays,
            },
            diagnostics);
    }

    private static void Add(IcsEvent written, CalendarEvent read, ImmutableArray<int> years, ListedDays days, DiagnosticBag bag)
    {
        var summary = read.Summary?.Trim() ?? "";
        if (read.DtStart is not { } start)
        {
            bag.Add(ImportDiagnostics.Missing.At(written.SpanOf("DTSTART"), "DTSTART"));
        }
        else if (start.HasTime)
        {
            bag.Add(ImportDiagnostics.NotAllDay.At(written.SpanOf("DTSTART"), summary));
        }
        else if (written["RDATE"] is { } extra)
        {
            bag.Add(ImportDiagnostics.NotSupported.At(extra.Span, extra.Name));
        }
        else if (LengthOf(read, start) is var length && length < 1)
        {
            bag.Add(ImportDiagnostics.EndsTooSoon.At(written.SpanOf(read.DtEnd is null ? "DURATION" : "DTEND"), summary));
        }
        else if (length > LongestHoliday)
        {
            bag.Add(ImportDiagnostics.LongHoliday.At(written.SpanOf(read.DtEnd is null ? "DURATION" : "DTEND"), summary));
        }
        else
        {
            var span = written.SpanOf("SUMMARY");
            var mark = WorkMarks.FirstOrDefault(mark => summary.StartsWith(mark, StringComparison.Ordinal));
            var isOff = mark is null && !read.Categories.Any(category => category.Trim().Equals("WORKDAY", StringComparison.OrdinalIgnoreCase));
            var name = mark is null ? summary : summary[mark.Length..].Trim(' ', '：', ':', '（', '）', '(', ')', '-');
            foreach (var date in Beginnings(written, read, Date(start), years, bag).SelectMany(first => DaysFrom(first, length)))
            {
                days.Add(new ListedDay(date, isOff || name.Length > 0 ? name : null, isOff, span), namesMayDiffer: true);
            }
        }
    }

    private static long LengthOf(CalendarEvent read, CalDateTime start) =>
        read.DtEnd is { } end ? NodaTime.Period.DaysBetween(Date(start), Date(end))
        : read.Duration is { } duration ? ((duration.Weeks ?? 0) * 7L) + (duration.Days ?? 0)
        : 1;

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first, long length)
    {
        var left = Math.Min(length, 1 + NodaTime.Period.DaysBetween(first, LocalDate.MaxIsoValue));
        return Enumerable.Range(0, (int)left).Select(first.PlusDays);
    }

    private static IEnumerable<LocalDate> Beginnings(IcsEvent written, CalendarEvent read, LocalDate start, ImmutableArray<int> years, DiagnosticBag bag)
    {
        if (written["RRULE"] is not { } rule)
        {
            return [start];
        }

        // Its parts are counted from the beginning of the line, as if it were not folded.
        var place = new SourceSpan(rule.File, rule.Number, 1, rule.Number, rule.Value.Length + 1);
        if (Recurrence.Parse(rule.Value, start, out var problem, place) is not { } recurrence)
        {
            bag.Add(problem! with { Span = rule.SpanOf(rule.ValueStart + problem.Span.Column - 1, rule.ValueStart + problem.Span.EndColumn - 1) });
            return [];
        }

        var except = read.ExceptionDates.GetAllDates().Select(Date).ToHashSet();
        return years.SelectMany(year => recurrence.From(new LocalDate(year, 1, 1)).TakeWhile(date => date.Year == year)).Where(date => !except.Contains(date));
    }

    private static LocalDate Date(CalDateTime date) => LocalDate.FromDateOnly(date.Date);
}
