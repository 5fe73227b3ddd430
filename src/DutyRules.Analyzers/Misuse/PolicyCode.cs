using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>The code that says policies.</summary>
internal static class PolicyCode
{
    public const string Namespace = "DutyRules.Dsl";

    /// <summary>True within a function that is handed something to say a policy with.</summary>
    public static bool Holds(IOperation operation, ISymbol member)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation { Symbol: var lambda } && IsHandedBuilder(lambda)
                || outer is ILocalFunctionOperation { Symbol: var local } && IsHandedBuilder(local))
            {
                return true;
            }
        }

        return member is IMethodSymbol method && IsHandedBuilder(method);
    }

    /// <summary>True for what the fluent language declares.</summary>
    public static bool Declares(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() == Namespace;

    private static bool IsHandedBuilder(IMethodSymbol function) => function.Parameters.Any(p => Declares(p.Type) && !p.Type.IsValueType);
}
