using System.Text;
using DutyRules.Norms;

namespace DutyRules.Tests.Policies;

/// <summary>What each form of norm lowers to: the text and the model, one below the other.</summary>
public class NormFormTests
{
    [Fact]
    public Task Periods_and_due_times() => Verify(Forms(
        """
        on-site:
          title: { zh: 七点四十到岗, en: On site by 07:40 }
          who: each store-manager
          every: day
          must: clock-in
          due: 7:40
          cites: store-manager/1a
        """,
        """
        inspections:
          who: business-support
          every: day
          must: hall-inspection
          where: recorded
          each lasting: at least 30 min
          times: at least 2
          apart: at least 1 h
          cites: [business-support/8a, business-support/8b]
        """,
        """
        analyses:
          who: store-manager
          every: month
          must: report-filed
          one of each: kind
          due: day 8, end of day
          reading: { en: by the end of the 8th }
        """,
        """
        meeting: { who: any store-manager, every: month, must: clock-in, before: "day 30, or the last day, 18:00" }
        """,
        """
        leap: { who: any store-manager, every: month, must: clock-in, due: "day 29, if there is one, end of day" }
        """,
        """
        closing-books: { who: site, every: month, must: clock-in, from: "last day, 9:00", due: "last day, end of day" }
        """,
        """
        fire: { who: site, every: week, must: clock-in, due: Friday 18:00 }
        """,
        """
        opening: { who: site, every: day, must: clock-in, from: opening-time - 30 min, to: opening-time - promptly }
        """,
        """
        late-shift: { who: site, every: day, must: clock-in, after: 20:00, due: end of next day }
        """));

    [Fact]
    public Task Duties_that_an_event_opens() => Verify(Forms(
        """
        answer:
          when: complaint-received as c
          if: c.tier is vip && amount > 100
          who: c.person
          must: complaint-answered
          same: complaint
          within: promptly
          points: penalty
          notify: [store-manager, business-support]
          unless: on-duty(person) is false
          lapses when: waiting > 20
          otherwise:
            who: store-manager
            must: complaint-taken-over
            where: c.tier is vip || person == c.person
            same: complaint
            within: 2 h
            otherwise:
              id: give-up
              must: clock-out
              due: next day 8:00
        """,
        """
        quiet:
          when: { event: complaint-received, where: tier is vip }
          who: site
          must not: till-closed
          times: at most 1
          within: 1 h 30 min
        """,
        """
        covered:
          when: till-closed as t
          who: store-manager
          must stay: waiting < 5
          due: end of day
        """,
        """
        handed-over:
          when: till-closed as t
          who: store-manager
          must: clock-out
          done by: anyone
          from: 10 min
          to: 1 h
        """));

    [Fact]
    public Task Conditions() => Verify(Forms(
        """
        surge:
          who: floor-supervisor
          while: waiting is > 5 and <= 10
          lasting: more than 5 min
          must: seats-moved
          where: from is experts
          within: promptly
          if it ends first: lapses
        too-many:
          who: site
          while: waiting > 10
          must: seats-moved
          within: promptly
          if it ends first: still owed
        """,
        """
        never-long: { who: each floor-supervisor, must not be: on-duty && queue > 20, lasting: at least 10 min }
        """,
        """
        on-floor: { who: each floor-supervisor, every: day, must stay: on-duty, share: at least 80%, of: waiting > 0, from: 8:30, to: 18:00 }
        """,
        """
        manned: { who: site, every: day, must stay: waiting < 30, allowing gaps of at most: 5 min }
        """));

    [Fact]
    public Task Prohibitions_and_gates() => Verify(Forms(
        """
        no-early-closing: { who: anyone, must not: till-closed as t, where: t.time < 17:00, unless: waiting == 0 }
        """,
        """
        few-exits: { who: each agent, every: day, must not: clock-out, times: at most 3 }
        """,
        """
        outsiders:
          when: outsider-admitted
          only after: admission-approved
          same: visit
          within: 1 day
        """,
        """
        signed-in:
          who: anyone
          when: service-started as s
          only after: clock-in
          same: person
          from: start of day
        """,
        """
        by-rank: { when: till-closed as t, only by: store-manager }
        """,
        """
        when-empty: { who: store-manager, when: till-closed as t, if: t.time > 17:00, only if: waiting == 0 && on-duty(t.person) }
        """));

    [Fact]
    public void A_disabled_norm_is_kept_on_the_list_and_not_checked()
    {
        var result = Samples.WithNorms(
            """
            no-sign:
              title: No sign
              disabled: { zh: 与第二条矛盾, en: contradicts 2a }
              cites: [floor/3a, floor/3b]
              must not: put-up-a-sign
              attested by: somebody
            """);
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Policies!.Norms);
        var norm = Assert.Single(result.Policies!.Catalogue);
        Assert.Equal("no-sign | No sign | contradicts 2a | floor/3a floor/3b", $"{norm.Id} | {norm.Title} | {norm.Because} | {string.Join(' ', norm.Cites)}");
    }

    [Fact]
    public void Follow_ups_come_after_what_they_follow()
    {
        var norms = Samples.Norms(
            """
            a: { who: site, every: day, must: clock-in, otherwise: { must: clock-out, within: 1 h } }
            b: { who: site, every: day, must: clock-in }
            """);
        Assert.Equal(["a", "b", "a.otherwise"], norms.Select(n => n.Id));
        Assert.Equal([0, 0, 1], norms.Select(n => n.Stratum));
    }

    private static string Forms(params string[] forms)
    {
        var text = new StringBuilder();
        foreach (string form in forms)
        {
            var result = Samples.WithNorms(form);
            text.Append(form).Append("\n\n");
            text.Append(result.Diagnostics.IsEmpty ? "" : Samples.Report(result) + "\n\n");
            foreach (var norm in result.Policies?.Norms ?? [])
            {
                text.Append("    ").Append(ModelText.Of(norm).ReplaceLineEndings("\n    ")).Append("\n\n");
            }
        }

        return text.ToString().TrimEnd();
    }
}
