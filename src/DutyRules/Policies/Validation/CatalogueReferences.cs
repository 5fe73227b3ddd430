using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>What entries of the catalogue name must be there, and each id stands for one thing.</summary>
internal static class CatalogueReferences
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) => Unknown(policies).Concat(Twice(policies));

    private static IEnumerable<Diagnostic> Unknown(PolicySet policies)
    {
        var known = policies.Norms.Select(n => n.Id).Concat(policies.Catalogue.Select(e => e.Id)).Distinct().ToList();
        return from entry in policies.Catalogue
               from id in entry.ConflictsWith
               where !known.Contains(id)
               select CompositionDiagnostics.UnknownNorm.At(entry.Span, entry.Id, id, Suggestion.Question(Suggestion.Nearest(id, known)));
    }

    private static IEnumerable<Diagnostic> Twice(PolicySet policies)
    {
        // What is not applied may keep its id beside what took its place.
        var entries = policies.Catalogue.Where(e => e.Kind != CatalogueKind.Disabled).ToList();
        for (int i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var other = entries.Take(i).Where(e => e.Id == entry.Id && !AreRevisions(e.Policy, e.Revision, entry)).Select(e => e.Span)
                .Concat(policies.Norms.Where(n => n.Id == entry.Id && !AreRevisions(n.Policy, n.Revision, entry)).Select(n => n.Span));
            foreach (var span in other.Take(1))
            {
                yield return PolicyDiagnostics.DuplicateNorm.At(entry.Span, entry.Id, span.ToString());
            }
        }
    }

    private static bool AreRevisions(string policy, string revision, CatalogueEntry entry) => policy == entry.Policy && revision != entry.Revision;
}
