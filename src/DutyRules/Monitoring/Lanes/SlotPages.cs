namespace DutyRules.Monitoring.Lanes;

/// <summary>Slots by number, in pages: as many as are needed, without ever being copied.</summary>
internal sealed class SlotPages<T>
    where T : struct
{
    private const int Bits = 10;
    private const int Size = 1 << Bits;

    private T[][] _pages = new T[4][];
    private int _count;

    public ref T this[int number] => ref _pages[number >> Bits][number & (Size - 1)];

    /// <summary>How many slots there are.</summary>
    public int Count => _count;

    /// <summary>Adds a slot and returns its number.</summary>
    public int Add()
    {
        var page = _count >> Bits;
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, page * 2);
        }

        _pages[page] ??= new T[Size];
        return _count++;
    }
}
