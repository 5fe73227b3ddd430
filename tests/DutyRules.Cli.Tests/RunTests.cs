using System.Text;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly Workplace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("table", "en")]
    [InlineData("table", "zh")]
    [InlineData("jsonl", "en")]
    [InlineData("csv", "en")]
    public async Task Judges_what_happened(string format, string language)
    {
        var run = Run("--format", format, "--lang", language);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString(), variant: $"{format}.{language}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_table_fits_a_narrow_terminal(string language)
    {
        _place.Write("daily.duty.yaml", """
            policy: bakery/daily
            uses: bakery
            norms:
              on-site: { title: 早上七点四十之前必须到岗打卡, who: each baker, every: day, must: clock-in, due: 7:40 }
              checks: { title: 每天检查两次, who: baker, every: day, must: oven-check, where: recorded, lapses when: 1 > 2 }
              served: { title: 十分钟内出餐, who: site, when: order-taken, must: order-served, same: order, within: serve-limit, unless: 2 > 1 }
            """);
        _place.Write("odd.jsonl", """
            {"id":"k1","type":"oven-check","at":"2026-03-02T09:00:00+08:00","until":"2026-03-02T09:30:00+08:00","shop":"north","person":"li"}
            {"id":"o1","type":"order-taken","at":"2026-03-02T10:00:00+08:00","shop":"north","order":"A"}
            """);
        var narrow = new Surroundings(TextWriter.Null, TextWriter.Null) { Width = 40 };

        var run = await Task.Run(() => _place.Dutyrules(narrow, "run", _place.Folder, "--events", _place["odd.jsonl"], "--lang", language), Token)
            .WaitAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(0, run.Code);
        await Verify(run.Out, variant: language);
    }

    [Fact]
    public async Task Says_every_change_of_mind_on_request()
    {
        _place.Write("late.jsonl", """
            {"id":"o1","type":"order-taken","at":"2026-03-02T10:00:00+08:00","shop":"north","order":"A"}
            {"id":"o2","type":"order-taken","at":"2026-03-02T10:30:00+08:00","shop":"north","order":"B"}
            {"id":"s1","type":"order-served","at":"2026-03-02T10:08:00+08:00","shop":"north","person":"li","order":"A"}
            """);

        var run = _place.Dutyrules(
            "run", _place.Folder, "--events", _place["late.jsonl"], "--changes", "--as-arrived", "--format", "jsonl", "--status", "breached,fulfilled");

        await Verify(run.ToString());
    }

    [Fact]
    public void A_correction_in_a_file_takes_the_place_of_what_it_corrects_whatever_its_time()
    {
        _place.Write("corrected.jsonl", """
            {"id":"o1","type":"order-taken","at":"2026-03-02T10:00:00+08:00","shop":"north","order":"A"}
            {"id":"s1","type":"order-served","at":"2026-03-02T10:01:00+08:00","shop":"north","person":"li","order":"A"}
            {"id":"s1","rev":1,"was":["2026-03-02T10:01:00+08:00"],"type":"order-served","at":"2026-03-05T10:01:00+08:00","shop":"north","person":"li","order":"A"}
            """);

        var run = _place.Dutyrules(
            "run", _place.Folder, "--events", _place["corrected.jsonl"], "--format", "jsonl", "--status", "breached,fulfilled");

        var verdict = Assert.Single(run.Out.Split('\n'), line => line.Contains("\"order\":\"A\"", StringComparison.Ordinal));
        Assert.Contains("\"status\":\"breached\"", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("DUTY4006", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_narrow_what_is_written()
    {
        var lines = Run("--format", "jsonl", "--status", "breached").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains("\"status\":\"breached\"", line));
    }

    [Fact]
    public void A_breach_fails_the_command_only_on_request()
    {
        Assert.Equal(0, Run().Code);
        Assert.Equal(1, Run("--fail-on-breach").Code);
        Assert.Equal(0, Run("--fail-on-breach", "--until", "2026-03-02T08:00").Code);
    }

    [Fact]
    public void What_lies_outside_the_period_is_counted_and_no_fault()
    {
        var run = Run("--from", "2026-03-03", "--until", "2026-03-03T07:41", "--strict", "--format", "jsonl");

        Assert.Equal(0, run.Code);
        Assert.Contains("8 events lie outside --from and --until", run.Error);
        Assert.Contains("\"due\":\"2026-03-03T07:40:00+08:00\"", Assert.Single(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Bad_events_are_reported_and_the_rest_is_judged()
    {
        File.AppendAllText(_place["days.jsonl"], string.Concat(Enumerable.Repeat("{\"id\":\"x\",\"type\":\"clok-in\",\"at\":\"2026-03-02T08:00:00+08:00\"}\n", 12)) + "oops\n");

        var run = Run("--format", "jsonl", "--status", "breached");

        Assert.Equal(0, run.Code);
        Assert.Equal(4, run.Out.Count(c => c == '\n'));
        Assert.Equal(1, Run("--strict").Code);
        await Verify(run.Error);
    }

    [Fact]
    public void Without_events_nothing_is_judged_unless_a_period_is_given()
    {
        _place.Write("none.jsonl", "\n");

        var nothing = _place.Dutyrules("run", _place.Folder, "--events", _place["none.jsonl"]);
        var silence = _place.Dutyrules("run", _place.Folder, "--events", _place["none.jsonl"], "--from", "2026-03-02", "--until", "2026-03-03", "--format", "jsonl");

        Assert.Equal(2, nothing.Code);
        Assert.Contains("nothing was judged", nothing.Error);
        Assert.Equal(0, silence.Code);
        Assert.Contains("\"norm\":\"on-site\"", silence.Out);
    }

    [Fact]
    public void Reads_events_from_standard_input()
    {
        var around = new Surroundings(TextWriter.Null, TextWriter.Null)
        {
            In = () => new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(_place["days.jsonl"]))),
        };

        Assert.Equal(Run("--format", "jsonl").Out, _place.Dutyrules(around, "run", _place.Folder, "--events", "-", "--format", "jsonl").Out);
    }

    [Fact]
    public async Task Reads_a_foreign_table_through_a_feed()
    {
        _place.Write("till.csv", "no,taken,served,who\n1,10:00,10:05,li\n2,10:10,10:45,li\n3,oops,10:45,li\n4,23:58,00:03,li\n");
        _place.Write("till.feed.yaml", """
            feed: till
            vocabulary: bakery
            date: 2026-03-02
            id: "{no}"
            events:
              - event: order-taken
                at: "{taken}"
                fields: { shop: north, order: "{no}" }
              - event: order-served
                at: "{served}"
                not before: "{taken}"
                fields: { shop: north, order: "{no}", person: "{who}" }
            """);

        var run = _place.Dutyrules(
            "run", _place.Folder, "--events", _place["till.csv"], "--feed", _place["till.feed.yaml"], "--format", "table");

        await Verify(run.ToString());
    }

    [Theory]
    [InlineData("--until", "soon")]
    [InlineData("--status", "broken")]
    [InlineData("--feed", "no-such.feed.yaml")]
    [InlineData("--until", "2020-01-01", "--from", "2021-01-01")]
    [InlineData("--events", "days.xlsx")]
    public void Bad_arguments_are_refused(params string[] args)
    {
        var run = Run(args);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("dutyrules: ", run.Error);
    }

    [Fact]
    public void Policies_with_mistakes_are_not_run()
    {
        _place.Write("bad.duty.yaml", "policy: bakery/bad\nuses: bakery\nnorms:\n  x:\n    wo: site\n");

        var run = Run();

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("nothing was run", run.Error);
    }

    public void Dispose() => _place.Dispose();

    private Run Run(params string[] args) => _place.Dutyrules(["run", _place.Folder, "--events", _place["days.jsonl"], .. args]);
}
