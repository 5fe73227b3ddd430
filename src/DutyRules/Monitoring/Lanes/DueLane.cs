namespace DutyRules.Monitoring.Lanes;

/// <summary>What falls due a fixed time after it begins, in the order in which it does: first in, first out.</summary>
internal sealed class DueLane
{
    private Entry[] _entries = [];
    private int _first;
    private int _count;

    /// <summary>What falls due when.</summary>
    /// <param name="Cut">When, in ticks.</param>
    /// <param name="Subject">What.</param>
    /// <param name="Stamp">Which use of it is meant.</param>
    internal readonly record struct Entry(long Cut, int Subject, int Stamp);

    public int Count => _count;

    /// <summary>When the next falls due; <see cref="long.MaxValue"/> if none does.</summary>
    public long Next => _count == 0 ? long.MaxValue : _entries[_first].Cut;

    public void Add(Entry entry)
    {
        if (_count == _entries.Length)
        {
            Grow();
        }

        _entries[(_first + _count++) & (_entries.Length - 1)] = entry;
    }

    public Entry Take()
    {
        var entry = _entries[_first];
        _first = (_first + 1) & (_entries.Length - 1);
        _count--;
        return entry;
    }

    private void Grow()
    {
        var entries = new Entry[Math.Max(16, _entries.Length * 2)];
        for (var i = 0; i < _count; i++)
        {
            entries[i] = _entries[(_first + i) & (_entries.Length - 1)];
        }

        (_entries, _first) = (entries, 0);
    }
}
