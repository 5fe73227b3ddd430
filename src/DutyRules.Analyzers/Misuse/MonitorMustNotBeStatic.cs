using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8004: a monitor must not be reachable by every thread.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MonitorMustNotBeStatic() : MisuseRule(MisuseDiagnostics.StaticMonitor)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types)
    {
        start.RegisterSymbolAction(context => Look(context, ((IFieldSymbol)context.Symbol).Type, types), SymbolKind.Field);
        start.RegisterSymbolAction(context => Look(context, ((IPropertySymbol)context.Symbol).Type, types), SymbolKind.Property);
    }

    private void Look(SymbolAnalysisContext context, ITypeSymbol type, KnownTypes types)
    {
        var member = context.Symbol;
        if (member.IsStatic && types.IsMonitor(type) && IsKept(member) && !member.GetAttributes().Any(a => a.AttributeClass?.Name == "ThreadStaticAttribute"))
        {
            context.ReportDiagnostic(At(member.Locations[0], context.Options, member.Name));
        }
    }

    // A property that is computed keeps nothing.
    private static bool IsKept(ISymbol member) =>
        member is IFieldSymbol || member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, member));
}
