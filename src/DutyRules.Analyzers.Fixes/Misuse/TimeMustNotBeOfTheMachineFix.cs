using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Takes the zone of the vocabulary instead of that of the machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TimeMustNotBeOfTheMachineFix() : MisuseFix(MisuseDiagnostics.ZoneOfTheMachine)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Scope.Zone(model, call) is { } zone)
        {
            yield return new Edit("Take the zone of the vocabulary", call, Code.Expression(zone, call));
        }
    }
}
