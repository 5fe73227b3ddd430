using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed partial class ScriptTests : IDisposable
{
    private const string Script =
        """
        foreach (var (name, hour) in new[] { ("early", 5), ("late", 9) })
        {
            Policy($"bakery/{name}", p => p.Duty(name).Title("到岗", $"In by {hour}").Who(Each("baker")).Every(Day).Must<ClockIn>().Due(At(hour, 0)));
        }

        record ClockIn(PersonId Person) : Happening;
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_script_is_a_finding_that_says_how_to_allow_it()
    {
        _place.Write("posts.duty.csx", Script);
        foreach (var command in new[] { "validate", "explain", "clauses" })
        {
            var run = _place.Dutyrules(command, _place.Folder);
            Assert.Equal(1, run.Code);
            Assert.Contains("DUTY7001", run.ToString());
            Assert.Contains("--allow-scripts", run.ToString());
        }
    }

    [Fact]
    public void Allowed_it_is_one_of_the_policies()
    {
        _place.Write("posts.duty.csx", Script);
        var validated = _place.Dutyrules("validate", _place.Folder, "--allow-scripts");
        Assert.Equal((0, ""), (validated.Code, validated.Error));
        Assert.StartsWith("6 norms in 3 files: no problems", validated.Out);

        Assert.Contains("In by 9", _place.Dutyrules("explain", _place.Folder, "late", "--allow-scripts").Out);
        Assert.Contains("In by 5", _place.Dutyrules("plan", _place.Folder, "--from", "2026-03-02", "--to", "2026-03-02", "--allow-scripts").Out);
    }

    [Fact]
    public void Pinned_it_runs_as_it_was_reviewed_and_not_otherwise()
    {
        _place.Write("posts.duty.csx", Script);
        var pin = Fingerprint().Match(_place.Dutyrules("validate", _place.Folder, "--allow-scripts").Out).Groups[1].Value;
        Assert.Equal(0, _place.Dutyrules("validate", _place.Folder, "--allow-scripts", "--script-pin", pin).Code);

        _place.Write("posts.duty.csx", Script + "\n");
        var changed = _place.Dutyrules("validate", _place.Folder, "--allow-scripts", "--script-pin", pin);
        Assert.Equal(1, changed.Code);
        Assert.Contains("DUTY7002", changed.Out);
    }

    [Fact]
    public void A_mistake_is_shown_at_its_line_of_the_script()
    {
        _place.Write("posts.duty.csx", Script.Replace("\"baker\"", "\"bakre\"", StringComparison.Ordinal));
        var run = _place.Dutyrules("validate", _place.Folder, "--allow-scripts");
        Assert.Equal(1, run.Code);
        Assert.Contains("posts.duty.csx:3", run.Out);
        Assert.Contains("Each(\"bakre\")", run.Out);
    }

    [Fact]
    public void Tests_and_runs_judge_what_scripts_say()
    {
        _place.Write("posts.duty.csx", Script);
        _place.Write("posts.test.yaml", """
            suite: posts
            tests:
              - name: late
                now: 2026-03-02T12:00
                events:
                  - { clock-in: li, shop: north, time: 2026-03-02T06:00 }
                expect:
                  - { norm: early, status: breached }
                  - { norm: late, status: fulfilled }
            """);
        var tested = _place.Dutyrules("test", _place["posts.test.yaml"], "--allow-scripts");
        Assert.True(tested.Code == 0, tested.ToString());
        Assert.Contains("DUTY7001", _place.Dutyrules("test", _place["posts.test.yaml"]).ToString());

        var run = _place.Dutyrules("run", _place.Folder, "--events", _place["days.jsonl"], "--allow-scripts", "--format", "jsonl");
        Assert.Contains("\"norm\":\"early\"", run.Out);
    }

    [GeneratedRegex("fingerprint ([0-9a-f]{64})")]
    private static partial Regex Fingerprint();
}
