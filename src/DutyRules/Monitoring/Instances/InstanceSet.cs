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

    private readonly SortedDictionary<long, Instance> _bySerial = [];
    private readonly Dictionary<StateKey, List<Instance>> _byShare = [];
    private readonly SortedDictionary<long, Instance> _conditional = [];
    private readonly Dictionary<StateKey, List<LoggedEvent>> _recent = [];
    private readonly Queue<(long Time, StateKey Key)> _recentOrder = [];

    public IEnumerable<Instance> All => _bySerial.Values;

    public int Count => _bySerial.Count;

    /// <summary>Those with conditions that are read as states change.</summary>
    public IEnumerable<Instance> Conditional => _conditional.Values;

    public Instance? Find(long serial) => _bySerial.GetValueOrDefault(serial);

    public void Add(Instance instance)
    {
        _bySerial.Add(instance.Serial, instance);
        if (plan.Stay is not null || !plan.Lapses.IsEmpty)
        {
            _conditional.Add(instance.Serial, instance);
        }

        if (plan.ContentEvent is not null && ShareOf(instance) is { } share)
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
        if (plan.ContentEvent is not null && ShareOf(instance) is { } share && _byShare.TryGetValue(share, out var list))
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

    /// <summary>The recent events that an instance may count, in order.</summary>
    public IReadOnlyList<LoggedEvent> RecentFor(Instance instance) =>
        ShareOf(instance) is { } share && _recent.TryGetValue(share, out var list) ? list : [];

    public void AddRecent(LoggedEvent item)
    {
        if (ShareOf(item) is not { } share)
        {
            return;
        }

        if (!_recent.TryGetValue(share, out var list))
        {
            _recent.Add(share, list = []);
        }

        list.Add(item);
        _recentOrder.Enqueue((item.Time, share));
    }

    public void ForgetRecent(long before)
    {
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

        return clone;
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(_bySerial.Count);
        foreach (var instance in _bySerial.Values)
        {
            instance.Write(writer);
        }

        writer.Write(_recent.Values.SelectMany(l => l).Order().ToList());
    }

    public void Read(SnapshotReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            Add(Instance.Read(reader, window => Progress.For(plan, window)));
        }

        foreach (var item in reader.ReadEvents())
        {
            AddRecent(item);
        }
    }

    private StateKey? ShareOf(LoggedEvent item)
    {
        if (!plan.Same.IsEmpty)
        {
            return Values(item);
        }

        return !ByBearer ? _everything : item.Actor is { } actor ? new StateKey([Value.Text(actor)]) : null;
    }

    private StateKey? ShareOf(Instance instance)
    {
        if (!plan.Same.IsEmpty)
        {
            return instance.Trigger is null ? null : Values(instance.Trigger);
        }

        return !ByBearer ? _everything : new StateKey([Value.Text(instance.Person!)]);
    }

    private bool ByBearer => plan.ActorMatters && plan.Norm.Parties.Who is EachParty or FieldParty;

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
