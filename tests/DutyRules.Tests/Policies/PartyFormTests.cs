using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Tests.Policies;

/// <summary>Who bears a duty, does it, is told of it and answers for it: the model, the Chinese twin, the explanation, and what is refused.</summary>
public class PartyFormTests
{
    public static readonly (string En, string Zh)[] Forms =
    [
        ("who: owner(c.complaint), when: complaint-received as c, must: complaint-answered, same: complaint, within: 2 h",
            "责任人: owner(c.complaint), 遇有: complaint-received 记为 c, 必须: complaint-answered, 同一: complaint, 时限: 2 小时"),
        ("who: owner, when: complaint-received, must: complaint-answered, within: 2 h", "责任人: owner, 遇有: complaint-received, 必须: complaint-answered, 时限: 2 小时"),
        ("who: 'owner(c.complaint), at each moment', when: complaint-received as c, must: complaint-answered, same: complaint, within: 2 h",
            "责任人: owner(c.complaint)，随时, 遇有: complaint-received 记为 c, 必须: complaint-answered, 同一: complaint, 时限: 2 小时"),
        ("who: 'c.tier is vip ? superior(c.person) : c.person', when: complaint-received as c, must: complaint-answered, within: 2 h",
            "责任人: 'c.tier is vip ? superior(c.person) : c.person', 遇有: complaint-received 记为 c, 必须: complaint-answered, 时限: 2 小时"),
        ("who: { together: [h.giver, h.taker] }, when: handover-begun as h, must: handover-signed, same: handover, within: 15 min",
            "责任人: { 共同: [h.giver, h.taker] }, 遇有: handover-begun 记为 h, 必须: handover-signed, 同一: handover, 时限: 15 分钟"),
        ("who: [bar-attendant, clerk], every: day, must: inspection", "责任人: [bar-attendant, clerk], 每: 日, 必须: inspection"),
        ("who: { each: [bar-attendant, clerk] }, every: day, must: inspection", "责任人: { 每名: [bar-attendant, clerk] }, 每: 日, 必须: inspection"),
        ("who: store-manager, every: day, must: inspection, done by: clerk", "责任人: store-manager, 每: 日, 必须: inspection, 经办人: clerk"),
        ("who: store-manager, every: day, must: inspection, done by: [bar-attendant, clerk]", "责任人: store-manager, 每: 日, 必须: inspection, 经办人: [bar-attendant, clerk]"),
        ("who: store-manager, when: complaint-received as c, must: complaint-answered, done by: c.person, within: 2 h",
            "责任人: store-manager, 遇有: complaint-received 记为 c, 必须: complaint-answered, 经办人: c.person, 时限: 2 小时"),
        ("who: store-manager, when: complaint-received as c, must: complaint-answered, done by: superior(c.person), within: 2 h",
            "责任人: store-manager, 遇有: complaint-received 记为 c, 必须: complaint-answered, 经办人: superior(c.person), 时限: 2 小时"),
        ("who: store-manager, when: complaint-received as c, must: complaint-answered, done by: 'owner(c.complaint), at each moment', within: 2 h",
            "责任人: store-manager, 遇有: complaint-received 记为 c, 必须: complaint-answered, 经办人: owner(c.complaint)，随时, 时限: 2 小时"),
        ("when: complaint-answered, only after: reported, done by: clerk, within: 2 h", "遇有: complaint-answered, 须先: reported, 经办人: clerk, 时限: 2 小时"),
        ("when: complaint-answered, only by: [store-manager, clerk]", "遇有: complaint-answered, 仅限: [store-manager, clerk]"),
        ("who: c.person, when: complaint-received as c, must: reported, addressed to: superior(c.person), within: 2 h",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: reported, 报送对象: superior(c.person), 时限: 2 小时"),
        ("who: c.person, when: complaint-received as c, must: reported, where: person != to, addressed to: store-manager, within: 2 h",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: reported, 条件: person != to, 报送对象: store-manager, 时限: 2 小时"),
        ("must not: reported, addressed to: [clerk, bar-attendant]", "不得: reported, 报送对象: [clerk, bar-attendant]"),
        ("when: reported as r, addressed to: superior(r.person)", "遇有: reported 记为 r, 报送对象: superior(r.person)"),
        ("when: complaint-answered as a, if: 'holds(a.person, clerk)', only if: 'holds(a.person, store-manager)'",
            "遇有: complaint-answered 记为 a, 如: '担任(a.person, clerk)', 仅当: '担任(a.person, store-manager)'"),
        ("who: each clerk, every: day, must: inspection, where: '!holds(person, store-manager)', unless: 'holds(person, bar-attendant)'",
            "责任人: 每名clerk, 每: 日, 必须: inspection, 条件: '!担任(person, store-manager)', 除外: '担任(person, bar-attendant)'"),
        ("who: c.person, when: complaint-received as c, must: complaint-answered, within: 2 h, points: 2, liable: [c.person, { who: store-manager, at: c.happened-at, if: c.tier is vip, points: penalty }, { who: superior(c.person), points: 1 }]",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: complaint-answered, 时限: 2 小时, 扣分: 2, 追责对象: [c.person, { 责任人: store-manager, 时点: c.happened-at, 如: c.tier is vip, 扣分: penalty }, { 责任人: superior(c.person), 扣分: 1 }]"),
        ("who: each clerk, every: day, must: inspection, liable: [bearer, superior(person)]", "责任人: 每名clerk, 每: 日, 必须: inspection, 追责对象: [责任人, superior(person)]"),
        ("who: clerk, every: day, must: inspection, liable: store-manager", "责任人: clerk, 每: 日, 必须: inspection, 追责对象: store-manager"),
    ];

    public static readonly string[] Wrong =
    [
        "a: { who: owner(c.complaint), every: day, must: inspection }",
        "a: { who: tier-now(c.complaint), when: complaint-received as c, must: complaint-answered, within: 2 h }",
        "a: { who: ownr(c.complaint), when: complaint-received as c, must: complaint-answered, within: 2 h }",
        "a: { who: 'c.person, at each moment', when: complaint-received as c, must: complaint-answered, within: 2 h }",
        "a: { who: 'owner(c.complaint), at each moment', when: complaint-received as c, only if: power-cut }",
        "a: { who: { together: h.giver }, when: handover-begun as h, must: handover-signed, within: 15 min }",
        "a: { who: { together: [h.giver, h.taker] }, when: handover-begun as h, must stay: power-cut, within: 15 min }",
        "a: { who: { together: [h.giver, h.taker] }, when: handover-begun as h, must: handover-signed, within: 15 min, done by: clerk }",
        "a: { who: { together: [h.giver, h.taker], each: clerk }, when: handover-begun as h, must: handover-signed, within: 15 min }",
        "a: { who: [c.person, clerk], when: complaint-received as c, must: complaint-answered, within: 2 h }",
        "a: { who: [clerk, site], every: day, must: inspection }",
        "a: { who: [clerk, guard], every: day, must: inspection }",
        "a: { who: { each: [clerk, cashier] }, every: day, must: inspection }",
        "a: { who: [clerk, cashier], every: shift, must: inspection }",
        "a: { who: site, every: day, must: inspection, done by: whoever is near }",
        "a: { who: site, every: day, must: inspection, done by: clrk }",
        "a: { who: site, every: day, must: power-failed, done by: clerk }",
        "a: { who: { together: [h.giver, h.taker] }, when: handover-begun as h, must: handover-signed, times: between 1 and 2, within: 15 min }",
        "a: { who: { together: [h.giver, h.taker] }, when: handover-begun as h, only if: power-cut }",
        "a: { who: { together: [h.giver, h.taker] }, when: handover-begun as h, must not: handover-signed, within: 15 min }",
        "a: { who: clerk, every: day, must: inspection, addressed to: store-manager }",
        "a: { who: clerk, every: day, must: reported, addressed to: boss }",
        "a: { who: clerk, every: day, must: reported, addressed to: guard }",
        "a: { who: clerk, every: day, must stay: power-cut, addressed to: store-manager }",
        "a: { who: clerk, every: day, must: inspection, liable: whoever it was }",
        "a: { who: clerk, when: complaint-received as c, must: inspection, within: 1 h, liable: { who: c.person, at: c.happened-at } }",
        "a: { who: clerk, when: complaint-received as c, must: inspection, within: 1 h, liable: { who: store-manager, at: yesterday } }",
        "a: { who: clerk, when: complaint-received as c, must: inspection, within: 1 h, liable: 'owner(c.complaint), at each moment' }",
        "a: { who: clerk, when: complaint-received as c, must: inspection, within: 1 h, liable: { person: li } }",
        "a: { who: clerk, every: day, must stay: 'holds(person, store-manager)' }",
        "a: { when: complaint-answered as a, only if: 'holds(a.person, guard)' }",
        "a: { when: complaint-answered as a, only if: 'holds(a.person, clrk)' }",
        "a: { when: complaint-answered as a, only if: 'holds(a.site, clerk)' }",
        "a: { when: complaint-answered as a, only if: holds(a.person) }",
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

    [Fact]
    public void Equal_lists_of_roles_are_one_role()
    {
        var norms = PartyWorld.Load(
            "a: { who: [bar-attendant, clerk], every: day, must: inspection }", "b: { who: { each: [clerk, bar-attendant] }, every: day, must: inspection }").Policies!.Norms;
        var role = Assert.IsType<PostParty>(norms[0].Parties.Who).Role;
        Assert.Same(role, Assert.IsType<EachParty>(norms[1].Parties.Who).Role);
        Assert.Equal("bar-attendant or clerk", role.Name);
        Assert.Equal(new LocalizedText("bar attendant or clerk", "吧台员或柜员"), role.Title);
    }

    [Fact]
    public void What_follows_is_borne_by_whom_the_same_expression_names()
    {
        var norms = PartyWorld.Load("a: { who: owner(c.complaint), when: complaint-received as c, must: complaint-answered, within: 2 h, otherwise: { must: reported, within: 1 h } }").Policies!.Norms;
        Assert.Equal(norms[0].Parties.Who, norms[1].Parties.Who);
        Assert.IsType<PersonParty>(norms[1].Parties.Who);
    }

    private static string Norm(string keys) => $"a: {{ {keys} }}";

    private static object Parts(Norm norm) => new Said(norm.Parties, norm.Frame, norm.Content, norm.Exceptions);

    private sealed record Said(Parties Parties, Frame Frame, Content Content, System.Collections.Immutable.ImmutableArray<NormException> Exceptions);
}
