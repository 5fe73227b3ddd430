using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8010: what a monitor is handed must not depend on the time zone rules of the machine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZonesMustNotBeOfTheMachine() : HandedTimeRule(MisuseDiagnostics.ZonesOfTheMachine)
{
    private protected override bool IsWrong(IOperation part) =>
        part is IPropertyReferenceOperation { Property: { Name: "Bcl", ContainingType: { Name: "DateTimeZoneProviders", ContainingNamespace.Name: "NodaTime" } } };
}
