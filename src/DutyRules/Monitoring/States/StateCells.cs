using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>
/// All keys of one state in one partition, at one time. <see cref="Step"/> is the only thing that changes it, in order and in a re-run alike.
/// </summary>
internal sealed class StateCells(StatePlan plan, UnitPeriods? periods)
{
    private readonly Dictionary<StateKey, StateCell> _cells = [];
    private readonly Queue<(long Time, StateKey Key)> _ends = [];
    private readonly Dictionary<StateKey, List<StateInput>> _inputs = [];
    private long? _beginsAnew;

    /// <summary>When the next value runs out, or all begin anew.</summary>
    public long? NextEnd => _ends.TryPeek(out var next) ? next.Time : _beginsAnew;

    /// <summary>Applies the source events of one step.</summary>
    public void Step(IReadOnlyList<LoggedEvent> events, EvaluationScope scope, Action<StateKey, Value?>? changed)
    {
        _inputs.Clear();
        foreach (var item in events)
        {
            foreach (var source in plan.Sources)
            {
                if (source.Type == item.Type && KeyOf(source, item) is { } key)
                {
                    AddInput(source, item, key, scope);
                }
            }
        }

        foreach (var (key, inputs) in _inputs)
        {
            if (!_cells.TryGetValue(key, out var cell))
            {
                _cells.Add(key, cell = StateCell.For(plan.Definition));
            }

            cell.Step(inputs);
            if (plan.RunsFor is { } length && cell.RunsSince is { } since)
            {
                _ends.Enqueue((since + length, key));
            }

            changed?.Invoke(key, cell.Value);
        }

        if (periods is not null && _beginsAnew is null && _cells.Count > 0)
        {
            _beginsAnew = periods.StartAfter(events[0].Time);
        }
    }

    /// <summary>Ends the values that run out before or at <paramref name="time"/>, and begins anew with a period that starts by then.</summary>
    public void RunOut(long time, Action<long, StateKey, Value?>? changed)
    {
        while (_ends.TryPeek(out var next) && next.Time <= time)
        {
            _ends.Dequeue();
            if (_cells.TryGetValue(next.Key, out var cell) && cell.RunOut(next.Time - plan.RunsFor!.Value))
            {
                changed?.Invoke(next.Time, next.Key, cell.Value);
            }
        }

        if (_beginsAnew is { } start && start <= time)
        {
            var initially = StateCell.For(plan.Definition).Value;
            foreach (var key in _cells.Keys)
            {
                changed?.Invoke(start, key, initially);
            }

            _cells.Clear();
            _beginsAnew = null;
        }
    }

    /// <summary>Forgets the keys under which the state is off, where that is what it is at first.</summary>
    public void ForgetOff()
    {
        foreach (var (key, cell) in _cells)
        {
            if (cell is { Value: { AsTruth: false }, RunsSince: null })
            {
                _cells.Remove(key);
            }
        }
    }

    public StateCells Clone()
    {
        var clone = new StateCells(plan, periods) { _beginsAnew = _beginsAnew };
        foreach (var (key, cell) in _cells)
        {
            clone._cells.Add(key, cell.Clone());
        }

        foreach (var item in _ends)
        {
            clone._ends.Enqueue(item);
        }

        return clone;
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(_beginsAnew);
        writer.Write(_cells.Count);
        foreach (var (key, cell) in _cells)
        {
            writer.Write(key);
            cell.Write(writer);
        }

        writer.Write(_ends.Count);
        foreach (var (time, key) in _ends)
        {
            writer.Write(time);
            writer.Write(key);
        }
    }

    public void Read(SnapshotReader reader)
    {
        _beginsAnew = reader.ReadNullableInt64();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var key = reader.ReadKey();
            var cell = StateCell.For(plan.Definition);
            cell.Read(reader);
            _cells.Add(key, cell);
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _ends.Enqueue((reader.ReadInt64(), reader.ReadKey()));
        }
    }

    private void AddInput(StateSource source, LoggedEvent item, StateKey key, EvaluationScope scope)
    {
        if (source.Member is { } member && item.Record[member] is null)
        {
            return;
        }

        var sure = !item.Unsure;
        if (source.Where is { } where)
        {
            var match = where(scope.ForEvent(item));
            if (match is { IsKnown: true, Value: false })
            {
                return;
            }

            sure &= match.IsKnown;
        }

        if (!_inputs.TryGetValue(key, out var inputs))
        {
            _inputs.Add(key, inputs = []);
        }

        inputs.Add(new StateInput(source, sure, item));
    }

    private static StateKey? KeyOf(StateSource source, LoggedEvent item)
    {
        if (source.Key.IsEmpty)
        {
            return new StateKey([]);
        }

        var parts = ImmutableArray.CreateBuilder<Value>(source.Key.Length);
        foreach (var field in source.Key)
        {
            if (item.Record[field] is not { } value)
            {
                return null;
            }

            parts.Add(value);
        }

        return new StateKey(parts.MoveToImmutable());
    }
}
