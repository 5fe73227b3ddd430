using System.Collections.Immutable;
using DutyRules.Norms;
using DutyRules.Policies.Binding;

namespace DutyRules.Policies.Writing;

/// <summary>One revision of a policy: what stands in one file.</summary>
internal sealed record Edition(string Policy, string Revision, ImmutableArray<Norm> Norms, ImmutableArray<CatalogueEntry> Catalogue)
{
    /// <summary>The files that its norms and entries were written in.</summary>
    public ImmutableHashSet<string> Files { get; } = [.. Norms.Select(n => n.Span.File).Concat(Catalogue.Select(c => c.Span.File)).Where(f => !string.IsNullOrEmpty(f))];

    /// <summary>From when until when all of it is in force; what begins or ends otherwise says so itself.</summary>
    public Force Force { get; } = new(
        Norms.Any(n => n.InForceFrom is null) ? null : Norms.Min(n => n.InForceFrom), Norms.Any(n => n.InForceTo is null) ? null : Norms.Max(n => n.InForceTo));

    public static ImmutableArray<Edition> Of(PolicySet set)
    {
        var keys = set.Norms.Select(n => (n.Policy, n.Revision, n.Span)).Concat(set.Catalogue.Select(c => (c.Policy, c.Revision, c.Span)))
            .OrderBy(k => k.Span.File, StringComparer.Ordinal).ThenBy(k => k.Span.Line).Select(k => (k.Policy, k.Revision)).Distinct();
        return [.. keys.Select(k => new Edition(k.Policy, k.Revision, [.. set.Norms.Where(n => (n.Policy, n.Revision) == k)], [.. set.Catalogue.Where(c => (c.Policy, c.Revision) == k)]))];
    }
}
