using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8006: what a policy says must not depend on when it is loaded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyMustNotReadTheClock() : MisuseRule(MisuseDiagnostics.ClockInPolicy)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            if (Readings.IsOfClock(context.Operation) && PolicyCode.Holds(context.Operation, context.ContainingSymbol))
            {
                context.ReportDiagnostic(At(context.Operation.Syntax.GetLocation(), context.Options, context.Operation.Syntax.ToString()));
            }
        },
        OperationKind.PropertyReference, OperationKind.Invocation);
}
