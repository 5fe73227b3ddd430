using System.Globalization;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace DutyRules.Reference;

/// <summary>A period of a partition, named by local dates (T9, F10).</summary>
internal readonly record struct Period(string Name, long From, long To)
{
    /// <summary>The calendar does not know whether there is such a period (F10).</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>The periods that a frame repeats by (F10).</summary>
internal static class Periods
{
    /// <summary>The periods that begin in <c>[from, to]</c>.</summary>
    public static IEnumerable<Period> Beginning(FramePeriod frame, long from, long to, WorkTime work) =>
        All(frame, work.Zone.DateAt(from).PlusDays(-1), work.Zone.DateAt(to).PlusDays(1), work).Where(p => from <= p.From && p.From <= to);

    /// <summary>The first instant of the unit in which an instant lies.</summary>
    public static long BeginOf(CalendarUnit unit, long time, DateTimeZone zone)
    {
        // The clock may have been set back to the date before.
        var date = zone.DateAt(time);
        return Units(unit, date.PlusDays(-3), date.PlusDays(1), zone).Select(period => period.From).Last(from => from <= time);
    }

    /// <summary>The first date of the unit that a date lies in, whether it exists or not.</summary>
    public static LocalDate FirstDateOf(LocalDate date, CalendarUnit unit) => unit.Kind switch
    {
        PeriodKind.Day => date,
        PeriodKind.Week => date.PlusDays(-(((int)date.DayOfWeek - (int)unit.FirstWeekday + 7) % 7)),
        PeriodKind.Month => new LocalDate(date.Year, date.Month, 1),
        PeriodKind.Quarter => new LocalDate(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
        PeriodKind.HalfYear => new LocalDate(date.Year, date.Month <= 6 ? 1 : 7, 1),
        _ => new LocalDate(date.Year, 1, 1),
    };

    /// <summary>The first date of the unit that lies so many after the one that begins on a date; days that do not exist are no periods.</summary>
    public static LocalDate Step(LocalDate first, CalendarUnit unit, int count, DateTimeZone zone)
    {
        switch (unit.Kind)
        {
            case PeriodKind.Day:
                for (var i = 0; i < Math.Abs(count); i++)
                    first = zone.Neighbour(first, Math.Sign(count));

                return first;
            case PeriodKind.Week:
                return first.PlusDays(7 * count);
            case PeriodKind.Month:
                return first.PlusMonths(count);
            case PeriodKind.Quarter:
                return first.PlusMonths(3 * count);
            case PeriodKind.HalfYear:
                return first.PlusMonths(6 * count);
            default:
                return first.PlusYears(count);
        }
    }

    /// <summary>All that have a day from one date to another, and perhaps more.</summary>
    private static IEnumerable<Period> All(FramePeriod frame, LocalDate first, LocalDate last, WorkTime work) => frame switch
    {
        CalendarUnit unit => Units(unit, first, last, work.Zone),
        DaysOf days => ExistingDates(first, last, work.Zone)
            .Where(date => work.Is(date, days.Class) != false)
            .Select(date => Day(date, work.Zone) with { IsUnknown = work.Is(date, days.Class) is null }),
        HolidayPeriod => Holidays(first, last, work),
        OpeningPeriod => ExistingDates(first, last, work.Zone).SelectMany(date => Openings(date, work)),
        RecurringDays recurring => recurring.Rule.From(first).TakeWhile(date => date <= last)
            .Where(work.Zone.HasDate).Select(date => Day(date, work.Zone)),
        _ => throw new NotSupportedException(frame.ToString()),
    };

    private static IEnumerable<LocalDate> ExistingDates(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (zone.HasDate(date))
                yield return date;
        }
    }

    private static IEnumerable<Period> Units(CalendarUnit unit, LocalDate first, LocalDate last, DateTimeZone zone)
    {
        for (var date = FirstDateOf(zone.FirstFrom(first), unit); date <= last;)
        {
            var next = Step(date, unit, 1, zone);
            yield return new Period(NameOf(date, unit, zone), zone.BeginFrom(date), zone.BeginFrom(next));
            date = next;
        }
    }

    private static Period Day(LocalDate date, DateTimeZone zone) =>
        new(LocalDatePattern.Iso.Format(date), zone.BeginFrom(date), zone.BeginFrom(date.PlusDays(1)));

    private static IEnumerable<Period> Holidays(LocalDate first, LocalDate last, WorkTime work)
    {
        var zone = work.Zone;
        foreach (var holiday in work.Calendar?.Holidays ?? [])
        {
            var date = zone.FirstFrom(holiday.First);
            if (date <= holiday.Last)
                yield return new Period(LocalDatePattern.Iso.Format(date), zone.BeginFrom(date), zone.BeginFrom(holiday.Last.PlusDays(1)));
        }

        for (var year = first.Year; year <= last.Year; year++)
        {
            if (work.Calendar?.KnownYears.Contains(year) != true)
            {
                yield return new Period(
                    year.ToString("0000", CultureInfo.InvariantCulture),
                    zone.BeginFrom(new LocalDate(year, 1, 1)), zone.BeginFrom(new LocalDate(year + 1, 1, 1))) { IsUnknown = true };
            }
        }
    }

    private static IEnumerable<Period> Openings(LocalDate date, WorkTime work)
    {
        var day = Day(date, work.Zone);
        if (work.HoursOf(SiteHours.Opening, date) is not { } openings)
        {
            yield return day with { IsUnknown = true };
            yield break;
        }

        for (var i = 0; i < openings.Count; i++)
        {
            var name = i == 0 ? day.Name : string.Create(CultureInfo.InvariantCulture, $"{day.Name}/{i + 1}");
            yield return new Period(name, openings[i].From, openings[i].To);
        }
    }

    private static string NameOf(LocalDate date, CalendarUnit unit, DateTimeZone zone) => unit.Kind switch
    {
        PeriodKind.Week when unit.FirstWeekday == IsoDayOfWeek.Monday => string.Create(
            CultureInfo.InvariantCulture,
            $"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}"),
        PeriodKind.Day or PeriodKind.Week => LocalDatePattern.Iso.Format(zone.FirstFrom(date)),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-Q{((date.Month - 1) / 3) + 1}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-H{(date.Month <= 6 ? 1 : 2)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}"),
    };
}
