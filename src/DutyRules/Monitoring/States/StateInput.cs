using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;

namespace DutyRules.Monitoring.States;

/// <summary>What one event does to one key of a state in a step.</summary>
/// <param name="Source">The source that it is.</param>
/// <param name="Sure">False when it is unknown whether the event is a source at all.</param>
/// <param name="Event">The event.</param>
internal readonly record struct StateInput(StateSource Source, bool Sure, LoggedEvent Event)
{
    /// <summary>The effect.</summary>
    public SourceEffect Effect => Source.Effect;

    /// <summary>The member it names, for memberships.</summary>
    public string? Member => Source.Member is { } member ? Event.Record[member]?.AsText : null;

    /// <summary>The amount or sample that it carries; null if it does not say, or if there is none.</summary>
    public Value? Amount => Source.Amount is { } amount ? Event.Record[amount] : null;

    /// <summary>A sample: what it carries, or its place in time if no field is read.</summary>
    public Value? Sample => Source.Amount is null ? Value.Instant(Event.Record.Time) : Amount;
}
