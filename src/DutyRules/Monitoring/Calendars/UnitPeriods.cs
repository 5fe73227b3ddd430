using System.Globalization;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Calendars;

namespace DutyRules.Monitoring.Calendars;

/// <summary>Days, weeks, months, quarters, half-years or years.</summary>
internal sealed class UnitPeriods(CalendarUnit unit, SiteCalendar site) : FramePeriods(site)
{
    public override int LongestDays => Days(unit.Kind);

    public static int Days(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => 1,
        PeriodKind.Week => 7,
        PeriodKind.Month => 31,
        PeriodKind.Quarter => 92,
        PeriodKind.HalfYear => 184,
        _ => 366,
    };

    /// <summary>The start of the period so many before that of <paramref name="start"/>.</summary>
    public long StartBefore(long start, int periods)
    {
        var date = FirstDateOf(Site.DateOf(start));
        for (var i = 0; i < periods; i++)
        {
            date = FirstDateOf(Site.Neighbour(date, -1));
        }

        return Site.StartOf(date);
    }

    /// <summary>The start of the first period that begins after an instant; <see cref="long.MaxValue"/> if there is none.</summary>
    public long StartAfter(long time)
    {
        var first = FirstDateOf(Site.DateOf(time));
        do
        {
            first = Next(first);
        }
        while (first.Year <= LastYear && Site.StartOf(first) <= time);

        return first.Year <= LastYear ? Site.StartOf(first) : long.MaxValue;
    }

    protected override IEnumerable<PeriodSpan> From(LocalDate date)
    {
        var first = FirstDateOf(date);
        for (first = first < date ? Next(first) : first; first.Year <= LastYear; first = Next(first))
        {
            var period = Starting(first);
            if (period.Start < period.End)
            {
                yield return period;
            }
        }
    }

    private PeriodSpan Starting(LocalDate first) =>
        new(Name(first), Site.StartOf(first), Site.StartOf(Next(first))) { FirstDate = first };

    private LocalDate FirstDateOf(LocalDate date) => unit.Kind switch
    {
        PeriodKind.Day => date,
        PeriodKind.Week => date.PlusDays(-((date.DayOfWeek - unit.FirstWeekday + 7) % 7)),
        _ => new LocalDate(date.Year, date.Month - ((date.Month - 1) % Months), 1),
    };

    private LocalDate Next(LocalDate first) => unit.Kind switch
    {
        PeriodKind.Day => first.PlusDays(1),
        PeriodKind.Week => first.PlusDays(7),
        _ => first.PlusMonths(Months),
    };

    private int Months => unit.Kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        _ => 12,
    };

    private string Name(LocalDate first) => unit.Kind switch
    {
        PeriodKind.Day => Text(Site.FirstFrom(first)),
        PeriodKind.Week when unit.FirstWeekday != IsoDayOfWeek.Monday => Text(Site.FirstFrom(first)),
        PeriodKind.Week => Text($"{WeekYearRules.Iso.GetWeekYear(first):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(first):00}"),
        PeriodKind.Month => Text($"{first.Year:0000}-{first.Month:00}"),
        PeriodKind.Quarter => Text($"{first.Year:0000}-Q{((first.Month - 1) / 3) + 1}"),
        PeriodKind.HalfYear => Text($"{first.Year:0000}-H{((first.Month - 1) / 6) + 1}"),
        _ => Text($"{first.Year:0000}"),
    };

    // Without the pattern of NodaTime, which takes its time to make.
    private static string Text(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
