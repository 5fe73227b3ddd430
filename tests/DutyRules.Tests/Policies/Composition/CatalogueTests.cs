using DutyRules.Norms;

namespace DutyRules.Tests.Policies.Composition;

/// <summary>What a policy says beside its norms is kept, so that every clause can be accounted for.</summary>
public class CatalogueTests
{
    [Fact]
    public void Entries_of_every_kind_are_kept_and_never_judged()
    {
        var result = Samples.WithNorms(
            """
            what-vip-means: { kind: definition, title: VIP, gist: who spends 5000 a year, cites: hall/1a }
            nine-seats: { kind: statement, gist: there are nine seats, cites: [hall/2b, hall/2c], reading: counted without the manager's }
            chapter-3: { kind: heading, title: Service, cites: hall/3 }
            courtesy: { kind: principle, gist: customers come first, cites: hall/3a }
            queueing: { kind: duty of others, title: Customers queue, gist: customers take a ticket, cites: hall/3b }
            the-law: { kind: other law, gist: labour law on overtime, cites: hall/3c }
            no-breaks: { kind: improper, because: breaks are a right, who: each agent, every: day, must not be: whatever, cites: hall/3d }
            opened: { who: site, every: day, must: clock-in }
            kept-shut: { who: site, every: day, must not: service-started }
            open-or-shut: { kind: conflict, conflicts with: [opened, kept-shut], prevails: opened, because: decided in March, cites: hall/4 }
            """);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["opened", "kept-shut"], result.Policies!.Norms.Select(n => n.Id));
        Assert.Equal(
            [
                "what-vip-means Definition 'VIP': who spends 5000 a year (hall/1a)",
                "nine-seats Statement 'nine-seats': there are nine seats (hall/2b, hall/2c), read as: counted without the manager's",
                "chapter-3 Heading 'Service' (hall/3)",
                "courtesy Principle 'courtesy': customers come first (hall/3a)",
                "queueing DutyOfOthers 'Customers queue': customers take a ticket (hall/3b)",
                "the-law OtherLaw 'the-law': labour law on overtime (hall/3c)",
                "no-breaks Improper 'no-breaks' (hall/3d), because breaks are a right",
                "open-or-shut Conflict 'open-or-shut' (hall/4), because decided in March, of opened and kept-shut opened holds",
            ],
            result.Policies.Catalogue.Select(Said));
    }

    [Fact]
    public void The_same_in_chinese()
    {
        var result = Samples.Load(Samples.Hall,
            """
            制度: 厅
            引用: hall
            职责:
              贵宾: { 条目性质: 定义, 要旨: 年消费五千元以上, 依据条款: 厅/1a }
              不得休息: { 类别: 不当, 原因: 休息是权利, 不得: 休息 }
              客户取号: { 条目性质: 他方义务, 依据条款: 厅/3b }
              每日签到: { 责任人: 网点, 每: 日, 必须: clock-in }
              矛盾: { 条目性质: 冲突, 冲突对象: [每日签到, 不得休息], 优先适用: 每日签到 }
            """);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(
            ["贵宾 Definition '贵宾': 年消费五千元以上 (厅/1a)", "不得休息 Improper '不得休息', because 休息是权利", "客户取号 DutyOfOthers '客户取号' (厅/3b)",
                "矛盾 Conflict '矛盾', of 每日签到 and 不得休息 每日签到 holds"],
            result.Policies!.Catalogue.Select(Said));
    }

    [Fact]
    public void What_is_disabled_is_kept_with_its_reason_beside_what_took_its_place()
    {
        var result = Samples.WithNorms(
            """
            a: { who: site, every: day, must: clock-in }
            b: { disabled: { zh: 与第二条矛盾, en: contradicts 2a }, title: Old, must not: put-up-a-sign, cites: floor/3a }
            """);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal("b Disabled 'Old' (floor/3a), because contradicts 2a", Said(Assert.Single(result.Policies!.Catalogue)));
    }

    [Fact]
    public void An_entry_may_say_whom_it_is_about_and_a_definition_what_it_defines()
    {
        var result = Samples.WithNorms(
            """
            kind-to-all: { kind: principle, who: store-manager, gist: be kind }
            what-late-is: { kind: definition, defines: [store-manager, clock-in], cites: hall/1 }
            may-sign: { who: store-manager, may: clock-in }
            """);
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["store-manager", null, "store-manager"], result.Policies!.Catalogue.Select(e => e.Who?.Name));
        Assert.Equal(["store-manager", "clock-in"], result.Policies.Catalogue[1].Defines);
        Assert.Equal("clock-in", result.Policies.Catalogue[2].May!.Type.Name);
    }

    [Fact]
    public void What_is_defined_must_be_there()
    {
        Assert.Contains("the vocabulary has nothing called `store-manger`; did you mean `store-manager`?", Samples.Report(Samples.WithNorms("a: { kind: definition, defines: store-manger }")), StringComparison.Ordinal);
        Assert.Contains("`nobody`", Samples.Report(Samples.WithNorms("a: { kind: principle, who: nobody }")), StringComparison.Ordinal);
    }

    private static string Said(CatalogueEntry e) =>
        $"{e.Id} {e.Kind} '{e.Title}'{(e.Gist is { } gist ? $": {gist}" : "")}{(e.Cites.IsEmpty ? "" : $" ({string.Join(", ", e.Cites)})")}"
        + (e.Because is { } because ? $", because {because}" : "")
        + (e.Reading is { } reading ? $", read as: {reading}" : "")
        + (e.ConflictsWith.IsEmpty ? "" : $", of {string.Join(" and ", e.ConflictsWith)} {string.Join(", ", e.Prevails)} holds");
}
