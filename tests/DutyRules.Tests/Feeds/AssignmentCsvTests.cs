using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Policies;
using DutyRules.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Feeds;

public sealed class AssignmentCsvTests
{
    private static readonly Vocabulary Hall = Rota.Vocabulary with
    {
        Roles = [.. Rota.Vocabulary.Roles, new Role("caller", new LocalizedText("caller", "叫号员"), Rota.ClockIn)],
        Roster = [new Assignment("sun", "guard", "east", To: Rota.At("2026-03-01T00:00"))],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_row_is_an_assignment_and_an_empty_cell_sets_no_bound()
    {
        var read = Good("""
            person,role,site,from,to
            li,guard,east,,
            wang,保安,巴黎厅,2026-03-02,2026/4/1
            zhao,guard,east,2026-03-02 08:00,2026-03-02T18:00:00Z

            ,,,,
            """);

        Assert.Equal(
            [
                "li guard east - - march.csv:2:1",
                "wang guard paris 2026-03-01T23:00:00Z 2026-03-31T22:00:00Z march.csv:3:1",
                "zhao guard east 2026-03-02T00:00:00Z 2026-03-02T18:00:00Z march.csv:4:1",
            ],
            read.Select(Shown));
    }

    [Theory]
    [InlineData("人员,岗位,网点,自,至\nli,guard,east,2026-03-02,2026-03-03")]
    [InlineData("至,自,hall,岗位,Person\n2026-03-03,2026-03-02,east,保安,li")]
    [InlineData("person;to;from;site;role\nli;2026/3/3;2026/3/2 0:00;东厅;guard")]
    public void Columns_stand_in_any_order_and_language(string csv) =>
        Assert.Equal(["li guard east 2026-03-01T16:00:00Z 2026-03-02T16:00:00Z march.csv:2:1"], Good(csv).Select(Shown));

    [Fact]
    public void The_bounds_may_be_left_out() => Assert.Equal("li guard east - - march.csv:2:1", Shown(Assert.Single(Good("role,person,site\nguard,li,east"))));

    [Fact]
    public void Dates_mean_what_they_mean_in_the_roster_of_a_vocabulary()
    {
        var written = PolicyLoader.Load([new PolicyFile("hall.vocabulary.yaml", """
            vocabulary: hall
            zone: Asia/Shanghai
            partition by: hall
            sites:
              east: { title: East hall }
              paris: { title: Paris hall, zone: Europe/Paris }
            events:
              clock-in: { person, hall: site }
            roles:
              guard: { title: guard }
            roster:
              - { person: li, role: guard, site: east, from: 2026-03-01, to: 2026-04-01 }
              - { person: wang, role: guard, site: paris, from: 2026-03-01T12:00, to: 2026-04-01 }
            """)]).Policies!.Vocabulary;
        var read = Read("person,role,site,from,to\nli,guard,east,2026-03-01,2026-04-01\nwang,guard,paris,2026-03-01T12:00,2026-04-01", written with { Roster = [] });

        Assert.Equal(written.Roster.Select(a => a with { Span = default }), read.Select(r => r.Assignment! with { Span = default }));
    }

    [Theory]
    [InlineData("9999-12-31", true, true)]
    [InlineData("9999-12-31 23:59:59", true, false)]
    [InlineData("9999-12-31T23:59:59Z", true, true)]
    [InlineData("9999-12-31T23:59:59-08:00", false, false)]
    [InlineData("9999-12-31 24:00", false, false)]
    [InlineData("10000-01-01", false, false)]
    [InlineData("-9998-01-01", false, true)]
    public void What_people_write_for_ever_is_read_or_reported(string at, bool here, bool farWest)
    {
        var far = new Site("far", LocalizedText.Same("far"), DateTimeZoneProviders.Tzdb["America/Los_Angeles"]);
        var readings = Read($"person,role,site,from\nli,guard,east,{at}\nli,guard,far,{at}", Hall with { Sites = [.. Hall.Sites, far] });

        Assert.Equal([here, farWest], readings.Select(r => r.Assignment is not null));
        Assert.All(readings, r => Assert.Equal(r.Assignment is null, r.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error)));
    }

    [Fact]
    public void A_date_that_a_zone_leaves_out_is_none()
    {
        var apia = Hall with { Zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"] };

        Assert.Equal(["DUTY3166"], Assert.Single(Read("person,role,site,from\nli,guard,east,2011-12-30", apia)).Diagnostics.Select(d => d.Id));
        Assert.Equal(Instant.FromUtc(2011, 12, 30, 10, 0), Assert.Single(Read("person,role,site,from\nli,guard,east,2011-12-31", apia)).Assignment!.From);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task What_is_wrong_is_said_at_its_cell(string language)
    {
        const string Csv = """
            person,role,site,from,to,phone
            li,guard,east,,2026-03-10,1
            ,,,2026-03-01,,2
            zhao,gaurd,eats,,,
            zhao,clerk,east,,,
            zhao,叫号员,east,,,
            zhao,guard,east,2026-03-02,2026-03-02,
            zhao,guard,east,2026-03-02 12:00,2026-03-02T03:00:00Z,
            zhao,guard,east,2026-02-30,soon,
            zhao,guard,east,16:00,24:00,
            zhao,guard,east,2026-12-31 24:00,2026/12/31 24:00,
            li,guard,东厅,2026-03-10,2026-03-20,
            li,保安,east,2026-03-09,,
            li,guard,paris,2026-03-29 02:30,2026-10-25 02:30,
            sun,guard,east,2026-02-01,,
            wu,guard
            """;
        var readings = Read(Csv, Hall);

        Assert.Equal(
            [
                "li guard east - 2026-03-09T16:00:00Z march.csv:2:1",
                "li guard east 2026-03-09T16:00:00Z 2026-03-19T16:00:00Z march.csv:12:1",
                "li guard east 2026-03-08T16:00:00Z - march.csv:13:1",
                "li guard paris 2026-03-29T01:30:00Z 2026-10-25T00:30:00Z march.csv:14:1",
                "sun guard east 2026-01-31T16:00:00Z - march.csv:15:1",
            ],
            readings.Where(r => r.Assignment is not null).Select(r => Shown(r.Assignment!)));
        await Verify(Text(readings.SelectMany(r => r.Diagnostics), language), variant: language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_table_of_something_else_is_refused_as_a_whole(string language)
    {
        string[] tables = ["", "person,site\nli,east", "person,人员,role,site\n", "\"person,role\n", "person,role,site,hall\nli,guard,east,east"];

        await Verify(Text(tables.SelectMany(t => Read(t, Hall)).SelectMany(r => r.Diagnostics), language), variant: language);
    }

    [Theory]
    [InlineData("id,person,role,site,start,end,kind", RosterTableKind.Shifts)]
    [InlineData("开始", RosterTableKind.Shifts)]
    [InlineData("person,role,site,from,START", RosterTableKind.Shifts)]
    [InlineData("person,role,site", RosterTableKind.Assignments)]
    [InlineData("至,自,hall,岗位,人员,phone", RosterTableKind.Assignments)]
    public void The_first_row_tells_what_a_table_holds(string header, RosterTableKind kind)
    {
        var told = Tell(header + "\n1,2\n");

        Assert.Equal(kind, told.Kind);
        Assert.Empty(told.Diagnostics);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_table_of_neither_kind_is_told_of_both(string language)
    {
        string[] headers = ["person,role,from,to\n", "id,person,role,site,begin,end,kind\n", "", "\"person,role\n"];
        var told = headers.Select(Tell).ToList();

        Assert.All(told, t => Assert.Null(t.Kind));
        await Verify(Text(told.SelectMany(t => t.Diagnostics), language), variant: language);
    }

    private static RosterTableReading Tell(string csv) => RosterTable.Tell(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "march.csv", Hall);

    private static string Shown(Assignment held) =>
        $"{held.Person} {held.Role} {held.Site} {Shown(held.From)} {Shown(held.To)} {held.Span}";

    private static string Shown(Instant? bound) => bound is { } instant ? InstantPattern.General.Format(instant) : "-";

    private static string Text(IEnumerable<Diagnostic> found, string language) => string.Join('\n', found.Select(d =>
    {
        var spoken = language == "zh" ? Language.Chinese : Language.English;
        return $"{d.Span}: {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.Message.In(spoken)}{(d.Help is { } help ? $"\n    {help.In(spoken)}" : "")}";
    }));

    private static List<Assignment> Good(string csv)
    {
        var readings = Read(csv, Hall);
        Assert.Empty(readings.SelectMany(r => r.Diagnostics));
        return [.. readings.Select(r => r.Assignment!)];
    }

    private static List<AssignmentReading> Read(string csv, Vocabulary vocabulary) =>
        [.. AssignmentCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "march.csv", vocabulary, Token)];
}
