using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Says that nobody wants to hear the verdicts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class VerdictsMustBeHeardFix() : MisuseFix(MisuseDiagnostics.ChangesIgnored)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement)
        {
            yield return new Edit("Say that none is wanted", statement, Code.Statement($"_ = {statement.Expression};", statement));
        }
    }
}
