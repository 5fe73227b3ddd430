using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Policies;

/// <summary>Duties that another norm's outcome opens: the model, the Chinese twin, the explanation, and what is refused.</summary>
public class OutcomeFrameTests
{
    private const string Answer = "answer: { title: { zh: 答复投诉, en: Complaints are answered }, who: c.person, when: complaint-received as c, if: c.tier is vip, must: complaint-answered, same: complaint, within: 2 h }";

    private const string Inspect = "inspect: { title: { zh: 每日巡检, en: Daily inspection }, who: clerk, every: day, must: inspection }";

    public const string Before = $"{Answer}\n{Inspect}\n";

    private static readonly (string En, string Zh)[] Forms =
    [
        ("who: superior(b.person), when: answer breached as b, must: reported, same: complaint, within: 1 h",
            "责任人: superior(b.person), 遇有: answer 未履行 记为 b, 必须: reported, 同一: complaint, 时限: 1 小时"),
        ("who: store-manager, when: answer breached as b, if: b.tier is vip && power-cut, must: reported, due: 'next day 8:00'",
            "责任人: store-manager, 遇有: answer未履行记为b, 如: b.tier is vip && power-cut, 必须: reported, 最迟: '次日 8:00'"),
        ("who: store-manager, when: answer settled, must: reported, within: 1 h", "责任人: store-manager, 遇有: answer 已了结, 必须: reported, 时限: 1 小时"),
        ("who: store-manager, when: answer excused or void, must: reported, within: 1 h", "责任人: store-manager, 遇有: answer 已免责 或 已取消, 必须: reported, 时限: 1 小时"),
        ("who: store-manager, when: inspect undetermined, must: reported, within: 1 h", "责任人: store-manager, 遇有: inspect 无法判定, 必须: reported, 时限: 1 小时"),
        ("who: site, when: inspect kept, must not: noise, within: 1 h", "责任人: site, 遇有: inspect 已履行, 不得: noise, 时限: 1 小时"),
        ("who: store-manager, when: inspect breached, must: reported, within: 1 h, pauses while: power-cut", "责任人: store-manager, 遇有: inspect 已违反, 必须: reported, 时限: 1 小时, 暂停计时: power-cut"),
    ];

    public static readonly string[] Wrong =
    [
        "a: { who: site, when: anwser breached, must: reported, within: 1 h }",
        "a: { who: site, when: answer.otherwise breached, must: reported, within: 1 h }",
        "a: { who: site, when: answer, must: reported, within: 1 h }",
        "a: { who: site, when: answer broken, must: reported, within: 1 h }",
        "a: { who: site, when: answer breached, must: reported }",
        "a: { when: answer breached, only by: clerk }",
        "a: { who: b.tier, when: inspect breached as b, must: reported, within: 1 h }",
        "a: { who: b.preson, when: answer breached as b, must: reported, within: 1 h }",
        "a: { who: site, when: answer breached, must: reported, same: desk, within: 1 h }",
        "old: { disabled: no longer asked }\na: { who: site, when: old breached, must: reported, within: 1 h }",
        "a: { who: site, when: a breached, must: reported, within: 1 h }",
        "a: { who: site, when: b breached, must: reported, within: 1 h }\nb: { who: site, when: c.otherwise kept, must: reported, within: 1 h }\nc: { who: site, when: a breached, must: reported, within: 1 h, otherwise: { must: reported, within: 1 h } }",
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
    public Task What_is_refused(Language language) => Verify(PartyWorld.Refused(Wrong, language, Before), variant: language.ToString());

    [Fact]
    public void What_is_said_before_the_norm_it_names_comes_after_it_all_the_same()
    {
        var norms = PartyWorld.Load(
            "third: { who: site, when: second breached, must: reported, within: 1 h }",
            "second: { who: site, when: answer.otherwise breached as b, must: reported, same: complaint, within: 1 h }",
            Answer[..^2] + ", otherwise: { must: reported, within: 1 h } }").Policies!.Norms;
        Assert.Equal([("answer", 0), ("answer.otherwise", 1), ("second", 2), ("third", 3)], norms.Select(n => (n.Id, n.Stratum)));
        Assert.All(norms, n => Assert.Same(norms[0].Trigger, n.Trigger));
        Assert.NotNull(norms[3].Trigger!.Where);
    }

    [Fact]
    public void A_norm_of_another_file_can_be_named()
    {
        string Policy(string name, string norm) => $"policy: {name}\nuses: hall\nnorms:\n  {norm}";
        var result = Samples.Load(PartyWorld.VocabularyText, Policy("b", "watch: { who: site, when: answer breached, must: reported, within: 1 h }"), Policy("a", Answer));
        Assert.Equal("", Samples.Report(result));
        Assert.Equal(["answer", "watch"], result.Policies!.Norms.Select(n => n.Id));
    }

    [Fact]
    public Task What_it_names_must_be_there_where_and_when_it_holds()
    {
        string Policy(string name, string revision, string norms) => $"policy: {name}\nuses: hall\nrevision: {revision}\neffective from: 2026-0{revision}-01\nnorms:\n  {norms}";
        const string watch = "watch: { who: site, when: answer breached, must: reported, within: 1 h }";
        string[][] sets =
        [
            [Policy("a", "1", Answer), Policy("a", "2", watch)],
            [Policy("a", "1", Answer), Policy("a", "2", Answer), Policy("b", "1", watch)],
            [Policy("a", "1", Answer.Replace("who: c.person", "at: s2, who: c.person")), Policy("b", "2", watch.Replace("who: site", "at: s1, who: site"))],
        ];
        var reports = sets.Select(set => Samples.Load(PartyWorld.VocabularyText.Replace("[s1]", "[s1, s2]"), set)).Select(r => $"{Samples.Report(r)}\n{Samples.Report(r, Language.Chinese)}");
        return Verify(string.Join("\n\n", reports.Select(r => string.Join('\n', r.Split('\n').Where(l => !l.Contains("1602") && !l.Contains("roster") && !l.Contains("任职名单"))))));
    }

    [Fact]
    public void A_norm_of_another_policy_is_heard_whatever_its_revision()
    {
        var result = Samples.Load(
            PartyWorld.VocabularyText,
            $"policy: a\nuses: hall\nrevision: 7\nnorms:\n  {Answer}", "policy: b\nuses: hall\nrevision: 2\nnorms:\n  watch: { who: site, when: answer breached, must: reported, within: 1 h }");
        Assert.Equal(["answer 7", "watch 2"], result.Policies!.Norms.Select(n => $"{n.Id} {n.Revision}"));
        Assert.Empty(new DutyRules.Monitoring.DutyMonitor(result.Policies, NodaTime.Instant.FromUtc(2026, 6, 1, 0, 0)).Upcoming());
    }

    [Fact]
    public void Where_no_event_opened_it_the_outcome_itself_is_named()
    {
        var norms = PartyWorld.Load(
            "round: { who: each store-manager, every: day, must: inspection }",
            "explained: { who: b.person, when: round breached as b, must: reported, within: 1 h }",
            "watched: { who: e.person, when: explained breached as e, must: reported, within: 1 h }").Policies!.Norms;
        var frame = Assert.IsType<OutcomeFrame>(norms[1].Frame);
        Assert.Equal((EventOrigin.Outcome, "round", 1), (frame.Trigger!.Type.Origin, frame.Trigger.Type.Name, norms[1].Stratum));
        Assert.Equal("person", Assert.IsType<FieldParty>(norms[1].Parties.Who).Field.Name);
        Assert.Equal(("explained", 2), (norms[2].Trigger!.Type.Name, norms[2].Stratum));
    }

    [Fact]
    public void It_holds_where_that_which_it_names_does()
    {
        var result = Samples.Load(
            PartyWorld.VocabularyText.Replace("[s1]", "[s1, s2]"),
            Samples.PolicyOf($"{Answer.Replace("who: c.person", "at: s2, who: c.person")}\nwatch: {{ who: site, when: answer breached, must: reported, within: 1 h }}"));
        Assert.Equal(["s2"], result.Policies!.Norms[1].At!.Names);
    }

    [Fact]
    public void An_event_may_have_a_name_that_ends_like_an_outcome()
    {
        string vocabulary = "vocabulary: v\nzone: Asia/Shanghai\npartition by: 网点\n各网点: [一号厅]\n事件:\n  预约已取消: { 人员, 网点 }\n  回访: { 人员, 网点 }";
        var result = Samples.Load(vocabulary, "制度: p\n引用: v\n职责:\n  回访客户: { 责任人: 网点, 遇有: 预约已取消, 必须: 回访, 时限: 1 小时 }");
        Assert.IsType<WhenFrame>(result.Policies?.Norms[0].Frame);
    }

    [Fact]
    public void Settled_means_kept_breached_or_excused() =>
        Assert.Equal(
            [VerdictStatus.Fulfilled, VerdictStatus.Breached, VerdictStatus.Excused],
            Assert.IsType<OutcomeFrame>(PartyWorld.Load(Answer, "a: { who: site, when: answer settled, must: reported, within: 1 h }").Policies!.Norms[1].Frame).Statuses);

    private static string Norm(string keys) => $"{Before}a: {{ {keys} }}";

    private static object Parts(Norm norm) => new Said(norm.Frame, norm.Stratum, norm.Parties, norm.Window);

    private sealed record Said(Frame Frame, int Stratum, Parties Parties, Window Window);
}
