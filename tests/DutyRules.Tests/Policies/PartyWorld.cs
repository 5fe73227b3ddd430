using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>A hall in which cases have owners and people superiors, and forms of norms that are written in both languages.</summary>
internal static class PartyWorld
{
    public const string VocabularyText = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [s1]
        shifts: { kinds: [early, late], longest: 10 h }
        events:
          complaint-received: { title: { zh: 受理投诉, en: complaint received }, person, site, case: complaint, tier: [vip, regular], happened-at: instant }
          complaint-assigned: { title: { zh: 分派投诉, en: complaint assigned }, site, case: complaint, to: person }
          complaint-answered: { title: { zh: 答复投诉, en: complaint answered }, person, site, case: complaint }
          handover-begun: { title: { zh: 开始交接, en: handover begun }, site, case: handover, giver: person, taker: person }
          handover-signed: { title: { zh: 交接签字, en: handover signed }, person, site, case: handover }
          superior-named: { site, person, superior: person }
          reported: { title: { zh: 报告, en: report }, person, site, case: complaint, to: person }
          door-opened: { title: { zh: 开门, en: opening of the door }, person, site }
          customer-served: { title: { zh: 接待顾客, en: serving of a customer }, person, site, quick: yes-no }
          inspection: { title: { zh: 巡检, en: inspection }, person, site, lasts: up to 1 h, desk: text }
          power-failed: { site }
          power-restored: { site }
          noise: { site }
        states:
          owner: { title: { zh: 首问人, en: owner }, of: complaint, latest: complaint-assigned.to }
          superior: { title: { zh: 直接上级, en: superior }, of: person, latest: superior-named.superior }
          power-cut: { title: { zh: 停电, en: power cut }, on from: power-failed, off at: power-restored }
          tier-now: { of: complaint, latest: complaint-received.tier }
          on-floor: { title: { zh: 在厅, en: on the floor }, of: person, on from: door-opened, off at: customer-served }
        roles:
          store-manager: { title: { zh: 店长, en: store manager } }
          clerk: { title: { zh: 柜员, en: clerk } }
          bar-attendant: { title: { zh: 吧台员, en: bar attendant } }
          guard: { seen in: door-opened }
          cashier: { title: { zh: 收银员, en: cashier }, held: on shift }
        things:
          desk: { title: { zh: 柜台, en: desk }, s1: [d1, d2] }
          quick: { s1: q1 }
        roster:
          - { person: li, role: store-manager, site: s1 }
          - { person: wang, role: clerk, site: s1 }
          - { person: zhao, role: bar-attendant, site: s1 }
        parameters:
          penalty: { is: integer, value: 5 }
          promptly: { is: duration, value: 30 min }
        """;

    /// <summary>Norms, each in English and in Chinese, as one policy.</summary>
    public static LoadResult Load(params string[] norms) => Samples.Load(VocabularyText, Samples.PolicyOf(string.Join('\n', norms)));

    /// <summary>What the last of some norms is in the model, or what was found.</summary>
    public static string Model(string norms, Func<Norms.Norm, object> part)
    {
        var result = Load(norms);
        var findings = result.Diagnostics.Where(d => d.Id != KeyDiagnostics.MixedLanguages.Id).ToList();
        return result.Policies is null || findings.Count > 0 ? Samples.Report(result) : ModelText.Of(part(Last(result)));
    }

    /// <summary>The facts of the last of some norms, but for what every norm says.</summary>
    public static string Explained(string norms, Language language)
    {
        var result = Load(norms);
        Assert.True(result.Policies is not null, Samples.Report(result));
        var facts = NormText.Explain(Last(result), result.Policies, language).Facts.Where(f => f.Label is not ("Final" or "终局"));
        return string.Join("\n", facts.Select(f => $"    {f.Label}: {f.Text}"));
    }

    /// <summary>What is said of texts that are wrong.</summary>
    public static string Refused(IEnumerable<string> norms, Language language, string before = "")
    {
        var text = new StringBuilder();
        foreach (string norm in norms)
        {
            text.Append(norm).Append('\n').Append("    ").Append(Samples.Report(Load(before + norm), language).ReplaceLineEndings("\n    ")).Append("\n\n");
        }

        return text.ToString().TrimEnd();
    }

    // As written, not by strata: the one whose text stands last.
    private static Norms.Norm Last(LoadResult result) => result.Policies!.Norms.OrderBy(n => n.Span.Line).Last();
}
