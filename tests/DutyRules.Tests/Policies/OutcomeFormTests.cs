using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>What norms came to, as events in other norms and in the states of a policy, and the order in which norms are judged for that.</summary>
public class OutcomeFormTests
{
    private const string English = """
        policy: hall/conduct
        uses: hall
        tables:
          sanction: { of: integer, is: integer, rows: { less than 2: 0, 2 to 3: 5, more than 3: 10 } }
        states:
          late-this-month: { title: { zh: 本月迟到次数, en: lateness this month }, of: person, plus one on: on-site breached, per: month }
          last-answer: { latest: [answer breached.tier, { event: answer kept or excused.tier, where: tier is vip }] }
        definitions:
          file-closed: { counts: [complaint-answered, complaint-taken-over] }
          often-late: { means: sanction(late-this-month("li")) > 0 }
        norms:
          talk:
            who: store-manager
            while: late-this-month("li") >= 2
            if it ends first: still owed
            must: report-filed
            within: 3 h
          on-site: { who: each store-manager, every: day, must: clock-in, due: 7:40 }
          answer:
            when: complaint-received as c
            who: c.person
            must: file-closed
            same: complaint
            within: 1 h
            otherwise: { who: store-manager, must: complaint-taken-over, same: complaint, within: 2 h }
          few-breaches: { who: site, every: month, must not: answer breached, where: tier is vip && amount > 5, times: at most 2 }
          seen-to: { who: site, every: month, must: answer.otherwise settled, times: at least 1, unless: often-late }
          again: { who: site, every: month, must not: few-breaches breached }
        """;

    private const string Chinese = """
        制度: hall/conduct
        引用: hall
        分档表:
          sanction: { 按: 整数, 类型: 整数, 各档: { 不足 2: 0, 2 至 3: 5, 超过 3: 10 } }
        状态:
          late-this-month: { 名称: { 中文: 本月迟到次数, 英文: lateness this month }, 按: person, 加一: on-site 未履行, 每期: 月 }
          last-answer: { 最近: [answer 未履行.tier, { 发生: answer 已履行或已免责.tier, 条件: tier is vip }] }
        认定:
          file-closed: { 计入: [complaint-answered, complaint-taken-over] }
          often-late: { 指: sanction(late-this-month("li")) > 0 }
        职责:
          talk:
            责任人: store-manager
            处于: late-this-month("li") >= 2
            若先结束: 仍须履行
            必须: report-filed
            时限: 3 小时
          on-site: { 责任人: 每名store-manager, 每: 日, 必须: clock-in, 最迟: 7:40 }
          answer:
            遇有: complaint-received 记为 c
            责任人: c.person
            必须: file-closed
            同一: complaint
            时限: 1 小时
            未履行则: { 责任人: store-manager, 必须: complaint-taken-over, 同一: complaint, 时限: 2 小时 }
          few-breaches: { 责任人: 网点, 每: 月, 不得: answer 未履行, 条件: tier is vip && amount > 5, 次数: 不超过 2 次 }
          seen-to: { 责任人: 网点, 每: 月, 必须: answer.otherwise 已了结, 次数: 不少于 1 次, 除外: often-late }
          again: { 责任人: 网点, 每: 月, 不得: few-breaches已违反 }
        """;

    [Fact]
    public Task Outcomes_are_events_of_norms_and_states()
    {
        var english = Samples.Load(Samples.Hall, English);
        var chinese = Samples.Load(Samples.Hall, Chinese);
        Assert.Equal("", Samples.Report(english));
        Assert.Equal("", Samples.Report(chinese));
        var policies = english.Policies!;
        Assert.Equal(ModelText.Of(policies.Norms), ModelText.Of(chinese.Policies!.Norms));
        Assert.Equal(ModelText.Of(policies.Vocabulary), ModelText.Of(chinese.Policies.Vocabulary));
        return Verify(string.Join('\n', policies.Norms.Select(n => $"{n.Stratum} {n.Id}: {ModelText.Of(n.Content)}")
            .Concat(policies.Vocabulary.Derived.Select(d => $"{ModelText.Of(d)} {ModelText.Of(d.Type)}"))
            .Concat(policies.Vocabulary.States.TakeLast(2).Select(s => ModelText.Of(s)))));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task They_read_well(Language language)
    {
        var policies = Samples.Load(Samples.Hall, English).Policies!;
        return Verify(
            string.Join("\n\n", policies.Norms.Select(n => NormText.Explain(n, policies, language)).Select(e => $"{e.Title}\n{string.Join('\n', e.Facts.Select(f => $"{f.Label}: {f.Text}"))}")),
            variant: language.ToString());
    }

    [Fact]
    public void The_order_of_norms_and_of_files_does_not_matter()
    {
        const string later = "b: { who: site, every: day, must not: a breached }";
        const string earlier = "a: { who: site, every: day, must: clock-in }";
        var together = Samples.Load(Samples.Hall, Samples.PolicyOf($"{later}\n{earlier}"));
        var apart = Samples.Load(Samples.Hall, Samples.PolicyOf(later), Samples.PolicyOf(earlier).Replace("hall/test", "hall/other"));
        foreach (var result in new[] { together, apart })
        {
            Assert.Equal("", Samples.Report(result));
            Assert.Equal([("a", 0), ("b", 1)], result.Policies!.Norms.Select(n => (n.Id, n.Stratum)));
        }
    }

    [Theory]
    [InlineData("definitions:\n  failing: { counts: [told breached, report-filed] }", "told: { when: complaint-received as c, who: c.person, must: complaint-answered, within: 1 h }")]
    [InlineData("认定:\n  failing: { 计入: [told 未履行, report-filed] }", "told: { 遇有: complaint-received 记为 c, 责任人: c.person, 必须: complaint-answered, 时限: 1 小时 }")]
    public void A_definition_of_a_policy_may_count_outcomes(string definitions, string told)
    {
        var norms = definitions.StartsWith('d') ? "norms" : "职责";
        var few = definitions.StartsWith('d') ? "few: { who: site, every: month, must not: failing, times: at most 2 }" : "few: { 责任人: 网点, 每: 月, 不得: failing, 次数: 不超过 2 次 }";
        var head = definitions.StartsWith('d') ? "policy: p\nuses: hall" : "制度: p\n引用: hall";
        var result = Samples.Load(Samples.Hall, $"{head}\n{definitions}\n{norms}:\n  {few}\n  {told}\n");
        Assert.Equal("", Samples.Report(result));
        Assert.Equal([("told", 0), ("few", 1)], result.Policies!.Norms.Select(n => (n.Id, n.Stratum)));
        Assert.Equal(["told", "failing"], result.Policies.Vocabulary.Derived.Select(d => d.Type.Name));
        Assert.Equal(["site", "person"], result.Policies.Vocabulary.Derived[1].Type.Fields.Select(f => f.Name).Order().Reverse());
    }

    [Fact]
    public void Norms_that_wait_for_each_other_through_a_definition_are_refused() => Assert.Contains(
        "DUTY1673",
        Samples.Report(Samples.Load(Samples.Hall, "policy: p\nuses: hall\ndefinitions: { failing: { counts: [again breached, report-filed] } }\nnorms:\n  again: { when: failing, who: site, must: clock-in, within: 1 h }\n")));

    [Fact]
    public void An_outcome_has_the_names_of_its_vocabulary()
    {
        var result = Samples.Load(
            "词汇表: 厅\n时区: Asia/Shanghai\n分区依据: 网点\n各网点: [一]\n事件:\n  签到: { 人员, 网点 }\n岗位: { 店长: }\n任职名单: [{ 人员: 李, 担任: 店长, 网点: 一 }]",
            "制度: p\n引用: 厅\n状态:\n  迟到: { 按: 人员, 加一: 到岗 未履行, 每期: 月 }\n职责:\n  到岗: { 责任人: 每名店长, 每: 日, 必须: 签到, 最迟: 7:40 }\n  谈话: { 责任人: 每名店长, 每: 月, 必须: 签到, 除外: 迟到 < 3 }");
        Assert.Equal("", Samples.Report(result));
        var outcomes = Assert.Single(result.Policies!.Vocabulary.Derived.OfType<OutcomesOf>());
        Assert.Equal(["网点", "人员", "status"], outcomes.Type.Fields.Select(f => f.Name));
        Assert.Equal("人员", outcomes.Type.Actor?.Name);
    }

    [Fact]
    public void Revisions_of_a_policy_may_declare_the_same()
    {
        string Edition(int revision, string most) =>
            $"policy: p\nuses: hall\nrevision: {revision}\neffective from: 202{revision}-01-01\nstates:\n  late: {{ of: person, plus one on: on-site breached, per: month }}\n"
            + $"norms:\n  on-site: {{ who: each store-manager, every: day, must: clock-in, due: 7:40 }}\n  few: {{ who: each store-manager, every: month, must stay: late <= {most} }}\n";
        var result = Samples.Load(Samples.Hall, Edition(5, "3"), Edition(6, "2"));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal([0, 0, 1, 1], result.Policies!.Norms.Select(n => n.Stratum));
        Assert.Single(result.Policies.Vocabulary.Derived);
    }
}
