using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8011: a local time must be put into the zone of the vocabulary before a monitor is handed it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalTimeMustNotBeTakenForUtc() : HandedTimeRule(MisuseDiagnostics.TakenForUtc)
{
    private protected override bool IsWrong(IOperation part) =>
        part is IInvocationOperation { TargetMethod: { Name: "InUtc", ContainingType: { Name: "LocalDateTime", ContainingNamespace.Name: "NodaTime" } } };
}
