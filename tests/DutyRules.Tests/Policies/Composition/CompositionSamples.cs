namespace DutyRules.Tests.Policies.Composition;

/// <summary>Texts with one fault each, about how policies are put together.</summary>
internal static class CompositionSamples
{
    public static readonly string[] All =
    [
        "a: { kind: defintion, cites: x/1 }",
        "a: { kind: improper, must: clock-in }",
        "a: { kind: statement, who: site }",
        "a: { who: site, every: day, must: clock-in }\nb: { kind: conflict, conflicts with: [a, c], prevails: [a, d] }",
        "a: { who: site, every: day, must: clock-in }\na2: { kind: heading }\nb: { kind: conflict, conflicts with: [a, aa] }",
        "a: { who: site, every: day, must: clock-in, severity: grave, at: [s3, s1] }",
        "a: { who: site, every: day, must: clock-in, at: all but s22, otherwise: { must: clock-out, within: 1 h, at: s1 } }",
        "a: { who: site, every: day, must: clock-in, within: at-leisure }\nb: { when: clock-in, who: site, must: clock-out, within: soon }\nc: { when: clock-in, who: site, must: clock-out, within: soon }\nd: { when: clock-in, who: site, must: clock-out, within: 1 h, points: many }",
        PolicyWith("promtly: 15 min\n  calls: { value: 3 }\n  penalty: { is: money, value: 5 }\n  waiting: { is: integer, value: 5 }\n  opening-time: 25:00"),
        "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [s1, s2]\nevents: { e: { site, n: integer } }\nparameters:\n  most: { is: integer, per site: { s1: 3, s3: 5 } }\n  least: { is: integer, value: 1 }\nstates:\n  many: { plus one on: { event: e, where: n > most } }\n  few: { plus one on: { event: e, where: n < least } }",
        """
        vocabulary: v
        zone: Asia/Shanghai
        partition by: site
        sites: [s1, s2]
        events: { e: { site, n: integer } }
        parameters:
          most: { is: integer, per site: { s1: 3 } }
          least: { is: integer, value: 1 }
        states:
          few: { plus one on: { event: e, where: n < least } }
        %%
        policy: p
        uses: v
        parameters: { least: 2 }
        norms:
          a: { who: site, every: day, must: e, times: at least most }
          b: { who: site, every: day, must: e, times: at least most, at: s1 }
        """,
    ];

    private static string PolicyWith(string parameters) => $"policy: p\nuses: hall\nparameters:\n  {parameters}\nnorms:\n  a: {{ who: site, every: day, must: clock-in }}";
}
