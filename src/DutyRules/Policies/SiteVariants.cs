using System.Collections.Immutable;
using DutyRules.Norms;

namespace DutyRules.Policies;

/// <summary>A norm with other figures at some sites stands in a set several times, once for each place; what follows it is parted in the same way.</summary>
internal static class SiteVariants
{
    public static ImmutableArray<Norm> Follow(ImmutableArray<Norm> norms)
    {
        // What follows a norm that was parted is parted next.
        for (var parted = Part(norms); ; norms = parted, parted = Part(norms))
        {
            if (parted.SequenceEqual(norms))
            {
                return norms;
            }
        }
    }

    private static ImmutableArray<Norm> Part(ImmutableArray<Norm> norms)
    {
        var variants = norms.GroupBy(n => n.Id).Where(g => g.Any(n => g.Any(other => other != n && other.Revision == n.Revision && !n.At.Meets(other.At))))
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return variants.Count == 0 ? norms : [.. norms.SelectMany(n => Parted(n, variants))];
    }

    private static IEnumerable<Norm> Parted(Norm norm, Dictionary<string, List<Norm>> variants) =>
        norm.Frame is OutcomeFrame frame && variants.TryGetValue(frame.NormId, out var upstream) && !upstream.Exists(u => u.Revision == norm.Revision && u.At.Includes(norm.At))
            ? upstream.Where(u => u.Revision == norm.Revision && u.At.Meets(norm.At)).Select(u => norm with { At = norm.At.And(u.At) }).DistinctBy(n => n.At)
            : [norm];
}
