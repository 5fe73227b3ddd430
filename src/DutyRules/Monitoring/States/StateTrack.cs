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

    /// <summary>It is off, and nothing is known of a time when it was not.</summary>
    public bool IsOffForAllWeKnow => _changes.Count == 0 && Initially is { Kind: ValueKind.Truth, AsTruth: false };

    public Value? At(Viewpoint viewpoint)
    {
        var next = Ordered.First(
            _changes.Count, _changes, viewpoint,
            static (changes, i, goal) => changes[i].Place.CompareTo(goal.Place) is var order && (order > 0 || (order == 0 && !goal.Inclusive)));
        return next == 0 ? Initially : _changes[next - 1].Value;
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
