using System.Text.RegularExpressions;
using DutyRules.Analyzers.Fluent;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Policies;
using DutyRules.Cli.Pages;
using DutyRules.Cli.Tests.Support;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Tests;

/// <summary>
/// The pages <c>docs/diagnostics/DUTYnnnn.md</c>, one for each kind of finding: what a page shows as bad is found at the place that it marks and nowhere else, what it shows as good is
/// without a finding.
/// </summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Examples.In(""), "..", "docs", "diagnostics"));
    private static readonly DiagnosticPage World = DiagnosticPage.Read(File.ReadAllText(Path.Combine(Folder, "README.md")));

    // What no file shows: one that is not there, is no text or is too large; what the command says in other words; what only a program that uses the library can do.
    private static readonly string[] WithoutExample =
    [
        "DUTY1019", "DUTY1021", "DUTY1101", "DUTY1102", "DUTY1104", "DUTY1871", "DUTY1872", "DUTY2030", "DUTY2047", "DUTY3105", "DUTY3141", "DUTY3162", "DUTY3301",
        "DUTY4001", "DUTY4002", "DUTY4003", "DUTY4004", "DUTY4005", "DUTY4007", "DUTY4011", "DUTY4012", "DUTY4013", "DUTY5041",

        // Scripts that take ten seconds or cannot be stopped; that no block of text can show; a folder for compiled scripts, which the tests have none of; what no script is known to come to.
        "DUTY7009", "DUTY7010", "DUTY7014", "DUTY7015", "DUTY7016", "DUTY7121",

        // How a program uses the library: compiled and analyzed by the tests of the analyzers.
        .. MisuseDiagnostics.All.Concat(FluentDiagnostics.All).Select(d => d.Id),

        // What keeps analyzers from being loaded.
        .. DependencyDiagnostics.All.Select(d => d.Id),
    ];

    public static TheoryData<string> Ids() => [.. AllDiagnostics.List.Select(d => d.Id)];

    public static TheoryData<string> Shown() => [.. AllDiagnostics.List.Select(d => d.Id).Except(WithoutExample)];

    public static TheoryData<string> WithEdit() => [.. AllDiagnostics.List.Where(d => d.HasEdit).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_a_page_shows_is_so(string id)
    {
        var page = Page(id);
        using var bad = PageExample.Of(page, "Bad", World);
        using var good = PageExample.Of(page, "Good", World);

        var found = bad.Findings();

        Assert.Equal([id], found.Select(f => f.Id).Distinct().Where(i => i == id || !bad.Marked.Any(m => m.Id == i)));
        Assert.Equal(bad.Marked, found.Where(f => f.Line > 0).Select(f => (f.Id, f.File, bad.Shown(f.File, f.Line))).ToHashSet());
        Assert.Contains(found, f => f.Id == id && page["Cause"].Contains(f.En, StringComparison.Ordinal) && page["中文"].Contains(f.Zh, StringComparison.Ordinal));
        Assert.Equal([], good.Findings());
        Assert.Empty(good.Marked);
    }

    [Theory]
    [MemberData(nameof(WithEdit))]
    public void What_can_be_mended_by_itself_is(string id)
    {
        using var example = PageExample.Of(Page(id), "Bad", World);
        Assert.Contains(example.Findings(), f => f.Id == id && f.HasEdit);

        example.Fix();

        Assert.Equal([], example.Findings());
    }

    [Fact]
    public void What_is_said_to_have_an_edit_has_one_and_nothing_else()
    {
        foreach (var id in AllDiagnostics.List.Select(d => d.Id).Except(WithoutExample).Where(i => !AllDiagnostics.Find(i)!.HasEdit))
        {
            using var example = PageExample.Of(Page(id), "Bad", World);
            Assert.DoesNotContain(example.Findings(), f => f.Id == id && f.HasEdit);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_it_all_in_both_languages(string id)
    {
        var kind = AllDiagnostics.Find(id)!;
        var page = Page(id);

        Assert.StartsWith($"# {id}: {kind.Title.En}\n", File.ReadAllText(Path.Combine(Folder, id + ".md")));
        Assert.All(["Cause", "Bad", "Good", "How to fix", "When to suppress", "中文", "怎样改", "何时可以抑制"], heading => Assert.NotEmpty(page[heading]));
        Assert.StartsWith(kind.Title.Zh, page["中文"]);
        Assert.NotEmpty(kind.Title.Zh);
    }

    [Fact]
    public void Every_kind_of_finding_has_a_page_that_is_listed()
    {
        var ids = AllDiagnostics.List.Select(d => d.Id).ToList();

        Assert.Equal(ids, Directory.EnumerateFiles(Folder, "DUTY*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
        Assert.Equal(ids, Linked().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_world_of_the_examples_is_without_a_finding()
    {
        using var world = PageExample.Of(DiagnosticPage.Read(""), "Good", World);

        Assert.Equal([], world.Findings());
    }

    private static DiagnosticPage Page(string id) => DiagnosticPage.Read(File.ReadAllText(Path.Combine(Folder, id + ".md")));

    [GeneratedRegex(@"^\| \[(DUTY\d{4})\]\(\1\.md\) ", RegexOptions.Multiline)]
    private static partial Regex Linked();
}
