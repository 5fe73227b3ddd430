using NodaTime;

namespace DutyRules.Norms;

/// <summary>A named instant, resolved for each instance in the zone of its partition.</summary>
public abstract record Anchor;

/// <summary>
/// The start of the frame: of the period, the triggering event's place in time, the instant at which the condition had lasted long enough (as printed), or the decision time of the other norm's verdict.
/// </summary>
public sealed record FrameStart : Anchor;

/// <summary>The end of the period. Only for <see cref="EveryFrame"/>.</summary>
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

/// <summary>A calendar day, seen from an instance.</summary>
public abstract record Day;

/// <summary>The local date of the frame's start, and so many days later.</summary>
public sealed record FrameDay(int PlusDays = 0) : Day;

/// <summary>What stands in for a day of the month that does not exist.</summary>
public enum MissingDay
{
    /// <summary>The last day of the month.</summary>
    LastDay,

    /// <summary>Nothing: the instance is void.</summary>
    NotOwed,
}

/// <summary>Day n of the month in which the frame starts.</summary>
public sealed record DayOfMonth(int Number, MissingDay IfMissing) : Day;

/// <summary>The last day of the month in which the frame starts.</summary>
public sealed record LastDayOfMonth : Day;

/// <summary>A weekday of the ISO week in which the frame starts.</summary>
public sealed record WeekdayOf(IsoDayOfWeek Weekday) : Day;

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
