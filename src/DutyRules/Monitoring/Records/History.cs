using DutyRules.Events;

namespace DutyRules.Monitoring.Records;

/// <summary>What a record did to the history.</summary>
internal enum RecordEffect
{
    /// <summary>It is the record of its id now.</summary>
    Taken,

    /// <summary>It, or a later one of its id, is known.</summary>
    Known,

    /// <summary>Like <see cref="Taken"/>, in a conflict of two contents under one revision.</summary>
    TakenInConflict,

    /// <summary>Like <see cref="Known"/>, in a conflict of two contents under one revision.</summary>
    KnownInConflict,

    /// <summary>It would change what is final.</summary>
    TooLate,

    /// <summary>A record of that id has another type.</summary>
    OtherType,
}

/// <summary>The resolved history of one partition, from the oldest time that somebody may still read (rules E2, E3, P3).</summary>
internal sealed class History(Derivation? derivation = null)
{
    private readonly Dictionary<EventType, EventLog> _logs = [];
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);

    /// <summary>The record that counts for an id, and the latest time any record of it named.</summary>
    internal sealed class Entry
    {
        public required EventRecord Record { get; set; }

        public LoggedEvent? Logged { get; set; }

        public long LatestTime { get; set; } = long.MinValue;
    }

    public IEnumerable<Entry> Entries => _byId.Values;

    public int KnownIds => _byId.Count;

    public bool Knows(string id) => _byId.Count > 0 && _byId.ContainsKey(id);

    public EventLog LogOf(EventType type)
    {
        if (!_logs.TryGetValue(type, out var log))
        {
            _logs.Add(type, log = new EventLog());
        }

        return log;
    }

    /// <summary>
    /// Joins a record with the history. <paramref name="removed"/> and <paramref name="added"/> are the events that left and entered it.
    /// </summary>
    public RecordEffect Join(EventRecord record, long watermark, bool refuseConflicts, out LoggedEvent? removed, out LoggedEvent? added)
    {
        removed = added = null;
        if (!_byId.TryGetValue(record.Id, out var entry))
        {
            _byId.Add(record.Id, entry = new Entry { Record = record });
            Replace(entry, record, out added);
            return RecordEffect.Taken;
        }

        var held = entry.Record;
        if (held.Type != record.Type)
        {
            return RecordEffect.OtherType;
        }

        var conflict = held.Revision == record.Revision && held.Withdrawn == record.Withdrawn
            && held.CanonicalText() != record.CanonicalText();
        if (Compare(record, held) <= 0)
        {
            entry.LatestTime = Math.Max(entry.LatestTime, Ticks.Of(record.Time));
            return conflict ? RecordEffect.KnownInConflict : RecordEffect.Known;
        }

        if (conflict && refuseConflicts)
        {
            return RecordEffect.KnownInConflict;
        }

        if (Ticks.Of(held.Time) < watermark)
        {
            return RecordEffect.TooLate;
        }

        removed = entry.Logged;
        if (removed is not null)
        {
            Leave(removed);
        }

        Replace(entry, record, out added);
        return conflict ? RecordEffect.TakenInConflict : RecordEffect.Taken;
    }

    /// <summary>Forgets ids all of whose records are older than the watermark of their type: a repeat of them is late.</summary>
    public void ForgetIds(Func<EventType, long> watermark)
    {
        foreach (var (id, entry) in _byId)
        {
            if (entry.LatestTime < watermark(entry.Record.Type))
            {
                _byId.Remove(id);
            }
        }
    }

    /// <summary>Puts back what a snapshot held.</summary>
    public void Restore(EventRecord record, bool inLog, long latestTime)
    {
        var logged = inLog ? new LoggedEvent(record) : null;
        if (logged is not null)
        {
            Enter(logged);
        }

        _byId.Add(record.Id, new Entry { Record = record, Logged = logged, LatestTime = latestTime });
    }

    /// <summary>Puts back an event that a snapshot held beside the records.</summary>
    public void Restore(LoggedEvent item) => LogOf(item.Type).Add(item);

    /// <summary>Whether the event of a record that is known is still read.</summary>
    public bool IsRead(Entry entry) => entry.Logged is { } logged && LogOf(logged.Type).Contains(logged);

    /// <summary>The events that are read and do not follow from the records that are known and read: those whose ids are forgotten, and the outcomes of norms.</summary>
    public IEnumerable<LoggedEvent> LoggedOnly()
    {
        var known = _byId.Values.Where(IsRead).SelectMany(entry => entry.Logged!.Derived.Prepend(entry.Logged)).ToHashSet();
        return _logs.Values.SelectMany(log => log.All).Where(e => !known.Contains(e));
    }

    /// <summary>An event, and what follows from it, becomes part of the history.</summary>
    public void Enter(LoggedEvent item)
    {
        LogOf(item.Type).Add(item);
        if (derivation is null)
        {
            return;
        }

        item.Derived = derivation.Of(item);
        foreach (var derived in item.Derived)
        {
            LogOf(derived.Type).Add(derived);
        }
    }

    /// <summary>An event that entered, and what follows from it, is no longer part of the history.</summary>
    public void Leave(LoggedEvent item)
    {
        LogOf(item.Type).Remove(item);
        foreach (var derived in derivation?.Of(item) ?? [])
        {
            LogOf(derived.Type).Remove(derived);
        }
    }

    /// <summary>The type, and those of which its events may make one.</summary>
    public IEnumerable<EventType> WithMadeOf(EventType type) => derivation is null ? [type] : derivation.TypesMadeOf(type).Prepend(type);

    private void Replace(Entry entry, EventRecord record, out LoggedEvent? added)
    {
        added = record.Withdrawn ? null : new LoggedEvent(record);
        entry.Record = record;
        entry.Logged = added;
        entry.LatestTime = Math.Max(entry.LatestTime, Ticks.Of(record.Time));
        foreach (var was in record.Was)
        {
            entry.LatestTime = Math.Max(entry.LatestTime, Ticks.Of(was));
        }

        if (added is not null)
        {
            Enter(added);
        }
    }

    private static int Compare(EventRecord left, EventRecord right)
    {
        var byRevision = left.Revision.CompareTo(right.Revision);
        if (byRevision != 0)
        {
            return byRevision;
        }

        var byWithdrawal = left.Withdrawn.CompareTo(right.Withdrawn);
        return byWithdrawal != 0 ? byWithdrawal : string.CompareOrdinal(left.CanonicalText(), right.CanonicalText());
    }
}
