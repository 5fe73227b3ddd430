using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What a value is computed of: the parts of its expression, and those of the variables that it reads, as they are declared.</summary>
internal static class Origins
{
    private const int Depth = 5;

    public static IEnumerable<IOperation> Of(IOperation value, int depth = 0)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            yield return part;
            if (depth < Depth && part is ILocalReferenceOperation { Local: var local } && Declared(local, part.SemanticModel) is { } initial)
            {
                foreach (var origin in Of(initial, depth + 1))
                {
                    yield return origin;
                }
            }
        }
    }

    private static IOperation? Declared(ILocalSymbol local, SemanticModel? model) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == model?.SyntaxTree && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? model.GetOperation(value)
            : null;
}
