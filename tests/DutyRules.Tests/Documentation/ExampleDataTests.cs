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

    private static void AssertSame(string file, Action<TextWriter> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(text);

        Assert.Equal(File.ReadAllText(Path.Combine(_examples, file)), text.ToString());
    }
}
