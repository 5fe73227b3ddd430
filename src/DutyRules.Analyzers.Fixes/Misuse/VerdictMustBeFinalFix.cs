using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Leaves provisional verdicts out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class VerdictMustBeFinalFix() : MisuseFix(MisuseDiagnostics.ProvisionalTakenAsFinal)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Parent: ForEachStatementSyntax { Identifier.ValueText: var change } } call)
        {
            yield return new Edit("Leave provisional verdicts out", call, Code.Expression($"{call}.Where({change} => {change}.IsFinal)", call));
        }
    }
}
