using DutyRules.Cli.Inputs;
using DutyRules.Cli.Pages;
using DutyRules.Cli.Tests.Support;
using DutyRules.Policies.Sets;
using NodaTime;

namespace DutyRules.Cli.Tests;

/// <summary>Policy files that a compiler is given: its build says of them what <c>dutyrules validate</c> says, at the same places.</summary>
public sealed class AnalyzedPolicyTests
{
    private const string Today = "2026-06-01";

    private static readonly string Pages = Examples.In("../docs/diagnostics");
    private static readonly DiagnosticPage World = DiagnosticPage.Read(File.ReadAllText(Path.Combine(Pages, "README.md")));

    [Fact]
    public async Task What_pages_show_as_bad_is_found_alike()
    {
        var reached = new HashSet<string>();
        foreach (string path in Directory.EnumerateFiles(Pages, "DUTY*.md"))
        {
            using var example = PageExample.Of(DiagnosticPage.Read(File.ReadAllText(path)), "Bad", World);
            List<string> files = [.. example.Files.Select(example.PathOf).Where(IsPolicy)];

            var found = await Compiler.Analyze(files, today: Today);

            Assert.Equal(Validated(files), found);
            reached.UnionWith(found.Select(f => f.Id));
        }

        Assert.True(reached.Count > 350, $"only {reached.Count} kinds of findings");
    }

    [Fact]
    public async Task Every_example_is_without_a_finding_of_both()
    {
        List<string> files = [.. SourceFiles.Find([Examples.In("")]).Select(f => f.Path).Where(IsPolicy)];

        Assert.True(files.Count > 20);
        Assert.Equal(Validated(files), await Compiler.Analyze(files, today: Today));
    }

    [Fact]
    public async Task Findings_are_said_in_Chinese_where_the_project_asks_for_it()
    {
        using var place = new Workplace();
        place.Write("daily.duty.yaml", "policy: bakery/daily\nuses: bakery\nnorms:\n  a: { title: A, who: each baker, every: day, must: clock-out }\n");

        var found = await Compiler.Analyze([place["bakery.vocabulary.yaml"], place["daily.duty.yaml"]], "zh-CN");

        Assert.All(found, f => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", f.Text));
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task A_suppression_counts_until_the_day_that_the_build_names()
    {
        var page = DiagnosticPage.Read(File.ReadAllText(Path.Combine(Pages, "DUTY1025.md")));
        using var example = PageExample.Of(page, "Good", World);
        List<string> files = [.. example.Files.Select(example.PathOf).Where(IsPolicy)];

        Assert.Empty(await Compiler.Analyze(files, today: Today));
        Assert.Contains(await Compiler.Analyze(files, today: "2999-01-01"), f => f.Id == "DUTY1025");
        Assert.Empty(await Compiler.Analyze(files, today: ""));
    }

    private static bool IsPolicy(string path) => SourceFile.KindOf(path) is FileKind.Vocabulary or FileKind.Policy or FileKind.Calendar;

    private static List<Compiler.Finding> Validated(List<string> files) =>
    [
        .. Validation.Of(SourceFiles.Find(files), ScriptUse.Off).Without(new LocalDate(2026, 6, 1)).Diagnostics
            .Select(d => new Compiler.Finding(d.Id, d.Span.File, d.Span.Line, d.Span.Column, d.Help is { } help ? $"{d.Message.En} ({help.En})" : d.Message.En))
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal),
    ];
}
