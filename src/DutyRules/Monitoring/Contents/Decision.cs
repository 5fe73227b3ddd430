using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>
/// What a content decided, before exceptions and people. <see cref="Event"/> is the event that decided it, null if time or a state did.
/// </summary>
internal sealed record Decision(VerdictStatus Status, ReasonCode Reason, long DecidedAt, long Cut)
{
    public LoggedEvent? Event { get; init; }

    public ImmutableArray<LoggedEvent> Evidence { get; init; } = [];

    public long? Counted { get; init; }

    public long? Slack { get; init; }

    public decimal? Share { get; init; }

    public long? Total { get; init; }

    public Value? Measured { get; init; }

    public long? Needed { get; init; }

    /// <summary>The instant at which exceptions and liability are read.</summary>
    public long DecisiveInstant => Cut == DecidedAt ? Cut - 1 : DecidedAt;

    public Decision Undetermined() => this with { Status = VerdictStatus.Undetermined, Reason = ReasonCode.NotKnown };

    /// <summary>Decided by an event or a change at an instant.</summary>
    public static Decision At(long time, VerdictStatus status, ReasonCode reason) => new(status, reason, time, time + 1);
}
