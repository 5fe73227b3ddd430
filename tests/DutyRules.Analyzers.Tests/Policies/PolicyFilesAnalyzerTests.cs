using System.Collections.Immutable;
using DutyRules.Analyzers.Policies;
using DutyRules.Analyzers.Tests.Support;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Analyzers.Tests.Policies;

/// <summary>Policy files among the additional files of a project. That all findings are those of the command is tested beside the command.</summary>
public sealed class PolicyFilesAnalyzerTests
{
    private const string Vocabulary = """
        vocabulary: shop
        zone: Asia/Shanghai
        partition by: site
        sites: [north]
        events: { clock-in: { person, site } }
        roles: { baker: { title: Baker } }
        roster: [ { person: li, role: baker, site: north } ]

        """;

    [Fact]
    public Task Mistake_in_a_policy_Triggers() => Finds(
        ("shop.vocabulary.yaml", Vocabulary),
        ("bakers.duty.yaml", "policy: shop/bakers\nuses: shop\nnorms:\n  early: { title: Early, who: each baker, every: day, must: {|DUTY1301:clock-inn|}, due: 5:00 }\n"));

    [Fact]
    public Task Mistake_in_a_vocabulary_of_another_folder_Triggers() => Finds(
        ("a/shop.vocabulary.yaml", Vocabulary),
        ("a/bakers.duty.yaml", "policy: shop/bakers\nuses: shop\nnorms:\n  early: { title: Early, who: each baker, every: day, must: clock-in, due: 5:00 }\n"),
        ("b/shop.vocabulary.yaml", Vocabulary.Replace("Asia/Shanghai", "{|DUTY1234:Asia/Nowhere|}", StringComparison.Ordinal)));

    [Fact]
    public Task Other_files_DoNotTrigger() => Finds(("notes.yaml", "a: [b"), ("readme.txt", "no policy"));

    [Fact]
    public async Task What_is_missing_is_said_once_instead_of_findings()
    {
        foreach (var missing in new Func<LocalizedText?>[] { () => LocalizedText.Same("YamlDotNet 16.0.0.0 is loaded"), () => throw new FileNotFoundException("YamlDotNet 16.0.0.0 is not there") })
        {
            var found = Assert.Single(await Analyze(new PolicyFilesAnalyzer(missing), "a.vocabulary.yaml", "b.duty.yaml"));

            Assert.Equal("DUTY8201", found.Id);
            Assert.StartsWith("policy files are not checked: YamlDotNet 16.0.0.0 is", found.GetMessage(), StringComparison.Ordinal);
            Assert.Equal("a.vocabulary.yaml", found.Location.GetLineSpan().Path);
        }
    }

    [Fact]
    public void An_older_assembly_is_wrong_and_a_newer_one_is_not()
    {
        var needed = new System.Reflection.AssemblyName("YamlDotNet, Version=18.1.0.0");

        Assert.Null(Dependencies.Wrong(needed, new("YamlDotNet, Version=18.0.0.0")));
        Assert.Null(Dependencies.Wrong(needed, new("YamlDotNet, Version=19.0.0.0")));
        Assert.Equal("YamlDotNet 16.0.0.0 is loaded, and 18.1.0.0 is needed", Dependencies.Wrong(needed, new("YamlDotNet, Version=16.0.0.0"))?.En);
        Assert.Null(Dependencies.Wrong());
    }

    private static Task Finds(params (string Path, string Text)[] files)
    {
        var test = new CSharpCodeFixTest<PolicyFilesAnalyzer, EmptyCodeFixProvider, DefaultVerifier> { TestCode = "", ReferenceAssemblies = Snippet.NoAssemblies };
        test.TestState.AdditionalReferences.AddRange(Snippet.References);
        test.TestState.AdditionalFiles.AddRange(files.Select(f => (f.Path, SourceText.From(f.Text))));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Analyze(DiagnosticAnalyzer analyzer, params string[] paths) => CSharpCompilation.Create("Empty")
        .WithAnalyzers([analyzer], new AnalyzerOptions([.. paths.Select(p => new Given(p))])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private sealed class Given(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From("a: b");
    }
}
