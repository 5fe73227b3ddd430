using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Keeps what a call returns in the variable that it is called on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WordsMustNotBeLostFix() : MisuseFix(MisuseDiagnostics.ValueDropped)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Expression: InvocationExpressionSyntax call } statement
            && Begin(call) is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol
            && model.Compilation.ClassifyCommonConversion(model.GetTypeInfo(call).Type!, model.GetTypeInfo(name).Type!).IsImplicit)
        {
            yield return new Edit("Keep what it returns", statement, Code.Statement($"{name} = {call};", statement));
        }
    }

    private static ExpressionSyntax Begin(ExpressionSyntax chain) => chain switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Begin(access.Expression),
        _ => chain,
    };
}
