using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8014: what returns a new value changes nothing by itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WordsMustNotBeLost() : MisuseRule(MisuseDiagnostics.ValueDropped)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (PolicyCode.Declares(call.TargetMethod.ContainingType) && IsValue(call.Type) && Answers.AreIgnored(call))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, call.Syntax.ToString()));
            }
        },
        OperationKind.Invocation);

    private static bool IsValue(ITypeSymbol? type) => PolicyCode.Declares(type) && type is INamedTypeSymbol { IsRecord: true } or { Name: "Occurrence" or "Group" or "Measured" };
}
