using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8015: a lambda that says a policy must not be asynchronous: nobody waits for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyMustBeSaidAtOnce() : MisuseRule(MisuseDiagnostics.SaidLater)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var lambda = (IAnonymousFunctionOperation)context.Operation;
            if (lambda.Symbol is { IsAsync: true, ReturnsVoid: true } && lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } && PolicyCode.Declares(call.TargetMethod.ContainingType))
            {
                context.ReportDiagnostic(At(lambda.Syntax.GetLocation(), context.Options, call.TargetMethod.Name));
            }
        },
        OperationKind.AnonymousFunction);
}
