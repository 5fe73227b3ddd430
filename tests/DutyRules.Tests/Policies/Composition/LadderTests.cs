using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>A ladder of measures is a norm for each step, and a gate on standing down.</summary>
public class LadderTests
{
    private const string Vocabulary =
        """
        vocabulary: calls
        zone: Asia/Shanghai
        partition by: site
        sites: [s1]
        events:
          queue-length: { site, value: integer }
          experts-free: { site, value: integer }
          seats-moved: { person, site, from: [experts, outbound, back-office], step: integer }
          seats-returned: { person, site, step: integer }
        states:
          waiting: { of: site, latest: queue-length.value, initially: 0 }
          experts: { of: site, latest: experts-free.value, initially: 1 }
          step: { of: site, latest: seats-moved.step, initially: 0 }
        roles: { floor-supervisor: {} }
        roster: [ { person: sun, role: floor-supervisor, site: s1 } ]

        """;

    private const string Ladder =
        """
        policy: p
        uses: calls
        norms:
          surge:
            title: { zh: 疏导, en: Surge }
            tags: surge
            ladder:
              who: floor-supervisor
              done so far: step
              while: waiting is > 5 and <= 10
              lasting: more than 5 min
              within: 2 min
              if it ends first: lapses
              steps:
                - { must: seats-moved, where: from is experts, impossible when: experts is 0 }
                - { must: seats-moved, where: from is outbound, cites: x/2 }
                - { must: seats-moved, where: from is back-office, while: waiting > 10, lasting: at once, title: Back office }
              stand down: { when: seats-returned as r, step: r.step, only if: waiting <= 5 }
        """;

    [Fact]
    public void It_is_written_out_as_norms()
    {
        var ladder = Samples.Load(Vocabulary, Ladder);
        var written = Samples.Load(Vocabulary,
            """
            policy: p
            uses: calls
            norms:
              surge.1: { title: { zh: 疏导（第 1 级）, en: 'Surge, step 1' }, tags: surge, who: floor-supervisor, while: ((step == 0)) && (waiting is > 5 and <= 10), lasting: more than 5 min, within: 2 min, if it ends first: lapses, must: seats-moved, where: from is experts, unless: experts is 0 }
              surge.2: { title: { zh: 疏导（第 2 级）, en: 'Surge, step 2' }, tags: surge, cites: x/2, who: floor-supervisor, while: step is 0 or 1 && (waiting is > 5 and <= 10) && (step == 1 || step == 0 && experts is 0), lasting: more than 5 min, within: 2 min, if it ends first: lapses, must: seats-moved, where: from is outbound }
              surge.3: { title: Back office, tags: surge, who: floor-supervisor, while: step == 2 && waiting > 10, within: 2 min, if it ends first: lapses, must: seats-moved, where: from is back-office }
              surge.stand-down: { tags: surge, when: seats-returned as r, only if: waiting <= 5 && r.step == step() }
            """);
        Assert.Equal("", Samples.Report(written));
        Assert.Equal("", Samples.Report(ladder));
        Assert.Equal(ModelText.Of(written.Policies!.Norms), ModelText.Of(ladder.Policies!.Norms));
    }

    [Fact]
    public void What_was_done_so_far_is_the_state_also_where_the_act_has_a_field_of_that_name()
    {
        var gate = Samples.Load(Vocabulary, Ladder).Policies!.Norms.Single(n => n.Id == "surge.stand-down");
        var compared = (BinaryExpression)((BinaryExpression)((ConditionContent)gate.Content).Condition).Right;
        Assert.IsType<FieldExpression>(compared.Left);
        Assert.Equal("step", Assert.IsType<StateExpression>(compared.Right).State.Name);
    }

    [Fact]
    public void The_same_in_chinese()
    {
        var english = Samples.Load(Vocabulary, Ladder);
        var chinese = Samples.Load(Vocabulary,
            """
            制度: p
            引用: calls
            职责:
              surge:
                名称: { 中文: 疏导, 英文: Surge }
                标签: surge
                逐级措施:
                  责任人: floor-supervisor
                  已做到: step
                  处于: waiting is > 5 and <= 10
                  持续: 超过 5 分钟
                  时限: 2 分钟
                  若先结束: 作罢
                  各级:
                    - { 必须: seats-moved, 条件: from is experts, 无法实施: experts is 0 }
                    - { 必须: seats-moved, 条件: from is outbound, 依据条款: x/2 }
                    - { 必须: seats-moved, 条件: from is back-office, 处于: waiting > 10, 持续: 立即, 名称: Back office }
                  逐级撤回: { 遇有: seats-returned 记为 r, 级次: r.step, 仅当: waiting <= 5 }
            """);
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Norms), ModelText.Of(chinese.Policies!.Norms));
    }
}
