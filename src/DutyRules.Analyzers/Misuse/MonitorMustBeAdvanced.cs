using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8008: a monitor that is handed records must be moved on in time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MonitorMustBeAdvanced() : MisuseRule(MisuseDiagnostics.NeverAdvanced)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterSymbolStartAction(
        context =>
        {
            var uses = new MonitorUses((INamedTypeSymbol)context.Symbol, types);
            context.RegisterOperationAction(operation => uses.Add(operation.Operation), OperationKind.FieldReference, OperationKind.LocalReference);
            context.RegisterSymbolEndAction(end =>
            {
                foreach (var (name, place) in uses.NeverAdvanced())
                {
                    end.ReportDiagnostic(At(place, end.Options, name));
                }
            });
        },
        SymbolKind.NamedType);
}
