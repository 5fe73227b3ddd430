using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;

namespace DutyRules.Monitoring.Lanes;

/// <summary>One state as it stands, at all sites: a switch or a latest value, by site and, at most, one name. A value that runs out does so when it is read (rules S3, S5, S10).</summary>
internal sealed class LaneState(StatePlan plan, string partitionField)
{
    private readonly Value? _initially = StateCell.For(plan.Definition).Value;

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
        return RunsOut(ref cell, time) ? Plan.Definition is SwitchState ? Value.Truth(false) : null : cell.Value;
    }

    /// <summary>The value for a key, be it one of this site or not.</summary>
    public Value? At(LaneSite site, ImmutableArray<Value> key, long time)
    {
        var name = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (Plan.Definition.Of[i] != partitionField)
            {
                name = key[i].Kind == ValueKind.Text ? site.Find(key[i].AsText) : -1;
            }
            else if (key[i].AsText != site.View.Name)
            {
                return _initially;
            }
        }

        return At(site, name, time);
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

    // A switch acts as soon as one of its sources perhaps happened; of several samples that of the greatest id counts.
    private void Step(LaneSite site, ReadOnlySpan<LaneEvent> step, int name, LaneMoment moment)
    {
        bool on = false, off = false, unsure = false;
        StateSource? latest = null;
        EventRecord? sample = null;
        foreach (var item in step)
        {
            if (KeyOf(site, item.Record) != name)
            {
                continue;
            }

            moment.Record = item.Record;
            foreach (var source in Plan.Sources)
            {
                if (source.Type != item.Record.Type || source.Where?.Invoke(moment) is { IsKnown: true, Value: false })
                {
                    continue;
                }

                unsure |= source.Where?.Invoke(moment) is { IsKnown: false };
                on |= source.Effect == SourceEffect.Raise;
                off |= source.Effect == SourceEffect.Lower;
                if (latest is null || string.CompareOrdinal(item.Record.Id, sample!.Id) > 0)
                {
                    (latest, sample) = (source, item.Record);
                }
            }
        }

        if (latest is null)
        {
            return;
        }

        ref var cell = ref CellOf(site, name, moment.Time);
        if (unsure)
        {
            cell = new Cell { Value = null, Since = long.MinValue };
        }
        else if (Plan.Definition is LatestState)
        {
            cell.Value = latest.Effect == SourceEffect.Lower ? _initially : latest.Amount is { } amount ? sample![amount] : Value.Instant(sample!.Time);
            cell.Since = moment.Time;
        }
        else if (on != off)
        {
            cell = new Cell { Value = Value.Truth(on), Since = on ? moment.Time : long.MinValue };
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
            cell = new Cell { Value = Plan.Definition is SwitchState ? Value.Truth(false) : null, Since = long.MinValue };
        }

        return ref cell;
    }

    private bool RunsOut(ref Cell cell, long time) => Plan.RunsFor is { } length && cell.Since != long.MinValue && cell.Since + length <= time;

    /// <summary>The name in the key of an event; 0: there is none in it; -1: the event has no such key, or is no source.</summary>
    private int KeyOf(LaneSite site, EventRecord record)
    {
        foreach (var source in Plan.Sources)
        {
            if (source.Type == record.Type)
            {
                foreach (var field in source.Key)
                {
                    if (field.Name != partitionField)
                    {
                        return record[field] is { } value ? site.NumberOf(value.AsText) : -1;
                    }
                }

                return 0;
            }
        }

        return -1;
    }
}
