using System.Text.Json;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>Events that are made up, with a chosen rate of breaches.</summary>
public sealed class GenerateTests : IDisposable
{
    private readonly Workplace _place = new();

    public GenerateTests() => Studio.OpenIn(_place);

    [Fact]
    public void The_same_seed_gives_the_same_events()
    {
        var first = Generate("--seed", "7");

        Assert.Equal(0, first.Code);
        Assert.Equal(first.Out, Generate("--seed", "7").Out);
        Assert.NotEqual(first.Out, Generate("--seed", "8").Out);
    }

    [Theory]
    [InlineData("0%", 0, 0)]
    [InlineData("5%", 0.01, 0.09)]
    [InlineData("0.3", 0.2, 0.4)]
    [InlineData("100%", 0.9, 1)]
    public void As_many_duties_are_broken_as_was_asked_for(string breaches, double least, double most)
    {
        var generated = Generate("--breaches", breaches, "--per-day", "4", "--out", _place["events.jsonl"]);

        Assert.True(generated.Code == 0, generated.ToString());
        var statuses = Judged("studio", "--events", _place["events.jsonl"]).Where(v => v.Norm is "on-time" or "painters-on-time" or "answers" or "counted-first" or "closed-by-keeper").ToList();
        Assert.InRange(statuses.Count, 200, 2000);
        Assert.All(statuses, v => Assert.True(v.Status is "fulfilled" or "breached"));
        Assert.InRange((double)statuses.Count(v => v.Status == "breached") / statuses.Count, least, most);
    }

    [Fact]
    public void Nothing_forbidden_happens_unless_breaches_are_asked_for()
    {
        Assert.DoesNotContain("\"refused\"", Generate("--breaches", "0%").Out, StringComparison.Ordinal);
        Assert.Contains("\"refused\"", Generate("--breaches", "50%").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Shifts_are_made_up_where_there_are_some()
    {
        Kiosk.OpenIn(_place);
        var run = _place.Dutyrules(
            "generate", _place["kiosk"], "--from", "2026-03-02", "--to", "2026-03-15", "--breaches", "10%", "--out", _place["events.jsonl"], "--roster-out", _place["roster.csv"]);

        Assert.True(run.Code == 0, run.ToString());
        Assert.StartsWith("id,person,role,site,start,end,kind\n", File.ReadAllText(_place["roster.csv"]), StringComparison.Ordinal);
        var verdicts = Judged("kiosk", "--events", _place["events.jsonl"], "--roster", _place["roster.csv"]).Where(v => v.Norm == "early").ToList();
        Assert.InRange(verdicts.Count(v => v.Status == "fulfilled"), 20, 60);
        Assert.InRange(verdicts.Count(v => v.Status == "breached"), 1, 12);
    }

    [Fact]
    public void Without_a_file_of_their_own_shifts_are_among_the_events()
    {
        Kiosk.OpenIn(_place);
        _place.Write("all.jsonl", _place.Dutyrules("generate", _place["kiosk"], "--from", "2026-03-02", "--to", "2026-03-08").Out);

        Assert.Contains("\"shift-planned\"", File.ReadAllText(_place["all.jsonl"]), StringComparison.Ordinal);
        Assert.Contains(Judged("kiosk", "--events", _place["all.jsonl"]), v => v is { Norm: "early", Status: "fulfilled" });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task What_did_not_work_out_is_said(string language)
    {
        _place.Write("studio/hard.duty.yaml", """
            policy: studio/hard
            uses: studio
            norms:
              yearly: { title: { zh: 每年一次, en: Once a year }, who: keeper, every: year, must: report }
            """);

        await Verify(Generate("--breaches", "20%", "--lang", language, "--out", _place["events.jsonl"]).Error, variant: language);
    }

    [Theory]
    [InlineData("--breaches", "lots", "dutyrules: --breaches `lots` is no share; write 5% or 0.05\n")]
    [InlineData("--breaches", "120%", "dutyrules: --breaches `120%` is no share; write 5% or 0.05\n")]
    [InlineData("--per-day", "-1", "dutyrules: --per-day is less than 0\n")]
    public void What_cannot_be_is_refused(string option, string value, string message)
    {
        var run = Generate(option, value);

        Assert.Equal((2, message), (run.Code, run.Error));
    }

    public void Dispose() => _place.Dispose();

    private Run Generate(params string[] more) => _place.Dutyrules(["generate", _place["studio"], "--from", "2026-03-01", "--to", "2026-03-31", .. more]);

    private List<(string Norm, string Status)> Judged(string folder, params string[] more)
    {
        var run = _place.Dutyrules(["run", _place[folder], "--format", "jsonl", .. more]);

        Assert.True(run.Code == 0, run.ToString());
        return
        [
            .. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(v => (v.GetProperty("norm").GetString()!, v.GetProperty("status").GetString()!)),
        ];
    }
}
