using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8001: what a monitor answers to a record must be looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObservationMustBeLookedAt() : MisuseRule(MisuseDiagnostics.ObservationIgnored)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (types.IsCallOfMonitor(call, "Observe") && Answers.AreIgnored(call))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, call.Syntax.ToString()));
            }
        },
        OperationKind.Invocation);
}
