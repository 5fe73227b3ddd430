using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Tests.Policies;

/// <summary>First events, clocks that stand still, what is lifted, and things one by one: the model, the Chinese twin, the explanation, and what is refused.</summary>
public class WindowFormTests
{
    public static readonly (string En, string Zh)[] Forms =
    [
        ("who: clerk, every: day, must: inspection, due: { first: customer-served, if it never comes: not owed }",
            "责任人: clerk, 每: 日, 必须: inspection, 最迟: { 首次: customer-served, 若始终未发生: 免予履行 }"),
        ("who: clerk, every: day, must: inspection, due: { first: customer-served, where: quick, at latest: 18:00, if it never comes: still owed }",
            "责任人: clerk, 每: 日, 必须: inspection, 最迟: { 首次: customer-served, 条件: quick, 最晚: 18:00, 若始终未发生: 仍须履行 }"),
        ("who: each cashier, every: shift, must: inspection, due: { first: customer-served, at latest: shift end - 1 h, if it never comes: not owed }",
            "责任人: 每名cashier, 每: 班次, 必须: inspection, 最迟: { 首次: customer-served, 最晚: 班次结束 - 1 小时, 若始终未发生: 免予履行 }"),
        ("who: c.person, when: complaint-received as c, must: reported, due: { first: complaint-answered, same: complaint, at latest: 2 h, if it never comes: not owed }",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: reported, 最迟: { 首次: complaint-answered, 同一: complaint, 最晚: 2 小时, 若始终未发生: 免予履行 }"),
        ("who: clerk, every: day, must: inspection, from: { first: door-opened, where: 'holds(person, store-manager)' }, to: 18:00",
            "责任人: clerk, 每: 日, 必须: inspection, 自: { 首次: door-opened, 条件: '担任(person, store-manager)' }, 至: 18:00"),
        ("who: clerk, every: day, must: inspection, from: { first: door-opened }, to: { first: customer-served, if it never comes: not owed }",
            "责任人: clerk, 每: 日, 必须: inspection, 自: { 首次: door-opened }, 至: { 首次: customer-served, 若始终未发生: 免予履行 }"),
        ("who: site, every: day, must stay: '!power-cut', from: { first: door-opened }", "责任人: site, 每: 日, 须保持: '!power-cut', 自: { 首次: door-opened }"),
        ("who: c.person, when: complaint-received as c, must: complaint-answered, within: 2 h, pauses while: power-cut",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: complaint-answered, 时限: 2 小时, 暂停计时: power-cut"),
        ("who: clerk, while: power-cut, if it ends first: still owed, must: inspection, within: promptly, pauses while: [owner(\"x\") == \"li\", power-cut]",
            "责任人: clerk, 处于: power-cut, 若先结束: 仍须履行, 必须: inspection, 时限: promptly, 暂停计时: [owner(\"x\") == \"li\", power-cut]"),
        ("who: each clerk, every: day, must stay: on-floor, lifted while: power-cut", "责任人: 每名clerk, 每: 日, 须保持: on-floor, 期间免除: power-cut"),
        ("who: each clerk, every: day, must stay: on-floor, share: at least 80%, lifted while: power-cut", "责任人: 每名clerk, 每: 日, 须保持: on-floor, 比例: 不少于 80%, 期间免除: power-cut"),
        ("who: each clerk, every: week, must total: on-floor, total time: at most 40 h, lifted while: power-cut", "责任人: 每名clerk, 每: 周, 须累计: on-floor, 累计时长: 不超过 40 小时, 期间免除: power-cut"),
        ("who: site, must not be: power-cut, lasting: more than 5 min, lifted while: 'owner(\"x\") == \"li\"'", "责任人: site, 不得处于: power-cut, 持续: 超过 5 分钟, 期间免除: 'owner(\"x\") == \"li\"'"),
        ("who: clerk, for each: desk, every: day, must: inspection, same: desk", "责任人: clerk, 逐一: desk, 每: 日, 必须: inspection, 同一: desk"),
        ("who: each clerk, for each: desk, every: week, must: inspection, same: desk, due: { first: inspection, same: desk, at latest: 'Friday 18:00', if it never comes: not owed }, lapses when: 'desk == \"d2\" && power-cut'",
            "责任人: 每名clerk, 逐一: desk, 每: 周, 必须: inspection, 同一: desk, 最迟: { 首次: inspection, 同一: desk, 最晚: '周五 18:00', 若始终未发生: 免予履行 }, 终止于: 'desk == \"d2\" && power-cut'"),
        ("must not: noise, lifted while: power-cut", "不得: noise, 期间免除: power-cut"),
        ("who: site, every: day, must not: noise, times: at most 3, lifted while: power-cut", "责任人: site, 每: 日, 不得: noise, 次数: 不超过 3 次, 期间免除: power-cut"),
    ];

    public static readonly string[] Wrong =
    [
        "a: { who: clerk, every: day, must: inspection, due: { first: customer-served } }",
        "a: { who: clerk, every: day, must: inspection, due: { first: customer-served, if it never comes: whatever } }",
        "a: { who: clerk, when: door-opened, must: inspection, due: { first: customer-served, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, due: { first: customer-srved, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, due: { at latest: 18:00, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, due: { first: customer-served, same: person, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, due: { first: customer-served, by: 18:00, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, before: { first: customer-served, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, from: { first: door-opened, if it never comes: not owed } }",
        "a: { who: clerk, every: day, must: inspection, one for one: yes, due: { first: customer-served, if it never comes: not owed } }",
        "a: { who: clerk, when: door-opened, must: inspection, one for one: yes, from: { first: customer-served }, within: 1 h }",
        "a: { who: clerk, every: day, must stay: power-cut, due: { first: customer-served, if it never comes: not owed } }",
        "a: { who: site, every: day, must not: noise, due: { first: customer-served, if it never comes: not owed } }",
        "a: { when: customer-served, only after: inspection, from: { first: door-opened } }",
        "a: { who: clerk, every: day, must: inspection, pauses while: power-cut }",
        "a: { who: clerk, when: door-opened, must: inspection, due: next day 8:00, pauses while: power-cut }",
        "a: { who: clerk, when: door-opened, must: inspection, from: 1 h, within: 2 h, pauses while: power-cut }",
        "a: { who: clerk, when: door-opened, must stay: on-floor(\"li\"), within: 2 h, pauses while: power-cut }",
        "a: { who: clerk, when: door-opened, must: inspection, one for one: yes, within: 2 h, pauses while: power-cut }",
        "a: { who: clerk, every: day, must: inspection, lifted while: power-cut }",
        "a: { when: customer-served, only if: power-cut, lifted while: power-cut }",
        "a: { who: clerk, every: day, must: inspection, lifted while: powr-cut }",
        "a: { who: clerk, for each: dsek, every: day, must: inspection }",
        "a: { who: clerk, for each: desk, when: door-opened, must: inspection, within: 1 h }",
        "a: { who: each guard, for each: desk, every: day, must: inspection }",
        "a: { who: each cashier, for each: desk, every: shift, must: inspection }",
        "a: { who: clerk, for each: desk, every: day, must: inspection, same: person }",
        "a: { who: clerk, for each: quick, every: day, must: customer-served, same: quick }",
        "a: { who: clerk, every: day, must: reported, to: store-manager }",
    ];

    private static SaidForms Sayings => new(Forms, Norm, Parts);

    [Fact]
    public Task Forms_and_what_they_mean() => Verify(Sayings.Meaning);

    [Fact]
    public void Every_form_has_its_Chinese_twin() => Sayings.AssertTwins();

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task Every_form_reads_well(Language language) => Verify(Sayings.Words(language), variant: language.ToString());

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task What_is_refused(Language language) => Verify(PartyWorld.Refused(Wrong, language), variant: language.ToString());

    private static string Norm(string keys) => $"a: {{ {keys} }}";

    private static object Parts(Norm norm) => new Said(norm.Window, norm.Frame, norm.Content, norm.Exceptions, norm.ForEach?.Name);

    private sealed record Said(Window Window, Frame Frame, Content Content, ImmutableArray<NormException> Exceptions, string? ForEach);
}
