using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Policies;

/// <summary>What counts as an event, tables, roles that include and act for others, things: what each form lowers to, and that its Chinese twin is the same.</summary>
public class DeclarationFormTests
{
    private const string English = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [s1, s2]
        events:
          extended: { person, site, case: order, fee: money, arrives: up to 2 h late }
          swapped: { person, site, case: order, fee: money, reason: text, lasts: up to 1 h }
          started: { person, site, pc }
          complaint: { person, site, tier: [gold, silver, regular] }
        things:
          pc: { title: { zh: 前台电脑, en: front-desk PC }, s1: [pc1, pc2], s2: none }
        tables:
          by-headcount: { of: integer, is: share, rows: { at most 5: 100%, 6 to 20: 50%, more than 20: 0.3 } }
          by-fee: { title: { zh: 按费用, en: by fee }, of: money, is: integer, rows: { 0: 0, more than 0 and at most 10.5: 1, more than 10.5: 2 } }
          by-time: { of: duration, is: money, rows: { less than 5 min: 0, at least 5 min: 12.5 } }
          rate: { of: [complaint.tier, integer], is: number, rows: { gold: { at most 3: 95%, more than 3: 90% }, 'silver, regular': { at most 3: 80%, more than 3: 0.75 } } }
          by-word: { of: [low, high], is: duration, rows: { low: 30 min, high: 1 h } }
          by-site: { of: site, is: integer, rows: { s1: 3, s2: 4 } }
          by-truth: { of: [yes-no, site], is: integer, rows: { 'yes': { 's1, s2': 3 }, 'no': { s1: 2, s2: 1 } } }
        definitions:
          change: { title: { zh: 变更, en: change of an order }, counts: [extended, { event: swapped, where: fee > few }] }
          dear-change: { counts: { event: change, where: by-fee(fee) > 1 } }
          costly: { means: changes("li") > by-headcount(changes("li")) * 10 }
        states:
          changes: { of: person, plus one on: dear-change, per: month }
        roles:
          clerk:
          leader: { includes: clerk }
          manager: { acting: [leader, clerk] }
          head: { includes: [manager, leader], acting: deputy, acting for: [daily, weekly] }
          deputy: { held: on shift }
        shifts: { kinds: [early, late], longest: 12 h }
        parameters:
          few: { is: money, value: 5 }
        """;

    private const string Chinese = """
        词汇表: hall
        时区: Asia/Shanghai
        分区依据: site
        各网点: [s1, s2]
        事件:
          extended: { person, site, 事项: order, fee: 金额, 补录: 最长 2 小时 }
          swapped: { person, site, 事项: order, fee: 金额, reason: 文本, 历时: 最长 1 小时 }
          started: { person, site, pc }
          complaint: { person, site, tier: [gold, silver, regular] }
        各类物品:
          pc: { 名称: { 中文: 前台电脑, 英文: front-desk PC }, s1: [pc1, pc2], s2: 无 }
        分档表:
          by-headcount: { 按: 整数, 类型: 比例, 各档: { 不超过 5: 100%, 6 至 20: 50%, 超过 20: 0.3 } }
          by-fee: { 名称: { 中文: 按费用, 英文: by fee }, 按: 金额, 类型: 整数, 各档: { 0: 0, 超过 0 不超过 10.5: 1, 超过 10.5: 2 } }
          by-time: { 按: 时长, 类型: 金额, 各档: { 不足 5 分钟: 0, 不少于 5 分钟: 12.5 } }
          rate: { 按: [complaint.tier, 整数], 类型: 数值, 各档: { gold: { 不超过 3: 95%, 超过 3: 90% }, 'silver、regular': { 至多 3: 80%, 多于 3: 0.75 } } }
          by-word: { 按: [low, high], 类型: 时长, 各档: { low: 30 分钟, high: 1 小时 } }
          by-site: { 按: 网点, 类型: 整数, 各档: { s1: 3, s2: 4 } }
          by-truth: { 按: [是否, 网点], 类型: 整数, 各档: { 是: { 's1、s2': 3 }, 否: { s1: 2, s2: 1 } } }
        认定:
          change: { 名称: { 中文: 变更, 英文: change of an order }, 计入: [extended, { 发生: swapped, 条件: fee > few }] }
          dear-change: { 计入: { 发生: change, 条件: by-fee(fee) > 1 } }
          costly: { 指: changes("li") > by-headcount(changes("li")) * 10 }
        状态:
          changes: { 按: person, 加一: dear-change, 每期: 月 }
        岗位:
          clerk:
          leader: { 包括: clerk }
          manager: { 顶岗顺序: [leader, clerk] }
          head: { 包括: [manager, leader], 顶岗顺序: deputy, 顶岗范围: [daily, weekly] }
          deputy: { 任职方式: 按排班 }
        各班次: { 班别: [early, late], 单班最长: 12 小时 }
        参数:
          few: { 类型: 金额, 值: 5 }
        """;

    [Fact]
    public Task What_is_declared_is_the_same_in_both_languages()
    {
        string policy = "policy: p\nuses: hall\nnorms: {}";
        var english = Samples.Load(English, policy);
        var chinese = Samples.Load(Chinese, policy);
        Assert.Equal("", Samples.Report(english));
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Vocabulary), ModelText.Of(chinese.Policies!.Vocabulary));
        var vocabulary = english.Policies.Vocabulary;
        return Verify(string.Join('\n', vocabulary.Derived.SelectMany(d => new[] { ModelText.Of(d), ModelText.Of(d.Type) })
            .Concat(vocabulary.Tables.Select(t => ModelText.Of(t)))
            .Append(ModelText.Of(vocabulary.Definitions)).Append(ModelText.Of(vocabulary.Roles)).Append(ModelText.Of(vocabulary.Sets))));
    }

    [Fact]
    public void A_thing_that_the_site_does_not_have_is_said_and_refused_when_strict()
    {
        var policies = Samples.Load(English, "policy: p\nuses: hall\nnorms: {}").Policies!;
        var midnight = Instant.FromUtc(2026, 6, 1, 16, 0);
        var events = new EventJson(policies.Vocabulary);
        string? Problem(string thing, bool strict) =>
            new DutyMonitor(policies, midnight, new MonitorOptions { Strict = strict })
                .Observe(events.Read($$"""{"id":"e","type":"started","at":"2026-06-02T08:00:00+08:00","person":"li","site":"s1","pc":"{{thing}}"}""").Record!)
                is var seen ? $"{seen.Status} {seen.Problem?.Id}" : null;

        Assert.Equal("Accepted ", Problem("pc1", strict: true));
        Assert.Equal("Accepted DUTY4014", Problem("pc3", strict: false));
        Assert.Equal("Refused DUTY4014", Problem("pc3", strict: true));
    }

    [Fact]
    public void Somebody_acts_only_in_norms_that_are_listed_for_it()
    {
        var result = Samples.Load(English, """
            policy: p
            uses: hall
            norms:
              a: { who: head, every: day, must: extended, tags: weekly }
              b: { who: head, every: day, must: extended }
              c: { who: head, every: day, must: extended, notify: head }
            """);
        var roles = result.Policies!.Norms.Select(n => ((PostParty)n.Parties.Who).Role).ToList();
        Assert.Equal(["deputy"], roles[0].Acting.Select(r => r.Name));
        Assert.Empty(roles[1].Acting);
        Assert.Same(roles[1], roles[2]);
        Assert.Same(roles[2], Assert.Single(result.Policies.Norms[2].Consequences.Notify));
        Assert.Equal(["manager", "leader"], roles[1].Includes.Select(r => r.Name));
    }
}
