using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;

namespace DutyRules.Monitoring.Lanes;

/// <summary>One state as it stands, at all sites: a switch or a latest value, by site and, at most, one name. A value that runs out does so when it is read (rules S3, S5, S10).</summary>
internal sealed class LaneState(StatePlan plan, string partitionField)
{
    private readonly Value? _initially = StateCell.For(plan.Definition).Value;
    private readonly bool _isLatest = plan.Definition is LatestState;
    private readonly long? _runsFor = plan.RunsFor;
    private TypeTable<LaneSource>? _sources;

    /// <summary>A value, and since when it runs; <see cref="long.MinValue"/>: it does not run out.</summary>
    internal struct Cell
    {
        public Value? Value;
        public long Since;
    }

    public StatePlan Plan { get; } = plan;

    /// <summary>Its place among the states.</summary>
    public required int Index { get; init; }

    /// <summary>The value at a site under a name; 0 for none, -1 for one that never came.</summary>
    public Value? At(LaneSite site, int name, long time)
    {
        var cells = site.Cells[Index];
        if ((uint)name >= (uint)cells.Length)
        {
            return _initially;
        }

        ref var cell = ref cells[name];
        return RunsOut(ref cell, time) ? _isLatest ? null : Value.Truth(false) : cell.Value;
    }

    /// <summary>The bits of the value at a site under a name; false if it is not known.</summary>
    public bool TryBits(LaneSite site, int name, long time, out long bits)
    {
        var cells = site.Cells[Index];
        if ((uint)name < (uint)cells.Length && cells[name].Since == long.MinValue | _runsFor is null)
        {
            ref readonly var value = ref cells[name].Value;
            bits = Nullable.GetValueRefOrDefaultRef(in value).Bits;
            return value.HasValue;
        }

        var found = At(site, name, time);
        bits = found.GetValueOrDefault().Bits;
        return found.HasValue;
    }

    /// <summary>The value for a key, be it one of this site or not.</summary>
    public Value? At(LaneSite site, ImmutableArray<Value> key, long time)
    {
        var name = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (Plan.Definition.Of[i] != partitionField)
            {
                name = site.Find(key[i].AsText);
            }
            else if (key[i].AsText != site.View.Name)
            {
                return _initially;
            }
        }

        return At(site, name, time);
    }

    /// <summary>What events of a type do to it; null: nothing.</summary>
    public LaneSource? SourceOf(EventType type) => Sources.Find(type);

    private TypeTable<LaneSource> Sources => _sources ??= new(
        [.. Plan.Types.Select(type => (type, new LaneSource(this, [.. Plan.Sources.Where(s => s.Type == type)], partitionField)))]);

    /// <summary>Applies a step of one event.</summary>
    public void Step(LaneSite site, in LaneEvent item, LaneSource source, LaneMoment moment)
    {
        if (source.KeyOf(site, item.Record) is not (>= 0 and var name))
        {
            return;
        }

        if (source.Always is { } always)
        {
            ref var cell = ref CellOf(site, name, item.Time);
            if (!_isLatest)
            {
                Turn(ref cell, always.Effect == SourceEffect.Raise, item.Time);
            }
            else
            {
                Sample(ref cell, always, item.Record, item.Time);
            }

            return;
        }

        var change = new Change();
        change.Add(item.Record, source.Sources, moment);
        Apply(site, name, moment.Time, change);
    }

    /// <summary>Applies a step.</summary>
    public void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, LaneMoment moment)
    {
        for (var i = 0; i < step.Length; i++)
        {
            if (KeyOf(site, step[i].Record) is >= 0 and var name && !HasKeyBefore(site, step[..i], name))
            {
                Step(site, step[i..], name, moment);
            }
        }
    }

    /// <summary>The cells of a site, to begin with.</summary>
    public Cell[] NewCells() => [];

    /// <summary>Whether the value under a name is what it would be had nothing happened.</summary>
    public bool IsAsAtFirst(LaneSite site, int name, long time) => At(site, name, time) is var value && value.Equals(_initially)
        && (_runsFor is null || site.Cells[Index] is var cells && (name >= cells.Length || cells[name].Since == long.MinValue || RunsOut(ref cells[name], time)));

    /// <summary>The values of the names that are kept move to their new numbers.</summary>
    public void Renumber(LaneSite site, IReadOnlyList<int> kept)
    {
        var cells = site.Cells[Index];
        var moved = new Cell[Math.Min(cells.Length, kept.Count + 1)];
        for (var i = 0; i < moved.Length; i++)
        {
            var from = i == 0 ? 0 : kept[i - 1];
            moved[i] = from < cells.Length ? cells[from] : new Cell { Value = _initially, Since = long.MinValue };
        }

        site.Cells[Index] = moved;
    }

    public void Write(SnapshotWriter writer, LaneSite site)
    {
        var cells = site.Cells[Index];
        writer.Write(cells.Length);
        foreach (var cell in cells)
        {
            writer.Write(cell.Value);
            writer.Write(cell.Since);
        }
    }

    public void Read(SnapshotReader reader, LaneSite site)
    {
        var cells = new Cell[reader.ReadInt32()];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new Cell { Value = reader.ReadValue(), Since = reader.ReadInt64() };
        }

        site.Cells[Index] = cells;
    }

    private void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, int name, LaneMoment moment)
    {
        var change = new Change();
        foreach (ref readonly var item in step)
        {
            if (Sources.Find(item.Record.Type) is { } source && source.KeyOf(site, item.Record) == name)
            {
                moment.Record = item.Record;
                change.Add(item.Record, source.Sources, moment);
            }
        }

        Apply(site, name, moment.Time, change);
    }

    private void Apply(LaneSite site, int name, long time, in Change change)
    {
        if (change.Latest is null)
        {
            return;
        }

        ref var cell = ref CellOf(site, name, time);
        if (change.IsUnsure)
        {
            cell = new Cell { Value = null, Since = long.MinValue };
        }
        else if (_isLatest)
        {
            Sample(ref cell, change.Latest, change.Sample!, time);
        }
        else if (change.On != change.Off)
        {
            Turn(ref cell, change.On, time);
        }
    }

    private static void Turn(ref Cell cell, bool on, long time)
    {
        cell.Value = Value.Truth(on);
        cell.Since = on ? time : long.MinValue;
    }

    private void Sample(ref Cell cell, StateSource source, EventRecord sample, long time)
    {
        cell.Value = source.Effect == SourceEffect.Lower ? _initially : source.Amount is { } amount ? sample.Fields[amount.Index] : Value.Instant(sample.Time);
        cell.Since = time;
    }

    /// <summary>What the events of one step do to one key. A switch acts as soon as one of its sources perhaps happened; of several samples that of the greatest id counts.</summary>
    private struct Change
    {
        public bool On;
        public bool Off;
        public bool IsUnsure;
        public StateSource? Latest;
        public EventRecord? Sample;

        public void Add(EventRecord record, StateSource[] sources, LaneMoment moment)
        {
            foreach (var source in sources)
            {
                if (source.Where is { } where)
                {
                    var match = where(moment);
                    if (match is { IsKnown: true, Value: false })
                    {
                        continue;
                    }

                    IsUnsure |= !match.IsKnown;
                }

                On |= source.Effect == SourceEffect.Raise;
                Off |= source.Effect == SourceEffect.Lower;
                if (Latest is null || string.CompareOrdinal(record.Id, Sample!.Id) > 0)
                {
                    (Latest, Sample) = (source, record);
                }
            }
        }
    }

    private bool HasKeyBefore(LaneSite site, ReadOnlySpan<LaneEvent> before, int name)
    {
        foreach (var item in before)
        {
            if (KeyOf(site, item.Record) == name)
            {
                return true;
            }
        }

        return false;
    }

    private ref Cell CellOf(LaneSite site, int name, long time)
    {
        ref var cells = ref site.Cells[Index];
        if (name >= cells.Length)
        {
            var count = cells.Length;
            Array.Resize(ref cells, Math.Max(name + 1, count * 2));
            cells.AsSpan(count).Fill(new Cell { Value = _initially, Since = long.MinValue });
        }

        ref var cell = ref cells[name];
        if (RunsOut(ref cell, time))
        {
            cell = new Cell { Value = _isLatest ? null : Value.Truth(false), Since = long.MinValue };
        }

        return ref cell;
    }

    private bool RunsOut(ref Cell cell, long time) => _runsFor is { } length && cell.Since != long.MinValue && cell.Since + length <= time;

    private int KeyOf(LaneSite site, EventRecord record) => Sources.Find(record.Type)?.KeyOf(site, record) ?? -1;
}

/// <summary>What events of one type do to a state.</summary>
internal sealed class LaneSource(LaneState state, StateSource[] sources, string partitionField)
{
    private readonly int _name = sources[0].Key.FirstOrDefault(f => f.Name != partitionField)?.Index ?? -1;

    public LaneState State { get; } = state;

    public StateSource[] Sources { get; } = sources;

    /// <summary>The only source, where every event of the type is one.</summary>
    public StateSource? Always { get; } = sources is [{ Where: null } only] ? only : null;

    /// <summary>The number of the name in the key of an event; 0: there is none in it; -1: the event does not say.</summary>
    public int KeyOf(LaneSite site, EventRecord record) => _name < 0 ? 0 : record.Fields[_name] is { } value ? site.NumberOf(value.AsText) : -1;
}
