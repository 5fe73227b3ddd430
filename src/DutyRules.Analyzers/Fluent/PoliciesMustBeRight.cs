using System.Collections.Immutable;
using DutyRules.Analyzers.Interpreting;
using DutyRules.Analyzers.Reporting;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Descriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using Found = Microsoft.CodeAnalysis.Diagnostic;

namespace DutyRules.Analyzers.Fluent;

/// <summary>Judges policies in C# as <c>Load</c> would: whatever is wrong with them is said at the clause, while it is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoliciesMustBeRight : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, Descriptor> Kinds =
        DiagnosticCatalog.All.Concat(DslDiagnostics.All).Concat(FluentDiagnostics.All).ToImmutableDictionary(d => d.Id, Descriptors.Of, StringComparer.Ordinal);

    /// <inheritdoc />
    public override ImmutableArray<Descriptor> SupportedDiagnostics { get; } = [.. Kinds.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DutyRules.Dsl.Duties") is { } duties)
            {
                var said = new SaidPolicies(duties, Messages.Of(start.Options));
                start.RegisterOperationBlockAction(block => Judge(block, said));
                start.RegisterCompilationEndAction(end =>
                {
                    foreach (var policy in said.NotReached())
                    {
                        Report(FluentDiagnostics.NotReached.At(SourceSpan.None, Judgement.Named(policy)), Places.ClauseOf(policy), said, end.ReportDiagnostic);
                    }
                });
            }
        });
    }

    private static void Judge(OperationBlockAnalysisContext context, SaidPolicies said)
    {
        foreach (var block in context.OperationBlocks.Where(said.BeginIn))
        {
            var interpreter = new Interpreter(context.Compilation, new GivenFiles(context.Options.AdditionalFiles, context.CancellationToken), context.CancellationToken);
            interpreter.Follow(block);
            said.Reached(interpreter);
            foreach (var (finding, place) in Judgement.Of(interpreter))
            {
                Report(finding, place, said, context.ReportDiagnostic);
            }
        }
    }

    private static void Report(DutyRules.Diagnostics.Diagnostic finding, Location place, SaidPolicies said, Action<Found> report)
    {
        string text = Messages.Text(finding, said.Language);
        if (said.IsNews(finding.Id, place, text))
        {
            report(Found.Create(Kinds[finding.Id], place, text));
        }
    }
}
