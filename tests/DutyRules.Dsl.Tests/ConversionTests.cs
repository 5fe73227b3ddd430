using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Dsl.Tests;

/// <summary>What YAML says can be said in C#: every example and every page on a form is turned into C#, run, and compared; and once more by way of the YAML that the C# writes.</summary>
public sealed class ConversionTests
{
    /// <summary>The folders with examples.</summary>
    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.vocabulary.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "examples"), Path.GetDirectoryName(f)!).Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The pages on forms, each in both languages.</summary>
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (string page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/forms"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal))
            {
                pages.Add(page, "en");
                pages.Add(page, "zh");
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_the_same_in_CSharp(string folder)
    {
        var found = PolicyFiles.Find([Path.Combine(Repository.Root, "examples", folder)]);

        await IsTheSame(NestedVocabularies.LeaveAlone(found.Files, [Path.Combine(Repository.Root, "examples", folder)]));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_the_same_in_CSharp(string page, string language)
    {
        string[] words = language == "en" ? ["vocabulary", "calendar", "policy"] : ["词汇表", "日历", "制度"];
        var files = Repository.Blocks($"docs/forms/{page}.md", "yaml").Where(b => words.Any(w => b.StartsWith(w + ":", StringComparison.Ordinal)))
            .Select((b, i) => new PolicyFile($"{page}-{i}.yaml", b)).ToImmutableArray();

        await IsTheSame(files);
    }

    [Theory]
    [InlineData("ladders")]
    [InlineData("parties")]
    [InlineData("windows")]
    [InlineData("switches-and-sums")]
    public Task A_page_reads_so_in_CSharp(string page)
    {
        string[] words = ["vocabulary", "calendar", "policy"];
        var files = Repository.Blocks($"docs/forms/{page}.md", "yaml").Where(b => words.Any(w => b.StartsWith(w + ":", StringComparison.Ordinal)))
            .Select((b, i) => new PolicyFile($"{page}-{i}.yaml", b));

        return Verify(Conversion.ToCSharp(files).Code!, "csx", page);
    }

    private static async Task IsTheSame(IReadOnlyList<PolicyFile> files)
    {
        var yaml = PolicyLoader.Load(files);
        Assert.Empty(yaml.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        string code = Conversion.ToCSharp(files).Code!;
        try
        {
            var rest = files.Where(f => !IsPolicy(f)).ToList();
            var duties = await Script.RunAsync(rest.Aggregate(new Duties(), (d, f) => d.File(f)), code);

            Twins.Same(yaml.Policies!, Twins.Loaded(duties.Load()));
            Twins.Same(yaml.Policies!, Twins.Loaded(PolicyLoader.Load([.. rest, .. duties.ToYaml()])));
        }
        catch (Exception problem)
        {
            Assert.Fail($"{problem.Message}\n{problem.StackTrace}\n{code}");
        }
    }

    private static bool IsPolicy(PolicyFile file) =>
        file.Text.Split('\n').Any(l => l.StartsWith("policy:", StringComparison.Ordinal) || l.StartsWith("制度:", StringComparison.Ordinal));
}
