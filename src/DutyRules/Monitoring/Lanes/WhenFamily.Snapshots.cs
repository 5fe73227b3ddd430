using DutyRules.Events;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Lanes;

/// <content>Snapshots.</content>
internal sealed partial class WhenFamily
{
    private readonly List<int> _restored = [];

    public override void Write(SnapshotWriter writer, LaneSite site)
    {
        var open = _slots.OpenAt(site.Index).ToArray();
        writer.Write(open.Length);
        foreach (var number in open)
        {
            var slot = _slots[number];
            writer.Write(TriggerOf(number, slot, site));
            writer.WriteTime(slot.Start);
            writer.Write(slot.Low);
            writer.Write(slot.High);
            writer.Write(slot.Stage);
            foreach (var record in EvidenceOf(number, slot.Low) ?? [])
            {
                writer.Write(record);
            }
        }
    }

    public override void Read(SnapshotReader reader, LaneSite site)
    {
        var count = reader.ReadInt32();
        _restored.EnsureCapacity(_restored.Count + count);
        for (; count > 0; count--)
        {
            var number = _slots.Rent();
            var trigger = reader.ReadRecord();
            var same = _sameOfTrigger < 0 ? null : trigger.Fields[_sameOfTrigger]?.AsText;
            var slot = new WhenSlot
            {
                Trigger = trigger,
                Start = reader.ReadTime(),
                Low = reader.ReadInt32(),
                High = reader.ReadInt32(),
                Stage = reader.ReadInt32(),
                Site = site.Index,
                Stamp = _slots[number].Stamp,
            };
            if (same is not null)
            {
                slot.SetSame(NameKey.Of(same));
            }

            if (slot.Low > 0)
            {
                var evidence = new EventRecord[MostEvidence];
                for (var i = 0; i < Math.Min(slot.Low, MostEvidence); i++)
                {
                    evidence[i] = reader.ReadRecord();
                }

                _evidence[number] = evidence;
            }

            _slots[number] = slot;
            _slots.Link(number);
            _restored.Add(number);
        }
    }

    /// <summary>After every site is read: what is open falls due.</summary>
    public override void Restored(long now)
    {
        foreach (var number in _restored.OrderBy(i => _slots[i].Start))
        {
            Await(number, _slots[number]);
        }

        _restored.Clear();
        _restored.TrimExcess();
    }
}
