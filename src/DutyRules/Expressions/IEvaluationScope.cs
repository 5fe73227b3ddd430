using System.Collections.Immutable;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Expressions;

/// <summary>Where an expression finds the values of its names.</summary>
public interface IEvaluationScope
{
    /// <summary>The event in that role; null when there is none, which makes what reads it unknown.</summary>
    EventRecord? Event(EventRole role);

    /// <summary>The value of a state for a key, or null when unknown. The key holds the values of <see cref="StateDefinition.Of"/> in order.</summary>
    Value? State(StateDefinition state, ImmutableArray<Value> key);

    /// <summary>Whether a person holds a role at the time (rule B6), or null when unknown.</summary>
    bool? Holds(Role role, string person);

    /// <summary>A part of the instance's key, or null when it has none of that name.</summary>
    Value? Key(string name);

    /// <summary>The zone of the partition.</summary>
    DateTimeZone Zone { get; }
}
