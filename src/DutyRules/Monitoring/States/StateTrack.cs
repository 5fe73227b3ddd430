using DutyRules.Events;
using DutyRules.Monitoring.Records;

namespace DutyRules.Monitoring.States;

/// <summary>
/// The value of one state for one key as a function of time, from the oldest time that somebody may still ask about. Null is unknown.
/// </summary>
internal sealed class StateTrack(StateKey key, Value? initially)
{
    private readonly List<(Place Place, Value? Value)> _changes = [];

    public StateKey Key { get; } = key;

    /// <summary>The value before the first change that is kept.</summary>
    public Value? Initially { get; private set; } = initially;

    public IReadOnlyList<(Place Place, Value? Value)> Changes => _changes;

    public Value? Latest => _changes.Count == 0 ? Initially : _changes[^1].Value;

    public Value? At(Viewpoint viewpoint)
    {
        int low = 0, high = _changes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _changes[middle].Place.CompareTo(viewpoint.Place);
            if (order < 0 || (order == 0 && viewpoint.Inclusive))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? Initially : _changes[low - 1].Value;
    }

    /// <summary>Sets the value from a place on; a later call names no earlier place. True when it is a change.</summary>
    public bool Set(Place place, Value? value)
    {
        if (Latest.Equals(value))
        {
            return false;
        }

        _changes.Add((place, value));
        return true;
    }

    /// <summary>Takes back the latest change.</summary>
    public void RemoveLast() => _changes.RemoveAt(_changes.Count - 1);

    /// <summary>Forgets what lies before <paramref name="time"/>, but for the value that holds then.</summary>
    public void Trim(long time)
    {
        var count = _changes.FindIndex(c => c.Place.Time >= time);
        count = count < 0 ? _changes.Count : count;
        if (count > 0)
        {
            Initially = _changes[count - 1].Value;
            _changes.RemoveRange(0, count);
        }
    }
}

/// <summary>One change of a state, in the order of all changes of that state in a partition.</summary>
internal readonly record struct StateChange(Place Place, StateTrack Track, Value? Value);
