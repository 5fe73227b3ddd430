using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Writes code in the place of other code, with the comments around it and as the editor lays it out.</summary>
internal static class Code
{
    public static StatementSyntax Statement(string text, SyntaxNode old) => Instead(SyntaxFactory.ParseStatement(text), old);

    public static ExpressionSyntax Expression(string text, SyntaxNode old) => Instead(SyntaxFactory.ParseExpression(text), old);

    /// <summary>The shortest name of a type where it is to stand.</summary>
    public static string NameOf(string type, SemanticModel model, SyntaxNode place) =>
        model.Compilation.GetTypeByMetadataName(type)?.ToMinimalDisplayString(model, place.SpanStart) ?? type;

    private static T Instead<T>(T made, SyntaxNode old)
        where T : SyntaxNode =>
        made.WithTriviaFrom(old).WithAdditionalAnnotations(Formatter.Annotation);
}
