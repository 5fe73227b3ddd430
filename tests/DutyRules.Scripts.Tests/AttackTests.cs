using System.Reflection;
using DutyRules.Scripts.Tests.Support;
using NodaTime;

namespace DutyRules.Scripts.Tests;

/// <summary>
/// Every script in <c>Attacks</c> does something that a policy has no business doing. Its first line names the finding that it comes to, or says under which words <c>docs/scripts.md</c> owns up that it is not defended.
/// </summary>
public sealed class AttackTests
{
    private const string NotDefended = "not defended: ";

    private static readonly string Project =
        typeof(AttackTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ProjectDirectory").Value!;

    public static TheoryData<string> Attacks => [.. Directory.GetFiles(Path.Combine(Project, "Attacks"), "*.csx").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Is_refused_or_owned_up_to(string attack)
    {
        var path = Path.Combine(Project, "Attacks", attack + ".csx");
        var expected = File.ReadLines(path).First()["// ".Length..];
        var limits = ScriptLimits.Default with { Time = Duration.FromSeconds(60) };
        var run = new ScriptHost(new ScriptSettings { Allowed = true, Limits = limits }, Notebook.Surface).Run(path, new Notebook());

        if (expected.StartsWith(NotDefended, StringComparison.Ordinal))
        {
            Assert.True(run.Completed);
            Assert.Contains(expected[NotDefended.Length..], File.ReadAllText(Path.Combine(Project, "../../docs/scripts.md")));
            return;
        }

        Assert.False(run.Completed);
        var finding = run.Diagnostics[0];
        Assert.Contains(finding.Id, expected.Split(' '));
        Assert.Equal(path, finding.Span.File);
        Assert.True(finding.Span.Line > 1, "the finding says in which line");
        Assert.NotEqual(finding.Message.En, finding.Message.Zh);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == RefusalDiagnostics.Emitted.Id);
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Attacks.Count >= 150);
}
