using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DutyRules.Analyzers.Misuse;

/// <summary>DUTY8012: before what may be missing is used, it must be looked at why it may be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultMustBeChecked() : MisuseRule(MisuseDiagnostics.Unchecked)
{
    private protected override void Look(CompilationStartAnalysisContext start, KnownTypes types) => start.RegisterSyntaxNodeAction(
        context =>
        {
            var trusted = (PostfixUnaryExpressionSyntax)context.Node;
            if (trusted.Operand is MemberAccessExpressionSyntax { Expression: var result } access
                && context.SemanticModel.GetSymbolInfo(access, context.CancellationToken).Symbol is IPropertySymbol { ContainingType: var type } property
                && type.ContainingNamespace.ToDisplayString().StartsWith("DutyRules", StringComparison.Ordinal) && property.Name != "Diagnostics" && type.GetMembers("Diagnostics").Length > 0
                && !IsLookedAt(result, property, context))
            {
                context.ReportDiagnostic(At(trusted.GetLocation(), context.Options, access.ToString()));
            }
        },
        SyntaxKind.SuppressNullableWarningExpression);

    private static bool IsLookedAt(ExpressionSyntax result, IPropertySymbol property, SyntaxNodeAnalysisContext context)
    {
        if (result is not IdentifierNameSyntax name || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not { } symbol)
        {
            return false;
        }

        SyntaxNode scope = symbol is IFieldSymbol or IPropertySymbol ? name.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? name.SyntaxTree.GetRoot(context.CancellationToken)
            : name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() ?? name.SyntaxTree.GetRoot(context.CancellationToken);
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(other => other != name && other.Identifier.ValueText == name.Identifier.ValueText && Looks(other, property.Name)
                && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(other, context.CancellationToken).Symbol, symbol));
    }

    // Its diagnostics are read, it is asked whether the value is there, or it is handed on to who may look.
    private static bool Looks(IdentifierNameSyntax mention, string property) => mention.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == mention => access.Name.Identifier.ValueText is var read
            && (read == "Diagnostics" || (read == property && !access.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))),
        AssignmentExpressionSyntax assignment => assignment.Left != mention,
        _ => true,
    };
}
