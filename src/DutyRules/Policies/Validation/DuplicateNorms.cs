using DutyRules.Diagnostics;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation;

/// <summary>Norms of one id must not be in force at the same time.</summary>
internal static class DuplicateNorms
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        foreach (var sameId in policies.Norms.GroupBy(n => n.Id, StringComparer.Ordinal))
        {
            var norms = sameId.ToList();
            for (int i = 1; i < norms.Count; i++)
            {
                if (norms.Take(i).FirstOrDefault(earlier => Overlap(earlier, norms[i])) is { } other)
                {
                    yield return PolicyDiagnostics.DuplicateNorm.At(norms[i].Span, norms[i].Id, other.Span.ToString());
                }
            }
        }
    }

    // Revisions of one policy were compared as a whole.
    private static bool Overlap(Norm a, Norm b) =>
        !(a.Policy == b.Policy && a.Revision != b.Revision)
        && a.At.Meets(b.At)
        && !(a.InForceFrom >= b.InForceTo) && !(b.InForceFrom >= a.InForceTo);
}
