using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime.Text;

namespace DutyRules.Calendars;

/// <summary>
/// China's public holidays from the JSON files in which they are commonly published: one file for the notice of each year,
/// <c>{"year": 2026, "papers": […], "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}, …]}</c>. Never throws for what stands in a file.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Consecutive days off of one name are one holiday; a day with <c>isOffDay: false</c> is a make-up day of work.</item>
/// <item>A year is known when its own file lists a day. A file without days makes no year known: the notice is not out.</item>
/// <item>The year of a file is that of its notice. A day of the December before, which it may list too, is taken.</item>
/// <item>A day that several files list is taken once when they agree, and is an error when they do not.</item>
/// </list>
/// </remarks>
public static class HolidayJson
{
    private static readonly LocalizedText PublicHolidays = new("Chinese public holidays", "中国法定节假日");

    /// <summary>Reads notices into one calendar, whose days of work are Monday to Friday.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="name">The name of the calendar.</param>
    /// <param name="title">What people call it; null: Chinese public holidays.</param>
    /// <param name="revision">The edition; null: the last known year and the number of listed days, as <c>2026.39</c>.</param>
    public static CalendarResult Read(IEnumerable<CalendarFile> files, string name = "cn", LocalizedText? title = null, string? revision = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var bag = new DiagnosticBag();
        var days = new ListedDays(bag);
        var notices = files.Select(file => new HolidayNoticeReader(file, bag).Read()).OfType<HolidayNotice>().OrderBy(notice => notice.Year).ToImmutableArray();
        foreach (var notice in notices)
        {
            foreach (var day in notice.Days.Where(day => IsOf(notice, day, bag)))
            {
                days.Add(day, namesMayDiffer: false);
            }
        }

        var known = notices.Where(notice => !notice.Days.IsEmpty).Select(notice => notice.Year).Distinct().ToImmutableArray();
        ReportGaps(notices, known, bag);
        var diagnostics = FileOrder.Sort(bag.Items);
        return bag.HasErrors ? new CalendarResult(null, diagnostics) : new CalendarResult(
            new WorkCalendar
            {
                Name = name,
                Title = title ?? PublicHolidays,
                Revision = revision ?? string.Create(CultureInfo.InvariantCulture, $"{(known.IsEmpty ? 0 : known[^1])}.{days.Count}"),
                KnownYears = known,
                Holidays = days.Holidays,
                MakeUpDays = days.MakeUpDays,
            },
            diagnostics);
    }

    private static bool IsOf(HolidayNotice notice, ListedDay day, DiagnosticBag bag)
    {
        if (Math.Abs(day.Date.Year - notice.Year) <= 1)
        {
            return true;
        }

        bag.Add(ImportDiagnostics.OtherYear.At(day.Span, LocalDatePattern.Iso.Format(day.Date), notice.Year));
        return false;
    }

    private static void ReportGaps(ImmutableArray<HolidayNotice> notices, ImmutableArray<int> known, DiagnosticBag bag)
    {
        foreach (var notice in notices.DistinctBy(notice => notice.Year))
        {
            if (!known.Contains(notice.Year))
            {
                bag.Add(ImportDiagnostics.NotPublished.At(notice.YearSpan, notice.Year));
            }
            else if (!known.Contains(notice.Year + 1))
            {
                bag.Add(ImportDiagnostics.MayChange.At(notice.YearSpan, notice.Year, notice.Year + 1));
            }
        }
    }
}
