using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>Where the instances of a norm come from: a source of spells.</summary>
public abstract record Frame;

/// <summary>One instance per period and per member of the universe (each declared site, or each holder of the role).</summary>
public sealed record EveryFrame(FramePeriod Period) : Frame;

/// <summary>One instance per event that matches; the condition is read as it was before the instant (pre).</summary>
public sealed record WhenFrame(EventPattern Trigger) : Frame;

/// <summary>What becomes of an open instance when its condition ends first.</summary>
public enum EndsFirst
{
    /// <summary>It is void.</summary>
    Lapses,

    /// <summary>It is still owed.</summary>
    StillOwed,
}

/// <summary>
/// One instance per maximal interval on which the condition is true, from the moment at which it has lasted long enough.
/// </summary>
/// <param name="Condition">The condition, of type truth.</param>
/// <param name="Lasting">
/// How long it must have lasted: the lower end of the bound; <c>more than D</c> opens at start + D + 1 tick, <c>at least D</c> at start + D. Null: at once.
/// </param>
/// <param name="EndsFirst">What becomes of an open instance when the condition ends; without meaning when the spell itself is forbidden.</param>
public sealed record WhileFrame(Expression Condition, Limit<Duration>? Lasting, EndsFirst EndsFirst = EndsFirst.Lapses) : Frame;

/// <summary>One instance per instance of another norm that ended with one of these statuses. Offsets count from its decision time; it opens at its cut.</summary>
/// <param name="NormId">The other norm, of a lower stratum.</param>
/// <param name="Statuses">The statuses it may have, at least one.</param>
/// <param name="Trigger">
/// The trigger of the other norm, whose event is the trigger here too; null if that norm has none. Or events of the type of the other norm's outcomes (<see cref="Events.OutcomesOf"/>): then the outcome itself is the trigger.
/// </param>
public sealed record OutcomeFrame(string NormId, ImmutableArray<VerdictStatus> Statuses, EventPattern? Trigger) : Frame
{
    /// <summary>One instance per instance of another norm that ended with this status.</summary>
    public OutcomeFrame(string normId, VerdictStatus status, EventPattern? trigger)
        : this(normId, [status], trigger)
    {
    }

    /// <summary>Only if this holds, on pre of the other's decisive instant (of type truth; reads the trigger and states); null: always.</summary>
    public Expression? If { get; init; }

    /// <inheritdoc />
    public bool Equals(OutcomeFrame? other) => other is not null && NormId == other.NormId && Trigger == other.Trigger && If == other.If
        && Statuses.SequenceEqual(other.Statuses);

    /// <inheritdoc />
    public override int GetHashCode() => NormId.GetHashCode(StringComparison.Ordinal);
}
