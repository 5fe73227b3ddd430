namespace DutyRules.Monitoring.Records;

/// <summary>
/// The events of one type in one partition, in order, from the oldest that somebody may still read. Adding at the end is cheap; a late event is put in
/// its place.
/// </summary>
internal sealed class EventLog
{
    private readonly List<LoggedEvent> _events = [];
    private int _first;

    public int Count => _events.Count - _first;

    public IEnumerable<LoggedEvent> All => _events.Skip(_first);

    public LoggedEvent this[int index] => _events[_first + index];

    public void Add(LoggedEvent item)
    {
        if (Count == 0 || _events[^1].CompareTo(item) < 0)
        {
            _events.Add(item);
            return;
        }

        var index = _events.BinarySearch(_first, Count, item, null);
        _events.Insert(index < 0 ? ~index : index, item);
    }

    public void Remove(LoggedEvent item)
    {
        var index = _events.BinarySearch(_first, Count, item, null);
        if (index >= 0)
        {
            _events.RemoveAt(index);
        }
    }

    public bool Contains(LoggedEvent item) => _events.BinarySearch(_first, Count, item, null) >= 0;

    /// <summary>The time of the first event at or after <paramref name="time"/>; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextFrom(long time) => Count == 0 || _events[^1].Time < time ? long.MaxValue : this[IndexFrom(time)].Time;

    /// <summary>The index of the first event with a time of at least <paramref name="time"/>.</summary>
    public int IndexFrom(long time)
    {
        if (Count == 0 || _events[^1].Time < time)
        {
            return Count;
        }

        return Ordered.First(Count, this, time, static (log, i, goal) => log[i].Time >= goal);
    }

    /// <summary>Forgets the events before <paramref name="time"/>.</summary>
    public void Trim(long time)
    {
        while (Count > 0 && this[0].Time < time)
        {
            _events[_first++] = null!;
        }

        if (_first > 64 && _first > _events.Count / 2)
        {
            _events.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
