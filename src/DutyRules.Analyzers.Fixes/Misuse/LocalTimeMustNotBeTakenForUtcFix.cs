using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Puts the local time into the zone of the vocabulary.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LocalTimeMustNotBeTakenForUtcFix() : MisuseFix(MisuseDiagnostics.TakenForUtc)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Expression: var local } } call && Scope.Zone(model, call) is { } zone)
        {
            yield return new Edit("Take the zone of the vocabulary", call, Code.Expression($"{local}.InZoneLeniently({zone})", call));
        }
    }
}
