using DutyRules.Norms;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>A template or a family says once what several norms have in common; each of them is an ordinary norm.</summary>
public class FamilyTests
{
    private const string Templates =
        """
        templates:
          monthly-report:
            with: [kind, day]
            norm:
              title: { zh: '{kind}报告', en: '{kind} report' }
              who: store-manager
              every: month
              must: report-filed
              where: kind is {kind}
              due: 'day {day}, end of day'

        """;

    [Fact]
    public void A_template_is_filled_in_wherever_it_is_used()
    {
        var made = Norms(Templates, """
              complaints-report: { use: monthly-report, kind: complaints, day: 8, cites: store-manager/12b }
              reports: { use: monthly-report, for each: [ { kind: faults, day: 8, points: 3 }, { kind: service, day: 10, id: service-report } ], who: floor-supervisor }
            """);
        var written = Norms("", """
              complaints-report: { title: { zh: complaints报告, en: complaints report }, who: store-manager, every: month, must: report-filed, where: kind is complaints, due: 'day 8, end of day', cites: store-manager/12b }
              reports.faults: { title: { zh: faults报告, en: faults report }, who: floor-supervisor, every: month, must: report-filed, where: kind is faults, due: 'day 8, end of day', points: 3 }
              service-report: { title: { zh: service报告, en: service report }, who: floor-supervisor, every: month, must: report-filed, where: kind is service, due: 'day 10, end of day' }
            """);
        Assert.Equal(written, made);
    }

    [Fact]
    public void A_template_may_have_nothing_to_be_filled_in()
    {
        var made = Norms("templates:\n  inspected: { norm: { who: store-manager, must: hall-inspection, within: 1 h } }\n", "      after-closing: { use: inspected, when: till-closed, title: After closing }");
        var written = Norms("", "      after-closing: { who: store-manager, must: hall-inspection, within: 1 h, when: till-closed, title: After closing }");
        Assert.Equal(written, made);
    }

    [Fact]
    public void A_family_needs_no_template()
    {
        var made = Norms("", """
              rate: { for each: { tier: [vip, regular], kind: [x, y] }, title: '{tier} {kind}', when: complaint-received as c, if: 'c.tier is {tier}', who: c.person, must: complaint-answered, within: 1 h }
              late: { for each: [ { hour: '22', cites: a/1 }, { hour: '23' } ], who: site, must not: till-closed, where: 'time >= {hour}:00' }
            """);
        var written = Norms("", """
              rate.vip.x: { title: vip x, when: complaint-received as c, if: 'c.tier is vip', who: c.person, must: complaint-answered, within: 1 h }
              rate.vip.y: { title: vip y, when: complaint-received as c, if: 'c.tier is vip', who: c.person, must: complaint-answered, within: 1 h }
              rate.regular.x: { title: regular x, when: complaint-received as c, if: 'c.tier is regular', who: c.person, must: complaint-answered, within: 1 h }
              rate.regular.y: { title: regular y, when: complaint-received as c, if: 'c.tier is regular', who: c.person, must: complaint-answered, within: 1 h }
              late.22: { who: site, must not: till-closed, where: 'time >= 22:00', cites: a/1 }
              late.23: { who: site, must not: till-closed, where: 'time >= 23:00' }
            """);
        Assert.Equal(written, made);
    }

    [Fact]
    public void The_same_in_chinese()
    {
        var made = Samples.Load(Samples.Hall,
            """
            制度: p
            引用: hall
            模板:
              月报: { 代入项: [类, 日], 职责项: { 责任人: store-manager, 每: 月, 必须: report-filed, 条件: 'kind is {类}', 最迟: '{日}日当日结束前' } }
            职责:
              报告: { 套用: 月报, 逐一: [ { 类: faults, 日: 8 }, { 类: service, 日: 10 } ] }
            """);
        Assert.Equal("", Samples.Report(made));
        Assert.Equal(["报告.faults", "报告.service"], made.Policies!.Norms.Select(n => n.Id));
    }

    [Fact]
    public void A_template_of_the_vocabulary_serves_all_policies()
    {
        var result = Samples.Load(
            Samples.Hall + "\n" + Templates,
            "policy: p\nuses: hall\nnorms:\n  a: { use: monthly-report, kind: faults, day: 8 }",
            "制度: q\n引用: hall\n职责:\n  b: { 套用: monthly-report, kind: service, day: 9 }");
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["a", "b"], result.Policies!.Norms.Select(n => n.Id));
    }

    [Fact]
    public void A_norm_made_of_a_template_may_have_other_figures_at_some_sites()
    {
        var result = Samples.Load(
            Samples.Hall + "\n  often: { is: integer, value: 2, per site: { s2: 3 } }",
            "policy: p\nuses: hall\nnorms:\n  a: { for each: { what: [clock-in, clock-out] }, who: site, every: day, must: '{what}', times: at least often }");
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(
            ["a.clock-in all but s2 2", "a.clock-in s2 3", "a.clock-out all but s2 2", "a.clock-out s2 3"],
            result.Policies!.Norms.Select(n => $"{n.Id} {(n.At!.Except ? "all but " : "")}{string.Join(", ", n.At.Names)} {((CountContent)n.Content).Times.Lower!.Value.Value}"));
    }

    private static string Norms(string templates, string norms)
    {
        var result = Samples.Load(Samples.Hall, $"policy: p\nuses: hall\n{templates}norms:\n{norms}");
        Assert.Equal("", Samples.Report(result));
        return string.Join("\n\n", result.Policies!.Norms.Select(n => ModelText.Of(n)));
    }
}
