using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>Only what matters enough, or is listed under a word.</summary>
public sealed class TraitTests : IDisposable
{
    private readonly Workplace _place = new();

    public TraitTests() => _place.Write("daily.duty.yaml", """
        policy: bakery/daily
        uses: bakery
        tags: daily
        norms:
          on-site: { who: each baker, every: day, must: clock-in, due: 7:40, severity: critical, tags: people }
          checks: { who: baker, every: day, must: oven-check, where: recorded, times: at least 2, at: north }
          served: { who: site, when: order-taken, must: order-served, same: order, within: serve-limit, severity: minor }
        """);

    [Fact]
    public void A_run_can_look_at_what_matters_most()
    {
        var run = _place.Dutyrules("run", _place.Folder, "--events", _place["days.jsonl"], "--min-severity", "major", "--format", "jsonl");

        Assert.Equal(["fulfilled", "breached"], Lines(run).Select(l => l.Split("\"status\":\"")[1].Split('"')[0]));
        Assert.All(Lines(run), line => Assert.Contains("\"severity\":\"critical\",\"tags\":[\"daily\",\"people\"]", line));
    }

    [Theory]
    [InlineData("people", 1)]
    [InlineData("people,daily", 3)]
    public void A_run_can_look_at_what_is_listed_under_a_word(string tags, int norms)
    {
        var run = _place.Dutyrules("run", _place.Folder, "--events", _place["days.jsonl"], "--tag", tags, "--format", "jsonl");

        Assert.Equal(norms, Lines(run).Select(l => l.Split('"')[3]).Distinct().Count());
    }

    [Fact]
    public async Task What_was_left_out_is_not_in_the_table() =>
        await Verify(_place.Dutyrules("run", _place.Folder, "--events", _place["days.jsonl"], "--tag", "people").ToString());

    [Fact]
    public void A_plan_and_an_explanation_can_be_narrowed_too()
    {
        var plan = _place.Dutyrules("plan", _place.Folder, "--from", "2026-03-02", "--to", "2026-03-02", "--min-severity", "critical", "--format", "jsonl");
        var explained = _place.Dutyrules("explain", _place.Folder, "--tag", "daily", "--min-severity", "normal", "--lang", "zh");

        Assert.Contains("\"norm\":\"on-site\"", Assert.Single(Lines(plan)));
        Assert.Contains("  严重程度  重大", explained.Out);
        Assert.Contains("  适用网点  仅限北店", explained.Out);
        Assert.DoesNotContain("served", explained.Out);
    }

    [Fact]
    public void A_tag_that_no_norm_has_is_refused_with_a_suggestion() => Assert.Equal(
        (2, "dutyrules: no norm has the tag `peple`; did you mean `people`?\n"),
        _place.Dutyrules("run", _place.Folder, "--events", _place["days.jsonl"], "--tag", "peple") is var run ? (run.Code, run.Error) : default);

    public void Dispose() => _place.Dispose();

    private static string[] Lines(Run run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
