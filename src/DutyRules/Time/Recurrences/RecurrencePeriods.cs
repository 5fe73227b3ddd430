using NodaTime;
using NodaTime.Calendars;

namespace DutyRules.Time.Recurrences;

/// <summary>The periods that a rule steps by, numbered one after the other: days, weeks, months, years, or years of weeks. Immutable.</summary>
internal sealed class RecurrencePeriods(RecurrenceParts parts, IWeekYearRule weekYears)
{
    // A Monday, so that weeks and days are numbered from it alike.
    private static readonly LocalDate Origin = new(1970, 1, 5);
    private static readonly int FirstDay = DayNumber(LocalDate.MinIsoValue);
    private static readonly int LastDay = DayNumber(LocalDate.MaxIsoValue);

    private readonly int _weekOffset = (int)parts.WeekStart - (int)IsoDayOfWeek.Monday;

    /// <summary>After so many periods the calendar of the periods begins anew: 400 years are whole weeks. What has not happened by then never does, whatever the interval.</summary>
    public int Cycle => parts.Frequency switch
    {
        Frequency.Daily => 146_097,
        Frequency.Weekly => 20_871,
        Frequency.Monthly => 4_800,
        _ => 400,
    };

    /// <summary>The number of the period that a date lies in.</summary>
    public long NumberOf(LocalDate date) => parts.Frequency switch
    {
        Frequency.Daily => DayNumber(date),
        Frequency.Weekly => (long)Math.Floor((DayNumber(date) - _weekOffset) / 7.0),
        Frequency.Monthly => (date.Year * 12L) + date.Month - 1,
        _ => parts.HasWeekYears ? weekYears.GetWeekYear(date) : date.Year,
    };

    /// <summary>The first and the last day of a period, as far as the calendar reaches; null: it does not reach there.</summary>
    public (LocalDate First, LocalDate Last)? At(long number) => parts.Frequency switch
    {
        Frequency.Daily => Days(number, number),
        Frequency.Weekly => Days((number * 7) + _weekOffset, (number * 7) + _weekOffset + 6),
        Frequency.Monthly => Month(number),
        _ => parts.HasWeekYears ? WeekYear(number) : Year(number),
    };

    private static (LocalDate First, LocalDate Last)? Days(long first, long last) =>
        first > LastDay ? null : (Date(Math.Max(first, FirstDay)), Date(Math.Min(last, LastDay)));

    private static (LocalDate First, LocalDate Last)? Month(long number)
    {
        var year = (long)Math.Floor(number / 12.0);
        var month = (int)(number - (year * 12)) + 1;
        return year > LocalDate.MaxIsoValue.Year
            ? null
            : (new LocalDate((int)year, month, 1), new LocalDate((int)year, month, CalendarSystem.Iso.GetDaysInMonth((int)year, month)));
    }

    private static (LocalDate First, LocalDate Last)? Year(long number) =>
        number > LocalDate.MaxIsoValue.Year ? null : (new LocalDate((int)number, 1, 1), new LocalDate((int)number, 12, 31));

    // The last year is left out: its last week may lie beyond the calendar.
    private (LocalDate First, LocalDate Last)? WeekYear(long number) =>
        number >= LocalDate.MaxIsoValue.Year ? null
        : number <= LocalDate.MinIsoValue.Year ? (LocalDate.MinIsoValue, FirstOf((int)number + 1).PlusDays(-1))
        : (FirstOf((int)number), FirstOf((int)number + 1).PlusDays(-1));

    private LocalDate FirstOf(int weekYear) =>
        weekYears.GetLocalDate(Math.Max(weekYear, LocalDate.MinIsoValue.Year + 1), 1, parts.WeekStart, CalendarSystem.Iso);

    private static int DayNumber(LocalDate date) => Period.DaysBetween(Origin, date);

    private static LocalDate Date(long dayNumber) => Origin.PlusDays((int)dayNumber);
}
