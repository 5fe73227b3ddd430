using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Cli.Output;

/// <summary>Norms in plain words.</summary>
internal static class Explanations
{
    /// <summary>What stands in the set once for each of several places is said once for all at which it reads alike.</summary>
    public static IEnumerable<NormExplanation> Of(IEnumerable<Norm> norms, PolicySet policies, Language language) =>
        from norm in norms
        let anywhere = NormText.Explain(norm with { At = null }, policies, language)
        group norm by (norm.Id, norm.Policy, norm.Revision, norm.InForceFrom, Text: string.Join('\n', anywhere.Facts)) into alike
        select NormText.Explain(alike.First() with { At = alike.Select(n => n.At).Aggregate((a, b) => a.Or(b)) }, policies, language);
}
