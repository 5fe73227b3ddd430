using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class RosterRunTests : IDisposable
{
    private readonly Workplace _place = new();

    public RosterRunTests() => Kiosk.OpenIn(_place);

    [Theory]
    [InlineData("table", "en")]
    [InlineData("table", "zh")]
    [InlineData("jsonl", "en")]
    [InlineData("csv", "zh")]
    public async Task A_roster_is_judged_as_if_it_had_happened(string format, string language)
    {
        var run = Run("--roster", _place["kiosk/march.csv"], "--planned", "--format", format, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString(), variant: $"{format}.{language}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task What_happened_is_judged_by_the_roster(string language)
    {
        var run = Run("--roster", _place["kiosk/march.csv"], "--events", _place["kiosk/days.jsonl"], "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString(), variant: language);
    }

    [Fact]
    public void A_plan_is_not_what_happened()
    {
        var planned = Run("--roster", _place["kiosk/march.csv"], "--planned", "--format", "jsonl");
        var happened = Run("--roster", _place["kiosk/march.csv"], "--events", _place["kiosk/days.jsonl"], "--format", "jsonl");

        Assert.All(Lines(planned), line => Assert.Contains("\"timeline\":\"plan\"", line));
        Assert.All(Lines(happened), line => Assert.DoesNotContain("timeline", line));
        Assert.Contains(Lines(planned), line => line.Contains("\"norm\":\"pairs\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(happened), line => line.Contains("\"norm\":\"pairs\"", StringComparison.Ordinal));
        Assert.Contains("not judged: Two people a day (pairs): is judged only on a plan", happened.Error);
        Assert.Contains("not judged: Monthly report (monthly): reads report; Report on leaving (leaving): reads clock-out, report", planned.Error);
    }

    [Fact]
    public void Other_events_may_join_a_plan_and_shifts_may_come_with_them()
    {
        _place.Write("kiosk/more.jsonl", """
            {"id":"p9","type":"shift-planned","at":"2026-03-01T00:00:00+08:00","site":"west","shift":"s9","person":"zhou","role":"clerk","kind":"early","starts":"2026-03-02T09:00:00+08:00","ends":"2026-03-02T17:00:00+08:00"}
            {"id":"c9","type":"clock-in","at":"2026-03-02T08:50:00+08:00","site":"west","person":"wu"}

            """);

        var run = Run("--roster", _place["kiosk/march.csv"], "--events", _place["kiosk/more.jsonl"], "--planned", "--format", "jsonl", "--status", "fulfilled");

        Assert.Contains(Lines(run), line => line.Contains("\"norm\":\"staffed\",\"key\":{\"site\":\"west\"}", StringComparison.Ordinal));
        Assert.Contains(Lines(run), line => line.Contains("[\"c9\",\"s9/begin\"]", StringComparison.Ordinal));
        Assert.Contains("4 shifts", run.Error);
    }

    [Fact]
    public void A_change_published_later_moves_the_shift_from_then_on()
    {
        _place.Write("kiosk/moved.csv", """
            id,person,role,site,start,end,kind,issued
            s1,li,clerk,east,2026-03-02 08:00,16:00,early,
            s1,li,clerk,east,2026-03-02 10:00,18:00,early,2026-03-02 07:00
            """);
        _place.Write("kiosk/late.jsonl", """{"id":"c1","type":"clock-in","at":"2026-03-02T09:50:00+08:00","site":"east","person":"li"}""" + "\n");

        var run = Run("--roster", _place["kiosk/moved.csv"], "--events", _place["kiosk/late.jsonl"], "--format", "jsonl");

        var verdict = Assert.Single(Lines(run), line => line.Contains("\"norm\":\"early\"", StringComparison.Ordinal));
        Assert.Contains("\"status\":\"fulfilled\",\"opens\":\"2026-03-02T09:45:00+08:00\"", verdict);
    }

    [Fact]
    public void Several_rosters_join_and_calendars_are_rosters_too()
    {
        _place.Write("kiosk/march.ics", """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//x//EN
            BEGIN:VEVENT
            UID:i1
            DTSTAMP:20260220T000000Z
            DTSTART:20260302T080000
            DTEND:20260302T160000
            SUMMARY:early
            LOCATION:West kiosk
            ATTENDEE;CN=zhou:mailto:zhou@example.com
            CATEGORIES:clerk,early
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"));

        var run = Run("--roster", _place["kiosk/march.csv"], _place["kiosk/march.ics"], "--planned", "--format", "jsonl");

        Assert.Equal(0, run.Code);
        Assert.Contains("4 shifts", run.Error);
        Assert.Contains(Lines(run), line => line.Contains("\"person\":\"zhou\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_breach_of_the_plan_fails_the_command_on_request() =>
        Assert.Equal(1, Run("--roster", _place["kiosk/march.csv"], "--planned", "--fail-on-breach").Code);

    [Fact]
    public void A_plan_without_shifts_is_not_judged()
    {
        _place.Write("kiosk/none.csv", "id,person,role,site,start,end,kind\n");

        var nothing = Run("--roster", _place["kiosk/none.csv"], "--planned");
        var period = Run("--roster", _place["kiosk/none.csv"], "--planned", "--from", "2026-03-02", "--until", "2026-03-03");

        Assert.Equal(2, nothing.Code);
        Assert.Contains("the roster plans no shift", nothing.Error);
        Assert.Equal(0, period.Code);
        Assert.Contains("Staffed from ten to twelve", period.Out);
    }

    [Fact]
    public void Two_files_that_plan_a_shift_differently_contradict_each_other()
    {
        _place.Write("kiosk/other.csv", "id,person,role,site,start,end,kind,issued\ns1,wu,clerk,east,2026-03-02 08:00,16:00,early,2026-02-20\ns2,wang,clerk,east,2026-03-02 11:00,19:00,late,2026-02-20\n");

        var run = Run("--roster", _place["kiosk/march.csv"], _place["kiosk/other.csv"], "--planned", "--strict", "--format", "jsonl");

        Assert.Equal(1, run.Code);
        Assert.Contains("kiosk/other.csv: error DUTY3157: the shift `s1` is planned otherwise in `kiosk/march.csv`", run.Error);
        Assert.DoesNotContain("`s2`", run.Error);
        Assert.DoesNotContain("\"wu\"", run.Out);
    }

    [Fact]
    public void Bad_rows_are_said_and_the_rest_is_judged()
    {
        _place.Write("kiosk/bad.csv", "编号,班次,人员,岗位,网点,开始,结束,类别\n1,s1,li,店员,东亭,2026-03-02 08:00,16:00,early\n2,s2,wang,店员,南亭,2026-03-02 08:00,24:00,early\n");

        var run = Run("--roster", _place["kiosk/bad.csv"], "--planned", "--strict", "--lang", "zh");

        Assert.Equal(1, run.Code);
        Assert.Contains("kiosk/bad.csv:1:1: 警告 DUTY3143: 列 `编号` 与班次无关，未读取", run.Error);
        Assert.Contains("kiosk/bad.csv:3:14: 错误 DUTY3146: 没有名为 `南亭` 的网点", run.Error);
        Assert.Contains("错误 DUTY3150: `结束` 为 `24:00`", run.Error);
        Assert.Contains("1 个班次", run.Error);
    }

    [Theory]
    [InlineData("there is no file", "--roster", "gone.csv")]
    [InlineData("is neither .csv, .ics nor .jsonl", "--roster", "kiosk/daily.duty.yaml")]
    [InlineData("--as-arrived has no meaning with --planned", "--roster", "kiosk/march.csv", "--planned", "--as-arrived")]
    [InlineData("没有文件", "--roster", "gone.csv", "--lang", "zh")]
    [InlineData("不是 .csv、.ics 或 .jsonl", "--roster", "kiosk/daily.duty.yaml", "--lang", "zh")]
    public void Bad_arguments_are_refused(string said, params string[] args)
    {
        var run = Run([.. args.Select(a => a.Contains('.', StringComparison.Ordinal) ? _place[a] : a)]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error);
    }

    [Theory]
    [InlineData("declares no shifts, so there can be no --roster")]
    [InlineData("declares no shifts, so there can be no --roster of shifts: `kiosk/march.csv`", "--planned")]
    [InlineData("没有声明班次，不能使用 --roster", "--lang", "zh")]
    public void A_vocabulary_without_shifts_has_no_roster(string said, params string[] args)
    {
        var run = _place.Dutyrules(["run", _place["bakery.vocabulary.yaml"], _place["daily.duty.yaml"], "--roster", _place["kiosk/march.csv"], .. args]);

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error);
    }

    [Fact]
    public void A_vocabulary_without_shifts_has_no_plan()
    {
        var run = _place.Dutyrules("run", _place["bakery.vocabulary.yaml"], _place["daily.duty.yaml"], "--events", _place["days.jsonl"], "--planned");

        Assert.Equal(2, run.Code);
        Assert.Contains("declares no shifts, so there is no plan to judge", run.Error);
    }

    public void Dispose() => _place.Dispose();

    private static string[] Lines(Run run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Run Run(params string[] args) => _place.Dutyrules(["run", _place["kiosk"], .. args]);
}
