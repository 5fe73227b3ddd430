using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8005: a monitor must not be registered as a service that requests share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MonitorMustNotBeAServiceForAll() : MisuseRule(MisuseDiagnostics.MonitorAsService)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod is { Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton", TypeArguments: var services } && services.Any(types.IsMonitor))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, call.TargetMethod.Name));
            }
        },
        OperationKind.Invocation);
}
