using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>A named instant, resolved for each instance in the zone of its partition.</summary>
public abstract record Anchor;

/// <summary>
/// The start of the frame: of the period, the triggering event's place in time, the instant at which the condition had lasted long enough (as printed), or the decision time of the other norm's verdict.
/// </summary>
public sealed record FrameStart : Anchor;

/// <summary>The end of the period, or of the shift. Only for <see cref="EveryFrame"/>.</summary>
public sealed record FrameEnd : Anchor;

/// <summary>A local time of day on a day.</summary>
public sealed record ClockTime(Day Day, Term<LocalTime> Time) : Anchor;

/// <summary>The local midnight at which a day begins.</summary>
public sealed record StartOfDay(Day Day) : Anchor;

/// <summary>The local midnight at which a day is over (the beginning of the next).</summary>
public sealed record EndOfDay(Day Day) : Anchor;

/// <summary>An elapsed time before or after another anchor; negative: before.</summary>
/// <param name="Base">The other anchor.</param>
/// <param name="By">The elapsed time, not negative.</param>
/// <param name="Before">True when it is counted backwards.</param>
public sealed record Offset(Anchor Base, Term<Duration> By, bool Before = false) : Anchor;

/// <summary>The first opening of the site on a day.</summary>
public sealed record OpeningOf(Day Day) : Anchor;

/// <summary>The last closing of the opening hours that begin on a day; it may lie after midnight.</summary>
public sealed record ClosingOf(Day Day) : Anchor;

/// <summary>The start of a shift.</summary>
public sealed record ShiftStart(ShiftChoice Shift) : Anchor;

/// <summary>The end of a shift.</summary>
public sealed record ShiftEnd(ShiftChoice Shift) : Anchor;

/// <summary>
/// The start of the period that lies so many periods before this one; the first instant of a rolling window (<c>over: last 4 weeks</c> in a week: three before). Only for <see cref="EveryFrame"/> of
/// a <see cref="CalendarUnit"/>.
/// </summary>
/// <param name="Periods">How many, at least 1.</param>
public sealed record EarlierPeriod(int Periods) : Anchor;

/// <summary>The instant in a field of the trigger. Only in frames with a trigger.</summary>
/// <param name="Field">A field of type instant.</param>
public sealed record FieldTime(Field Field) : Anchor
{
    /// <inheritdoc />
    public override string ToString() => $"{nameof(FieldTime)} {Field.Name}";
}

/// <summary>The earlier of two anchors.</summary>
public sealed record EarlierOf(Anchor First, Anchor Second) : Anchor;

/// <summary>The later of two anchors.</summary>
public sealed record LaterOf(Anchor First, Anchor Second) : Anchor;

/// <summary>
/// The first event of a pattern from the window's beginning on, or, as the beginning, from the frame's start on (rule W6). An end of a window is made of it alone.
/// </summary>
/// <param name="Event">The events.</param>
public sealed record FirstEvent(EventPattern Event) : Anchor
{
    /// <summary>Fields that must equal those of the same name in the trigger, or the thing of <see cref="Norm.ForEach"/>.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <summary>As the end of a window: the end it has when the event does not come. Null as the beginning of a window.</summary>
    public WindowEnd? Backstop { get; init; }

    /// <summary>True: still owed by the backstop when the event does not come; false: then it is not owed. As the beginning of a window: false.</summary>
    public bool StillOwed { get; init; }

    /// <inheritdoc />
    public bool Equals(FirstEvent? other) => other is not null && Event == other.Event && Same.SequenceEqual(other.Same)
        && Backstop == other.Backstop && StillOwed == other.StillOwed;

    /// <inheritdoc />
    public override int GetHashCode() => Event.GetHashCode();
}

/// <summary>Which shift is meant, seen from an instance. Another shift than that of the frame is looked for within 31 days, and bound when the frame's shift begins.</summary>
public enum ShiftChoice
{
    /// <summary>The shift of the frame; in a <see cref="WhenFrame"/>, the shift of the trigger's actor at that time.</summary>
    This,

    /// <summary>The shift at this post (site and role) with the greatest start before this one's.</summary>
    Previous,

    /// <summary>The shift at this post with the least start after this one's.</summary>
    Next,

    /// <summary>The same person's shift, in any role, with the greatest start before this one's.</summary>
    OwnPrevious,

    /// <summary>The same person's shift, in any role, with the least start after this one's.</summary>
    OwnNext,
}

/// <summary>A calendar day, seen from an instance.</summary>
public abstract record Day;

/// <summary>The local date of the frame's start, and so many days later.</summary>
public sealed record FrameDay(int PlusDays = 0) : Day;

/// <summary>What stands in for a day that does not exist.</summary>
public enum MissingDay
{
    /// <summary>The last day of the month that exists; of the weekdays of a month, the last there is.</summary>
    LastDay,

    /// <summary>Nothing: the instance is void.</summary>
    NotOwed,
}

/// <summary>Day n of the month in which the frame starts, or of a later month.</summary>
/// <param name="Number">1 to 31.</param>
/// <param name="IfMissing">What stands in for it where there is none.</param>
/// <param name="Months">Of so many months later; 2 in a quarter: of its third month.</param>
public sealed record DayOfMonth(int Number, MissingDay IfMissing, int Months = 0) : Day;

/// <summary>The last day of the month in which the frame starts, or of a later month.</summary>
/// <param name="Months">Of so many months later.</param>
public sealed record LastDayOfMonth(int Months = 0) : Day;

/// <summary>The date in a field of the trigger; of an instant, its local date. Only in frames with a trigger.</summary>
/// <param name="Field">A field of type date or instant.</param>
public sealed record FieldDay(Field Field) : Day
{
    /// <inheritdoc />
    public override string ToString() => $"{nameof(FieldDay)} {Field.Name}";
}

/// <summary>A weekday of the week in which the frame starts; the week begins as the frame's weeks do, on Monday if it has none.</summary>
public sealed record WeekdayOf(IsoDayOfWeek Weekday) : Day;

/// <summary>The n-th such weekday of a month.</summary>
/// <param name="Weekday">The weekday.</param>
/// <param name="Nth">1 to 5 from the beginning, or -1: the last.</param>
/// <param name="IfMissing">What stands in for a fifth where there are four.</param>
/// <param name="Months">Of so many months later than that in which the frame starts.</param>
public sealed record WeekdayOfMonth(IsoDayOfWeek Weekday, int Nth, MissingDay IfMissing, int Months = 0) : Day;

/// <summary>The last day of the frame's period. Only for <see cref="EveryFrame"/>.</summary>
public sealed record LastDayOfFrame : Day;

/// <summary>The same day of the month so many months later.</summary>
/// <param name="Base">The day that is counted from.</param>
/// <param name="Months">How many, at least 1.</param>
/// <param name="IfMissing">What stands in for it where there is none (31 January and one month).</param>
public sealed record MonthsLater(Day Base, int Months, MissingDay IfMissing) : Day;

/// <summary>The n-th day of a class after a day, or before it.</summary>
/// <param name="Base">The day that is counted from.</param>
/// <param name="Count">How many, not 0; negative: backwards.</param>
/// <param name="Class">Working days or opening days.</param>
/// <param name="IncludingBase">True when the day counted from is itself the first if it is one of them (<c>the 3rd working day of the month</c>); false: it does not count (<c>3 working days later</c>).</param>
public sealed record CountedDays(Day Base, int Count, DayClass Class, bool IncludingBase) : Day;

/// <summary>A day, or the nearest of a class after or before it when it is not one.</summary>
/// <param name="Base">The day.</param>
/// <param name="Class">Working days or opening days.</param>
/// <param name="Later">True: the next; false: the previous.</param>
public sealed record MovedDay(Day Base, DayClass Class, bool Later) : Day;

/// <summary>One end of a window.</summary>
/// <param name="Anchor">The instant.</param>
/// <param name="Inclusive">True when the instant itself belongs to the window.</param>
public sealed record WindowEnd(Anchor Anchor, bool Inclusive);

/// <summary>
/// When the content counts. Inside the engine it is half-open <c>[open, close)</c> in ticks: an inclusive end adds a tick, an exclusive beginning too.
/// </summary>
public sealed record Window(WindowEnd Opens, WindowEnd Closes)
{
    /// <summary>The whole frame: from its start, inclusive, to its end, exclusive.</summary>
    public static Window WholeFrame { get; } = new(new WindowEnd(new FrameStart(), true), new WindowEnd(new FrameEnd(), false));

    /// <summary>The instant at which the frame starts, and no other.</summary>
    public static Window Moment { get; } = new(new WindowEnd(new FrameStart(), true), new WindowEnd(new FrameStart(), true));
}
