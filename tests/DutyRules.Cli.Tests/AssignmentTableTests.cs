using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class AssignmentTableTests : IDisposable
{
    private readonly Workplace _place = new();

    public AssignmentTableTests()
    {
        Kiosk.OpenIn(_place);
        Vacate("bakery.vocabulary.yaml");
        Vacate("kiosk/kiosk.vocabulary.yaml");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Whom_a_table_names_is_judged(string language)
    {
        _place.Write("bakers.csv", """
            person,role,shop,from,to
            li,baker,north,,2026-03-03
            wang,面包师,北店,2026-03-03,
            """);

        var run = Bake("--roster", _place["bakers.csv"], "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString(), variant: language);
    }

    [Fact]
    public void That_nobody_holds_a_role_is_warned_of_only_where_no_table_names_somebody()
    {
        const string Vacant = "warning DUTY1602";
        _place.Write("east.csv", "person,role,site\nzhao,keeper,east\n");
        _place.Write("west.csv", "人员,岗位,网点,自,至\nqian,管理员,西亭,2026-01-01,2026/3/20\n");

        var nobody = Plan("2026-03-02", "2026-03-04");
        var east = Plan("2026-03-02", "2026-03-04", "--roster", _place["east.csv"]);
        var both = Plan("2026-03-02", "2026-03-04", "--roster", _place["east.csv"], _place["west.csv"]);
        var later = Plan("2026-04-02", "2026-04-12", "--roster", _place["east.csv"], _place["west.csv"]);

        Assert.Contains("nobody holds the role `keeper` at `east`, `west`", nobody.Error);
        Assert.Contains("keeper (East kiosk, West kiosk)", nobody.Out);
        Assert.Contains("nobody holds the role `keeper` at `west`:", east.Error);
        Assert.Contains("keeper (West kiosk)", east.Out);
        Assert.DoesNotContain(Vacant, both.Error);
        Assert.DoesNotContain("keeper (", both.Out.Split("Nobody holds")[1]);
        Assert.Contains("zhao (keeper)", both.Out);
        Assert.Contains("qian (keeper)", both.Out);
        Assert.DoesNotContain(Vacant, later.Error);
        Assert.Contains("keeper (West kiosk)", later.Out);
        Assert.Contains(Vacant, _place.Dutyrules("validate", _place["kiosk"]).Out + _place.Dutyrules("validate", _place["kiosk"]).Error);
    }

    [Fact]
    public void Tables_of_shifts_and_of_assignments_join_in_any_order()
    {
        _place.Write("kiosk/keepers.csv", "person,role,site\nzhao,keeper,east\nqian,keeper,west\n");

        var plan = Plan("2026-03-02", "2026-03-04", "--roster", _place["kiosk/keepers.csv"], _place["kiosk/march.csv"]);
        var turned = Plan("2026-03-02", "2026-03-04", "--roster", _place["kiosk/march.csv"], _place["kiosk/keepers.csv"]);
        var run = _place.Dutyrules("run", _place["kiosk"], "--planned", "--roster", _place["kiosk/march.csv"], _place["kiosk/keepers.csv"]);

        Assert.Equal((0, plan), (plan.Code, turned));
        Assert.Contains("There before the shift", plan.Out);
        Assert.Contains("zhao (keeper)", plan.Out);
        Assert.Equal(0, run.Code);
        Assert.Contains("3 shifts", run.Error);
        Assert.DoesNotContain("DUTY1602", run.Error);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Bad_rows_are_said_and_the_rest_counts(string language)
    {
        _place.Write("kiosk/keepers.csv", """
            人员,岗位,网点,自,至,电话
            zhao,keeper,east,2026-02-01,,1
            qian,kepeer,wets,,,2
            qian,店员,西亭,,,3
            qian,管理员,西亭,2026-03-01,2026-03-01,4
            qian,管理员,西亭,2026-03-01 24:00,明天,5
            """);
        _place.Write("kiosk/again.csv", "person,role,site,from\nzhao,keeper,east,2026-03-01\n");
        _place.Write("kiosk/neither.csv", "person,role,where\nqian,keeper,west\n");

        var plan = Plan("2026-03-02", "2026-03-04", "--roster", _place["kiosk/keepers.csv"], _place["kiosk/again.csv"], _place["kiosk/neither.csv"], "--lang", language);

        Assert.Equal(1, plan.Code);
        await Verify(plan.ToString(), variant: language);
    }

    [Fact]
    public void Bad_rows_fail_a_strict_run()
    {
        _place.Write("bakers.csv", "person,role,shop\nli,baker,north\nwang,backer,north\n");

        Assert.Equal(0, Bake("--roster", _place["bakers.csv"]).Code);
        Assert.Equal(1, Bake("--roster", _place["bakers.csv"], "--strict").Code);
    }

    [Theory]
    [InlineData("declares no shifts, so there can be no --roster of shifts: `kiosk/march.csv`", "en")]
    [InlineData("没有声明班次，不能使用 --roster 给出班次：`kiosk/march.csv`", "zh")]
    public void Where_there_are_no_shifts_a_table_of_shifts_cannot_be_read(string said, string language)
    {
        _place.Write("bakers.csv", "person,role,shop\nli,baker,north\n");

        var run = Bake("--roster", _place["bakers.csv"], _place["kiosk/march.csv"], "--lang", language);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error);
    }

    public void Dispose() => _place.Dispose();

    // Whom the vocabulary names is left out.
    private void Vacate(string vocabulary)
    {
        var lines = File.ReadAllLines(_place[vocabulary]);
        var begins = Array.IndexOf(lines, "roster:");
        var ends = Array.FindIndex(lines, begins + 1, line => !line.StartsWith(' '));
        _place.Write(vocabulary, string.Join('\n', lines.Where((_, i) => i < begins || (ends >= 0 && i >= ends))) + "\n");
    }

    private Run Bake(params string[] args) =>
        _place.Dutyrules(["run", _place["bakery.vocabulary.yaml"], _place["daily.duty.yaml"], "--events", _place["days.jsonl"], "--all", .. args]);

    private Run Plan(string from, string to, params string[] args) => _place.Dutyrules(["plan", _place["kiosk"], "--from", from, "--to", to, .. args]);
}
