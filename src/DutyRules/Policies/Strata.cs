using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies;

/// <summary>Puts norms that speak of the outcomes of others above them (rule D2).</summary>
internal sealed class Strata
{
    private readonly ILookup<string, Norm> _byId;
    private readonly Dictionary<EventType, ImmutableArray<string>> _told;
    private readonly Dictionary<string, int> _strata = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private readonly DiagnosticBag _bag;

    private Strata(ImmutableArray<Norm> norms, Vocabulary vocabulary, DiagnosticBag bag)
    {
        _byId = norms.ToLookup(n => n.Id, StringComparer.Ordinal);
        _told = Told(vocabulary);
        _bag = bag;
    }

    /// <summary>The norms with their strata and the triggers of those they follow, lower strata first; what follows on itself is reported.</summary>
    public static ImmutableArray<Norm> Of(ImmutableArray<Norm> norms, Vocabulary vocabulary, DiagnosticBag bag)
    {
        var strata = new Strata(norms, vocabulary, bag);
        var placed = new List<Norm>();
        foreach (var norm in norms.Select(n => n with { Stratum = strata.Of(n.Id) }).OrderBy(n => n.Stratum))
        {
            placed.Add(norm.Frame is OutcomeFrame { Trigger: { } trigger } frame ? norm with { Frame = frame with { Trigger = TriggerOf(norm, frame.NormId, placed) ?? trigger } } : norm);
        }

        return [.. placed];
    }

    // That of its own revision, where there is one.
    private static EventPattern? TriggerOf(Norm norm, string upstream, List<Norm> placed) =>
        placed.Where(n => n.Id == upstream).OrderByDescending(n => n.Policy == norm.Policy && n.Revision == norm.Revision).Select(n => n.Trigger).FirstOrDefault(t => t is not null);

    private int Of(string id)
    {
        if (_strata.TryGetValue(id, out int known))
        {
            return known;
        }

        int again = _path.IndexOf(id);
        if (again >= 0)
        {
            string circle = string.Join(" → ", _path.Skip(again).Append(id));
            _bag.Add(OutcomeDiagnostics.Circle.At(_byId[id].First().Span, id, circle));
            return 0;
        }

        _path.Add(id);
        int stratum = _byId[id].SelectMany(Below).Distinct(StringComparer.Ordinal).Where(_byId.Contains).Select(below => Of(below) + 1).DefaultIfEmpty().Max();
        _path.RemoveAt(_path.Count - 1);
        _strata[id] = stratum;
        return stratum;
    }

    private IEnumerable<string> Below(Norm norm)
    {
        var read = NormReads.OwnEventTypes(norm).SelectMany(type => _told.GetValueOrDefault(type, []));
        return norm.Frame is OutcomeFrame frame ? read.Prepend(frame.NormId) : read;
    }

    // The norms whose outcomes the events of a type are, or are made of.
    private static Dictionary<EventType, ImmutableArray<string>> Told(Vocabulary vocabulary)
    {
        var told = new Dictionary<EventType, ImmutableArray<string>>();
        foreach (var derived in vocabulary.Derived)
        {
            told[derived.Type] = derived switch
            {
                OutcomesOf outcomes => [outcomes.NormId],
                CountsAs counts => [.. counts.Sources.SelectMany(s => told.GetValueOrDefault(s.Type, [])).Distinct()],
                _ => [],
            };
        }

        return told;
    }
}
