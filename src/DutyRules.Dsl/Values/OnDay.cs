using DutyRules.Dsl.Writing;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A day, seen from the duty: <c>NextDay</c>, <c>DayOfMonth(8)</c>, <c>Friday</c>. With a time of day it is a point in time.</summary>
public record OnDay
{
    internal OnDay(string text) => Text = text;

    internal string Text { get; }

    /// <summary>The end of the day; the first instant of the next is too late.</summary>
    public Moment EndOfDay => new($"{Text}, end of day");

    /// <summary>The beginning of the day.</summary>
    public Moment StartOfDay => new($"{Text}, start of day");

    /// <summary>When the site opens on that day.</summary>
    public Moment Opening => new($"{Text}, opening");

    /// <summary>When the site closes on that day.</summary>
    public Moment Closing => new($"{Text}, closing");

    /// <summary>The next day of work, if it is none.</summary>
    public OnDay OrTheNextWorkingDay => new($"{Text}, or the next working day");

    /// <summary>The day of work before, if it is none.</summary>
    public OnDay OrThePreviousWorkingDay => new($"{Text}, or the previous working day");

    /// <summary>The next day on which the site opens, if it is none.</summary>
    public OnDay OrTheNextOpeningDay => new($"{Text}, or the next opening day");

    /// <summary>The day before on which the site opens, if it is none.</summary>
    public OnDay OrThePreviousOpeningDay => new($"{Text}, or the previous opening day");

    /// <summary>A time of that day.</summary>
    public Moment At(int hour, int minute, int second = 0) => At(new LocalTime(hour, minute, second));

    /// <summary>A time of that day.</summary>
    public Moment At(LocalTime time) => new($"{Text}, {Literals.Time(time)}");

    /// <summary>The time of that day that a parameter says.</summary>
    public Moment At(Parameter<LocalTime> time) => new($"{Text}, {time.Name}");

    /// <summary>A weekday of the week.</summary>
    public static implicit operator OnDay(IsoDayOfWeek weekday) => new(weekday.ToString());

    /// <summary>The date in a field of the event that opened the duty. Only in lambdas.</summary>
    public static implicit operator OnDay(LocalDate field) => throw new InvalidOperationException("A date of its own has no place in a policy; write a field of the event, in a lambda.");

    /// <summary>The local date of an instant in a field of the event that opened the duty. Only in lambdas.</summary>
    public static implicit operator OnDay(Instant field) => throw new InvalidOperationException("A point in time of its own has no place in a policy; write a field of the event, in a lambda.");
}

/// <summary>A day that may be missing, such as the 30th or the fifth Monday.</summary>
public sealed record MonthDay : OnDay
{
    private readonly string _missing;

    internal MonthDay(string text, string missing = "or the last day")
        : base(text) => _missing = missing;

    /// <summary>The same day of the next month.</summary>
    public MonthDay OfTheNextMonth => new($"{Text} of the next month", _missing);

    /// <summary>Where the day is missing, the last there is.</summary>
    public OnDay OrTheLastOne => new($"{Text}, {_missing}");

    /// <summary>Where the day is missing, nothing is owed.</summary>
    public OnDay IfThereIsOne => new($"{Text}, if there is one");
}
