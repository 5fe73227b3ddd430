using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;

namespace DutyRules.Monitoring.Lanes;

/// <summary>One state as it stands, at all sites: a switch or a latest value, by site and, at most, one name. A value that runs out does so when it is read (rules S3, S5, S10).</summary>
internal sealed class LaneState
{
    private readonly LaneCell _initially;
    private readonly LaneCell _atEnd;
    private readonly ValueKind _kind;
    private readonly bool _isLatest;
    private readonly long? _runsFor;
    private readonly string _partitionField;
    private readonly TypeTable<LaneSource> _sources;

    // By the site and the number of a name; 0: no name.
    private readonly LaneCell[][] _cells;

    public LaneState(StatePlan plan, string partitionField, int sites)
    {
        _cells = new LaneCell[sites][];
        Array.Fill(_cells, []);
        Plan = plan;
        _partitionField = partitionField;
        _kind = plan.Definition.Type.Kind;
        _isLatest = plan.Definition is LatestState;
        _runsFor = plan.RunsFor;
        _initially = LaneCell.Of(StateCell.For(plan.Definition).Value);
        _atEnd = _isLatest ? LaneCell.Unknown : LaneCell.Of(Value.Truth(false));
        _sources = new([.. plan.Types.Select(type => (type, new LaneSource(this, [.. plan.Sources.Where(s => s.Type == type)], partitionField)))]);
    }

    public StatePlan Plan { get; }

    /// <summary>The value at a site under a name; 0 for none, -1 for one that never came.</summary>
    public Value? At(int site, int name, long time) => CellAt(site, name, time).ValueOf(_kind);

    /// <summary>The bits of the value at a site under a name; false if it is not known.</summary>
    public bool TryBits(int site, int name, long time, out long bits)
    {
        var cells = _cells[site];
        if ((uint)name < (uint)cells.Length && _runsFor is null)
        {
            ref readonly var cell = ref cells[name];
            bits = cell.Bits;
            return cell.IsKnown;
        }

        ref readonly var found = ref CellAt(site, name, time);
        bits = found.Bits;
        return found.IsKnown;
    }

    /// <summary>The value for a key, be it one of this site or not.</summary>
    public Value? At(LaneSite site, ImmutableArray<Value> key, long time)
    {
        var name = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (Plan.Definition.Of[i] != _partitionField)
            {
                name = site.Find(key[i].AsText);
            }
            else if (key[i].AsText != site.View.Name)
            {
                return _initially.ValueOf(_kind);
            }
        }

        return At(site.Index, name, time);
    }

    /// <summary>What events of a type do to it; null: nothing.</summary>
    public LaneSource? SourceOf(EventType type) => _sources.Find(type);

    /// <summary>Applies a step of one event.</summary>
    public void Step(LaneSource source, LaneMoment moment)
    {
        if (source.KeyOf(moment) is not (>= 0 and var name))
        {
            return;
        }

        if (source.Always is not { } always)
        {
            var change = new LaneChange();
            change.Add(source.Sources, moment);
            Apply(moment.SiteIndex, name, moment.Time, change);
            return;
        }

        ref var cell = ref CellOf(moment.SiteIndex, name, moment.Time);
        if (_isLatest)
        {
            Sample(ref cell, always, always.Amount is { } amount ? LaneCell.Of(moment, amount) : LaneCell.Unknown, moment.Time);
        }
        else
        {
            Turn(ref cell, always.Effect == SourceEffect.Raise, moment.Time);
        }
    }

    /// <summary>Applies a step of records.</summary>
    public void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, LaneMoment moment)
    {
        Span<int> names = step.Length <= 64 ? stackalloc int[step.Length] : new int[step.Length];
        for (var i = 0; i < step.Length; i++)
        {
            moment.Enter(site, step[i].Time, step[i].Record);
            names[i] = _sources.Find(step[i].Record.Type)?.KeyOf(moment) ?? -1;
        }

        for (var i = 0; i < step.Length; i++)
        {
            if (names[i] is >= 0 and var name && !names[..i].Contains(name))
            {
                Step(site, step[i..], names[i..], name, moment);
            }
        }
    }

    /// <summary>Whether the value under a name is what it would be had nothing happened.</summary>
    public bool IsAsAtFirst(LaneSite site, int name, long time) => At(site.Index, name, time) is var value && value.Equals(_initially.ValueOf(_kind))
        && (_runsFor is null || _cells[site.Index] is var cells && (name >= cells.Length || cells[name].Since == long.MinValue || RunsOut(cells[name], time)));

    /// <summary>The values of the names that are kept move to their new numbers.</summary>
    public void Renumber(LaneSite site, IReadOnlyList<int> kept)
    {
        var cells = _cells[site.Index];
        var moved = new LaneCell[Math.Min(cells.Length, kept.Count + 1)];
        for (var i = 0; i < moved.Length; i++)
        {
            var from = i == 0 ? 0 : kept[i - 1];
            moved[i] = from < cells.Length ? cells[from] : _initially;
        }

        _cells[site.Index] = moved;
    }

    public void Write(SnapshotWriter writer, LaneSite site)
    {
        var cells = _cells[site.Index];
        writer.Write(cells.Length);
        foreach (var cell in cells)
        {
            writer.Write(cell.ValueOf(_kind));
            writer.Write(cell.Since);
        }
    }

    public void Read(SnapshotReader reader, LaneSite site)
    {
        var cells = new LaneCell[reader.ReadInt32()];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = LaneCell.Of(reader.ReadValue());
            cells[i].Since = reader.ReadInt64();
        }

        _cells[site.Index] = cells;
    }

    private void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, ReadOnlySpan<int> names, int name, LaneMoment moment)
    {
        var change = new LaneChange();
        for (var i = 0; i < step.Length; i++)
        {
            if (names[i] == name)
            {
                moment.Enter(site, step[i].Time, step[i].Record);
                change.Add(_sources.Find(step[i].Record.Type)!.Sources, moment);
            }
        }

        Apply(site.Index, name, moment.Time, change);
    }

    private void Apply(int site, int name, long time, in LaneChange change)
    {
        if (change.Latest is null)
        {
            return;
        }

        ref var cell = ref CellOf(site, name, time);
        if (change.IsUnsure)
        {
            cell = LaneCell.Unknown;
        }
        else if (_isLatest)
        {
            Sample(ref cell, change.Latest, change.Sample, time);
        }
        else if (change.On != change.Off)
        {
            Turn(ref cell, change.On, time);
        }
    }

    private static void Turn(ref LaneCell cell, bool on, long time)
    {
        cell.SetBits(on ? 1 : 0);
        cell.Since = on ? time : long.MinValue;
    }

    private void Sample(ref LaneCell cell, StateSource source, in LaneCell sample, long time)
    {
        if (source.Effect == SourceEffect.Lower)
        {
            cell = _initially;
        }
        else if (source.Amount is null)
        {
            cell.SetBits(time);
        }
        else
        {
            cell.Set(sample);
        }

        cell.Since = time;
    }

    private ref readonly LaneCell CellAt(int site, int name, long time)
    {
        var cells = _cells[site];
        if ((uint)name >= (uint)cells.Length)
        {
            return ref _initially;
        }

        ref readonly var cell = ref cells[name];
        return ref RunsOut(cell, time) ? ref _atEnd : ref cell;
    }

    private ref LaneCell CellOf(int site, int name, long time)
    {
        ref var cells = ref _cells[site];
        if (name >= cells.Length)
        {
            var count = cells.Length;
            Array.Resize(ref cells, Math.Max(name + 1, count * 2));
            cells.AsSpan(count).Fill(_initially);
        }

        ref var cell = ref cells[name];
        if (RunsOut(cell, time))
        {
            cell = _atEnd;
        }

        return ref cell;
    }

    private bool RunsOut(in LaneCell cell, long time) => _runsFor is { } length && cell.Since != long.MinValue && cell.Since + length <= time;
}
