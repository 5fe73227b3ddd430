using DutyRules.Diagnostics;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>Sums, switches for a time and definitions: what each form lowers to, and that its Chinese twin is the same.</summary>
public class StateFormTests
{
    private static readonly (string En, string Zh)[] States =
    [
        ("{ of: person, total: cash-taken.amount - cash-paid-in.amount }", "{ 按: person, 合计: cash-taken.amount - cash-paid-in.amount }"),
        ("{ total: cash-taken.amount + cash-paid-in.amount -cash-taken.amount }", "{ 合计: cash-taken.amount ＋ cash-paid-in.amount － cash-taken.amount }"),
        ("{ total: cash-taken.notes, initially: 5 }", "{ 合计: cash-taken.notes, 初始: 5 }"),
        ("{ total: cash-taken.weight, initially: unknown }", "{ 合计: cash-taken.weight, 初始: 未知 }"),
        ("{ total: { event: cash-taken.amount, where: notes > few }, less: { event: cash-paid-in.amount, where: amount > 5 } }", "{ 合计: { 发生: cash-taken.amount, 条件: notes > few }, 减去: { 发生: cash-paid-in.amount, 条件: amount > 5 } }"),
        ("{ total: [cash-taken.amount, { event: cash-paid-in.amount, where: amount > 5 }], less: [cash-paid-in.amount, cash-taken.amount] }", "{ 合计: [cash-taken.amount, { 发生: cash-paid-in.amount, 条件: amount > 5 }], 减去: [cash-paid-in.amount, cash-taken.amount] }"),
        ("{ of: person, on from: cash-taken, for: 2 h }", "{ 按: person, 起于: cash-taken, 为期: 2 小时 }"),
        ("{ on from: opened, off at: closed, for: 1 h 30 min, initially: yes }", "{ 起于: opened, 止于: closed, 为期: 1 小时 30 分钟, 初始: 是 }"),
        ("{ of: person, plus one on: cash-taken, per: month }", "{ 按: person, 加一: cash-taken, 每期: 月 }"),
        ("{ plus one on: opened, minus one on: closed, per: week from Sunday, initially: unknown }", "{ 加一: opened, 减一: closed, 每期: 周日起的周, 初始: 未知 }"),
        ("{ total: cash-taken.amount - cash-paid-in.amount, per: day }", "{ 合计: cash-taken.amount - cash-paid-in.amount, 每期: 日 }"),
        ("{ plus one on: opened, over: last 30 min }", "{ 加一: opened, 统计期: 近30分钟 }"),
        ("{ of: person, total: cash-taken.amount, over: 2 h }", "{ 按: person, 合计: cash-taken.amount, 统计期: 最近 2 小时 }"),
        ("{ plus one on: opened, over: last 7 days }", "{ 加一: opened, 统计期: 近7天 }"),
        ("{ latest: [queue-length.value, { event: cash-taken.notes, where: notes > few }], back to start on: closed, initially: 0 }", "{ 最近: [queue-length.value, { 发生: cash-taken.notes, 条件: notes > few }], 复位于: closed, 初始: 0 }"),
        ("{ of: person, latest: [cash-taken, cash-paid-in.at], back to start on: [cash-taken, { event: cash-paid-in, where: amount > 5 }], stale after: 1 h }", "{ 按: person, 最近: [cash-taken, cash-paid-in.at], 复位于: [cash-taken, { 发生: cash-paid-in, 条件: amount > 5 }], 过时时限: 1 小时 }"),
    ];

    private static readonly (string En, string Zh)[] Definitions =
    [
        ("{ means: waiting is > 5 and <= 10, title: { zh: 在区间内, en: in band } }", "{ 指: waiting is > 5 and <= 10, 名称: { 中文: 在区间内, 英文: in band } }"),
        ("{ means: d1 || waiting < few }", "{ 指: d1 || waiting < few }"),
        ("{ means: (open || d1) && !d2 }", "{ 指: (open || d1) && !d2 }"),
    ];

    [Fact]
    public async Task States_and_definitions_are_the_same_in_both_languages()
    {
        string policy = Samples.PolicyOf("a: { who: site, must not be: waiting > 3 && d3, lasting: more than 1 min }");
        var english = Samples.Load(Vocabulary(Language.English), policy);
        var chinese = Samples.Load(Vocabulary(Language.Chinese), policy);
        Assert.Equal("", Samples.Report(english));
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Vocabulary), ModelText.Of(chinese.Policies!.Vocabulary));
        var vocabulary = english.Policies.Vocabulary;
        await Verify(string.Join("\n", States.Zip(vocabulary.States, (form, state) => $"{form.En}\n  {form.Zh}\n    {Indented(ModelText.Of(state))}")
            .Concat(Definitions.Zip(vocabulary.Definitions, (form, definition) => $"{form.En}\n  {form.Zh}\n    {Indented(ModelText.Of(definition))}"))
            .Append(ModelText.Of(english.Policies.Norms[0].Content))));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task A_definition_stands_wherever_a_condition_does(Language language)
    {
        var result = Samples.Load(Vocabulary(Language.English), Samples.PolicyOf(
            """
            a: { who: site, every: day, must stay: d1 }
            b: { who: site, while: d1 && waiting != 7, lasting: more than 5 min, if it ends first: lapses, must: cash-taken, within: 1 h, unless: d2, lapses when: d1 }
            c: { when: { event: cash-taken, where: notes > 1 }, only if: 'd1 ? open : d2' }
            """));
        Assert.True(result.Policies is not null, Samples.Report(result));
        return Verify(
            string.Join("\n", result.Policies.Norms.Select(n => string.Join('\n', NormText.Explain(n, result.Policies, language).Facts.Select(f => $"{f.Label}: {f.Text}")))),
            variant: language.ToString());
    }

    private static string Vocabulary(Language language)
    {
        bool isEnglish = language == Language.English;
        string Lines(char name, (string En, string Zh)[] forms) =>
            string.Concat(forms.Select((f, i) => $"  {name}{i + 1}: {(isEnglish ? f.En : f.Zh)}\n"));
        return isEnglish
            ? $$"""
            vocabulary: hall
            zone: Asia/Shanghai
            partition by: site
            sites: [s1]
            events:
              cash-taken: { person, site, amount: money, notes: integer, weight: number }
              cash-paid-in: { person, site, amount: money }
              queue-length: { site, value: integer }
              opened: { site }
              closed: { site }
            states:
            {{Lines('s', States)}}  waiting: { latest: queue-length.value }
              open: { on from: opened, off at: closed }
            parameters:
              few: { is: integer, value: 5 }
            definitions:
            {{Lines('d', Definitions)}}
            """
            : $$"""
            词汇表: hall
            时区: Asia/Shanghai
            分区依据: site
            各网点: [s1]
            事件:
              cash-taken: { person, site, amount: 金额, notes: 整数, weight: 数值 }
              cash-paid-in: { person, site, amount: 金额 }
              queue-length: { site, value: 整数 }
              opened: { site }
              closed: { site }
            状态:
            {{Lines('s', States)}}  waiting: { 最近: queue-length.value }
              open: { 起于: opened, 止于: closed }
            参数:
              few: { 类型: 整数, 值: 5 }
            认定:
            {{Lines('d', Definitions)}}
            """;
    }

    private static string Indented(string text) => text.ReplaceLineEndings("\n    ");
}
