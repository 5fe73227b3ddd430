using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Validation;

/// <summary>Where the ends of a window lie, as far as they can be compared. A day counts 24 hours, which is near enough for clock times.</summary>
internal static class WindowPlaces
{
    /// <summary>The length of a day.</summary>
    public const long Day = NodaConstants.TicksPerDay;

    /// <summary>What the places of a day are counted from.</summary>
    public static readonly object StartOfFrameDay = typeof(FrameDay);

    /// <summary>A point in time as an offset from something that several may share; null when it cannot be told.</summary>
    public static (object From, long Ticks)? Of(Anchor anchor, Frame frame) => anchor switch
    {
        // A period begins where its first day does.
        FrameStart => frame switch
        {
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } } => (StartOfFrameDay, 0),
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Week } } => (typeof(WeekdayOf), 0),
            EveryFrame { Period: CalendarUnit } => (typeof(DayOfMonth), Day),
            EveryFrame { Period: DaysOf or RecurringDays } => (StartOfFrameDay, 0),
            _ => (typeof(FrameStart), 0),
        },
        FrameEnd when frame is EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } or DaysOf or RecurringDays } => (StartOfFrameDay, Day),
        FrameEnd => (typeof(FrameEnd), 0),
        Offset { By.Computed: null } offset => Of(offset.Base, frame) is { } place
            ? (place.From, place.Ticks + ((offset.Before ? -1 : 1) * offset.By.Value.BclCompatibleTicks))
            : null,
        ClockTime clock => (BaseOf(clock.Day), OffsetOf(clock.Day, frame) + clock.Time.Value.TickOfDay),
        StartOfDay start => (BaseOf(start.Day), OffsetOf(start.Day, frame)),
        EndOfDay end => (BaseOf(end.Day), OffsetOf(end.Day, frame) + Day),
        _ => null,
    };

    private static object BaseOf(Norms.Day day) => day switch
    {
        FrameDay => StartOfFrameDay,
        WeekdayOf => typeof(WeekdayOf),
        DayOfMonth => typeof(DayOfMonth),
        _ => day,
    };

    // A month counts 31 days: what comes later in the calendar comes later here.
    private static long OffsetOf(Norms.Day day, Frame frame) => Day * day switch
    {
        FrameDay later => later.PlusDays,
        WeekdayOf weekday => (weekday.Weekday - FirstOf(frame) + 7) % 7,
        DayOfMonth month => (31 * month.Months) + month.Number,
        _ => 0,
    };

    private static IsoDayOfWeek FirstOf(Frame frame) =>
        frame is EveryFrame { Period: CalendarUnit unit } ? unit.FirstWeekday : IsoDayOfWeek.Monday;
}
