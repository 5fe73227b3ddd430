namespace DutyRules.Monitoring.Lanes;

/// <summary>What falls due a fixed time after it begins, in the order in which it does: first in, first out.</summary>
internal sealed class DueLane
{
    private readonly Queue<Entry[]> _full = [];
    private readonly Stack<Entry[]> _spare = [];
    private Entry[] _head = [];
    private Entry[] _tail = [];
    private int _first;
    private int _end;

    private const int Fewest = 32;
    private const int Most = 8192;

    /// <summary>What falls due when.</summary>
    /// <param name="Cut">When, in ticks.</param>
    /// <param name="Subject">What.</param>
    /// <param name="Stamp">Which use of it is meant.</param>
    internal readonly record struct Entry(long Cut, int Subject, int Stamp);

    /// <summary>When the next falls due; <see cref="long.MaxValue"/> if none does.</summary>
    public long Next { get; private set; } = long.MaxValue;

    public void Add(Entry entry)
    {
        if (_end == _tail.Length)
        {
            Extend();
        }

        _tail[_end++] = entry;
        if (Next == long.MaxValue)
        {
            Next = entry.Cut;
        }
    }

    public Entry Take()
    {
        var entry = _head[_first++];
        if (_first == _head.Length && !ReferenceEquals(_head, _tail))
        {
            _spare.Push(_head);
            (_head, _first) = (_full.Count > 0 ? _full.Dequeue() : _tail, 0);
        }

        Next = ReferenceEquals(_head, _tail) && _first == _end ? long.MaxValue : _head[_first].Cut;
        return entry;
    }

    // One page that is used up may be used again from its beginning.
    private void Extend()
    {
        if (Next == long.MaxValue && _tail.Length > 0)
        {
            (_first, _end) = (0, 0);
            return;
        }

        var page = _spare.Count > 0 ? _spare.Pop() : new Entry[Math.Clamp(_tail.Length * 2, Fewest, Most)];
        if (_tail.Length == 0)
        {
            _head = page;
        }
        else if (!ReferenceEquals(_head, _tail))
        {
            _full.Enqueue(_tail);
        }

        (_tail, _end) = (page, 0);
    }
}
