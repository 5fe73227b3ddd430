using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8009: what a monitor is handed must not depend on the zone of the machine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimeMustNotBeOfTheMachine() : HandedTimeRule(MisuseDiagnostics.ZoneOfTheMachine)
{
    private protected override bool IsWrong(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetSystemDefault" or "ForSystemDefault", ContainingType.ContainingNamespace: { } space } } => space.ToDisplayString().StartsWith("NodaTime", StringComparison.Ordinal),
        IPropertyReferenceOperation { Property: { Name: "Local", ContainingType: { Name: "TimeZoneInfo", ContainingNamespace.Name: "System" } } } => true,
        IPropertyReferenceOperation { Property: { Name: "Now" or "Today", ContainingType: { Name: "DateTime", ContainingNamespace.Name: "System" } } } => true,
        _ => false,
    };
}
