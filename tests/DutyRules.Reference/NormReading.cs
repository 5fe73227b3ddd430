using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>What follows from how a norm is written.</summary>
internal static class NormReading
{
    extension(Norm norm)
    {
        /// <summary>A gate: the content is what must be so when somebody acts (F4).</summary>
        public bool IsGate => norm.Frame is WhenFrame && norm.Content switch
        {
            ConditionContent or ActorContent => true,
            CountContent or CompositeContent or MeasureContent => norm.Window.Closes.Anchor is FrameStart,
            _ => false,
        };

        /// <summary>An obligation that counts, and whose opening names no field (W2).</summary>
        public bool MayOpenBeforeTrigger =>
            norm is { Modality: Modality.Must, Content: CountContent or OneOfEachContent or CompositeContent or MeasureContent or CoveringContent } && !Forms.NamesField(norm.Window.Opens.Anchor);

        /// <summary>Its content has a window (F8).</summary>
        public bool CountsOrMeasures => norm.Content is not (ConditionContent or ActorContent or HappeningContent);

        /// <summary>The frame is the act itself: a prohibition per act, or a gate (F4).</summary>
        public bool IsActFrame => norm.IsGate || norm is { Frame: WhenFrame, Content: HappeningContent };
    }

    /// <summary>The window as it is as long as no first event has come: from the frame's start, to the backstop (W6).</summary>
    public static Window WithOrdinaryEnds(this Window window) => new(
        window.Opens.Anchor is FirstEvent ? new WindowEnd(new FrameStart(), true) : window.Opens,
        window.Closes.Anchor is FirstEvent { Backstop: { } backstop } ? backstop : window.Closes);

    /// <summary>The least number that a bound asks for.</summary>
    public static long Least(this Bound<long> bound) =>
        bound.Lower is not { } lower ? 0 : lower.Inclusive ? lower.Value : lower.Value + 1;

    /// <summary>The greatest number that a bound allows; null if there is none.</summary>
    public static long? Greatest(this Bound<long> bound) =>
        bound.Upper is not { } upper ? null : upper.Inclusive ? upper.Value : upper.Value - 1;
}
