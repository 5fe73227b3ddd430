namespace DutyRules.Monitoring.Lanes;

/// <summary>Slots by number, in pages that stay where they are: as many as are needed, without being copied, but for the few that there are at first.</summary>
internal sealed class SlotPages<T>
    where T : struct
{
    // So many that a page of what is kept here is one that the collector does not move.
    private const int Bits = 11;
    private const int Size = 1 << Bits;
    private const int Few = 16;

    private T[][] _pages = [[]];
    private int _count;

    public ref T this[int number] => ref _pages[number >> Bits][number & (Size - 1)];

    /// <summary>How many slots there are.</summary>
    public int Count => _count;

    /// <summary>Adds a slot and returns its number. References to slots are void afterwards.</summary>
    public int Add()
    {
        var page = _count >> Bits;
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, page * 2);
        }

        if (page > 0)
        {
            _pages[page] ??= new T[Size];
        }
        else if (_count == _pages[0].Length)
        {
            Array.Resize(ref _pages[0], Math.Max(Few, _count * 2));
        }

        return _count++;
    }
}
