using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>One instance of all norms of a family whose time has not passed.</summary>
internal struct WhenSlot
{
    /// <summary>The record that opened it, or the id of the row that did; null: the slot is free.</summary>
    public object? Trigger;

    /// <summary>What events must have in common with it; null: nothing.</summary>
    public string? Same;

    /// <summary>The same in its letters, if they are few.</summary>
    public ShortText Short;

    public long Start;
    public int Hash;
    public int Site;
    public int Previous;
    public int Next;
    public int Low;
    public int High;
    public int Stage;
    public int Stamp;

    public void SetSame(in NameKey same)
    {
        Same = same.Text;
        Short = same.Short;
        Hash = SameIndex.HashAt(Site, same.Hash);
    }
}

/// <summary>The open instances of a family at all sites. Those of one site that have the same in common with events hang together.</summary>
internal sealed class WhenSlots
{
    private readonly SlotPages<WhenSlot> _slots = new();
    private readonly int[] _heads;
    private int _free = -1;
    private SameIndex _index = new(16);
    private ILookup<int, int>? _bySite;

    public WhenSlots(int sites)
    {
        _heads = new int[sites];
        Array.Fill(_heads, -1);
    }

    public ref WhenSlot this[int number] => ref _slots[number];

    /// <summary>A free slot, which is yet to be filled and linked.</summary>
    public int Rent()
    {
        if (_free < 0)
        {
            return _slots.Add();
        }

        var number = _free;
        _free = _slots[number].Next;
        return number;
    }

    /// <summary>Puts an instance among those that are open.</summary>
    public void Link(int number)
    {
        _bySite = null;
        ref var slot = ref _slots[number];
        slot.Previous = -1;
        if (slot.Same is null)
        {
            slot.Next = _heads[slot.Site];
            _heads[slot.Site] = number;
        }
        else
        {
            if (_index.IsFull)
            {
                _index = _index.Twice();
            }

            slot.Next = _index.Put(_slots, slot.Hash, slot.Site, new NameKey(slot.Same, slot.Hash, slot.Short), number);
        }

        if (slot.Next >= 0)
        {
            _slots[slot.Next].Previous = number;
        }
    }

    /// <summary>Takes an instance out and frees its slot.</summary>
    public void Return(int number)
    {
        _bySite = null;
        ref var slot = ref _slots[number];
        if (slot.Next >= 0)
        {
            _slots[slot.Next].Previous = slot.Previous;
        }

        if (slot.Previous >= 0)
        {
            _slots[slot.Previous].Next = slot.Next;
        }
        else if (slot.Same is null)
        {
            _heads[slot.Site] = slot.Next;
        }
        else
        {
            _index.Replace(slot.Hash, number, slot.Next);
        }

        slot = new WhenSlot { Stamp = slot.Stamp + 1, Next = _free };
        _free = number;
    }

    /// <summary>The first instance of a site that has nothing in common with events; -1: none.</summary>
    public int First(int site) => _heads[site];

    /// <summary>The first instance of a site that has a text in common with events; -1: none.</summary>
    public int First(int site, in NameKey same) => _index.Find(_slots, SameIndex.HashAt(site, same.Hash), site, same);

    /// <summary>The open instances of a site, in the order in which they began.</summary>
    public IEnumerable<int> OpenAt(int site)
    {
        _bySite ??= Enumerable.Range(0, _slots.Count).Where(i => _slots[i].Trigger is not null).OrderBy(i => _slots[i].Start).ToLookup(i => _slots[i].Site);
        return _bySite[site];
    }
}
