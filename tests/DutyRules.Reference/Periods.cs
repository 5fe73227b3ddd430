using System.Globalization;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace DutyRules.Reference;

/// <summary>A calendar period of a zone, named by local dates (T9).</summary>
internal readonly record struct Period(string Name, long From, long To)
{
    /// <summary>The periods that begin in <c>[from, to]</c>.</summary>
    public static IEnumerable<Period> Beginning(long from, long to, PeriodKind kind, DateTimeZone zone)
    {
        var date = FirstDateOf(from.ToInstant().InZone(zone).Date, kind);
        while (zone.AtStartOfDay(date).ToInstant().InTicks() is var begin && begin <= to)
        {
            var next = kind switch
            {
                PeriodKind.Day => date.PlusDays(1),
                PeriodKind.Week => date.PlusDays(7),
                _ => date.PlusMonths(1),
            };
            if (begin >= from)
                yield return new Period(NameOf(date, kind), begin, zone.AtStartOfDay(next).ToInstant().InTicks());

            date = next;
        }
    }

    private static LocalDate FirstDateOf(LocalDate date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => date,
        PeriodKind.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        _ => new LocalDate(date.Year, date.Month, 1),
    };

    private static string NameOf(LocalDate date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => LocalDatePattern.Iso.Format(date),
        PeriodKind.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}"),
    };
}
