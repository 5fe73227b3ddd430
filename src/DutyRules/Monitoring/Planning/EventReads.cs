using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which events a norm reads itself: trigger, content, the ends of its window, sources of the states in its expressions, the events in which its <i>each</i> role is seen (rule E5).</summary>
internal static class EventReads
{
    /// <summary>The acts that it looks for: trigger, content, the ends of its window, and those in which its <i>each</i> role is seen.</summary>
    public static IEnumerable<EventType> Acts(Norm norm)
    {
        var seen = norm is { Frame: EveryFrame, Parties.Who: EachParty { Role.SeenIn: { } type } } ? type : null;
        return NormParts.Patterns(norm).Select(p => p.Type).Prepend(norm.Trigger?.Type).Append(seen).OfType<EventType>().Distinct();
    }

    /// <summary>The sources of the states in its expressions, and in the condition of its trigger.</summary>
    public static IEnumerable<EventType> Sources(Norm norm) => States(norm).SelectMany(s => s.Sources).Select(s => s.Type).Distinct();

    private static IEnumerable<StateDefinition> States(Norm norm) =>
        NormParts.Expressions(norm).Append(norm.Trigger?.Where).SelectMany(ExpressionReads.States)
            .Concat(norm.Content is CoveringContent { Set: OnSet set } ? [set.State] : []);
}
