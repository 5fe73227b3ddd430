using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Time;
using DutyRules.Wording;

namespace DutyRules.Tests.Policies;

/// <summary>Periods, days, points in time, calendars and hours: what each form lowers to, and that its Chinese twin is the same.</summary>
public class TimeFormTests
{
    private static readonly (string En, string Zh)[] Periods =
    [
        ("opening day", "营业日"), ("working day", "工作日"), ("day of a holiday", "放假日"), ("whole holiday", "整个假期"), ("week", "周"),
        ("week from Sunday", "周日起的周"), ("quarter", "季度"), ("half-year", "半年"), ("year", "年"), ("stretch of opening hours", "营业时段"),
        ("Monday", "周一"), ("Monday and Friday", "周一和周五"), ("'Tuesday to Thursday, Sunday'", "周二至周四、周日"),
        ("{ repeat: FREQ=MONTHLY;BYDAY=2TU, starting: 2026-01-01 }", "{ 重复规则: FREQ=MONTHLY;BYDAY=2TU, 起始日期: 2026-01-01 }"),
    ];

    private static readonly (string En, string Zh)[] Shifts =
    [
        ("shift", "班次"), ("night shift", "night班"), ("early or late shift", "early或late班"), ("early shift or late shift", "early班或late班"),
    ];

    private static readonly (string Every, string En, string Zh)[] Points =
    [
        ("opening day", "opening", "营业开始"), ("opening day", "opening - 30 min", "营业开始 - 30 分钟"), ("day", "closing + grace", "营业结束 + grace"),
        ("day", "next day opening", "次日营业开始"), ("day", "1 working day later, 18:00", "1个工作日后 18:00"),
        ("stretch of opening hours", "closing - 15 min", "营业结束 - 15 分钟"), ("week", "last day, end of day", "最后一天当日结束前"),
        ("week", "working day 3, 12:00", "第3个工作日 12:00"), ("week", "first day, 12:00", "首日 12:00"),
        ("month", "day 8 of the next month, end of day", "次月8日当日结束前"), ("month", "last day of the next month, 18:00", "次月月末 18:00"),
        ("month", "day 31 of the next month, or the last day, 18:00", "次月31日，无此日则月末，18:00"), ("month", "first Monday, 10:00", "第一个周一 10:00"),
        ("month", "last Friday, closing", "最后一个周五营业结束"), ("month", "fifth Monday, or the last one, 10:00", "第5个周一，无此日则取最后一个，10:00"),
        ("month", "second Tuesday of the next month, 10:00", "次月第二个周二 10:00"), ("month", "working day 3, end of day", "第3个工作日当日结束前"),
        ("month", "third opening day of the next month, end of day", "次月第三个营业日当日结束前"), ("month", "last working day, end of day", "最后一个工作日当日结束前"),
        ("month", "2 working days before the last day, end of day", "月末前2个工作日当日结束前"), ("month", "day 15, or the next working day, end of day", "15日，如非工作日则顺延，当日结束前"),
        ("month", "last day, or the previous opening day, end of day", "月末，非营业日则提前，当日结束前"), ("quarter", "last day, end of day", "最后一天当日结束前"),
        ("quarter", "month 2, day 15, 18:00", "第2个月15日 18:00"), ("quarter", "day 10 of the next month, 18:00", "次月10日 18:00"),
        ("half-year", "month 6, last Friday, 18:00", "第6个月最后一个周五 18:00"), ("year", "March 15, end of day", "3月15日当日结束前"),
        ("year", "March, last day, 18:00", "3月末 18:00"), ("year", "February 29, or the last day, 18:00", "2月29日，无此日则月末，18:00"),
        ("year", "March, third working day, 18:00", "3月第三个工作日 18:00"), ("whole holiday", "last day, 18:00", "最后一天 18:00"),
        ("whole holiday", "1 working day after the last day, 18:00", "最后一天后1个工作日 18:00"),
    ];

    private static readonly (string En, string Zh)[] AfterEvents =
    [
        ("within: 3 working days", "时限: 3个工作日"), ("within: 1 opening day", "时限: 1个营业日"), ("within: '1 month, or the last day'", "时限: 1个月，无此日则月末"),
        ("due: '3 working days later, end of day'", "最迟: 3个工作日后当日结束前"), ("due: '3 days later, 18:00'", "最迟: 3天后 18:00"),
        ("due: '1 month later, if there is one, 18:00'", "最迟: 1个月后，无此日则免，18:00"), ("due: '2 weeks later, 18:00'", "最迟: 2周后 18:00"),
        ("due: shift end", "最迟: 班次结束"), ("before: next shift start", "之前: 下一班开始"), ("due: own next shift start + 10 min", "最迟: 本人下一班开始 + 10 分钟"),
    ];

    private static readonly (string En, string Zh)[] OnShifts =
    [
        ("from: shift start - 10 min, to: shift start", "自: 班次开始 - 10 分钟, 至: 班次开始"), ("within: 30 min", "时限: 30 分钟"), ("due: shift end", "最迟: 班次结束"),
        ("after: own previous shift end, before: next shift start + grace", "之后: 本人上一班结束, 之前: 下一班开始 + grace"), ("due: next day 8:00", "最迟: 次日 8:00"),
    ];

    private static readonly string[] Totals =
    [
        "a: { who: each agent, every: shift, must total: on-duty, total time: at least 6 h }",
        "a: { who: each store-manager, every: week, must total: on-duty, total time: at most 40 h, over: last 4 weeks, mean per: week }",
        "a: { who: each store-manager, every: day, must total: on-duty, total time: between 10 h and 48 h, over: last 7 days, judged on: plan }",
        "a: { who: store-manager, every: month, must: clock-in, times: at least 2, over: last 1 month, judged on: [plan, actual] }",
        "a: { who: store-manager, every: year, must not: clock-in, times: at most 2, over: last 2 years, judged on: actual }",
        "a: { when: clock-out, only after: handover-signed, same: person, from: shift start - 10 min }",
    ];

    [Fact]
    public Task Periods_and_points_in_time() => Verify(string.Join("\n", AllForms().Select(f => $"{f.En}\n  {f.Zh}\n    {Short(f.En, Language.English)}")));

    [Fact]
    public void Every_form_has_its_Chinese_twin() =>
        Assert.All(AllForms(), f => Assert.Equal(Short(f.En, Language.English), Short(f.Zh, Language.Chinese)));

    [Fact]
    public Task Rolling_windows_totals_and_what_is_judged() => Verify(string.Join("\n\n", Totals.Append(
        "责任: { 责任人: 每名store-manager, 每: 周, 须累计: on-duty, 累计时长: 不超过 40 小时, 统计期: 近4周, 平均每: 周, 核查对象: [排班, 实际] }")
        .Select(form => form + "\n\n    " + ModelOf(TimeSamples.WithNorms(form)).ReplaceLineEndings("\n    "))));


    [Fact]
    public async Task A_vocabulary_says_when_it_is_open_and_who_is_on_shift()
    {
        string policy = Samples.PolicyOf("a: { who: site, every: day, must: clock-in }");
        var english = TimeSamples.Load(TimeSamples.Hall, TimeSamples.Calendar, policy);
        var chinese = TimeSamples.Load(TimeSamples.ChineseHall, TimeSamples.ChineseCalendar, policy);
        Assert.Equal("", Samples.Report(english));
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Vocabulary), ModelText.Of(chinese.Policies!.Vocabulary));
        await Verify(ModelText.Of(english.Policies.Vocabulary));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public async Task A_calendar_that_is_written_reads_back_equal(Language language)
    {
        var calendar = TimeSamples.WithNorms("a: { who: site, every: day, must: clock-in }").Policies!.Vocabulary.Calendar!;
        var odd = calendar with
        {
            Name = "yes", Title = new LocalizedText("a: \"b\" # c\\", "甲：乙"), Revision = "2026, 2", WorkingWeekdays = [NodaTime.IsoDayOfWeek.Monday, NodaTime.IsoDayOfWeek.Sunday],
            KnownYears = [2024, 2026], Holidays = [new Holiday(new LocalizedText("{no", "- 是"), new(2026, 1, 1), new(2026, 1, 1))], MakeUpDays = [],
        };
        foreach (var written in new[] { calendar, odd })
        {
            string text = CalendarText.ToYaml(written, language);
            string vocabulary = $"vocabulary: v\nzone: Asia/Shanghai\npartition by: site\ncalendar: {(written == odd ? "\"yes\"" : "cn")}\n";
            var result = TimeSamples.Load(vocabulary, text, "policy: p\nuses: v\nnorms: {}");
            Assert.Equal("", Samples.Report(result));
            Assert.Equal(ModelText.Of(written), ModelText.Of(result.Policies!.Vocabulary.Calendar));
        }

        await Verify(CalendarText.ToYaml(calendar, language) + "\n" + CalendarText.ToYaml(odd, language), variant: language.ToString());
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public Task Every_form_reads_well(Language language) => Verify(
        string.Join("\n", AllForms().Select(f => $"{f.En}\n{Explained($"a: {{ {f.En}, must: clock-in }}", language)}").Concat(Totals.Select(t => $"{t}\n{Explained(t, language)}"))),
        variant: language.ToString());

    private static string Explained(string norm, Language language)
    {
        var result = TimeSamples.WithNorms(norm);
        Assert.True(result.Policies is not null, Samples.Report(result));
        var facts = NormText.Explain(result.Policies.Norms[0], result.Policies, language).Facts;
        return string.Join('\n', facts.Where(f => f.Label is not ("Final" or "终局" or "Figures" or "参数")).Select(f => $"    {f.Label}: {f.Text}"));
    }

    private static IEnumerable<(string En, string Zh)> AllForms() =>
    [
        .. Periods.Select(p => ($"who: site, every: {p.En}", $"责任人: 网点, 每: {p.Zh}")),
        .. Shifts.Select(p => ($"who: each agent, every: {p.En}", $"责任人: 每名agent, 每: {p.Zh}")),
        .. Points.Select(p => ($"who: site, every: {p.Every}, due: '{p.En}'", $"责任人: 网点, 每: {Zh(p.Every)}, 最迟: '{p.Zh}'")),
        .. AfterEvents.Select(p => ($"who: site, when: clock-out, {p.En}", $"责任人: 网点, 遇有: clock-out, {p.Zh}")),
        .. OnShifts.Select(p => ($"who: each agent, every: shift, {p.En}", $"责任人: 每名agent, 每: 班次, {p.Zh}")),
    ];

    private static string Short(string keys, Language language)
    {
        var result = TimeSamples.WithNorms(language == Language.English ? $"a: {{ {keys}, must: clock-in }}" : $"a: {{ {keys}, 必须: clock-in }}");
        var errors = result.Diagnostics.Where(d => d.Id != KeyDiagnostics.MixedLanguages.Id).ToList();
        if (result.Policies is null || errors.Count > 0)
        {
            return string.Join('\n', errors);
        }

        var norm = result.Policies.Norms[0];
        var frame = norm.Frame is EveryFrame every ? ModelText.Of(every.Period) : ModelText.Of(norm.Frame);
        string window = norm.Window == Window.WholeFrame ? "" : "\n" + ModelText.Of(norm.Window);
        return (frame + window).ReplaceLineEndings("\n    ");
    }

    private static string Zh(string every) => Keywords.Find(every)!.Zh;

    private static string ModelOf(LoadResult result)
    {
        var text = new StringBuilder(Samples.Report(result));
        return text.Append(string.Concat((result.Policies?.Norms ?? []).Select(n => ModelText.Of(n)))).ToString();
    }
}
