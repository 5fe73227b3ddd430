using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Takes the rules of time zones that policies are judged by.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ZonesMustNotBeOfTheMachineFix() : MisuseFix(MisuseDiagnostics.ZonesOfTheMachine)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is { } access)
        {
            yield return new Edit("Take the zones of `Tzdb`", access, Code.Expression($"{access.Expression}.Tzdb", access));
        }
    }
}
