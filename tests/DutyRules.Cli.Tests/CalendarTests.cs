using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class CalendarTests : IDisposable
{
    private const string Json = """
        {"year": 2026, "papers": [], "days": [
          {"name": "元旦", "date": "2026-01-01", "isOffDay": true},
          {"name": "元旦", "date": "2026-01-02", "isOffDay": true},
          {"name": "元旦", "date": "2026-01-04", "isOffDay": false}]}
        """;

    private const string Ics = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//x//EN
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20260501
        DTEND;VALUE=DATE:20260504
        SUMMARY:Spring break
        END:VEVENT
        END:VCALENDAR

        """;

    private readonly Workplace _place = new();

    public CalendarTests()
    {
        Kiosk.OpenIn(_place);
        _place.Write("2026.json", Json);
        _place.Write("school.ics", Ics.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Published_holidays_become_a_calendar_file(string language) =>
        await Verify(Import("2026.json", "--lang", language).ToString(), variant: language);

    [Fact]
    public async Task An_icalendar_becomes_a_calendar_file() => await Verify(Import("school.ics", "--years", "2025-2026", "--title", "School days").ToString());

    [Fact]
    public void A_calendar_that_was_brought_in_is_read_by_policies()
    {
        var import = Import("2026.json", "--revision", "r7", "--output", _place["kiosk/cn.calendar.yaml"], "--lang", "zh");
        var validate = _place.Dutyrules("validate", _place["kiosk"]);

        Assert.Equal((0, ""), (import.Code, import.Out));
        Assert.Contains("已写入 `kiosk/cn.calendar.yaml`：cn r7，1 个假期，1 个调休上班日", import.Error);
        Assert.Equal(0, validate.Code);
        Assert.Contains("calendars: cn r7 (knows 2026)", validate.Out);
    }

    [Fact]
    public void A_calendar_without_known_years_is_pointed_out()
    {
        var run = Import("school.ics", "--name", "school");

        Assert.Equal(0, run.Code);
        Assert.Contains("calendar: school", run.Out);
        Assert.Contains("the calendar knows no year", run.Error);
    }

    [Fact]
    public void Bad_files_give_no_calendar()
    {
        _place.Write("bad.json", """{"year": 2026, "days": [{"name": "元旦", "date": "1 January", "isOffDay": true}]}""");

        var run = Import("bad.json", "--output", _place["bad.calendar.yaml"], "--lang", "zh");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("错误 DUTY5004", run.Error);
        Assert.Contains("bad.json:1:", run.Error);
        Assert.Contains("未生成日历", run.Error);
        Assert.False(File.Exists(_place["bad.calendar.yaml"]));
    }

    [Theory]
    [InlineData("there is no file", "gone.json")]
    [InlineData("neither .json nor .ics", "kiosk/march.csv")]
    [InlineData("give either .json or .ics files, not both", "2026.json", "school.ics")]
    [InlineData("--years is only for .ics files", "2026.json", "--years", "2026")]
    [InlineData("--years `soon` is not a year", "school.ics", "--years", "soon")]
    [InlineData("--years `2026-2024` is not a year", "school.ics", "--years", "2026-2024")]
    [InlineData("请只给出 .json 或只给出 .ics 文件", "2026.json", "school.ics", "--lang", "zh")]
    public void Bad_arguments_are_refused(string said, params string[] args)
    {
        var run = Import(args);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error);
    }

    [Theory]
    [InlineData("en", "2026")]
    [InlineData("zh", "2026")]
    [InlineData("zh", "2027")]
    public async Task A_year_is_shown_day_by_day(string language, string year) =>
        await Verify(_place.Dutyrules("calendar", "show", _place["kiosk"], "--year", year, "--lang", language).ToString(), variant: $"{year}.{language}");

    [Fact]
    public void Colour_only_where_it_is_wanted()
    {
        var plain = new Surroundings(TextWriter.Null, TextWriter.Null);
        var one = _place.Dutyrules(plain, "calendar", "show", _place["bakery.vocabulary.yaml"], "--year", "2026", "--site", "北店");
        var bright = _place.Dutyrules(plain with { ColourOut = true }, "calendar", "show", _place["kiosk"], "--year", "2026");

        Assert.Contains("There is no work calendar, so no date is known.", one.Out);
        Assert.DoesNotContain("\e[", one.Out);
        Assert.Contains("\e[1;31mH\e[0m", bright.Out);
        Assert.Contains("\e[1;33mM\e[0m", bright.Out);
    }

    [Theory]
    [InlineData("no site is called `est`; did you mean `east`?", "--year", "2026", "--site", "est")]
    [InlineData("--year `20260` is not a year", "--year", "20260")]
    [InlineData("Cannot parse argument 'soon'", "--year", "soon")]
    [InlineData("没有名为 `est` 的网点", "--year", "2026", "--site", "est", "--lang", "zh")]
    public void A_year_that_cannot_be_shown_is_refused(string said, params string[] args)
    {
        var run = _place.Dutyrules(["calendar", "show", _place["kiosk"], .. args]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error);
    }

    [Fact]
    public async Task Validation_looks_as_far_as_the_horizon()
    {
        var near = _place.Dutyrules("validate", _place["kiosk"], "--horizon", "2026-12-31");
        var far = _place.Dutyrules("validate", _place["kiosk"], "--horizon", "2027-12-31", "--lang", "zh");

        Assert.Equal((0, "5 norms in 3 files: no problems\ncalendars: cn 2026-1 (knows 2026)\n"), (near.Code, near.Out));
        Assert.Equal(0, far.Code);
        Assert.Equal(2, _place.Dutyrules("validate", _place["kiosk"], "--horizon", "soon").Code);
        await Verify(far.ToString());
    }

    [Fact]
    public void A_calendar_above_several_vocabularies_belongs_to_each()
    {
        _place.Write("two/cn.calendar.yaml", File.ReadAllText(_place["kiosk/cn.calendar.yaml"]));
        File.Delete(_place["kiosk/cn.calendar.yaml"]);
        Directory.Move(_place["kiosk"], _place["two/kiosk"]);
        _place.Write("two/other/shop.vocabulary.yaml", "vocabulary: shop\nzone: Asia/Shanghai\npartition by: site\ncalendar: cn\nsites: [a]\nevents:\n  opened: { site }\n");

        var run = _place.Dutyrules("validate", _place["two"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("calendars: cn 2026-1 (knows 2026)", run.Out);
    }

    public void Dispose() => _place.Dispose();

    private Run Import(params string[] args) =>
        _place.Dutyrules(["calendar", "import", .. args.Select(a => Path.HasExtension(a) && !Path.IsPathRooted(a) ? _place[a] : a)]);
}
