using System.Runtime.CompilerServices;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;

namespace DutyRules.Monitoring.Lanes;

/// <summary>One declared site as the lanes see it: the names that occur there, numbered, the values of its states, and its norms.</summary>
internal sealed class LaneSite(PartitionMonitor partition, SiteLanes lanes, int index, int serial)
{
    private const int FewNames = 512;

    private readonly Records.TextTable<int> _numbers = new();
    private readonly Queue<LaneEvent> _held = [];
    private readonly HashSet<string> _heldIds = new(StringComparer.Ordinal);
    private long _lastHeldTime;
    private int _instant;
    private int _rowsInIt;
    private int _manyNames = FewNames;
    private readonly LaneNorm?[] _norms = new LaneNorm?[lanes.Norms.Length];

    public PartitionMonitor Partition { get; } = partition;

    public PartitionView View => Partition.View;

    public SiteLanes Lanes { get; } = lanes;

    /// <summary>Its place among the sites of its lanes.</summary>
    public int Index { get; } = index;

    /// <summary>Its number among all sites of a monitor, from 1.</summary>
    public int Serial { get; } = serial;

    /// <summary>Who listens to the rows of each type; null until it is found out.</summary>
    public Listeners?[]? Ways { get; set; }

    /// <summary>A record of it joined the history once, so that ids are to be looked up.</summary>
    public bool HasHistory { get; set; }

    /// <summary>The first record that waits for time to pass it, where all that do came one after the other; null: there is none.</summary>
    public EventRecord? Held { get; private set; }

    /// <summary>When the record that is held happened.</summary>
    public long HeldTime { get; private set; }

    /// <summary>Who listens to the record that is held; null: nobody.</summary>
    public Listeners? HeldListeners { get; private set; }

    /// <summary>The records that wait for time to pass them, in order, where there are several.</summary>
    public List<Records.LoggedEvent> Waiting { get; } = [];

    /// <summary>The time of the next record that waits; <see cref="long.MaxValue"/> if none does.</summary>
    public long NextRecord => Held is not null ? HeldTime : Waiting.Count > 0 ? Waiting[0].Time : long.MaxValue;

    public bool Waits => Held is not null || Waiting.Count > 0;

    /// <summary>It is among those that are looked after as time moves on.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The names, the first with number 1.</summary>
    public IReadOnlyCollection<string> Names => _numbers.Texts;

    /// <summary>Whether a record comes after all that wait, and none of these has its id.</summary>
    public bool CanHold(string id, long time) => Held is null ? Waiting.Count == 0 : time > _lastHeldTime && Held.Id != id && !_heldIds.Contains(id);

    public void Hold(EventRecord record, long time, Listeners? listeners)
    {
        _lastHeldTime = time;
        if (Held is not null)
        {
            _heldIds.Add(record.Id);
            _held.Enqueue(new LaneEvent(record, time, listeners));
            return;
        }

        Held = record;
        HeldTime = time;
        HeldListeners = listeners;
    }

    /// <summary>Takes the record that is held.</summary>
    public EventRecord Release()
    {
        var held = Held!;
        if (_held.TryDequeue(out var next))
        {
            _heldIds.Remove(next.Record.Id);
            (Held, HeldTime, HeldListeners) = (next.Record, next.Time, next.Listeners);
        }
        else
        {
            Held = null;
        }

        return held;
    }

    /// <summary>Counts a row in an instant.</summary>
    public void CountIn(int instant) => (_instant, _rowsInIt) = (instant, _instant == instant ? _rowsInIt + 1 : 1);

    /// <summary>Whether one row was counted in an instant.</summary>
    public bool IsAloneIn(int instant) => _instant == instant && _rowsInIt == 1;

    /// <summary>The number of a name; -1 for one that never came.</summary>
    public int Find(string name) => _numbers.TryFind(name, out var number) ? number : -1;

    /// <summary>The number of a name, which it gets if it has none yet.</summary>
    public int NumberOf(string name)
    {
        if (!_numbers.TryFind(name, out var number))
        {
            _numbers.Add(name, number = _numbers.Count + 1);
            if (number > _manyNames)
            {
                Lanes.Crowd(this);
            }
        }

        return number;
    }

    /// <summary>Forgets the names under which all states are as they were at first; the others get new numbers, in the same order.</summary>
    public void ForgetNames(long time)
    {
        var names = _numbers.Texts.Select(name => (Name: name, Number: Find(name)))
            .Where(n => !Lanes.States.All(state => state.IsAsAtFirst(this, n.Number, time))).OrderBy(n => n.Number).ToList();
        foreach (var state in Lanes.States)
        {
            state.Renumber(this, [.. names.Select(n => n.Number)]);
        }

        _numbers.Clear();
        foreach (var (name, _) in names)
        {
            _numbers.Add(name, _numbers.Count + 1);
        }

        _manyNames = Math.Max(FewNames, 2 * _numbers.Count);
    }

    /// <summary>A norm at this site.</summary>
    public LaneNorm Norm(LaneMember member) => _norms[member.Index] ??= new LaneNorm(member.Plan, View);

    /// <summary>A record enters those that wait, or leaves them.</summary>
    public void Replace(Records.LoggedEvent? removed, Records.LoggedEvent? added)
    {
        if (removed is not null)
        {
            Waiting.Remove(removed);
        }

        if (added is not null && Lanes.ListenersTo(added.Type) is not null)
        {
            var index = Waiting.BinarySearch(added);
            Waiting.Insert(index < 0 ? ~index : index, added);
        }
    }
}

/// <summary>A norm and its place among those of its lanes.</summary>
internal sealed record LaneMember(NormPlan Plan, int Index);
