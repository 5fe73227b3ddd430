using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which events a norm reads: those it looks for itself, the sources of the states in its expressions, the events in which its <i>each</i> role is seen (rule E5).</summary>
internal static class EventReads
{
    /// <summary>The acts that it looks for: trigger, content, the ends of its window, and those in which its <i>each</i> role is seen.</summary>
    public static IEnumerable<EventType> Acts(Norm norm)
    {
        var seen = norm is { Frame: EveryFrame, Parties.Who: EachParty { Role.SeenIn: { } type } } ? type : null;
        return norm.Patterns().Select(p => p.Type).Append(seen).OfType<EventType>().Distinct();
    }

    /// <summary>The sources of the states that it reads.</summary>
    public static IEnumerable<EventType> Sources(Norm norm) => States(norm).SelectMany(s => s.Sources).Select(s => s.Type).Distinct();

    /// <summary>The states that it reads.</summary>
    public static IEnumerable<StateDefinition> States(Norm norm) => norm.Expressions().SelectMany(ExpressionReads.States)
        .Concat(norm.Content is CoveringContent { Set: OnSet set } ? [set.State] : [])
        .Distinct();
}
