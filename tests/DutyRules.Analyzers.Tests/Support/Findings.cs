using System.Collections.Immutable;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DutyRules.Analyzers.Tests.Support;

/// <summary>What analyzers find in a piece of code.</summary>
internal static class Findings
{
    /// <summary>All rules on how the library is used.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Misuse { get; } =
    [
        .. typeof(MisuseRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MisuseRule)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>The findings in the order of their lines, which are those of the code as it is given.</summary>
    public static async Task<IReadOnlyList<Finding>> Of(string code, string language, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        string file = Snippet.File(code);
        var compilation = Snippet.Compile(file);
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        var options = new AnalyzerOptions([], new Properties(ImmutableDictionary<string, string>.Empty.Add("build_property.DutyRulesLanguage", language)));
        var found = await compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, (problem, _, _) => throw problem, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        int before = file.Split('\n').Length - code.Split('\n').Length;
        return [.. found.Select(d => new Finding(d.Id, d.Location.GetLineSpan().StartLinePosition.Line + 1 - before, d.GetMessage())).OrderBy(f => f.Line)];
    }

    public sealed record Finding(string Id, int Line, string Text);

    private sealed class Properties(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
