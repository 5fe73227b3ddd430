using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Monitoring.States;

/// <summary>The key of a state: the values of its key fields, in order.</summary>
internal readonly struct StateKey(ImmutableArray<Value> parts) : IEquatable<StateKey>
{
    public ImmutableArray<Value> Parts { get; } = parts;

    public bool Equals(StateKey other) => Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override bool Equals(object? obj) => obj is StateKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in Parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }
}
