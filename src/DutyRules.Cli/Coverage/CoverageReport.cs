using System.Collections.Immutable;
using DutyRules.Cli.Clauses;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Binding;

namespace DutyRules.Cli.Coverage;

/// <summary>Works out what became of every clause of an index.</summary>
/// <param name="policies">The policies.</param>
/// <param name="sourceOf">The document that a policy follows.</param>
/// <param name="tests">The tests of each norm, by its id.</param>
internal sealed class CoverageReport(PolicySet policies, Func<string, string> sourceOf, ILookup<string, TestTrace> tests)
{
    public CoverageTrace Of(ClauseIndex index)
    {
        var entries = Entries().Select(e => (e.Entry, Cites: e.Cites.Select(c => index.NameOf(sourceOf(e.Entry.Policy), c)).Distinct().ToList())).ToList();
        var covering = entries.SelectMany(e => e.Cites.Select(c => (Clause: c, e.Entry))).ToLookup(c => c.Clause, c => c.Entry);
        var documents = index.Clauses.Select(c => c.Document).ToHashSet(StringComparer.Ordinal);
        var unknown = entries.SelectMany(e => e.Cites.Where(c => !index.Has(c)).Select(c => new UnknownCitation(c, e.Entry.Id))).ToList();
        return new CoverageTrace([.. index.Clauses.Select(c => Trace(c, covering, index))])
        {
            NormsWithoutClause = [.. WithoutClause()],
            UnknownCitations = [.. unknown.Where(u => documents.Contains(DocumentOf(u.Clause)))],
            OtherDocuments = [.. unknown.Select(u => DocumentOf(u.Clause)).Where(d => !documents.Contains(d)).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static string DocumentOf(string clause) => new IndexedClause(clause).Document;

    private static ClauseTrace Trace(IndexedClause clause, ILookup<string, TraceEntry> covering, ClauseIndex index)
    {
        ImmutableArray<TraceEntry> entries = [.. covering[clause.Id].OrderBy(e => e.Disposition)];
        var chief = entries.IsEmpty ? Disposition.None : entries[0].Disposition;
        if (clause.DuplicateOf is not { } original)
        {
            return new ClauseTrace(clause, entries) { Disposition = chief };
        }

        var ofOriginal = covering[original].ToList();
        var binds = index.Clauses.FirstOrDefault(c => c.Id == original)?.Roles ?? [];
        var others = clause.Roles.Where(r => binds.Count > 0 && !binds.Contains(r)).ToList();
        if (entries.IsEmpty)
        {
            return others.Count == 0 && ofOriginal.Count > 0
                ? new ClauseTrace(clause, [.. ofOriginal.OrderBy(e => e.Disposition)]) { Disposition = Disposition.Duplicate }
                : new ClauseTrace(clause, [])
                {
                    Disposition = Disposition.None,
                    Why = ofOriginal.Count == 0
                        ? new($"repeats {original}, which nothing covers either", $"与 {original} 重复，而后者也没有对应")
                        : new($"repeats {original}, but binds {string.Join(", ", others)} and is not cited", $"与 {original} 重复，但约束的是 {string.Join("、", others)}，且没有引用"),
                };
        }

        return new ClauseTrace(clause, entries) { Disposition = entries.All(ofOriginal.Contains) ? Disposition.Duplicate : chief };
    }

    private IEnumerable<(TraceEntry Entry, IEnumerable<string> Cites)> Entries() =>
        policies.Norms.GroupBy(n => n.Id).Select(OfNorm).Concat(policies.Catalogue.Select(e => (OfCatalogue(e), (IEnumerable<string>)e.Cites)));

    private (TraceEntry Entry, IEnumerable<string> Cites) OfNorm(IGrouping<string, Norm> runs)
    {
        var norm = runs.Last();
        var disposition = norm.Content switch
        {
            AttestedContent => Disposition.Attested,
            // That somebody says it is not yet a rule of its own.
            _ when policies.Norms.Any(n => n.Content is AttestedContent && norm.Id == AttestingDuty.IdOf(n)) => Disposition.Attested,
            ActorContent => Disposition.Power,
            _ => Disposition.Judged,
        };
        var entry = new TraceEntry(norm.Id, disposition, norm.Title)
        {
            Policy = norm.Policy,
            Reading = norm.Reading,
            Runs = [.. runs],
            Tests = [.. tests[norm.Id]],
        };
        return (entry, runs.SelectMany(n => n.Cites));
    }

    private TraceEntry OfCatalogue(CatalogueEntry entry) => new(entry.Id, Of(entry.Kind), entry.Title)
    {
        Policy = entry.Policy,
        Gist = entry.Gist,
        Reading = entry.Reading,
        Because = entry.Because,
        Norms = entry.Kind switch
        {
            CatalogueKind.Definition => [.. new DefinitionUse(policies).Of(entry)],
            CatalogueKind.Conflict => entry.ConflictsWith,
            CatalogueKind.Permission => entry.Lifts,
            _ => [],
        },
    };

    private static Disposition Of(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Definition => Disposition.Definition,
        CatalogueKind.Statement => Disposition.Statement,
        CatalogueKind.Heading => Disposition.Heading,
        CatalogueKind.Principle => Disposition.Principle,
        CatalogueKind.Conflict => Disposition.Conflict,
        CatalogueKind.Improper => Disposition.Improper,
        CatalogueKind.DutyOfOthers => Disposition.DutyOfOthers,
        CatalogueKind.OtherLaw => Disposition.OtherLaw,
        CatalogueKind.Permission => Disposition.Permission,
        _ => Disposition.Disabled,
    };

    // What follows a norm of the same policy may leave it to that one to name the clause.
    private IEnumerable<string> WithoutClause() => policies.Norms.Where(n => n.Cites.IsEmpty && !Upstream(n).Any()).Select(n => n.Id).Distinct();

    private IEnumerable<Norm> Upstream(Norm norm)
    {
        foreach (var upstream in policies.Norms.Where(n => norm.Follows(n) && n.Policy == norm.Policy))
        {
            if (!upstream.Cites.IsEmpty || Upstream(upstream).Any())
            {
                yield return upstream;
            }
        }
    }
}
