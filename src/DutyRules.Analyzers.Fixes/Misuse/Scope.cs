using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>What can be named at a place of the code.</summary>
internal static class Scope
{
    /// <summary>The zone of the vocabulary, where it is clear whose: there is one set of policies.</summary>
    public static string? Zone(SemanticModel model, SyntaxNode place)
    {
        string[] policies = [.. model.LookupSymbols(place.SpanStart).Where(s => IsPolicies(TypeOf(s)) && IsDeclaredBefore(s, place)).Select(s => s.Name)];
        return policies is [var only] ? $"{only}.Vocabulary.Zone" : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsPolicies(ITypeSymbol? type) => type is { Name: "PolicySet", NullableAnnotation: not NullableAnnotation.Annotated } && type.ContainingNamespace.ToDisplayString() == "DutyRules.Norms";

    private static bool IsDeclaredBefore(ISymbol symbol, SyntaxNode place) => symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(r => r.Span.End <= place.SpanStart);
}
