using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>Where events come from that nobody records (rules D1, D2).</summary>
internal sealed class EventOrigins
{
    private readonly PolicySet _policies;
    private readonly Dictionary<EventType, DerivedEvents> _derived = [];
    private readonly Dictionary<string, EventType> _outcomes = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A type stands before what it is made of, has no words for how verdicts end, or nobody says where its events come from.</exception>
    public EventOrigins(PolicySet policies)
    {
        _policies = policies;
        foreach (var derived in policies.Vocabulary.Derived)
        {
            Add(derived);
        }

        if (policies.Vocabulary.Events.FirstOrDefault(e => e.Origin != EventOrigin.Recorded && !_derived.ContainsKey(e)) is { } lost)
        {
            throw new ArgumentException($"nobody records events of `{lost.Name}`, and nothing says what they follow from", nameof(policies));
        }
    }

    /// <summary>The types made of others, each after those it is made of.</summary>
    public IEnumerable<CountsAs> Derived => _policies.Vocabulary.Derived.OfType<CountsAs>();

    /// <summary>What the events of a type follow from; null if they are recorded.</summary>
    public DerivedEvents? Of(EventType type) => _derived.GetValueOrDefault(type);

    /// <summary>The type of the outcomes of a norm, if there is one.</summary>
    public EventType? OutcomesOf(Norm norm) => _outcomes.GetValueOrDefault(norm.Id);

    /// <summary>The ids of the norms whose outcomes a norm reads.</summary>
    public IEnumerable<string> NormsBehind(Norm norm) =>
        EventReads.Acts(norm).Concat(EventReads.Sources(norm)).SelectMany(NormsBehind).Distinct();

    /// <summary>Sees to it that a norm reads only the outcomes of norms that are in the set, and of a lower stratum.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public void Check(Norm norm)
    {
        foreach (var id in NormsBehind(norm))
        {
            var behind = _policies.Norms.Where(n => n.Id == id).ToList();
            if (behind.Count == 0 || behind.Exists(n => n.Stratum >= norm.Stratum))
            {
                throw new ArgumentException($"the norm `{norm.Id}` reads the outcomes of `{id}`, which is not in the set or not of a lower stratum", nameof(norm));
            }
        }
    }

    private IEnumerable<string> NormsBehind(EventType type) => Of(type) switch
    {
        CountsAs counts => counts.Sources.SelectMany(s => NormsBehind(s.Type)),
        OutcomesOf outcomes => [outcomes.NormId],
        _ => [],
    };

    private void Add(DerivedEvents derived)
    {
        var type = derived.Type;
        _derived.Add(type, derived);
        switch (derived)
        {
            case CountsAs counts when counts.Sources.FirstOrDefault(s => s.Type.Origin != EventOrigin.Recorded && (s.Type == type || Of(s.Type) is null)) is { } source:
                throw new ArgumentException($"events of `{type.Name}` are made of `{source.Type.Name}`, which is not declared before it", nameof(derived));
            case OutcomesOf outcomes:
                var words = type.FindField(DutyRules.Events.OutcomesOf.StatusField)?.Type.Choices ?? [];
                if (Enum.GetValues<VerdictStatus>().Where(s => s != VerdictStatus.Repaired && !words.Contains(s.Name())).Select(s => s.Name()).FirstOrDefault() is { } missing)
                {
                    throw new ArgumentException($"the field `{DutyRules.Events.OutcomesOf.StatusField}` of `{type.Name}` has no word `{missing}`", nameof(derived));
                }

                _outcomes.Add(outcomes.NormId, type);
                break;
        }
    }
}
