using DutyRules.Diagnostics;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Validation;

/// <summary>A window whose ends can be compared must not be empty.</summary>
internal static class EmptyWindows
{
    private const long Day = NodaConstants.TicksPerDay;

    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        policies.Norms.Where(n => IsEmpty(n.Window, n.Frame)).Select(n => PolicyDiagnostics.EmptyWindow.At(n.Span, n.Id));

    private static bool IsEmpty(Window window, Frame frame)
    {
        // From what ends a day or a shift to what begins it.
        if ((window.Opens.Anchor, window.Closes.Anchor) switch
            {
                (FrameEnd, FrameStart) => true,
                (ClosingOf closing, OpeningOf opening) => closing.Day == opening.Day,
                (ShiftEnd end, ShiftStart start) => end.Shift == start.Shift,
                (FrameStart or FrameEnd, ShiftStart { Shift: ShiftChoice.Previous or ShiftChoice.OwnPrevious }) => true,
                (ShiftStart { Shift: ShiftChoice.Next or ShiftChoice.OwnNext }, FrameStart) => true,
                _ => false,
            })
        {
            return true;
        }

        if (PlaceOf(window.Opens.Anchor, frame) is not { } opens || PlaceOf(window.Closes.Anchor, frame) is not { } closes || opens.From != closes.From)
        {
            return false;
        }

        return opens.Ticks > closes.Ticks
            || (opens.Ticks == closes.Ticks && !(window.Opens.Inclusive && window.Closes.Inclusive));
    }

    // A point in time as an offset from something that both ends may share. A day counts 24 hours, which is near enough to compare clock times.
    private static (object From, long Ticks)? PlaceOf(Anchor anchor, Frame frame) => anchor switch
    {
        // A period begins where its first day does.
        FrameStart => frame switch
        {
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } } => (typeof(FrameDay), 0),
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Week } } => (typeof(WeekdayOf), 0),
            EveryFrame { Period: CalendarUnit } => (typeof(DayOfMonth), Day),
            EveryFrame { Period: DaysOf or RecurringDays } => (typeof(FrameDay), 0),
            _ => (typeof(FrameStart), 0),
        },
        FrameEnd when frame is EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } or DaysOf or RecurringDays } => (typeof(FrameDay), Day),
        FrameEnd => (typeof(FrameEnd), 0),
        Offset offset => PlaceOf(offset.Base, frame) is { } place
            ? (place.From, place.Ticks + ((offset.Before ? -1 : 1) * offset.By.Value.BclCompatibleTicks))
            : null,
        ClockTime clock => (BaseOf(clock.Day), OffsetOf(clock.Day, frame) + clock.Time.Value.TickOfDay),
        StartOfDay start => (BaseOf(start.Day), OffsetOf(start.Day, frame)),
        EndOfDay end => (BaseOf(end.Day), OffsetOf(end.Day, frame) + Day),
        _ => null,
    };

    private static object BaseOf(Norms.Day day) => day switch
    {
        FrameDay => typeof(FrameDay),
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
