using System.Globalization;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Monitoring.Calendars;

/// <summary>The days of a class; a day whose class is not known is one that is not known.</summary>
internal sealed class ClassDays(DayClass @class, SiteCalendar site) : FramePeriods(site)
{
    public override int LongestDays => 1;

    protected override IEnumerable<PeriodSpan> From(LocalDate date)
    {
        foreach (var day in Dates(date))
        {
            var holds = Site.Is(@class, day);
            if (holds != false)
            {
                yield return DayPeriod(day, holds is not null);
            }
        }
    }
}

/// <summary>The days of a recurrence.</summary>
internal sealed class RecurringDayPeriods(Recurrence rule, SiteCalendar site) : FramePeriods(site)
{
    public override int LongestDays => 1;

    protected override IEnumerable<PeriodSpan> From(LocalDate date) =>
        rule.From(date).TakeWhile(day => day.Year <= LastYear).Where(Site.Exists).Select(day => DayPeriod(day));
}

/// <summary>Whole holidays; and each year whose holidays are not known.</summary>
internal sealed class HolidayPeriods(SiteCalendar site) : FramePeriods(site)
{
    public override int LongestDays => Math.Max(366, Site.Work?.Holidays.Select(h => NodaTime.Period.DaysBetween(h.First, h.Last) + 1).DefaultIfEmpty(0).Max() ?? 0);

    protected override IEnumerable<PeriodSpan> From(LocalDate date)
    {
        var holidays = (Site.Work?.Holidays ?? []).Where(h => h.First >= date).Select(Whole).Where(p => p.Start < p.End);
        var years = Enumerable.Range(date.Year, 50)
            .TakeWhile(year => year <= LastYear)
            .Where(year => Site.Work?.KnownYears.Contains(year) != true && new LocalDate(year, 1, 1) >= date).Select(Unknown);
        return holidays.Concat(years).OrderBy(p => p.FirstDate).ThenBy(p => p.Ordinal);
    }

    private PeriodSpan Whole(Holiday holiday) =>
        new(LocalDatePattern.Iso.Format(Site.FirstFrom(holiday.First)), Site.StartOf(holiday.First), Site.EndOf(holiday.Last)) { FirstDate = holiday.First, Ordinal = 1 };

    private PeriodSpan Unknown(int year)
    {
        var first = new LocalDate(year, 1, 1);
        return new(year.ToString("0000", CultureInfo.InvariantCulture), Site.StartOf(first), Site.EndOf(new LocalDate(year, 12, 31))) { FirstDate = first, IsKnown = false };
    }
}

/// <summary>The stretches of opening hours, from opening to closing.</summary>
internal sealed class OpeningPeriods(SiteCalendar site) : FramePeriods(site)
{
    public override int LongestDays => 2;

    protected override IEnumerable<PeriodSpan> From(LocalDate date)
    {
        foreach (var day in Dates(date))
        {
            if (Site.SpansOf(Site.Opening, day) is not { } spans)
            {
                yield return DayPeriod(day, isKnown: false);
                continue;
            }

            for (var i = 0; i < spans.Count; i++)
            {
                var name = LocalDatePattern.Iso.Format(day);
                yield return new PeriodSpan(
                    i == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}/{i + 1}"), spans[i].Start, spans[i].End)
                {
                    FirstDate = day,
                    Ordinal = i + 1,
                };
            }
        }
    }
}
