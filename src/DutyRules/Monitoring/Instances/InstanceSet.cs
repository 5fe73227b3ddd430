using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Instances;

/// <summary>
/// The open instances of a norm, found by what an event must share with them: the <c>same</c> fields, or the bearer, or nothing. Also the recent events that an instance born
/// now may still count, found alike.
/// </summary>
internal sealed class InstanceSet(NormPlan plan)
{
    private static readonly StateKey _everything = new([]);
    private static readonly StateKey _first = new([Value.Truth(false)]);

    private readonly SortedDictionary<long, Instance> _bySerial = [];
    private readonly Dictionary<StateKey, List<Instance>> _byShare = [];
    private readonly SortedDictionary<long, Instance> _conditional = [];
    private readonly Dictionary<StateKey, List<LoggedEvent>> _recent = [];
    private readonly Queue<(long Time, StateKey Key)> _recentOrder = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<(long Time, string Id)> _takenOrder = [];

    public IEnumerable<Instance> All => _bySerial.Values;

    public int Count => _bySerial.Count;

    /// <summary>Those with conditions that are read as states change.</summary>
    public IEnumerable<Instance> Conditional => _conditional.Values;

    public Instance? Find(long serial) => _bySerial.GetValueOrDefault(serial);

    public void Add(Instance instance)
    {
        _bySerial.Add(instance.Serial, instance);
        if (plan.IsConditional)
        {
            _conditional.Add(instance.Serial, instance);
        }

        if (!plan.Parts.IsEmpty && ShareOf(instance) is { } share)
        {
            if (!_byShare.TryGetValue(share, out var list))
            {
                _byShare.Add(share, list = []);
            }

            list.Add(instance);
        }
    }

    public void Remove(Instance instance)
    {
        _bySerial.Remove(instance.Serial);
        _conditional.Remove(instance.Serial);
        if (!plan.Parts.IsEmpty && ShareOf(instance) is { } share && _byShare.TryGetValue(share, out var list))
        {
            list.Remove(instance);
            if (list.Count == 0)
            {
                _byShare.Remove(share);
            }
        }
    }

    /// <summary>The instances that may count an event.</summary>
    public IReadOnlyList<Instance> Sharing(LoggedEvent item) =>
        ShareOf(item) is { } share && _byShare.TryGetValue(share, out var list) ? list : [];

    /// <summary>Instances are found by what they share with events; else that is to be looked at.</summary>
    public bool IsShared { get; } = plan.Parts.All(p => p.Shares);

    /// <summary>The recent events that an instance may count, or that may begin or end its window, in order.</summary>
    public IReadOnlyList<LoggedEvent> RecentFor(Instance instance)
    {
        var sharing = ShareOf(instance) is { } share && _recent.TryGetValue(share, out var list) ? list : [];
        return plan.HasFirsts && _recent.TryGetValue(_first, out var firsts) ? [.. new SortedSet<LoggedEvent>(sharing.Concat(firsts))] : sharing;
    }

    /// <summary>Keeps an event that may be counted, or that may begin or end a window.</summary>
    public void AddRecent(LoggedEvent item, bool isCounted, bool isFirst)
    {
        if (isCounted && ShareOf(item) is { } share)
        {
            AddRecent(item, share);
        }

        if (isFirst)
        {
            AddRecent(item, _first);
        }
    }

    private void AddRecent(LoggedEvent item, StateKey share)
    {
        if (!_recent.TryGetValue(share, out var list))
        {
            _recent.Add(share, list = []);
        }

        list.Add(item);
        _recentOrder.Enqueue((item.Time, share));
    }

    /// <summary>An event serves an instance, and so no other (rule C20).</summary>
    public void Take(LoggedEvent item)
    {
        if (_taken.Add(item.Id))
        {
            _takenOrder.Enqueue((item.Time, item.Id));
        }
    }

    public bool IsTaken(LoggedEvent item) => _taken.Contains(item.Id);

    public void ForgetRecent(long before)
    {
        while (_takenOrder.TryPeek(out var taken) && taken.Time < before)
        {
            _taken.Remove(_takenOrder.Dequeue().Id);
        }

        while (_recentOrder.TryPeek(out var oldest) && oldest.Time < before)
        {
            _recentOrder.Dequeue();
            if (!_recent.TryGetValue(oldest.Key, out var list))
            {
                continue;
            }

            var count = list.FindIndex(e => e.Time >= before);
            list.RemoveRange(0, count < 0 ? list.Count : count);
            if (list.Count == 0)
            {
                _recent.Remove(oldest.Key);
            }
        }
    }

    public InstanceSet Clone()
    {
        var clone = new InstanceSet(plan);
        foreach (var instance in _bySerial.Values)
        {
            clone.Add(instance.Clone());
        }

        foreach (var (key, list) in _recent)
        {
            clone._recent.Add(key, [.. list]);
        }

        foreach (var item in _recentOrder)
        {
            clone._recentOrder.Enqueue(item);
        }

        clone._taken.UnionWith(_taken);
        foreach (var taken in _takenOrder)
        {
            clone._takenOrder.Enqueue(taken);
        }

        return clone;
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(_bySerial.Count);
        foreach (var instance in _bySerial.Values)
        {
            instance.Write(writer);
        }

        writer.Write(_takenOrder.Count);
        foreach (var (time, id) in _takenOrder)
        {
            writer.Write(time);
            writer.Write(id);
        }

        writer.Write(_recent.Where(r => !r.Key.Equals(_first)).SelectMany(r => r.Value).Order().ToList());
        writer.Write(_recent.GetValueOrDefault(_first, []));
    }

    public void Read(SnapshotReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            Add(Instance.Read(reader, (window, facts, awaits) =>
                awaits ? new WaitingProgress(window) : Progress.For(plan, window, facts)));
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _takenOrder.Enqueue((reader.ReadInt64(), reader.ReadString()));
            _taken.Add(_takenOrder.Last().Id);
        }

        foreach (var item in reader.ReadEvents())
        {
            AddRecent(item, isCounted: true, isFirst: false);
        }

        foreach (var item in reader.ReadEvents())
        {
            AddRecent(item, _first);
        }
    }

    private StateKey? ShareOf(LoggedEvent item)
    {
        if (!IsShared)
        {
            return _everything;
        }

        if (!plan.Same.IsEmpty)
        {
            return Values(item);
        }

        return !ByBearer ? _everything : item.Actor is { } actor ? new StateKey([Value.Text(actor)]) : null;
    }

    private StateKey? ShareOf(Instance instance)
    {
        if (!IsShared)
        {
            return _everything;
        }

        if (!plan.Same.IsEmpty)
        {
            return ValuesOf(instance);
        }

        return !ByBearer ? _everything : new StateKey([Value.Text(instance.Person!)]);
    }

    private bool ByBearer { get; } = !plan.Parts.IsEmpty && plan.Parts.All(p => p.Performer == PerformerKind.Bearer) && plan.Norm.Parties.Who is not PostParty;

    private StateKey? ValuesOf(Instance instance)
    {
        var parts = plan.Same.Select(instance.ValueOf).ToList();
        return parts.Contains(null) ? null : new StateKey([.. parts.Select(p => p!.Value)]);
    }

    private StateKey? Values(LoggedEvent item)
    {
        var parts = ImmutableArray.CreateBuilder<Value>(plan.Same.Length);
        foreach (var name in plan.Same)
        {
            if (item.Type.FindField(name) is not { } field || item.Record[field] is not { } value)
            {
                return null;
            }

            parts.Add(value);
        }

        return new StateKey(parts.MoveToImmutable());
    }
}
