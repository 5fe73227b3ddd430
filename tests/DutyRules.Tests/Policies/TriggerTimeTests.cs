using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>Points in time that the event itself names, and the earlier or later of several: the model, the Chinese twin, the explanation, and what is refused.</summary>
public class TriggerTimeTests
{
    private const string Hall = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        calendar: cn
        sites: [s1]
        opening hours: { every day: 8:00 to 18:00 }
        shifts: { kinds: [early, late], longest: 10 h }
        events:
          complaint-received: { title: { zh: 受理投诉, en: complaint received }, person, site, case: complaint, promised-at: instant, deadline: instant, hearing: date, amount: money, 承诺时间: instant, 约定日: date }
          answered: { person, site, case: complaint }
        parameters:
          grace: { is: duration, value: 15 min }
        """;

    private static readonly (string En, string Zh)[] Forms =
    [
        ("due: c.promised-at", "最迟: c.promised-at"),
        ("before: c.deadline", "之前: c.deadline"),
        ("due: c.promised-at + 2 h", "最迟: c.promised-at ＋ 2 小时"),
        ("from: c.promised-at - 30 min, to: c.promised-at + grace", "自: c.promised-at - 30 分钟, 至: c.promised-at + grace"),
        ("due: c.承诺时间", "最迟: c.承诺时间"),
        ("due: 'c.hearing, end of day'", "最迟: c.hearing当日结束前"),
        ("due: 'c.约定日, end of day'", "最迟: c.约定日当日结束前"),
        ("due: 'c.deadline, 18:00'", "最迟: c.deadline 18:00"),
        ("before: c.hearing opening - 1 h", "之前: c.hearing 营业开始 - 1 小时"),
        ("due: 'c.hearing, or the next working day, end of day'", "最迟: 'c.hearing，非工作日则顺延，当日结束前'"),
        ("due: '2 working days before c.hearing, end of day'", "最迟: c.hearing前2个工作日当日结束前"),
        ("due: '3 working days after c.promised-at, 12:00'", "最迟: c.promised-at后3个工作日 12:00"),
        ("due: 'c.promised-at or 24 h, whichever is earlier'", "最迟: 'c.promised-at 或 24 小时，以较早者为准'"),
        ("due: 'c.承诺时间 or 24 h, whichever is later'", "最迟: c.承诺时间或24小时，以较晚者为准"),
        ("due: '24 h or c.promised-at + 1 h, whichever is later'", "最迟: '24 小时 或 c.promised-at + 1 小时，以较晚者为准'"),
        ("due: '3 working days later, end of day or c.hearing, end of day, whichever is earlier'", "最迟: '3个工作日后当日结束前或c.hearing当日结束前，以较早者为准'"),
        ("before: 'next day 8:00 or c.deadline or shift end, whichever is earlier'", "之前: '次日 8:00 或 c.deadline 或 班次结束，以较早者为准'"),
    ];

    private static readonly string[] Wrong =
    [
        "due: c.promised-ta", "due: d.promised-at", "due: c.amount", "due: c.", "due: c.hearing", "due: c.hearing + 1 h", "due: c.promised-at or 24 h",
        "due: 'c.hearing or 24 h, whichever is earlier'", "due: 'c.promised-at, whichever is earlier'", "due: c.promised-at + 1 day", "due: 'c.promised-at or 24 h, whatever'",
    ];

    [Fact]
    public Task Forms_and_what_they_mean() => Verify(string.Join("\n", Forms.Select(f => $"{f.En}\n  {f.Zh}\n    {Model(f.En, Language.English)}")));

    [Fact]
    public void Every_form_has_its_Chinese_twin() => Assert.All(Forms, f => Assert.Equal(Model(f.En, Language.English), Model(f.Zh, Language.Chinese)));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task Every_form_reads_well(Language language) => Verify(
        string.Join("\n", Forms.Select(f => $"{f.En}\n    {Explained(f.En, language)}")), variant: language.ToString());

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task What_is_refused(Language language) => Verify(
        string.Join("\n", Wrong.Select(w => $"{w}\n{Samples.Report(Load(w, Language.English), language)}")
            .Append(Samples.Report(TimeSamples.WithNorms("a: { who: site, every: day, must: clock-in, due: c.promised-at }"), language))),
        variant: language.ToString());

    [Fact]
    public void What_follows_on_a_breach_knows_the_event_too()
    {
        var result = Load("within: 1 h, otherwise: { must: answered, due: c.deadline }", Language.English);
        Assert.Equal("", Samples.Report(result));
        Assert.IsType<FieldTime>(result.Policies!.Norms[1].Window.Closes.Anchor);
    }

    private static string Model(string keys, Language language)
    {
        var result = Load(keys, language);
        var findings = result.Diagnostics.Where(d => d.Id != KeyDiagnostics.MixedLanguages.Id).ToList();
        return result.Policies is null || findings.Count > 0 ? Samples.Report(result) : ModelText.Of(result.Policies.Norms[0].Window).ReplaceLineEndings("\n    ");
    }

    private static string Explained(string keys, Language language)
    {
        var result = Load(keys, Language.English);
        Assert.True(result.Policies is not null, Samples.Report(result));
        var facts = NormText.Explain(result.Policies.Norms[0], result.Policies, language).Facts;
        return string.Join("\n    ", facts.Where(f => f.Label is "Counts" or "In time" or "When" or "Window" or "Figures" || f.Text.Contains("promised", StringComparison.Ordinal) || f.Text.Contains("c.", StringComparison.Ordinal) || f.Text.Contains("较", StringComparison.Ordinal) || f.Text.Contains("之前", StringComparison.Ordinal) || f.Text.Contains("（含）", StringComparison.Ordinal)).Select(f => $"{f.Label}: {f.Text}"));
    }

    private static DutyRules.Policies.LoadResult Load(string keys, Language language) => TimeSamples.Load(Hall, TimeSamples.Calendar, Samples.PolicyOf(language == Language.English
        ? $"a: {{ when: complaint-received as c, who: c.person, must: answered, same: complaint, {keys} }}"
        : $"a: {{ 遇有: complaint-received 记为 c, 责任人: c.person, 必须: answered, 同一: complaint, {keys} }}"));
}
