using System.Globalization;
using DutyRules.Calendars;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Calendars;

public class HolidayJsonTests
{
    private const string Notice2030 =
        """
        {
            "$schema": "x", "year": 2030, "papers": ["p"],
            "days": [
                {"name": "元旦", "date": "2029-12-31", "isOffDay": true},
                {"name": "元旦", "date": "2030-01-01", "isOffDay": true},
                {"name": "春节", "date": "2030-01-26", "isOffDay": false},
                {"name": "春节", "date": "2030-02-02", "isOffDay": true},
                {"name": "春节", "date": "2030-02-03", "isOffDay": true},
                {"name": "国庆节、中秋节", "date": "2030-10-01", "isOffDay": true},
                {"name": "开业纪念日", "date": "2030-10-02", "isOffDay": true}
            ]
        }
        """;

    private const string Notice2031 = """{"year": 2031, "papers": [], "days": []}""";

    [Fact]
    public void Consecutive_days_of_one_name_are_one_holiday()
    {
        var calendar = Read(Notice2030).Calendar!;
        Assert.Equal(
            ["元旦 2029-12-31 2030-01-01", "春节 2030-02-02 2030-02-03", "国庆节、中秋节 2030-10-01 2030-10-01", "开业纪念日 2030-10-02 2030-10-02"],
            calendar.Holidays.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Name.Zh} {h.First:uuuu-MM-dd} {h.Last:uuuu-MM-dd}")));
        Assert.Equal(["New Year's Day", "Spring Festival", "National Day and Mid-Autumn Festival", "开业纪念日"], calendar.Holidays.Select(h => h.Name.En));
        Assert.Equal((new LocalDate(2030, 1, 26), "春节"), calendar.MakeUpDays.Select(d => (d.Date, d.For!.Zh)).Single());
        Assert.Equal(new SourceSpan("2030.json", 4, 32, 4, 44), calendar.Holidays[0].Span);
    }

    [Fact]
    public void A_year_is_known_by_its_own_notice()
    {
        var calendar = Read(Notice2030).Calendar!;
        Assert.Equal([2030], calendar.KnownYears);
        Assert.Equal(DateKind.Holiday, calendar.KindOf(new LocalDate(2029, 12, 31)));
        Assert.Null(calendar.KindOf(new LocalDate(2029, 12, 30)));
        Assert.Equal(DateKind.MakeUp, calendar.KindOf(new LocalDate(2030, 1, 26)));
        Assert.Equal(DateKind.RestDay, calendar.KindOf(new LocalDate(2030, 1, 27)));
        Assert.Equal(DateKind.Working, calendar.KindOf(new LocalDate(2030, 1, 28)));
    }

    [Fact]
    public void A_year_without_a_notice_is_not_known()
    {
        var result = HolidayJson.Read([new("2031.json", Notice2031), new("2030.json", Notice2030)]);
        Assert.Equal([2030], result.Calendar!.KnownYears);
        Assert.Equal("cn 2030.7", result.Calendar.Edition);
        Assert.Equal(["DUTY5009", "DUTY5008"], result.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void The_caller_may_name_the_edition()
    {
        var calendar = HolidayJson.Read([new("2030.json", Notice2030)], "bank", LocalizedText.Same("Bank"), "2030-2").Calendar!;
        Assert.Equal("bank 2030-2", calendar.Edition);
        Assert.Equal("Bank", calendar.Title.En);
    }

    [Fact]
    public void Days_that_two_notices_list_must_agree()
    {
        const string same = """{"year": 2029, "days": [{"name": "元旦", "date": "2029-12-31", "isOffDay": true}]}""";
        var agreed = HolidayJson.Read([new("2029.json", same), new("2030.json", Notice2030)]);
        Assert.Equal(new LocalDate(2030, 1, 1), agreed.Calendar!.Holidays[0].Last);
        Assert.Equal(["DUTY5009"], agreed.Diagnostics.Select(d => d.Id));

        var torn = HolidayJson.Read([new("2030.json", Notice2030), new("2029.json", same.Replace("true", "false", StringComparison.Ordinal))]);
        Assert.Null(torn.Calendar);
        Assert.Equal(
            "2030.json:4:32: error DUTY5006: 2029-12-31 is a day off (`元旦`) here, but a day of work (`元旦`) at 2029.json:1:48",
            torn.Diagnostics.Single(d => d.Id == "DUTY5006").ToString());
    }

    [Fact]
    public async Task What_is_wrong_is_found_at_its_place()
    {
        string[] samples =
        [
            "",
            "[]",
            "{\"year\": 2030, \"days\": [}",
            "{\"year\": 2030, \"days\": []} x",
            "{\"days\": []}",
            "{\"year\": 2030}",
            "{\"year\": \"2030\", \"days\": []}",
            "{\"year\": 20300, \"days\": []}",
            "{\"year\": 2030, \"days\": {}}",
            "{\"year\": 2030, \"days\": [1]}",
            "{\"year\": 2030, \"days\": [\n {\"name\": 1, \"date\": \"2030-01-01\", \"isOffDay\": true},\n {\"name\": \"元旦\", \"date\": \"2030-02-30\", \"isOffDay\": true},\n"
                + " {\"name\": \"元旦\", \"date\": \"2030-01-01\", \"isOffDay\": \"yes\"}, {\"name\": \"元旦\", \"isOffDay\": true},\n {\"date\": \"2030-01-01\", \"isOffDay\": true},\n {\"name\": \"元旦\", \"date\": \"2030-01-01\"}]}",
            "{\"year\": 2030, \"days\": [{\"name\": \"元旦\", \"date\": \"2003-01-01\", \"isOffDay\": true}]}",
            "{\"year\": 2030, \"days\": [{\"name\": \"\\ud800\", \"date\": \"2030-01-01\", \"isOffDay\": true}]}",
        ];
        var report = samples.Select(sample =>
        {
            var result = Read(sample);
            Assert.Null(result.Calendar);
            return $"{sample}\n{Findings.Report(result.Diagnostics)}";
        });
        await Verify(string.Join('\n', report));
    }

    [Fact]
    public void No_two_findings_share_an_id() =>
        Assert.Equal(ImportDiagnostics.All.Select(d => d.Id), ImportDiagnostics.All.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));

    private static CalendarResult Read(string text) => HolidayJson.Read([new CalendarFile("2030.json", text)]);
}
