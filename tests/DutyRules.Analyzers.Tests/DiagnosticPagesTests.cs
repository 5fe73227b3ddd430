using System.Text.RegularExpressions;
using DutyRules.Analyzers.Fluent;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;
using DutyRules.Cli.Pages;

namespace DutyRules.Analyzers.Tests;

/// <summary>The pages <c>docs/diagnostics/DUTY8nnn.md</c>: what a page shows as bad is found at the lines that it marks and nowhere else, in the words that it quotes; what it shows as good is without a finding.</summary>
public sealed partial class DiagnosticPagesTests
{
    public static TheoryData<string> Ids() => [.. MisuseDiagnostics.All.Concat(FluentDiagnostics.All).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_a_page_shows_is_so(string id)
    {
        var page = DiagnosticPage.Read(Repository.Read($"docs/diagnostics/{id}.md"));
        string bad = Assert.Single(page.Blocks("Bad")).Text;
        string good = Assert.Single(page.Blocks("Good")).Text;

        var analyzers = MisuseDiagnostics.All.Any(d => d.Id == id) ? Findings.Misuse : [new PoliciesMustBeRight()];
        var english = await Findings.Of(Mark().Replace(bad, ""), "en", analyzers);
        var chinese = await Findings.Of(Mark().Replace(bad, ""), "zh", analyzers);

        Assert.Equal([id], english.Select(f => f.Id).Distinct());
        Assert.Equal(bad.Split('\n').Select((line, i) => (line, Number: i + 1)).Where(l => Mark().IsMatch(l.line)).Select(l => l.Number), english.Select(f => f.Line));
        Assert.Contains(english, f => f.Text.StartsWith(Quoted(page["Cause"]), StringComparison.Ordinal));
        Assert.Contains(chinese, f => f.Text.StartsWith(Quoted(page["中文"]), StringComparison.Ordinal));
        Assert.Empty(await Findings.Of(good, "en", analyzers));
    }

    private static string Quoted(string section) => section.Split('\n').Single(l => l.StartsWith("> ", StringComparison.Ordinal))[2..];

    [GeneratedRegex(@" *// <- DUTY\d{4}$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
