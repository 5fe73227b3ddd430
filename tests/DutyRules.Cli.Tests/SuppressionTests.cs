using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

/// <summary>What a comment suppresses is suppressed by every command, in YAML and in scripts.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Policy = "policy: bakery/daily\nuses: bakery\nnorms:\n  orders:\n    who: anyone\n    must not: clock-in\n    where: time < 8:00 || time >= 8:00";

    private const string Script = """
        Policy("bakery/early", p => p.Duty("early")
            .MustNot<ClockIn>(c => c.Time < At(8, 0) || c.Time >= At(8, 0)));

        record ClockIn(PersonId Person) : Happening;
        """;

    private readonly Workplace _place = new();

    [Theory]
    [InlineData("run")]
    [InlineData("plan")]
    [InlineData("explain")]
    public void Commands_heed_it_as_validate_does(string command)
    {
        string[] rest = command switch
        {
            "run" => ["--events", _place["days.jsonl"]],
            "plan" => ["--from", "2026-03-02", "--to", "2026-03-03"],
            _ => [],
        };
        _place.Write("daily.duty.yaml", Policy + "\n");
        Assert.Contains("DUTY1862", _place.Dutyrules([command, _place.Folder, .. rest]).Error);

        _place.Write("daily.duty.yaml", Policy + " # dutyrules-disable DUTY1862 until 9000-01-01: the limit is not set yet\n");
        Assert.DoesNotContain("DUTY1862", _place.Dutyrules([command, _place.Folder, .. rest]).Error);
    }

    [Fact]
    public void In_a_script_it_is_a_comment_of_the_script()
    {
        _place.Write("early.duty.csx", Script);
        Assert.Contains("DUTY1862", _place.Dutyrules("validate", _place.Folder, "--allow-scripts").Out);

        _place.Write("early.duty.csx", Script.Replace("    .MustNot", "    // dutyrules-disable DUTY1862 until 9000-01-01: the limit is not set yet\n    .MustNot", StringComparison.Ordinal));
        var run = _place.Dutyrules("validate", _place.Folder, "--allow-scripts");
        Assert.DoesNotContain("DUTY1862", run.Out);
        Assert.Contains("1 suppressed", run.Out);
    }

    public void Dispose() => _place.Dispose();
}
