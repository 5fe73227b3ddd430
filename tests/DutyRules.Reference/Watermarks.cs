using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Which event types a norm reads (E5).</summary>
internal static class Watermarks
{
    /// <summary>
    /// Trigger, content, the sources of the states in its conditions, the events in which its <i>each</i> role is seen, the records of shifts, and what the norms it follows read.
    /// </summary>
    public static IReadOnlySet<EventType> TypesRead(Norm norm, PolicySet policies) => TypesOf(norm, policies).ToHashSet();

    private static IEnumerable<EventType> TypesOf(Norm norm, PolicySet policies)
    {
        var followed = norm.Frame is OutcomeFrame outcome
            ? policies.Norms.Where(n => n.Id == outcome.NormId && (n.Policy != norm.Policy || n.Revision == norm.Revision)).SelectMany(n => TypesOf(n, policies))
            : [];
        var seenIn = norm.Frame is EveryFrame && norm.Parties.Who is EachParty { Role.SeenIn: { } type } ? [type] : Enumerable.Empty<EventType>();
        var own = norm.Frame is WhenFrame ? [norm.Trigger!.Type] : Enumerable.Empty<EventType>();
        var content = norm.Content switch
        {
            CountContent c => [c.Event.Type],
            OneOfEachContent c => [c.Event.Type],
            _ => norm.MoreEvents.Select(pattern => pattern.Type),
        };
        return followed
            .Concat(own)
            .Concat(content)
            .Concat(seenIn)
            .Concat(ReadsShifts(norm) ? policies.Vocabulary.Shifts!.Types : [])
            .Concat(norm.States.SelectMany(state => state.Sources.Select(source => source.Type)));
    }

    private static bool ReadsShifts(Norm norm) =>
        norm.Frame is EveryFrame { Period: ShiftPeriod }
        || norm.Anchors.Any(anchor => anchor is ShiftStart or ShiftEnd)
        || norm.Parties.Who is EachParty { Role.OnShift: true } or PostParty { Role.OnShift: true }
        || norm.Content is ActorContent { Role.OnShift: true }
        || norm.MoreRoles.Any(role => role.OnShift);
}
