using System.Reflection;
using DutyRules.Examples;

namespace DutyRules.Tests.Documentation;

/// <summary>The sample data in the repository is what its generator writes.</summary>
public sealed class ExampleDataTests
{
    private static readonly string _examples = Path.GetFullPath(Path.Combine(
        typeof(ExampleDataTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!,
        "..", "..", "examples"));

    [Fact]
    public void The_call_log_is_generated() => AssertSame("call-centre/calls.csv", CallLog.Write);

    [Fact]
    public void The_week_of_the_halls_is_generated() => AssertSame("telecom-hall/week.jsonl", HallWeek.Write);

    [Fact]
    public void The_roster_of_the_halls_is_generated() => AssertSame("telecom-hall/roster-2026.csv", HallRoster.Write);

    [Fact]
    public void The_roster_of_the_hotline_is_generated() => AssertSame("telecom-hall/hotline/roster-2026.csv", HotlineRoster.Write);

    [Fact]
    public void The_swaps_of_the_hotline_are_generated() => AssertSame("telecom-hall/hotline/swaps-2026.jsonl", HotlineRoster.WriteSwaps);

    [Fact]
    public void The_week_of_the_hotline_is_generated() => AssertSame("telecom-hall/hotline/week.jsonl", HotlineRoster.WriteWeek);

    [Fact]
    public void The_examples_have_one_calendar() =>
        Assert.Equal(File.ReadAllText(Path.Combine(_examples, "telecom-hall/cn.calendar.yaml")), File.ReadAllText(Path.Combine(_examples, "telecom-hall/hotline/cn.calendar.yaml")));

    private static void AssertSame(string file, Action<TextWriter> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(text);

        Assert.Equal(File.ReadAllText(Path.Combine(_examples, file)), text.ToString());
    }
}
