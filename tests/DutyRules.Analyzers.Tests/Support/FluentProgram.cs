using System.Collections.Immutable;
using System.Reflection;
using DutyRules.Analyzers.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Analyzers.Tests.Support;

/// <summary>
/// A program that says policies: what the analyzer finds in it while it is written, and what <c>Load</c> finds when it is run. The program hands what <c>Load</c> returns to <c>Show</c>.
/// Files stand beside it, in a folder that it names <c>FOLDER</c>.
/// </summary>
internal sealed class FluentProgram : IDisposable
{
    private const string Shown = """

        static partial class Shown
        {
            public static readonly System.Collections.Generic.List<(string Id, int Line)> Findings = [];

            public static void Show(this DutyRules.Policies.LoadResult result) => Findings.AddRange(System.Linq.Enumerable.Select(result.Diagnostics, d => (d.Id, d.Span.Line)));
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("fluent").FullName;
    private readonly ImmutableArray<AdditionalText> _files;

    public FluentProgram(string code, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            File.WriteAllText(Path.Combine(_folder, path), text);
        }

        _files = [.. files.Select(f => new Given(Path.Combine(_folder, f.Path), f.Text))];
        Text = code.Replace("FOLDER", _folder, StringComparison.Ordinal);
        Compilation = Snippet.Compile(Text + Shown, Path.Combine(_folder, "Program.cs"));
        Assert.Empty(Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }

    public string Text { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>What the analyzer finds, at file order.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Analyzed()
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions(_files), (problem, _, _) => throw problem, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await Compilation.WithAnalyzers([new PoliciesMustBeRight()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The same as ids and lines.</summary>
    public async Task<IEnumerable<(string Id, int Line)>> AnalyzedLines() =>
        (await Analyzed()).Select(d => (d.Id, d.Location.GetLineSpan().StartLinePosition.Line + 1)).Order();

    /// <summary>What <c>Load</c> finds when the program is run.</summary>
    public IEnumerable<(string Id, int Line)> Ran()
    {
        using var bytes = new MemoryStream();
        Assert.True(Compilation.Emit(bytes, cancellationToken: TestContext.Current.CancellationToken).Success);
        var program = Assembly.Load(bytes.ToArray());
        program.EntryPoint!.Invoke(null, program.EntryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        return ((List<(string, int)>)program.GetType("Shown")!.GetField("Findings")!.GetValue(null)!).Order();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Given(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
