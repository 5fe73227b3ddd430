using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using DutyRules.Cli.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Cli.Tests.Support;

/// <summary>A compiler that is given policy files and has our analyzers.</summary>
internal static class Compiler
{
    private static readonly Assembly Analyzers = Assembly.Load("DutyRules.Analyzers");

    /// <summary>What the analyzer of policy files finds, in the order in which the command would say it. What it throws is thrown.</summary>
    public static async Task<IReadOnlyList<Finding>> Analyze(IEnumerable<string> paths, string language = "en", string today = "2026-06-01")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new AnalyzerOptions([.. paths.Select(p => new Given(p))], new Properties(ImmutableDictionary<string, string>.Empty
            .Add("build_property.DutyRulesLanguage", language)
            .Add("build_property.DutyRulesToday", today)));
        var found = await CSharpCompilation.Create("Empty")
            .WithAnalyzers([Create()], new CompilationWithAnalyzersOptions(options, (problem, _, _) => throw problem, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return
        [
            .. found.Select(d => (Found: d, Place: d.Location.GetLineSpan()))
                .Select(d => new Finding(d.Found.Id, d.Place.Path, d.Place.StartLinePosition.Line + 1, d.Place.StartLinePosition.Character + 1, d.Found.GetMessage()))
                .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal),
        ];
    }

    private static DiagnosticAnalyzer Create() => (DiagnosticAnalyzer)Activator.CreateInstance(Analyzers.GetType("DutyRules.Analyzers.Policies.PolicyFilesAnalyzer")!)!;

    /// <summary>What was found, and where.</summary>
    public sealed record Finding(string Id, string File, int Line, int Column, string Text);

    private sealed class Given(string path) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(SourceFiles.Read(path).Text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Properties(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
