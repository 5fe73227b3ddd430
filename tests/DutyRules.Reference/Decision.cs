using DutyRules.Events;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>Which of several decisions of equal cut is taken (T6).</summary>
internal enum Precedence
{
    KeptByAnEvent,
    PlanGone,
    Void,
    FrameBecameUnknown,
    BrokenByAnEvent,
    UnknownFirstEvent,
    Silence,
}

/// <summary>One way in which an instance may be decided.</summary>
internal sealed record Decision(VerdictStatus Status, ReasonCode Reason, long At, long Cut, Precedence Precedence)
{
    /// <summary>The act that decides; its step is where exceptions are tested (X1).</summary>
    public Occurrence? Act { get; init; }

    /// <summary>The events that counted (C7, E8).</summary>
    public IReadOnlyList<Occurrence> Evidence { get; init; } = [];

    /// <summary>How many counted (C7); null where nothing is counted.</summary>
    public long? Counted { get; init; }

    /// <summary>C3</summary>
    public Duration? Slack { get; init; }

    /// <summary>C9, C10</summary>
    public decimal? Share { get; init; }

    /// <summary>C14</summary>
    public Duration? Total { get; init; }

    /// <summary>C16</summary>
    public Value? Measured { get; init; }

    /// <summary>How many were needed (C17, C21).</summary>
    public long? Needed { get; init; }

    /// <summary>It is kept at birth, whatever happens (F16).</summary>
    public bool IsAtBirth { get; init; }

    /// <summary>The decisive instant (section 5).</summary>
    public long DecisiveInstant => Cut == At + 1 ? At : Cut - 1;

    /// <summary>C13</summary>
    public Decision ButUnknown() => this with { Status = VerdictStatus.Undetermined, Reason = ReasonCode.NotKnown };

    /// <summary>Silence at the end of a window: decided at Due, cut close.</summary>
    public static Decision AtClose(Opening window, VerdictStatus status, ReasonCode reason) =>
        new(status, reason, window.Due, window.Close, Precedence.Silence);
}
