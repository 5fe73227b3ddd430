using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Roles;
using NodaTime;

namespace DutyRules.Monitoring.States;

/// <summary>
/// What conditions see in one partition. One object is reused for every evaluation: set what is to be seen, evaluate, forget.
/// </summary>
internal sealed class EvaluationScope(DateTimeZone zone, Func<StateDefinition, PartitionState?>? states = null) : IEvaluationScope
{
    private EventRecord? _tested;
    private EventRecord? _trigger;
    private ImmutableArray<Verdicts.KeyPart> _key = [];
    private Viewpoint? _viewpoint;

    public DateTimeZone Zone { get; } = zone;

    /// <summary>Who holds which role; null where conditions cannot ask.</summary>
    public RoleHolders? Roles { get; init; }

    /// <summary>The scope of a source, of a state or of what follows from events: the event alone.</summary>
    public EvaluationScope ForEvent(LoggedEvent tested)
    {
        _tested = tested.Record;
        _trigger = null;
        _key = [];
        _viewpoint = null;
        return this;
    }

    /// <summary>The scope of a norm's condition.</summary>
    public EvaluationScope For(LoggedEvent? tested, LoggedEvent? trigger, ImmutableArray<Verdicts.KeyPart> key, Viewpoint viewpoint)
    {
        _tested = tested?.Record;
        _trigger = trigger?.Record;
        _key = key;
        _viewpoint = viewpoint;
        return this;
    }

    public EventRecord? Event(EventRole role) => role == EventRole.Tested ? _tested : _trigger;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) =>
        _viewpoint is { } viewpoint ? states?.Invoke(state)?.At(new StateKey(key), viewpoint) : null;

    public bool? Holds(Role role, string person) =>
        _viewpoint is { } viewpoint ? Roles?.Holds(person, role, viewpoint.Place.Time) : null;

    public Value? Key(string name)
    {
        foreach (var part in _key)
        {
            if (part.Name == name || (EventType.IsBearer(part.Name) && EventType.IsBearer(name)))
            {
                return part.Value;
            }
        }

        return null;
    }
}
