using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>A window whose ends can be compared must not be empty.</summary>
internal static class EmptyWindows
{
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

        if (WindowPlaces.Of(window.Opens.Anchor, frame) is not { } opens || WindowPlaces.Of(window.Closes.Anchor, frame) is not { } closes || opens.From != closes.From)
        {
            return false;
        }

        return opens.Ticks > closes.Ticks
            || (opens.Ticks == closes.Ticks && !(window.Opens.Inclusive && window.Closes.Inclusive));
    }
}
