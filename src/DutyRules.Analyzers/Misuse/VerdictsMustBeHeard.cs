using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8002: what changed by moving time on must be looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerdictsMustBeHeard() : MisuseRule(MisuseDiagnostics.ChangesIgnored)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (types.IsCallOfMonitor(call, "AdvanceTo", "CompleteTo") && Answers.AreIgnored(call))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, call.Syntax.ToString()));
            }
        },
        OperationKind.Invocation);
}
