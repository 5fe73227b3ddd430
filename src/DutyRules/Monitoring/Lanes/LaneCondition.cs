using DutyRules.Expressions;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A condition that families share: run once for all that read it.</summary>
/// <param name="Test">The condition.</param>
/// <param name="ReadsStates">Whether a step may change what it says.</param>
/// <param name="Index">Its place among the conditions of its lanes.</param>
internal sealed record LaneCondition(LaneTest Test, bool ReadsStates, int Index);

/// <summary>What a condition says of an event, before and after its step.</summary>
internal readonly record struct Reading(Maybe<bool> Before, Maybe<bool> After)
{
    public static Reading True { get; } = new(new(true), new(true));
}
