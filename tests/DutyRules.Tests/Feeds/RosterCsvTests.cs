using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Feeds;

public sealed class RosterCsvTests
{
    private static readonly Instant Published = Rota.At("2026-03-01T00:00");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_row_is_a_plan_published_when_it_says_or_when_the_caller_says()
    {
        var records = Good("""
            id,person,role,site,start,end,kind,issued
            s1,li,clerk,east,2026-03-02 08:00,2026-03-02 16:00,early,
            s2,wang,clerk,east,2026-03-02T22:00,06:00,night,2026-02-20
            s3,li,clerk,paris,2026/3/3 8:00,16:00,early,2026-02-20T10:30:00Z
            """);

        Assert.Equal(["roster/s1/2026-02-28T16:00:00Z", "roster/s2/2026-02-19T16:00:00Z", "roster/s3/2026-02-20T10:30:00Z"], records.Select(r => r.Id));
        Assert.Equal(
            [
                "s1 east li clerk early 2026-03-02T00:00:00Z 2026-03-02T08:00:00Z",
                "s2 east wang clerk night 2026-03-02T14:00:00Z 2026-03-02T22:00:00Z",
                "s3 paris li clerk early 2026-03-03T07:00:00Z 2026-03-03T15:00:00Z",
            ],
            records.Select(Plan));
        Assert.Equal([Published, Rota.At("2026-02-20T00:00"), InstantPattern.General.Parse("2026-02-20T10:30:00Z").Value], records.Select(r => r.At));
    }

    [Theory]
    [InlineData("s1,li,clerk,east,2026-03-02 08:00,16:00,early,2026-02-20", "s1,wang,clerk,east,2026-03-03 08:00,16:00,early,2026-03-02 16:00")]
    [InlineData("s1,wang,clerk,east,2026-03-03 08:00,16:00,early,2026-03-02 16:00", "s1,li,clerk,east,2026-03-02 08:00,16:00,early,2026-02-20")]
    public void The_id_of_a_shift_that_is_over_names_no_other(string first, string second)
    {
        var readings = Read($"id,person,role,site,start,end,kind,issued\n{first}\n{second}\n");

        Assert.Single(readings, r => r.Record is not null);
        Assert.Equal(("DUTY3158", 3), Assert.Single(readings.SelectMany(r => r.Diagnostics).Select(d => (d.Id, d.Span.Line))));
    }

    [Fact]
    public void The_same_roster_may_be_written_in_Chinese_and_in_any_order()
    {
        var records = Good("""
            类别,开始,结束,网点,岗位,人员,班次,状态,发布时间
            early,2026-03-02 08:00,16:00,east,clerk,李,s1,正常,
            night,2026-03-02 20:00,04:00,east,clerk,王,s2,取消,2026-03-01 09:00
            """);

        Assert.Equal(["shift-planned", "shift-planned", "shift-cancelled"], records.Select(r => r.Type.Name));
        Assert.Equal("roster/s2/2026-03-01T01:00:00Z/cancelled", records[2].Id);
        Assert.Equal("s2", records[2][Rota.Shifts.Cancelled.FindField("shift")!]!.Value.AsText);
    }

    [Theory]
    [InlineData("2026-03-02 22:00", "06:00", "2026-03-02T22:00:00Z")]
    [InlineData("2026-03-02 22:00", "23:00", "2026-03-02T15:00:00Z")]
    [InlineData("2026-03-02 22:00", "0:00", "2026-03-02T16:00:00Z")]
    [InlineData("2026-03-02 22:00", "2026-03-02T18:00:00Z", "2026-03-02T18:00:00Z")]
    [InlineData("2026-03-02T22:00:00+08:00", "06:00", "2026-03-02T22:00:00Z")]
    public void An_end_that_is_a_time_of_day_is_the_first_after_the_start(string start, string end, string expected)
    {
        var record = Assert.Single(Good($"id,person,role,site,start,end,kind\ns1,li,clerk,east,{start},{end},night"));

        Assert.Equal(InstantPattern.General.Parse(expected).Value, RosterShift.Of(record, Rota.Vocabulary)!.Ends);
    }

    [Fact]
    public void A_later_row_of_the_same_id_is_another_plan()
    {
        var records = Good("""
            id,person,role,site,start,end,kind,issued
            s1,li,clerk,east,2026-03-02 08:00,16:00,early,2026-02-20
            s1,wang,clerk,east,2026-03-02 09:00,17:00,early,2026-02-25
            s1,li,clerk,paris,2026-03-02 08:00,16:00,early,2026-02-20
            """);

        Assert.Equal(3, records.Select(r => (r.Id, Plan(r))).Distinct().Count());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task What_is_wrong_is_said_at_its_cell(string language)
    {
        const string Csv = """
            id,person,role,site,start,end,kind,colour,issued,status
            s1,li,clerk,east,2026-03-02 08:00,16:00,early,red,,
            ,,clerk,east,2026-03-02 08:00,16:00,early,,,
            s3,li,clrek,eats,2026-03-02 08:00,16:00,erly,,,
            s4,li,店员,东厅,2026-03-02 08:00,16:00,noon,,,
            s5,li,clerk,east,2026-03-02 16:00,2026-03-02 08:00,early,,,
            s6,li,clerk,east,2026-03-02 08:00,2026-03-03 08:00,early,,,
            s7,li,clerk,east,2026-03-02 16:00,24:00,late,,,
            s8,li,clerk,east,2026-12-31 16:00,2026-12-31 24:00,late,,,
            s9,li,clerk,east,tomorrow,08:00,early,,soon,
            s1,wang,clerk,east,2026-03-02 08:00,16:00,early,,,
            s10,li,clerk,east,2026-03-02 08:00,16:00,early,,2026-03-02 16:00,
            s11,li,clerk,paris,2026-03-29 02:30,10:00,early,,,
            s12,li,clerk,paris,2026-10-25 02:30,10:00,early,,,
            s13,li,clerk,east,2026-03-02 08:00,16:00,early,,,maybe
            s14,li,clerk
            s15,li,clerk,east,2026/3/2 16:00,2026/3/2 24:00,late,,,
            ,,,,,,,,,
            """;
        var readings = Read(Csv);

        Assert.Equal(["s1", "s10", "s11", "s12"], readings.Where(r => r.Record is not null).Select(r => RosterShift.Of(r.Record!, Rota.Vocabulary)!.Id));
        await Verify(Text(readings, language == "zh" ? Language.Chinese : Language.English), variant: language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_table_that_is_no_roster_is_refused_as_a_whole(string language)
    {
        var spoken = language == "zh" ? Language.Chinese : Language.English;
        var noShifts = RosterCsv.Read(new MemoryStream("id\n"u8.ToArray()), "march.csv", Bakery.Vocabulary, Published, Token).ToList();

        await Verify(Text([.. Read(""), .. Read("id,person,site\ns1,li,east"), .. Read("id,班次,person,role,site,start,end,kind\n"), .. noShifts], spoken), variant: language);
    }

    private static string Plan(EventRecord record)
    {
        var plan = RosterShift.Of(record, Rota.Vocabulary)!;
        return $"{plan.Id} {plan.Site} {plan.Person} {plan.Role} {plan.Kind} {plan.Starts} {plan.Ends}";
    }

    private static string Text(IEnumerable<EventReading> readings, Language language) => string.Join('\n', readings.SelectMany(r => r.Diagnostics)
        .Select(d => $"{d.Span}: {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.Message.In(language)}{(d.Help is { } help ? $"\n    {help.In(language)}" : "")}"));

    private static List<EventRecord> Good(string csv)
    {
        var readings = Read(csv);
        Assert.Empty(readings.SelectMany(r => r.Diagnostics));
        return [.. readings.Select(r => r.Record!)];
    }

    private static List<EventReading> Read(string csv) =>
        [.. RosterCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "march.csv", Rota.Vocabulary, Published, Token)];
}
