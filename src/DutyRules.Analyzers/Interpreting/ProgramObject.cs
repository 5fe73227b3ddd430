using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>An object of a type of the program: what its properties and fields hold.</summary>
internal sealed class ProgramObject(INamedTypeSymbol type)
{
    public INamedTypeSymbol Type { get; } = type;

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);
}
