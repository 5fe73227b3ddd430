using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies.Validation;

/// <summary>Two norms that say the same are counted twice, and a breach of one is a breach of both. What somebody attests is told by the title alone.</summary>
internal static class RepeatedNorms
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        foreach (var alike in policies.Norms.Where(n => n.Content is not AttestedContent).GroupBy(n => n, new AtSight()).Where(g => g.Skip(1).Any()))
        {
            var said = new Dictionary<string, Norm>(StringComparer.Ordinal);
            foreach (var norm in alike.OrderBy(n => n.Span.File, StringComparer.Ordinal).ThenBy(n => n.Span.Line))
            {
                var meaning = Meaning(norm, policies);
                if (!said.TryAdd(meaning, norm) && said[meaning] is var first && first.Id != norm.Id && Meet(first, norm))
                {
                    yield return PolicyDiagnostics.SameNorm.At(norm.Span, norm.Id, first.Id, first.Span.ToString());
                }
            }
        }
    }

    // All that the norm means, in words; what it is called and where it comes from is not part of that.
    private static string Meaning(Norm norm, PolicySet policies) => string.Join(
        '\n', NormText.Explain(norm with { Cites = [], Reading = null, Tags = [] }, policies, Language.English).Facts);

    private static bool Meet(Norm a, Norm b) => a.At.Meets(b.At) && !(a.InForceFrom >= b.InForceTo) && !(b.InForceFrom >= a.InForceTo);

    /// <summary>Finds norms that may say the same, without putting them into words.</summary>
    private sealed class AtSight : IEqualityComparer<Norm>
    {
        public bool Equals(Norm? a, Norm? b) => a!.Modality == b!.Modality && a.Trigger?.Type == b.Trigger?.Type
            && a.Content.GetType() == b.Content.GetType() && a.Frame.GetType() == b.Frame.GetType()
            && a.Window == b.Window && a.Parties.Who == b.Parties.Who && a.Consequences == b.Consequences;

        public int GetHashCode(Norm norm) => HashCode.Combine(norm.Content.GetType(), norm.Frame.GetType(), norm.Trigger?.Type.Name);
    }
}
