using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Verdicts;

/// <summary>How an instance of a norm ended.</summary>
public enum VerdictStatus
{
    /// <summary>Kept.</summary>
    Fulfilled,

    /// <summary>Not kept, or offended against.</summary>
    Breached,

    /// <summary>Breached, then made good.</summary>
    Repaired,

    /// <summary>Not kept, but an exception held at the decisive instant.</summary>
    Excused,

    /// <summary>Its reason went away: it lapsed, its window does not exist, there was nothing to measure.</summary>
    Void,

    /// <summary>What it depends on is not known.</summary>
    Undetermined,
}

/// <summary>One part of an instance's key.</summary>
public readonly record struct KeyPart(string Name, Value Value);

/// <summary>
/// Which instance of which norm: norm, revision, key and anchor. The anchor is the name of the period (<c>2026-03-02</c>, <c>2026-W10</c>, <c>2026-03</c>), the id of the shift, the id
/// of the triggering event, the start of the spell (ISO 8601, UTC), or the upstream instance's own identity.
/// </summary>
public sealed record InstanceId(string NormId, string Revision, ImmutableArray<KeyPart> Key, string Anchor)
{
    /// <inheritdoc />
    public bool Equals(InstanceId? other) => other is not null && NormId == other.NormId && Revision == other.Revision
        && Anchor == other.Anchor && Key.SequenceEqual(other.Key);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(NormId, Revision, Anchor, Key.Length, Key.Length == 0 ? default : Key[^1].Value);

    /// <inheritdoc />
    public override string ToString() => $"{NormId}({string.Join(", ", Key.Select(p => $"{p.Name}={p.Value}"))}) @ {Anchor}";
}

/// <summary>Points that a person is charged with.</summary>
/// <param name="Person">The person.</param>
/// <param name="Points">How many.</param>
public readonly record struct Charge(string Person, long Points);

/// <summary>Why a verdict is what it is. Texts are made from it when they are asked for.</summary>
public enum ReasonCode
{
    /// <summary>What had to be done was done in time.</summary>
    Done,

    /// <summary>Too little of what had to be done was done by the due time.</summary>
    NotDone,

    /// <summary>More was done than allowed.</summary>
    TooMany,

    /// <summary>What is forbidden was done.</summary>
    ForbiddenAct,

    /// <summary>What is forbidden was not done in the window.</summary>
    NoOffence,

    /// <summary>The forbidden condition lasted too long.</summary>
    LastedTooLong,

    /// <summary>The condition held as it should.</summary>
    Held,

    /// <summary>The condition stopped holding.</summary>
    Broken,

    /// <summary>The condition held for too small a share of the time.</summary>
    ShareTooSmall,

    /// <summary>The act was allowed: its condition held.</summary>
    Allowed,

    /// <summary>The act was not allowed: its condition did not hold.</summary>
    NotAllowed,

    /// <summary>An exception held at the decisive instant.</summary>
    Exception,

    /// <summary>A reason to lapse came up.</summary>
    Lapsed,

    /// <summary>The condition of the frame ended first.</summary>
    FrameEnded,

    /// <summary>The window does not exist on this date.</summary>
    NoWindow,

    /// <summary>There was nothing to measure.</summary>
    NothingToMeasure,

    /// <summary>The bearer no longer holds the role.</summary>
    NoLongerHolds,

    /// <summary>Something that decides is unknown.</summary>
    NotKnown,

    /// <summary>The condition held for more time than allowed, all told.</summary>
    TooLong,

    /// <summary>The condition held for too little time, all told.</summary>
    TooShort,

    /// <summary>The work calendar does not know a date that decides.</summary>
    CalendarMissing,

    /// <summary>The window begins before the record does.</summary>
    BeforeRecord,

    /// <summary>Nobody holds the role.</summary>
    Unassigned,

    /// <summary>The shift was cancelled.</summary>
    Cancelled,

    /// <summary>There is no such shift: no next one, no previous one, none of this person.</summary>
    NoShift,

    /// <summary>The event that begins or ends the window did not come.</summary>
    NeverCame,

    /// <summary>The measure is within its bounds.</summary>
    Measured,

    /// <summary>The measure is below its bounds.</summary>
    TooLittle,

    /// <summary>The measure is above its bounds.</summary>
    TooMuch,

    /// <summary>The condition came true.</summary>
    Met,

    /// <summary>The condition did not come true.</summary>
    NotMet,

    /// <summary>It was attested that the duty was kept.</summary>
    AttestedKept,

    /// <summary>It was attested that the duty was not kept.</summary>
    AttestedBroken,

    /// <summary>Nobody attested whether the duty was kept.</summary>
    NotAttested,
}

/// <summary>The outcome of one instance: what was decided, when, and on what proof. Immutable.</summary>
public sealed record Verdict
{
    /// <summary>Which instance.</summary>
    public required InstanceId Instance { get; init; }

    /// <summary>The norm.</summary>
    public required Norm Norm { get; init; }

    /// <summary>The partition.</summary>
    public required string Partition { get; init; }

    /// <summary>How it ended.</summary>
    public required VerdictStatus Status { get; init; }

    /// <summary>The first instant of the window.</summary>
    public required Instant Opens { get; init; }

    /// <summary>The end of the window as printed: the last instant of it when <see cref="DueInclusive"/>, otherwise the first after it.</summary>
    public required Instant Due { get; init; }

    /// <summary>True when <see cref="Due"/> itself is in time.</summary>
    public required bool DueInclusive { get; init; }

    /// <summary>The decision time: the act, or the due time as printed.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>The cut: nothing that happens at or after this instant changes the outcome. <see cref="DecidedAt"/> or one tick later.</summary>
    public required Instant Cut { get; init; }

    /// <summary>Those who bear the duty, in ordinal order.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Those who did what decided it, in ordinal order.</summary>
    public ImmutableArray<string> Performers { get; init; } = [];

    /// <summary>Those who answer for it, in ordinal order; empty unless breached.</summary>
    public ImmutableArray<string> Liable { get; init; } = [];

    /// <summary>The ids of the events that prove it: the first deciding set in (time, sequence, id) order.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Why.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>How many events counted; null where nothing is counted.</summary>
    public long? Counted { get; init; }

    /// <summary>For kept duties: the time left. For a spell that lasted too long, or a gap: null.</summary>
    public Duration? Slack { get; init; }

    /// <summary>The share of the time for which the condition held, to four digits; null where no share is asked.</summary>
    public decimal? Share { get; init; }

    /// <summary>The time for which the condition held, all told; null where no total is asked.</summary>
    public Duration? Total { get; init; }

    /// <summary>The figure that was measured; null where none is asked. A mean or share to four digits.</summary>
    public Value? Measured { get; init; }

    /// <summary>How many were needed, where that differs from instance to instance; null elsewhere.</summary>
    public long? Needed { get; init; }

    /// <summary>Who is charged with how many points, in ordinal order; empty unless breached.</summary>
    public ImmutableArray<Charge> Charges { get; init; } = [];

    /// <summary>The edition of the work calendar that the norm depends on at this site; null if it depends on none.</summary>
    public string? Calendar { get; init; }

    /// <summary>The points of the norm, if breached; 0 otherwise.</summary>
    public long Points => Status == VerdictStatus.Breached ? Norm.Consequences.Points.Value : 0;

    /// <inheritdoc />
    public bool Equals(Verdict? other) => other is not null
        && Instance == other.Instance && Partition == other.Partition && Status == other.Status
        && Opens == other.Opens && Due == other.Due && DueInclusive == other.DueInclusive
        && DecidedAt == other.DecidedAt && Cut == other.Cut
        && People.SequenceEqual(other.People) && Performers.SequenceEqual(other.Performers)
        && Liable.SequenceEqual(other.Liable) && Evidence.SequenceEqual(other.Evidence)
        && Reason == other.Reason && Counted == other.Counted && Slack == other.Slack && Share == other.Share
        && Total == other.Total && Measured == other.Measured && Needed == other.Needed && Charges.SequenceEqual(other.Charges) && Calendar == other.Calendar;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Instance, Status, Cut);

    /// <inheritdoc />
    public override string ToString() => $"{Instance}: {Status} at {DecidedAt} ({Reason})";
}
