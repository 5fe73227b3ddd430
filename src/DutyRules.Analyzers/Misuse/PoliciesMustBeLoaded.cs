using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8013: policies that are said must be loaded, and what is loaded must be kept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoliciesMustBeLoaded() : MisuseRule(MisuseDiagnostics.NeverLoaded)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (IsOfDuties(call) && Answers.AreIgnored(call) && (call.TargetMethod.Name is "Load" or "ToYaml" or "With" || BeginsItself(call)))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, call.TargetMethod.Name));
            }
        },
        OperationKind.Invocation);

    private static bool IsOfDuties(IInvocationOperation call) => call.TargetMethod.ContainingType.Name == "Duties" && PolicyCode.Declares(call.TargetMethod.ContainingType);

    // `Duties.With(...).Policy(...)` and no more: nobody else can load it.
    private static bool BeginsItself(IInvocationOperation call)
    {
        IOperation? first = call;
        while (first is IInvocationOperation { Instance: { } instance })
        {
            first = instance;
        }

        return first is IObjectCreationOperation or IInvocationOperation { TargetMethod.IsStatic: true };
    }
}
