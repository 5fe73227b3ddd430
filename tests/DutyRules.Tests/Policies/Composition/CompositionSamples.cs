namespace DutyRules.Tests.Policies.Composition;

/// <summary>Texts with one fault each, about how policies are put together.</summary>
internal static class CompositionSamples
{
    public static readonly string[] All =
    [
        "a: { kind: defintion, cites: x/1 }",
        "a: { kind: improper, must: clock-in }",
        "a: { kind: statement, every: day }",
        "a: { kind: principle, who: site }",
        "a: { kind: definition, defines: [queue, quue] }",
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
        """
        policy: p
        uses: hall
        templates:
          report: { with: [kind, day], norm: { who: store-manager, every: month, must: report-filed, where: 'kind is {knd}', due: 'day {day}' } }
          loop: { with: x, norm: { use: loop, x: '{x}' } }
          empty: { with: x }
        norms:
          a: { use: reprt, kind: faults, day: 8 }
          b: { use: loop, x: 1 }
        """,
        """
        policy: p
        uses: hall
        templates:
          report: { with: [kind, day], norm: { who: store-manager, every: month, must: report-filed, where: 'kind is {kind}', due: 'day {day}, end of day' } }
        norms:
          a: { use: report, kind: fault, day: 8 }
          b: { use: report, kind: faults, dy: 8 }
          c: { use: report, for each: [ { kind: faults, day: 88 }, { kind: service, day: 99 }, 5 ], who: manager }
        """,
        "rate: { for each: { tier: [gold, vip] }, when: complaint-received, if: \"tier is {tier}\", who: site, must: complaint-answered, within: 1 h, same: complain }",
        "rate: { for each: { tier: [vip, regular], x: 1 }, when: complaint-received, if: \"tier is {tier}\", who: site, must: complaint-answered, within: \"{time}\" }",
        """
        surge:
          ladder:
            who: floor-supervisor
            done so far: step
            while: wating > 5
            within: 5 min
            if it ends first: lapses
            steps:
              - { must: seats-moved, where: from is expert, impossible when: waiting > "x" }
              - { must: seats-moved, where: from is outbound }
              - must: seats-moved
                while: waiting > 10
                lasting: at once
            stand down: { when: till-closed as t, step: t.person, only if: waitin < 5 }
        """,
        "surge:\n  ladder: { done so far: queue, steps: { must: till-closed }, who: site }\nother:\n  ladder: { who: site, steps: [], done so far: queue }\nthird: { ladder: yes }\nfourth:\n  ladder: { done so far: queue, steps: [ { must: till-closed, within: 1 h }, 5 ], who: site, stand down: { when: till-closed } }",
        "daily: { who: site, every: day, must not: till-closed }\nearly: { who: anyone, must not: till-closed, where: 'time < 17:00' }\na: { may: till-closed, lifts: [early] }\nb: { may: till-closed as t, if: t.time > 16:00, lifts: [daily, earlyy] }\nc: { who: site, may: queue-length }\nd: { who: agent, may: till-closed, lifts: early }\ne: { who: store-manager, may: queue-length }",
        "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\nsites: [s1]\nevents: { e: { site } }\n%%vocabulary: v\n%%vocabulary: w\nuses: x\n%%vocabulary: x\nuses: w\n%%policy: p\nuses: [v, w, y]\nnorms: {}",
        """
        vocabulary: v
        zone: Asia/Shanghai
        partition by: site
        sites: [s1]
        clock changes: { skipped: shifted forward, repeated: earlier }
        events: { e: { site } }
        states: { n: { plus one on: f } }
        %%
        vocabulary: w
        uses: v
        zone: Asia/Urumqi
        sites: { s1: { title: One }, s2: }
        clock changes: { skipped: end of gap, repeated: later }
        events: { e: { site }, f: { site } }
        %%
        policy: p
        uses: v
        norms:
          a: { who: site, every: day, must: f }
        """,
        """
        vocabulary: v
        zone: Asia/Shanghai
        partition by: site
        sites: [s1]
        events: { e: { person, site, n: integer } }
        parameters: { most: { is: integer }, rate: { is: number, value: 2 } }
        tables:
          few: { of: integer, is: integer, rows: { at most 3: most, more than 3: 2 } }
          part: { of: integer, is: share, rows: { at most 3: rate, 4 to 9: most, more than 9: 100% } }
        %%
        policy: p
        uses: v
        norms:
          a: { who: site, every: day, must not: e, times: at most most }
          b: { who: site, every: day, must not: e, where: n > few(n) }
        %%
        policy: q
        uses: v
        norms:
          c: { who: site, every: month, must not: a breached }
        """,
        "manager: { when: till-closed, only by: store-manager }\nsupport: { when: till-closed, only by: business-support }",
        "close: { who: store-manager, every: day, must: till-closed, due: 16:30 }\nopen: { who: anyone, must not: till-closed, where: time < 17:00 }",
        "often: { who: site, every: week, must: clock-in, times: at least 3 }\nseldom: { who: site, every: week, must not: clock-in, times: at most 2 }",
        "busy: { who: site, every: day, must stay: waiting > 5 }\nquiet: { who: site, must not be: waiting > 5, lasting: more than 5 min }\ncalm: { who: site, every: day, must stay: '!(waiting > 5)' }",
    ];

    private static string PolicyWith(string parameters) => $"policy: p\nuses: hall\nparameters:\n  {parameters}\nnorms:\n  a: {{ who: site, every: day, must: clock-in }}";
}
