using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>What the admission says of a record.</summary>
public enum Reception
{
    /// <summary>It is part of the history, or would be if it were not outdone by another.</summary>
    Admitted,

    /// <summary>It is too late, too far ahead, too long, or of a type that nobody records (D1).</summary>
    Refused,

    /// <summary>It is too late, but it would have changed nothing: a repeat cannot be told from a late record (E4).</summary>
    RefusedOrRepeated,
}

/// <summary>Which records become part of the history, and how far it is certain (E3 - E5, T10).</summary>
public sealed class ReferenceAdmission
{
    private readonly PolicySet _policies;
    private readonly Duration _maxAhead;
    private readonly List<EventRecord> _admitted = [];
    private readonly Dictionary<Norm, IReadOnlySet<EventType>> _read = new(ReferenceEqualityComparer.Instance);
    private Instant _certainTo;

    /// <summary>Nothing was handed in yet.</summary>
    public ReferenceAdmission(PolicySet policies, Instant start, Duration maxAhead)
    {
        _policies = policies;
        _maxAhead = maxAhead;
        _certainTo = start;
        Now = start;
    }

    /// <summary>Every record with a time before this instant was declared to be in, but for allowed lateness.</summary>
    public Instant Now { get; private set; }

    /// <summary>What was taken, in the order of arrival.</summary>
    public IReadOnlyList<EventRecord> Admitted => _admitted;

    /// <summary>T10: only this moves time, and only forward.</summary>
    public void AdvanceTo(Instant now) => Now = Instant.Max(Now, now);

    /// <summary>E5: nothing before <paramref name="now"/> will be late.</summary>
    public void CompleteTo(Instant now)
    {
        AdvanceTo(now);
        _certainTo = Instant.Max(_certainTo, now);
    }

    /// <summary>Hands a record in.</summary>
    public Reception Observe(EventRecord record)
    {
        if (record.Type.Origin != EventOrigin.Recorded || record.Lasted > record.Type.Longest || record.Time > Now + _maxAhead || IsNoShift(record))
            return Reception.Refused;

        // E3, E4
        if (record.Was.Append(record.Time).Any(time => time < Watermark(record.Type)))
            return IsOutdone(record) ? Reception.RefusedOrRepeated : Reception.Refused;

        _admitted.Add(record);
        return Reception.Admitted;
    }

    /// <summary>E5</summary>
    public Instant Watermark(EventType type) => Instant.Max(Now - type.Lateness, _certainTo);

    /// <summary>E5: the least over all types that the norm reads.</summary>
    public Instant Watermark(Norm norm)
    {
        if (!_read.TryGetValue(norm, out var types))
            _read.Add(norm, types = Watermarks.TypesRead(norm, _policies));

        return types.Select(Watermark).Append(Instant.Max(Now, _certainTo)).Min();
    }

    /// <summary>A record of shifts that does not say what it has to (H1). A withdrawal need not.</summary>
    private bool IsNoShift(EventRecord record)
    {
        if (_policies.Vocabulary.Shifts is not { } shifts || record.Withdrawn || !shifts.Types.Contains(record.Type))
            return false;

        Value? Read(string name) => record.Type.FindField(name) is { } field ? record[field] : null;
        string[] needed = record.Type == shifts.Planned
            ? [ShiftEvents.ShiftField, ShiftEvents.PersonField, ShiftEvents.RoleField, ShiftEvents.StartsField, ShiftEvents.EndsField]
            : record.Type == shifts.Swapped ? [ShiftEvents.ShiftField, ShiftEvents.PersonField]
            : [ShiftEvents.ShiftField];
        if (needed.Any(name => Read(name) is null))
            return true;

        return record.Type == shifts.Planned
            && Read(ShiftEvents.EndsField)!.Value.AsInstant - Read(ShiftEvents.StartsField)!.Value.AsInstant is var length
            && (length <= Duration.Zero || length > shifts.Longest);
    }

    private bool IsOutdone(EventRecord record) => _admitted.Any(other =>
        other.Id == record.Id
        && _policies.Vocabulary.PartitionOf(other) == _policies.Vocabulary.PartitionOf(record)
        && History.Compare(other, record) >= 0);
}
