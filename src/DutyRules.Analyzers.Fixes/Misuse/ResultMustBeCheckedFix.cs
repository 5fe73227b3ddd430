using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Stops with what is wrong, instead of going on without a value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ResultMustBeCheckedFix() : MisuseFix(MisuseDiagnostics.Unchecked)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found is PostfixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax result } access } trusted)
        {
            string exception = Code.NameOf("System.InvalidOperationException", model, trusted);
            string value = $"{access} ?? throw new {exception}(string.Join(\"\\n\", {result}.Diagnostics))";
            yield return new Edit("Stop with what is wrong", trusted, Code.Expression(trusted.Parent is EqualsValueClauseSyntax or ArgumentSyntax ? value : $"({value})", trusted));
        }
    }
}
