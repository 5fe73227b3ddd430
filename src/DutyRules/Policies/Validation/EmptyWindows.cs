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
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Week } } => (typeof(WeekdayOf), Day * (int)IsoDayOfWeek.Monday),
            EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Month } } => (typeof(DayOfMonth), Day),
            _ => (typeof(FrameStart), 0),
        },
        FrameEnd when frame is EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } } => (typeof(FrameDay), Day),
        FrameEnd => (typeof(FrameEnd), 0),
        Offset offset => PlaceOf(offset.Base, frame) is { } place
            ? (place.From, place.Ticks + ((offset.Before ? -1 : 1) * offset.By.Value.BclCompatibleTicks))
            : null,
        ClockTime clock => (BaseOf(clock.Day), OffsetOf(clock.Day) + clock.Time.Value.TickOfDay),
        StartOfDay start => (BaseOf(start.Day), OffsetOf(start.Day)),
        EndOfDay end => (BaseOf(end.Day), OffsetOf(end.Day) + Day),
        _ => null,
    };

    private static object BaseOf(Norms.Day day) => day switch
    {
        FrameDay => typeof(FrameDay),
        WeekdayOf => typeof(WeekdayOf),
        DayOfMonth => typeof(DayOfMonth),
        _ => day,
    };

    private static long OffsetOf(Norms.Day day) => Day * day switch
    {
        FrameDay frame => frame.PlusDays,
        WeekdayOf weekday => (int)weekday.Weekday,
        DayOfMonth month => month.Number,
        _ => 0,
    };
}
