using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Finds the first of the open instances that have a text in common: a table of hashes and slots with places side by side, so that most searches touch the table once and one slot.</summary>
internal sealed class SameIndex(int places)
{
    // The number of a slot is kept plus one: zero is an empty place.
    private readonly (int Hash, int Slot)[] _places = new (int, int)[places];
    private int _count;

    public bool IsFull => _count * 2 >= _places.Length;

    /// <summary>What a text that hashes to so much hashes to at a site.</summary>
    public static int HashAt(int site, int hash) => hash ^ (site * -1640531527);

    /// <summary>The same with twice the places.</summary>
    public SameIndex Twice()
    {
        var twice = new SameIndex(_places.Length * 2) { _count = _count };
        foreach (var entry in _places)
        {
            if (entry.Slot != 0)
            {
                twice._places[twice.EmptyPlace(entry.Hash)] = entry;
            }
        }

        return twice;
    }

    /// <summary>The slot for a text at a site; -1: there is none.</summary>
    public int Find(SlotPages<WhenSlot> slots, int hash, int site, in NameKey same) => _places[PlaceOf(slots, hash, site, same)].Slot - 1;

    /// <summary>Puts a slot in for a text at a site, and returns the one that it takes the place of; -1: none.</summary>
    public int Put(SlotPages<WhenSlot> slots, int hash, int site, in NameKey same, int slot)
    {
        ref var entry = ref _places[PlaceOf(slots, hash, site, same)];
        var before = entry.Slot - 1;
        if (before < 0)
        {
            _count++;
        }

        entry = (hash, slot + 1);
        return before;
    }

    /// <summary>Puts another slot in the place of one that is in; -1: none.</summary>
    public void Replace(int hash, int slot, int other)
    {
        var mask = _places.Length - 1;
        var place = hash & mask;
        while (_places[place].Slot != slot + 1)
        {
            place = (place + 1) & mask;
        }

        if (other >= 0)
        {
            _places[place].Slot = other + 1;
            return;
        }

        // Whatever stands behind and belongs here or before moves up, so that no search ends too early.
        _count--;
        for (var next = (place + 1) & mask; _places[next].Slot != 0; next = (next + 1) & mask)
        {
            if (((next - _places[next].Hash) & mask) >= ((next - place) & mask))
            {
                _places[place] = _places[next];
                place = next;
            }
        }

        _places[place] = default;
    }

    private int PlaceOf(SlotPages<WhenSlot> slots, int hash, int site, in NameKey same)
    {
        var mask = _places.Length - 1;
        var place = hash & mask;
        while (_places[place] is { Slot: not 0 } entry && (entry.Hash != hash || !Is(slots[entry.Slot - 1], site, same)))
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private int EmptyPlace(int hash)
    {
        var place = hash & (_places.Length - 1);
        while (_places[place].Slot != 0)
        {
            place = (place + 1) & (_places.Length - 1);
        }

        return place;
    }

    private static bool Is(in WhenSlot slot, int site, in NameKey same) =>
        slot.Site == site && slot.Short == same.Short && (!same.Short.IsNone || slot.Same == same.Text);
}
