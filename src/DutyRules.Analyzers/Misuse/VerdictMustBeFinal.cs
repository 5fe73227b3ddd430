using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8017: whoever acts upon verdicts must ask whether they are final.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerdictMustBeFinal() : MisuseRule(MisuseDiagnostics.ProvisionalTakenAsFinal)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterOperationAction(
        context =>
        {
            if (context.Operation is not IForEachLoopOperation loop || Changes(loop.Collection) is not { } call || !types.IsCallOfMonitor(call, "AdvanceTo") || loop.Locals is not [var change] || AsksForFinalsOnly(loop.Syntax))
            {
                return;
            }

            var uses = loop.Body.Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, change)).ToList();
            if (uses.Count > 0 && uses.All(u => u.Parent is IPropertyReferenceOperation { Property.Name: "Verdict" }))
            {
                context.ReportDiagnostic(At(call.Syntax.GetLocation(), context.Options, $"{change.Name}.Verdict"));
            }
        },
        OperationKind.Loop);

    private static bool AsksForFinalsOnly(SyntaxNode loop) =>
        loop.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == "FinalsOnly");

    private static IInvocationOperation? Changes(IOperation collection) => collection switch
    {
        IConversionOperation conversion => Changes(conversion.Operand),
        IInvocationOperation call => call,
        _ => null,
    };
}
