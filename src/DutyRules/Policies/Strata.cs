using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies;

/// <summary>Puts norms that read the outcomes of others, themselves, through what counts them or through a state, above them (rule D2).</summary>
internal sealed class Strata
{
    private readonly ILookup<string, Norm> _byId;
    private readonly Dictionary<string, int> _strata = new(StringComparer.Ordinal);
    private readonly List<Step> _path = [];
    private readonly DiagnosticBag _bag;
    private readonly Vocabulary _vocabulary;

    private Strata(ImmutableArray<Norm> norms, Vocabulary vocabulary, DiagnosticBag bag)
    {
        _vocabulary = vocabulary;
        _byId = norms.ToLookup(n => n.Id, StringComparer.Ordinal);
        _bag = bag;
    }

    /// <summary>The norms with their strata and what they take from those they follow, lower strata first; what follows on itself is reported.</summary>
    public static ImmutableArray<Norm> Of(ImmutableArray<Norm> norms, Vocabulary vocabulary, DiagnosticBag bag)
    {
        var strata = new Strata(norms, vocabulary, bag);
        var placed = new List<Norm>();
        foreach (var norm in norms.Select(n => n with { Stratum = strata.Of(new Step(n.Id, null)) }).OrderBy(n => n.Stratum))
        {
            placed.AddRange(Upstreams.Place(norm, placed, bag).ToList());
        }

        return [.. placed];
    }

    // Revisions of a norm are of one stratum.
    private int Of(Step step)
    {
        string id = step.Norm;
        if (_strata.TryGetValue(id, out int known))
        {
            return known;
        }

        int again = _path.FindIndex(p => p.Norm == id);
        if (again >= 0)
        {
            string circle = _path.Skip(again + 1).Append(step).Aggregate(id, (text, s) => s.Through is { } state ? $"{text} → {state.Name} → {s.Norm}" : $"{text} → {s.Norm}");
            _bag.Add(OutcomeDiagnostics.Circle.At(_byId[id].First().Span, id, circle));
            return 0;
        }

        _path.Add(step);
        int stratum = Below(id).Aggregate(0, (highest, below) => Math.Max(highest, Of(below) + 1));
        _path.RemoveAt(_path.Count - 1);
        _strata[id] = stratum;
        return stratum;
    }

    private IEnumerable<Step> Below(string id) =>
        _byId[id].SelectMany(n => NormReads.Outcomes(n, _vocabulary)).Select(o => new Step(o.NormId, o.Through)).DistinctBy(s => s.Norm, StringComparer.Ordinal).Where(s => _byId.Contains(s.Norm));

    /// <summary>A norm, and the state through which the one before reads its outcomes; null: it names them itself.</summary>
    private sealed record Step(string Norm, StateDefinition? Through);
}
