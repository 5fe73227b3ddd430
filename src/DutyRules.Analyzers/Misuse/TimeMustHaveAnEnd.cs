using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8016: a monitor must not be asked for all time to come.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimeMustHaveAnEnd() : HandedTimeRule(MisuseDiagnostics.WithoutEnd)
{
    private protected override bool IsWrong(IOperation part) =>
        part is IPropertyReferenceOperation { Property: { Name: "MaxValue", ContainingType: { Name: "Instant", ContainingNamespace.Name: "NodaTime" } } };
}
