using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Which event types a norm reads (E5).</summary>
internal static class Watermarks
{
    /// <summary>
    /// Trigger, content, first events, the sources of the states in its conditions, the events in which its <i>each</i> role is seen, the records of shifts, and what the norms it follows, or whose outcomes it reads, read:
    /// in the end, recorded types only.
    /// </summary>
    public static IReadOnlySet<EventType> TypesRead(Norm norm, PolicySet policies)
    {
        var read = new HashSet<EventType>();
        foreach (var type in TypesOf(norm, policies))
            Add(type, policies, read);

        return read;
    }

    /// <summary>A type, or what its events come from (D1, D2).</summary>
    private static void Add(EventType type, PolicySet policies, HashSet<EventType> read)
    {
        if (type.Origin == EventOrigin.Recorded)
        {
            read.Add(type);
            return;
        }

        foreach (var derived in policies.Vocabulary.Derived.Where(derived => derived.Type == type))
        {
            var sources = derived switch
            {
                CountsAs counts => counts.Sources.Select(source => source.Type),
                OutcomesOf outcomes => policies.Norms.Where(norm => norm.Id == outcomes.NormId).SelectMany(norm => TypesOf(norm, policies)),
                _ => throw new NotSupportedException(derived.ToString()),
            };
            foreach (var source in sources)
                Add(source, policies, read);
        }
    }

    private static IEnumerable<EventType> TypesOf(Norm norm, PolicySet policies)
    {
        var followed = norm.Frame is OutcomeFrame outcome
            ? policies.Norms.Where(n => n.Id == outcome.NormId && (n.Policy != norm.Policy || n.Revision == norm.Revision)).SelectMany(n => TypesOf(n, policies))
            : [];
        return TypesNamed(norm).Concat(followed).Concat(ReadsShifts(norm) ? policies.Vocabulary.Shifts!.Types : []);
    }

    /// <summary>The types that a norm itself speaks of, recorded or not.</summary>
    public static IEnumerable<EventType> TypesNamed(Norm norm)
    {
        var seenIn = norm.Frame is EveryFrame && norm.Parties.Who is EachParty { Role.SeenIn: { } type } ? [type] : Enumerable.Empty<EventType>();
        var own = norm.Frame is WhenFrame ? [norm.Trigger!.Type] : Enumerable.Empty<EventType>();
        var content = norm.Content switch
        {
            CountContent c => [c.Event.Type],
            OneOfEachContent c => [c.Event.Type],
            _ => norm.MoreEvents.Select(pattern => pattern.Type),
        };
        return own
            .Concat(content)
            .Concat(norm.FirstEvents.Select(first => first.Event.Type))
            .Concat(seenIn)
            .Concat(norm.States.SelectMany(state => state.Sources.Select(source => source.Type)));
    }

    private static bool ReadsShifts(Norm norm) =>
        norm.Frame is EveryFrame { Period: ShiftPeriod }
        || norm.Anchors.Any(anchor => anchor is ShiftStart or ShiftEnd)
        || norm.Roles.Any(role => role.IsOnShift);
}
