using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which events a norm reads itself: trigger, content, sources of the states in its conditions, the events in which its <i>each</i> role is seen (rule E5).</summary>
internal static class EventReads
{
    public static IEnumerable<EventType> Of(Norm norm)
    {
        var content = norm.Content switch
        {
            CountContent count => count.Event,
            OneOfEachContent each => each.Event,
            _ => null,
        };
        var seen = norm is { Frame: EveryFrame, Parties.Who: EachParty { Role.SeenIn: { } type } } ? type : null;
        var conditions = norm.Content switch
        {
            StayContent stay => [stay.Condition, stay.Of],
            TotalContent total => [total.Condition],
            ConditionContent condition => [condition.Condition],
            _ => Array.Empty<Expression?>(),
        };
        var states = conditions
            .Concat([norm.Trigger?.Where, content?.Where, (norm.Frame as WhileFrame)?.Condition])
            .Concat(norm.Exceptions.Select(e => e switch { UnlessException u => u.Condition, LapsesException l => l.Condition, _ => null }))
            .SelectMany(ExpressionReads.States);
        return new[] { norm.Trigger?.Type, content?.Type, seen }.OfType<EventType>()
            .Concat(states.SelectMany(s => s.Sources).Select(s => s.Type))
            .Distinct();
    }
}
