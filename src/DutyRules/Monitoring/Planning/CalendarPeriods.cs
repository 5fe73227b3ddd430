using System.Globalization;
using DutyRules.Norms;
using NodaTime.Calendars;
using NodaTime.Text;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>A calendar period: its name and its half-open extent in ticks.</summary>
internal sealed record CalendarPeriod(string Name, LocalDate FirstDay, long Start, long End);

/// <summary>The days, ISO weeks or months of one zone, one after the other.</summary>
internal sealed class CalendarPeriods(PeriodKind kind, DateTimeZone zone)
{
    /// <summary>The longest that a period can be, in ticks, with a day to spare for changes of the clock.</summary>
    public static long Longest(PeriodKind kind) => NodaConstants.TicksPerDay * (kind switch
    {
        PeriodKind.Day => 2,
        PeriodKind.Week => 8,
        _ => 32,
    });

    /// <summary>The first period that begins at or after an instant.</summary>
    public CalendarPeriod FirstFrom(long time)
    {
        var period = Starting(FirstDayOf(Ticks.ToInstant(time).InZone(zone).Date));
        return period.Start >= time ? period : After(period);
    }

    /// <summary>The period in which an instant lies.</summary>
    public CalendarPeriod Around(long time) => Starting(FirstDayOf(Ticks.ToInstant(time).InZone(zone).Date));

    public CalendarPeriod After(CalendarPeriod period) => Starting(Next(period.FirstDay));

    private CalendarPeriod Starting(LocalDate first) => new(Name(first), first, StartOf(first), StartOf(Next(first)));

    private LocalDate FirstDayOf(LocalDate date) => kind switch
    {
        PeriodKind.Day => date,
        PeriodKind.Week => date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek),
        PeriodKind.Month => date.With(DateAdjusters.StartOfMonth),
        _ => throw new NotSupportedException($"the engine does not know the period `{kind}`"),
    };

    private LocalDate Next(LocalDate first) => kind switch
    {
        PeriodKind.Day => first.PlusDays(1),
        PeriodKind.Week => first.PlusWeeks(1),
        _ => first.PlusMonths(1),
    };

    private string Name(LocalDate first) => kind switch
    {
        PeriodKind.Day => LocalDatePattern.Iso.Format(first),
        PeriodKind.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{WeekYearRules.Iso.GetWeekYear(first):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(first):00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}"),
    };

    private long StartOf(LocalDate date) => Ticks.Of(zone.AtStartOfDay(date).ToInstant());
}
