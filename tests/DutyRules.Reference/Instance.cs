using System.Collections.Immutable;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>One instance of a norm, before it is decided (section 4).</summary>
internal sealed record Instance
{
    public required Norm Norm { get; init; }

    public required InstanceId Id { get; init; }

    /// <summary>The person of an <i>each</i> norm, in the field of a trigger, or who acts (F3, F4).</summary>
    public string? Bearer { get; init; }

    /// <summary>When an each bearer is bound, but not before the start (F3, F9).</summary>
    public long Bound { get; init; }

    /// <summary>Those who bear it together, in the order in which they are named (F14).</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>The clock of its window, if it may stand still (W7).</summary>
    public Pauses? Clock { get; init; }

    /// <summary>Where an event serves one instance only, those that serve this one (C20).</summary>
    public IReadOnlySet<Occurrence> Served { get; init; } = ImmutableHashSet<Occurrence>.Empty;

    /// <summary>The event that opened it, or that opened what it follows.</summary>
    public Occurrence? Trigger { get; init; }

    /// <summary>The start of the frame, as printed.</summary>
    public required long Start { get; init; }

    /// <summary>The least tick such that it exists whatever happens at or after it.</summary>
    public required long BirthCut { get; init; }

    /// <summary>Where a decision is dated that would have been earlier than the birth cut (W4).</summary>
    public long DatedAt { get; init; }

    /// <summary>The frame is an act, and the bearer its actor (F4).</summary>
    public bool IsAct { get; init; }

    /// <summary>The shift whose frame it is.</summary>
    public ShiftPlan? Shift { get; init; }

    /// <summary>The shift was taken off at this instant, or is none of the frame any more (H4).</summary>
    public long? CancelledAt { get; init; }

    /// <summary>It is decided at once, for this reason (W5).</summary>
    public ReasonCode? AtOnce { get; init; }

    /// <summary>It is undetermined from the start (F6, F7).</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Its window; null if it does not exist (W2).</summary>
    public Opening? Window { get; init; }

    /// <summary>The first event with which its window began, or the events of one step that are (W6).</summary>
    public IReadOnlyList<Occurrence> Openers { get; init; } = [];

    /// <summary>Of a while frame: the interval on which the condition is true; if it is unknown (F7), on which it is not false.</summary>
    public Stretch? Interval { get; init; }

    /// <summary>The rules that were applied to it.</summary>
    public required ImmutableHashSet<string> FrameRules { get; init; }

    public ImmutableArray<KeyPart> Key => Id.Key;

    /// <summary>An event is one of those with which the window began, or of an earlier step (W6).</summary>
    public bool OpenedBy(Occurrence occurrence) => Openers.Any(opener =>
        occurrence.Id == opener.Id || (occurrence.Time, occurrence.Step).CompareTo((opener.Time, opener.Step)) < 0);
}
