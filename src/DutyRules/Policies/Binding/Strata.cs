using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies.Binding;

/// <summary>Orders norms by what they read of one another: each is of a higher stratum than every norm whose outcome it reads, itself or through a state.</summary>
internal sealed class Strata
{
    private readonly ILookup<string, Norm> _norms;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    private Strata(IEnumerable<Norm> norms, DiagnosticBag bag)
    {
        _norms = norms.ToLookup(n => n.Id, StringComparer.Ordinal);
        _bag = bag;
    }

    /// <summary>The norms with their strata, those of lower strata first; norms that wait for themselves are reported.</summary>
    public static ImmutableArray<Norm> Order(IReadOnlyList<Norm> norms, DiagnosticBag bag)
    {
        var strata = new Strata(norms, bag);
        return [.. norms.Select(n => strata.Of(n.Id, []) is var stratum && stratum != n.Stratum ? n with { Stratum = stratum } : n).OrderBy(n => n.Stratum)];
    }

    // Revisions of a norm are of one stratum.
    private int Of(string id, ImmutableList<Step> path)
    {
        if (_found.TryGetValue(id, out int found))
        {
            return found;
        }

        int stratum = 0;
        foreach (var (other, state) in _norms[id].SelectMany(NormReads.Outcomes).Distinct())
        {
            var further = path.Add(new Step(id, state?.Name));
            if (further.Exists(s => s.Norm == other))
            {
                ReportCircle(further.RemoveRange(0, further.FindIndex(s => s.Norm == other)));
            }
            else
            {
                stratum = Math.Max(stratum, Of(other, further) + 1);
            }
        }

        return _found[id] = stratum;
    }

    private void ReportCircle(ImmutableList<Step> circle)
    {
        if (circle.Exists(s => _told.Contains(s.Norm)))
        {
            return;
        }

        _told.UnionWith(circle.Select(s => s.Norm));
        var names = circle.SelectMany(s => new[] { s.Norm, s.State }).OfType<string>().Append(circle[0].Norm);
        _bag.Add(OutcomeDiagnostics.NormsInCircle.At(_norms[circle[0].Norm].First().Span, circle[0].Norm, string.Join(" → ", names.Select(n => $"`{n}`"))));
    }

    /// <summary>A norm, and the state through which it reads the next; null: it names it itself.</summary>
    private sealed record Step(string Norm, string? State);
}
