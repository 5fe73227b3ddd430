using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Clauses;

/// <summary>Works out what covers which clause.</summary>
internal static class ClauseReport
{
    private static readonly LocalizedText Duty = new("duty", "职责");

    /// <summary>Every clause that is cited or listed, those of an index in its order, others in the order of their ids.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="sourceOf">The document that a policy follows.</param>
    /// <param name="sources">Only these documents, or these clauses; empty: all.</param>
    /// <param name="index">The clauses there are; null: not known.</param>
    public static IReadOnlyList<ClauseCoverage> Of(PolicySet policies, Func<string, string> sourceOf, IReadOnlySet<string> sources, ClauseIndex? index)
    {
        // An index is that of one document, so that which one a policy names does not matter.
        var cited = Cited(policies, sourceOf).Where(c => sources.Count == 0 || sources.Contains(c.Source) || sources.Contains(c.Clause))
            .Select(c => index is null ? c : c with { Source = "", Clause = index.NameOf(c.Source, c.Clause) }).ToList();
        var listed = (index?.Clauses ?? []).Where(c => !sources.Overlaps(index!.Clauses.Select(other => other.Id)) || sources.Contains(c.Id)).ToList();
        return
        [
            .. listed.Select(c => new ClauseCoverage("", c.Id, c.Gist, Entries(cited.Where(other => other.Clause == c.Id)))),
            .. cited.Where(c => !listed.Exists(l => l.Id == c.Clause)).GroupBy(c => (c.Source, c.Clause))
                .Select(g => new ClauseCoverage(g.Key.Source, g.Key.Clause, null, Entries(g)) { IsIndexed = index is null })
                .OrderBy(c => c.Source, StringComparer.Ordinal).ThenBy(c => c.Clause, NaturalOrder.Comparer),
        ];
    }

    private static List<ClauseEntry> Entries(IEnumerable<Citation> cited) => [.. cited.Select(c => c.Entry).DistinctBy(e => (e.Id, e.Kind))];

    private static IEnumerable<Citation> Cited(PolicySet policies, Func<string, string> sourceOf) =>
        policies.Norms.SelectMany(n => n.Cites.Select(clause => new Citation(sourceOf(n.Policy), clause, new ClauseEntry(n.Id, "duty", Duty, n.Title, n.Reading, null))))
            .Concat(policies.Catalogue.SelectMany(e => e.Cites.Select(clause => new Citation(sourceOf(e.Policy), clause, new ClauseEntry(e.Id, e.Kind.Name(), e.Kind.Title(), e.Title, e.Reading, e.Because)))));

    private sealed record Citation(string Source, string Clause, ClauseEntry Entry);
}
