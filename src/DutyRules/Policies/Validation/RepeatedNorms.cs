using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies.Validation;

/// <summary>Two norms that say the same are counted twice, and a breach of one is a breach of both. What somebody attests is told by the title alone.</summary>
internal static class RepeatedNorms
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        foreach (var alike in policies.Norms.Where(n => n.Content is not AttestedContent).GroupBy(n => (n.Modality, n.Window, n.Content.GetType(), n.Frame.GetType(), n.Trigger?.Type, n.Parties.Who, n.Consequences)).Where(g => g.Skip(1).Any()))
        {
            var said = new Dictionary<string, Norm>(StringComparer.Ordinal);
            foreach (var norm in alike.OrderBy(n => n.Span.File, StringComparer.Ordinal).ThenBy(n => n.Span.Line))
            {
                if (!said.TryAdd(Meaning(norm, policies), norm) && said[Meaning(norm, policies)] is var first && first.Id != norm.Id && Meet(first, norm))
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
}
