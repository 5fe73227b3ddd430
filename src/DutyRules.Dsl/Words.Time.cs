using System.Linq.Expressions;
using DutyRules.Dsl.Writing;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>Points in time, days and lengths.</summary>
public static partial class Words
{
    /// <summary>A time of day.</summary>
    public static LocalTime At(int hour, int minute) => new(hour, minute);

    /// <summary>A time of day.</summary>
    public static LocalTime At(int hour, int minute, int second) => new(hour, minute, second);

    /// <summary>The end of the day; the first instant of the next is too late.</summary>
    public static Moment EndOfDay { get; } = new("end of day");

    /// <summary>The beginning of the day.</summary>
    public static Moment StartOfDay { get; } = new("start of day");

    /// <summary>When the site opens.</summary>
    public static Moment Opening { get; } = new("opening");

    /// <summary>When the site closes.</summary>
    public static Moment Closing { get; } = new("closing");

    /// <summary>The start of the shift.</summary>
    public static Moment ShiftStart { get; } = new("shift start");

    /// <summary>The end of the shift.</summary>
    public static Moment ShiftEnd { get; } = new("shift end");

    /// <summary>The start of the next shift of the role.</summary>
    public static Moment NextShiftStart { get; } = new("next shift start");

    /// <summary>The end of the next shift of the role.</summary>
    public static Moment NextShiftEnd { get; } = new("next shift end");

    /// <summary>The start of the previous shift of the role.</summary>
    public static Moment PreviousShiftStart { get; } = new("previous shift start");

    /// <summary>The end of the previous shift of the role.</summary>
    public static Moment PreviousShiftEnd { get; } = new("previous shift end");

    /// <summary>The start of the same person's next shift.</summary>
    public static Moment OwnNextShiftStart { get; } = new("own next shift start");

    /// <summary>The end of the same person's next shift.</summary>
    public static Moment OwnNextShiftEnd { get; } = new("own next shift end");

    /// <summary>The start of the same person's previous shift.</summary>
    public static Moment OwnPreviousShiftStart { get; } = new("own previous shift start");

    /// <summary>The end of the same person's previous shift.</summary>
    public static Moment OwnPreviousShiftEnd { get; } = new("own previous shift end");

    /// <summary>The earlier of several points in time.</summary>
    public static Moment EarlierOf(params Moment[] moments) => new($"{string.Join(" or ", moments.Select(m => m.Text))}, whichever is earlier");

    /// <summary>The later of several points in time.</summary>
    public static Moment LaterOf(params Moment[] moments) => new($"{string.Join(" or ", moments.Select(m => m.Text))}, whichever is later");

    /// <summary>The first event of a kind.</summary>
    public static FirstMoment First<T>(Expression<Func<T, bool>>? where = null)
        where T : Happening => new(Event(where));

    /// <summary>The first such event.</summary>
    public static FirstMoment First(Occurrence of) => new(of);

    /// <summary>The day in a field of the event, in a lambda: <c>On(c.Hearing).EndOfDay</c>.</summary>
    public static OnDay On(OnDay day) => day;

    /// <summary>The day after.</summary>
    public static OnDay NextDay { get; } = new("next day");

    /// <summary>The first day of the period.</summary>
    public static OnDay FirstDay { get; } = new("first day");

    /// <summary>The last day of the period.</summary>
    public static OnDay LastDay { get; } = new("last day");

    /// <summary>The last day of the next month.</summary>
    public static OnDay LastDayOfTheNextMonth { get; } = new("last day of the next month");

    /// <summary>Monday of the week.</summary>
    public static OnDay Monday { get; } = IsoDayOfWeek.Monday;

    /// <summary>Tuesday of the week.</summary>
    public static OnDay Tuesday { get; } = IsoDayOfWeek.Tuesday;

    /// <summary>Wednesday of the week.</summary>
    public static OnDay Wednesday { get; } = IsoDayOfWeek.Wednesday;

    /// <summary>Thursday of the week.</summary>
    public static OnDay Thursday { get; } = IsoDayOfWeek.Thursday;

    /// <summary>Friday of the week.</summary>
    public static OnDay Friday { get; } = IsoDayOfWeek.Friday;

    /// <summary>Saturday of the week.</summary>
    public static OnDay Saturday { get; } = IsoDayOfWeek.Saturday;

    /// <summary>Sunday of the week.</summary>
    public static OnDay Sunday { get; } = IsoDayOfWeek.Sunday;

    /// <summary>So many days later.</summary>
    public static OnDay DaysLater(int days) => new($"{days} day{(days == 1 ? "" : "s")} later");

    /// <summary>So many days of work later.</summary>
    public static OnDay WorkingDaysLater(int days) => new($"{days} working day{(days == 1 ? "" : "s")} later");

    /// <summary>So many days on which the site opens later.</summary>
    public static OnDay OpeningDaysLater(int days) => new($"{days} opening day{(days == 1 ? "" : "s")} later");

    /// <summary>So many days of work before a day.</summary>
    public static OnDay WorkingDaysBefore(int days, OnDay day) => Counted(days, "working", "before", day);

    /// <summary>So many days of work after a day.</summary>
    public static OnDay WorkingDaysAfter(int days, OnDay day) => Counted(days, "working", "after", day);

    /// <summary>So many days on which the site opens before a day.</summary>
    public static OnDay OpeningDaysBefore(int days, OnDay day) => Counted(days, "opening", "before", day);

    /// <summary>So many days on which the site opens after a day.</summary>
    public static OnDay OpeningDaysAfter(int days, OnDay day) => Counted(days, "opening", "after", day);

    /// <summary>So many months later, on the same day of the month.</summary>
    public static MonthDay MonthsLater(int months) => new($"{months} month{(months == 1 ? "" : "s")} later");

    /// <summary>A day of the month.</summary>
    public static MonthDay DayOfMonth(int day) => new($"day {day}");

    /// <summary>The first such weekday of the month.</summary>
    public static MonthDay TheFirst(IsoDayOfWeek weekday) => new($"first {weekday}", "or the last one");

    /// <summary>The second such weekday of the month.</summary>
    public static MonthDay TheSecond(IsoDayOfWeek weekday) => new($"second {weekday}", "or the last one");

    /// <summary>The third such weekday of the month.</summary>
    public static MonthDay TheThird(IsoDayOfWeek weekday) => new($"third {weekday}", "or the last one");

    /// <summary>The fourth such weekday of the month.</summary>
    public static MonthDay TheFourth(IsoDayOfWeek weekday) => new($"fourth {weekday}", "or the last one");

    /// <summary>The fifth such weekday of the month, which may be missing.</summary>
    public static MonthDay TheFifth(IsoDayOfWeek weekday) => new($"fifth {weekday}", "or the last one");

    /// <summary>The last such weekday of the month.</summary>
    public static MonthDay TheLast(IsoDayOfWeek weekday) => new($"last {weekday}", "or the last one");

    /// <summary>The n-th day of work of the period.</summary>
    public static OnDay WorkingDayNumber(int number) => new($"working day {number}");

    /// <summary>The n-th day of the period on which the site opens.</summary>
    public static OnDay OpeningDayNumber(int number) => new($"opening day {number}");

    /// <summary>The last day of work of the period.</summary>
    public static OnDay LastWorkingDay { get; } = new("last working day");

    /// <summary>The last day of the period on which the site opens.</summary>
    public static OnDay LastOpeningDay { get; } = new("last opening day");

    /// <summary>A day of a month of the quarter, half-year or year, counted from 1.</summary>
    public static OnDay InMonth(int month, OnDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new OnDay($"month {month}, {day.Text}");
    }

    /// <summary>A date of the year.</summary>
    /// <param name="month">The month, from 1.</param>
    /// <param name="day">The day.</param>
    public static MonthDay DateOfYear(int month, int day) => new($"{MonthName(month)} {day}");

    /// <summary>The last day of a month of the year.</summary>
    public static OnDay LastDayOf(int month) => new($"{MonthName(month)}, last day");

    /// <summary>Until the end of the n-th day of work.</summary>
    public static Length WorkingDays(int days) => new($"{days} working day{(days == 1 ? "" : "s")}");

    /// <summary>Until the end of the n-th day on which the site opens.</summary>
    public static Length OpeningDays(int days) => new($"{days} opening day{(days == 1 ? "" : "s")}");

    /// <summary>Until the end of the same day of the month so many months later.</summary>
    public static MonthsLength Months(int months) => new(months);

    private static string MonthName(int month) => Policies.Keywords.MonthNames[month - 1].En;

    private static OnDay Counted(int days, string kind, string way, OnDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        string of = day.Text is "last day" or "first day" ? $"the {day.Text}" : day.Text;
        return new OnDay($"{days} {kind} day{(days == 1 ? "" : "s")} {way} {of}");
    }
}
