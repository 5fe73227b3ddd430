using System.Collections.Concurrent;
using System.Collections.Immutable;
using DutyRules.Analyzers.Interpreting;
using DutyRules.Analyzers.Reporting;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
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
            if (start.Compilation.GetTypeByMetadataName("DutyRules.Dsl.Duties") is not { } duties)
            {
                return;
            }

            var said = new ConcurrentDictionary<SyntaxNode, bool>();
            var language = Messages.Of(start.Options);
            start.RegisterOperationBlockAction(block => Judge(block, duties, said, language));
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var policy in said.Where(s => !s.Value).Select(s => s.Key).OrderBy(s => s.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(s => s.SpanStart))
                {
                    end.ReportDiagnostic(Found.Create(Kinds[FluentDiagnostics.NotReached.Id], Places.ClauseOf(policy), Messages.Text(FluentDiagnostics.NotReached.At(SourceSpan.None), language)));
                }
            });
        });
    }

    private static void Judge(OperationBlockAnalysisContext context, INamedTypeSymbol duties, ConcurrentDictionary<SyntaxNode, bool> said, Language language)
    {
        foreach (var block in context.OperationBlocks)
        {
            bool begins = false;
            foreach (var operation in block.Descendants())
            {
                begins |= operation is IObjectCreationOperation { Type: { } made } && SymbolEqualityComparer.Default.Equals(made, duties);
                if (operation is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, duties))
                {
                    begins |= call.TargetMethod.Name == "With";
                    if (call.TargetMethod.Name is "Policy" or "Vocabulary")
                    {
                        said.TryAdd(call.Syntax, false);
                    }
                }
            }

            if (begins)
            {
                Judge(context, block, said, language);
            }
        }
    }

    private static void Judge(OperationBlockAnalysisContext context, IOperation block, ConcurrentDictionary<SyntaxNode, bool> said, Language language)
    {
        var interpreter = new Interpreter(context.Compilation, new GivenFiles(context.Options.AdditionalFiles, context.CancellationToken), context.CancellationToken);
        interpreter.Follow(block);
        foreach (var policy in interpreter.Reached)
        {
            said[policy] = true;
        }

        foreach (var (finding, place) in Judgement.Of(interpreter).Distinct())
        {
            context.ReportDiagnostic(Found.Create(Kinds[finding.Id], place, Messages.Text(finding, language)));
        }
    }
}
