using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class PlanTests : IDisposable
{
    private readonly Workplace _place = new();

    public PlanTests() => Kiosk.OpenIn(_place);

    [Theory]
    [InlineData("table", "en")]
    [InlineData("table", "zh")]
    [InlineData("markdown", "en")]
    [InlineData("markdown", "zh")]
    [InlineData("jsonl", "en")]
    [InlineData("ics", "zh")]
    public async Task Lists_what_falls_due(string format, string language)
    {
        var run = Plan("2026-03-02", "2026-03-04", "--format", format, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString().Replace("\r", "", StringComparison.Ordinal), variant: $"{format}.{language}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_day_that_was_moved_is_explained(string language) =>
        await Verify(Plan("2026-04-03", "2026-04-12", "--role", "keeper", "--lang", language).ToString(), variant: language);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Days_that_the_calendar_does_not_know_are_said(string language) =>
        await Verify(Plan("2027-04-01", "2027-04-03", "--site", "east", "--lang", language).ToString(), variant: language);

    [Fact]
    public void Only_whom_you_ask_for()
    {
        var li = Plan("2026-03-02", "2026-03-04", "--person", "li", "--format", "jsonl").Out;
        var west = Plan("2026-03-02", "2026-03-04", "--site", "西亭", "--format", "jsonl").Out;
        var keeper = Plan("2026-03-02", "2026-03-04", "--role", "管理员", "--format", "jsonl").Out;

        Assert.All(Lines(li), line => Assert.Contains("\"people\":[\"li\"]", line));
        Assert.Equal(2, Lines(li).Length);
        Assert.All(Lines(west), line => Assert.Contains("\"site\":\"west\"", line));
        Assert.Equal(["[\"zhao\"]", "[\"qian\"]"], Lines(keeper).Select(l => l.Split("\"people\":")[1].Split(",\"role\"")[0]));
    }

    [Fact]
    public void Changes_of_the_plan_come_as_records_a_line()
    {
        _place.Write("kiosk/changes.jsonl", """
            {"id":"w1","type":"shift-swapped","at":"2026-03-01T09:00:00+08:00","site":"east","shift":"s1","person":"sun"}
            {"id":"x1","type":"shift-cancelled","at":"2026-03-01T09:00:00+08:00","site":"east","shift":"s2"}
            {"id":"c1","type":"clock-in","at":"2026-03-02T07:50:00+08:00","site":"east","person":"li"}

            """);

        var run = Plan("2026-03-02", "2026-03-02", "--roster", _place["kiosk/changes.jsonl"], "--role", "clerk", "--format", "jsonl");

        Assert.Contains("\"people\":[\"sun\"]", Assert.Single(Lines(run.Out)));
        Assert.Contains("DUTY3159: `clock-in` says nothing of a shift", run.Error);
    }

    [Fact]
    public void A_period_that_began_long_ago_is_due_as_well()
    {
        _place.Write("kiosk/daily.duty.yaml", """
            policy: kiosk/yearly
            uses: kiosk
            norms:
              yearly: { who: site, every: year, must: report, due: "last day, 18:00" }
              quarterly: { who: site, every: quarter, must: report }
              rolling: { who: each keeper, every: month, over: last 12 months, must: report, times: at least 3 }
            """);

        var lines = Lines(Plan("2026-12-31", "2026-12-31", "--site", "east", "--format", "jsonl").Out);

        Assert.Equal(["yearly", "quarterly", "rolling"], lines.Select(l => l.Split('"')[3]));
        Assert.All(lines, line => Assert.Contains("\"stage\":\"scheduled\"", line.Replace("\"open\"", "\"scheduled\"", StringComparison.Ordinal)));
        Assert.Contains("\"opens\":\"2026-01-01T00:00:00+08:00\"", lines[0]);
        Assert.Contains("\"opens\":\"2026-01-01T00:00:00+08:00\"", lines[2]);
    }

    [Fact]
    public void Dates_are_those_of_each_site()
    {
        _place.Write("kiosk/kiosk.vocabulary.yaml", """
            vocabulary: kiosk
            zone: Asia/Shanghai
            partition by: site
            sites:
              east: { title: East }
              far: { title: Far, zone: America/Los_Angeles }
            events:
              report: { person, site }
            """);
        _place.Write("kiosk/daily.duty.yaml", """
            policy: kiosk/daily
            uses: kiosk
            norms:
              end: { who: site, every: day, must: report }
              noon: { who: site, every: day, must: report, due: "12:00" }
              midnight: { who: site, every: day, must: report, due: "0:00" }
            """);

        var lines = Lines(Plan("2026-03-08", "2026-03-08", "--format", "jsonl").Out);

        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.Contains("\"anchor\":\"2026-03-08\"", line));
        Assert.Contains(lines, line => line.Contains("\"due\":\"2026-03-09T00:00:00-07:00\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Written_again_a_calendar_keeps_its_ids()
    {
        static string[] Uids(Run run) => [.. run.Out.Split('\n').Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).Order()];
        var all = Uids(Plan("2026-03-02", "2026-03-04", "--format", "ics"));

        Assert.Equal(all, Uids(Plan("2026-03-02", "2026-03-04", "--format", "ics", "--lang", "zh")));
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(Uids(Plan("2026-03-03", "2026-03-03", "--format", "ics")), uid => Assert.Contains(uid, all));
    }

    [Theory]
    [InlineData("none of whom you asked for", "--person", "nobody")]
    [InlineData("没有符合所选条件的", "--person", "nobody", "--lang", "zh")]
    public void An_empty_plan_says_why(string said, params string[] args)
    {
        var run = Plan("2026-03-02", "2026-03-04", args);

        Assert.Equal(0, run.Code);
        Assert.Contains(said, run.Out);
        Assert.Contains(said, Plan("2026-03-02", "2026-03-04", [.. args, "--format", "jsonl"]).Error);
    }

    [Fact]
    public void Without_a_roster_what_hangs_on_shifts_is_missing_and_said()
    {
        var run = _place.Dutyrules("plan", _place["kiosk"], "--from", "2026-03-02", "--to", "2026-03-02");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("There before the shift", run.Out);
        Assert.Contains("Shifts  none is planned on these days; give the roster with --roster", run.Out);
        Assert.Contains("Nobody holds  clerk (East kiosk, West kiosk)", run.Out);
    }

    [Fact]
    public void Policies_without_shifts_need_no_roster()
    {
        var run = _place.Dutyrules("plan", _place["bakery.vocabulary.yaml"], _place["daily.duty.yaml"], "--from", "2026-03-02", "--to", "2026-03-02");

        Assert.Equal(0, run.Code);
        Assert.Contains("li (baker)", run.Out);
        Assert.DoesNotContain("Shifts", run.Out);
        Assert.Contains("Cannot be planned  Served within ten minutes (served): waits for", run.Out);
    }

    [Theory]
    [InlineData("--from `soon` is not a date", "soon", "2026-03-02")]
    [InlineData("--to `2026-02-30` is not a date", "2026-03-01", "2026-02-30")]
    [InlineData("--to is before --from", "2026-03-03", "2026-03-02")]
    [InlineData("no role is called `clrk`; did you mean `clerk`?", "2026-03-02", "2026-03-02", "--role", "clrk")]
    [InlineData("no site is called `eats`; did you mean `east`?", "2026-03-02", "2026-03-02", "--site", "eats")]
    [InlineData("没有名为 `clrk` 的岗位；是否应为 `clerk`？", "2026-03-02", "2026-03-02", "--role", "clrk", "--lang", "zh")]
    [InlineData("--from `soon` 不是日期", "soon", "2026-03-02", "--lang", "zh")]
    [InlineData("'xml' not recognized", "2026-03-02", "2026-03-02", "--format", "xml")]
    public void Bad_arguments_are_refused(string said, string from, string to, params string[] args)
    {
        var run = Plan(from, to, args);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error);
    }

    public void Dispose() => _place.Dispose();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Run Plan(string from, string to, params string[] args) =>
        _place.Dutyrules(["plan", _place["kiosk"], .. File.ReadAllText(_place["kiosk/kiosk.vocabulary.yaml"]).Contains("shifts:", StringComparison.Ordinal) ? ["--roster", _place["kiosk/march.csv"]] : Array.Empty<string>(), "--from", from, "--to", to, .. args]);
}
