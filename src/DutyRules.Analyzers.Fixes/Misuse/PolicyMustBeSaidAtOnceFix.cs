using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Makes a lambda plain that awaits nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PolicyMustBeSaidAtOnceFix() : MisuseFix(MisuseDiagnostics.SaidLater)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { } lambda && !lambda.DescendantNodes().OfType<AwaitExpressionSyntax>().Any())
        {
            yield return new Edit("Make it a plain lambda", lambda, lambda.WithAsyncKeyword(default).WithTriviaFrom(lambda));
        }
    }
}
