using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which events a norm reads itself: trigger, content, sources of the states in its conditions, the events in which its <i>each</i> role is seen (rule E5).</summary>
internal static class EventReads
{
    /// <summary>The acts that it looks for: trigger, content, and those in which its <i>each</i> role is seen.</summary>
    public static IEnumerable<EventType> Acts(Norm norm)
    {
        var seen = norm is { Frame: EveryFrame, Parties.Who: EachParty { Role.SeenIn: { } type } } ? type : null;
        return new[] { norm.Trigger?.Type, ContentOf(norm)?.Type, seen }.OfType<EventType>().Distinct();
    }

    /// <summary>The sources of the states in its conditions.</summary>
    public static IEnumerable<EventType> Sources(Norm norm)
    {
        var conditions = norm.Content switch
        {
            StayContent stay => [stay.Condition, stay.Of],
            TotalContent total => [total.Condition],
            ConditionContent condition => [condition.Condition],
            _ => Array.Empty<Expression?>(),
        };
        return conditions
            .Concat([norm.Trigger?.Where, ContentOf(norm)?.Where, (norm.Frame as WhileFrame)?.Condition])
            .Concat(norm.Exceptions.Select(e => e switch { UnlessException u => u.Condition, LapsesException l => l.Condition, _ => null }))
            .SelectMany(ExpressionReads.States)
            .SelectMany(s => s.Sources).Select(s => s.Type)
            .Distinct();
    }

    private static EventPattern? ContentOf(Norm norm) => norm.Content switch
    {
        CountContent count => count.Event,
        OneOfEachContent each => each.Event,
        _ => null,
    };
}
