using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;

namespace DutyRules.Time.Recurrences;

/// <summary>
/// Which dates the parts of a rule allow. Within one period the parts that RFC 5545 calls expanding and those it calls limiting come to the same: a date is in the set
/// when it satisfies them all. Immutable.
/// </summary>
internal sealed class DateFilter
{
    private readonly uint _months;
    private readonly uint _monthDays;
    private readonly uint _monthDaysFromEnd;
    private readonly uint _weekdays;
    private readonly bool _limitsMonthDays;
    private readonly bool _limitsWeekdays;
    private readonly bool _countsInMonth;
    private readonly ImmutableArray<WeekdayPart> _ordinals;
    private readonly ImmutableArray<int> _yearDays;
    private readonly ImmutableArray<int> _weeks;
    private readonly IWeekYearRule _weekYears;

    public DateFilter(RecurrenceParts parts, IWeekYearRule weekYears)
    {
        _months = parts.ByMonth.IsEmpty ? uint.MaxValue : Bits(parts.ByMonth);
        _limitsMonthDays = !parts.ByMonthDay.IsEmpty;
        _monthDays = Bits(parts.ByMonthDay.Where(day => day > 0));
        _monthDaysFromEnd = Bits(parts.ByMonthDay.Where(day => day < 0).Select(day => -day));
        _limitsWeekdays = !parts.ByDay.IsEmpty;
        _weekdays = Bits(parts.ByDay.Where(day => day.Ordinal is null).Select(day => (int)day.Day));
        _ordinals = [.. parts.ByDay.Where(day => day.Ordinal is not null)];
        _countsInMonth = parts.CountsInMonth;
        _yearDays = parts.ByYearDay;
        _weeks = parts.ByWeekNo;
        _weekYears = weekYears;
    }

    /// <summary>True when dates of this month can be in the set.</summary>
    public bool AllowsMonth(int month) => Has(_months, month);

    /// <summary>True when the date is in the set.</summary>
    public bool Allows(LocalDate date) =>
        AllowsMonth(date.Month)
        && (!_limitsMonthDays || AllowsMonthDay(date))
        && (!_limitsWeekdays || AllowsWeekday(date))
        && (_yearDays.IsEmpty || AllowsYearDay(date))
        && (_weeks.IsEmpty || AllowsWeek(date));

    private bool AllowsMonthDay(LocalDate date) =>
        Has(_monthDays, date.Day) || (_monthDaysFromEnd != 0 && Has(_monthDaysFromEnd, DaysInMonth(date) - date.Day + 1));

    private bool AllowsWeekday(LocalDate date)
    {
        var weekday = date.DayOfWeek;
        if (Has(_weekdays, (int)weekday))
        {
            return true;
        }

        foreach (var part in _ordinals)
        {
            if (part.Day == weekday && part.Ordinal == Ordinal(date, fromEnd: part.Ordinal < 0))
            {
                return true;
            }
        }

        return false;
    }

    private int Ordinal(LocalDate date, bool fromEnd) =>
        fromEnd
            ? -1 - ((_countsInMonth ? DaysInMonth(date) - date.Day : DaysInYear(date) - date.DayOfYear) / 7)
            : 1 + (((_countsInMonth ? date.Day : date.DayOfYear) - 1) / 7);

    private bool AllowsYearDay(LocalDate date) =>
        _yearDays.Contains(date.DayOfYear) || _yearDays.Contains(date.DayOfYear - DaysInYear(date) - 1);

    private bool AllowsWeek(LocalDate date)
    {
        var week = _weekYears.GetWeekOfWeekYear(date);
        return _weeks.Contains(week) || _weeks.Contains(week - _weekYears.GetWeeksInWeekYear(_weekYears.GetWeekYear(date)) - 1);
    }

    private static int DaysInMonth(LocalDate date) => CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);

    private static int DaysInYear(LocalDate date) => CalendarSystem.Iso.GetDaysInYear(date.Year);

    private static uint Bits(IEnumerable<int> positions) => positions.Aggregate(0u, (bits, position) => bits | (1u << position));

    private static bool Has(uint bits, int position) => (bits & (1u << position)) != 0;
}
