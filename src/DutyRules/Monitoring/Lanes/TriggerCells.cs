using System.Runtime.InteropServices;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What the rows that opened instances said beside their partition and what they have in common with events, by slot: enough to make records of them when somebody asks.</summary>
internal sealed class TriggerCells
{
    private readonly EventType _type;
    private readonly int _partition;
    private readonly int _same;
    private readonly Field[] _others;
    private readonly SlotPages<LaneCell> _cells = new();

    public TriggerCells(EventType type, string partitionField, int same)
    {
        _type = type;
        _partition = type.FindField(partitionField)!.Index;
        _same = same;
        _others = [.. type.Fields.Where(f => f.Index != _partition && f.Index != same)];
    }

    /// <summary>Whether a slot says all there is to say.</summary>
    public bool AreNone => _others.Length == 0;

    public void Keep(int slot, LaneMoment moment)
    {
        while (_cells.Count < (slot + 1) * _others.Length)
        {
            _cells.Add();
        }

        for (var i = 0; i < _others.Length; i++)
        {
            _cells[(slot * _others.Length) + i] = LaneCell.Of(moment, _others[i]);
        }
    }

    public void Forget(int slot)
    {
        for (var i = 0; i < _others.Length && (slot * _others.Length) + i < _cells.Count; i++)
        {
            _cells[(slot * _others.Length) + i] = default;
        }
    }

    /// <summary>The record that the row of a slot would have been.</summary>
    public EventRecord RecordOf(int number, in WhenSlot slot, LaneSite site)
    {
        var values = new Value?[_type.Fields.Length];
        for (var i = 0; i < _others.Length; i++)
        {
            values[_others[i].Index] = _cells[(number * _others.Length) + i].ValueOf(_others[i].Type.Kind);
        }

        return Record(values, (string)slot.Trigger!, slot.Start, site.View.Name, slot.Same);
    }

    /// <summary>The record of a row that said nothing else.</summary>
    public EventRecord RecordOf(string id, long time, string site, string? same) => Record(new Value?[_type.Fields.Length], id, time, site, same);

    private EventRecord Record(Value?[] values, string id, long time, string site, string? same)
    {
        if (_same >= 0 && same is not null)
        {
            values[_same] = Value.FromReference(_type.Fields[_same].Type.Kind, same);
        }

        values[_partition] = Value.FromReference(_type.Fields[_partition].Type.Kind, site);
        return new EventRecord { Id = id, Type = _type, At = Ticks.ToInstant(time), Fields = ImmutableCollectionsMarshal.AsImmutableArray(values) };
    }
}
