using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring.Calendars;

/// <summary>The periods of an every frame at one site, one after the other (rule F10).</summary>
internal abstract class FramePeriods(SiteCalendar site)
{
    /// <summary>No period begins later: dates end with the year 9999, and what is due a year later has to have one.</summary>
    protected const int LastYear = 9997;

    protected SiteCalendar Site { get; } = site;

    public static FramePeriods? For(Frame frame, SiteCalendar site) => frame is EveryFrame { Period: var period } ? period switch
    {
        CalendarUnit unit => new UnitPeriods(unit, site),
        DaysOf days => new ClassDays(days.Class, site),
        HolidayPeriod => new HolidayPeriods(site),
        OpeningPeriod => new OpeningPeriods(site),
        RecurringDays recurring => new RecurringDayPeriods(recurring.Rule, site),
        ShiftPeriod => null,
        _ => throw new NotSupportedException($"the engine does not know the period `{period}`"),
    } : null;

    /// <summary>The periods whose first date is not before <paramref name="date"/>, in order; may be endless.</summary>
    protected abstract IEnumerable<PeriodSpan> From(LocalDate date);

    /// <summary>The longest that a period can be, in ticks, with a day to spare for changes of the clock.</summary>
    public static long Longest(FramePeriod period) => NodaConstants.TicksPerDay * (1 + period switch
    {
        CalendarUnit unit => UnitPeriods.Days(unit.Kind),
        HolidayPeriod => 366,
        _ => 2,
    });

    /// <summary>The first period that begins at or after an instant; null if there is none. Its first date may be one before that does not exist.</summary>
    public PeriodSpan? FirstFrom(long time) => From(Site.DateOf(time).PlusDays(-1)).FirstOrDefault(p => p.Start >= time);

    /// <summary>The periods in which an instant lies.</summary>
    public IEnumerable<PeriodSpan> Around(long time) =>
        From(Site.DateOf(time).PlusDays(-LongestDays)).TakeWhile(p => p.Start <= time).Where(p => p.End > time);

    /// <summary>No period is longer than so many days.</summary>
    public abstract int LongestDays { get; }

    public PeriodSpan? After(PeriodSpan period) =>
        From(period.FirstDate).FirstOrDefault(p => (p.FirstDate, p.Ordinal).CompareTo((period.FirstDate, period.Ordinal)) > 0);

    /// <summary>The dates from one on that exist, for eight years: who finds none of a kind by then looks in vain.</summary>
    protected IEnumerable<LocalDate> Dates(LocalDate from) =>
        Enumerable.Range(0, 8 * 366).Select(from.PlusDays).TakeWhile(date => date.Year <= LastYear).Where(Site.Exists);

    protected PeriodSpan DayPeriod(LocalDate date, bool isKnown = true) =>
        new(NodaTime.Text.LocalDatePattern.Iso.Format(date), Site.StartOf(date), Site.EndOf(date)) { FirstDate = date, IsKnown = isKnown };
}
