using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8007: what a policy says must not be drawn at random.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyMustNotDependOnChance() : MisuseRule(MisuseDiagnostics.ChanceInPolicy)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            if (Readings.IsOfChance(context.Operation) && PolicyCode.Holds(context.Operation, context.ContainingSymbol))
            {
                context.ReportDiagnostic(At(context.Operation.Syntax.GetLocation(), context.Options, context.Operation.Syntax.ToString()));
            }
        },
        OperationKind.PropertyReference, OperationKind.Invocation);
}
