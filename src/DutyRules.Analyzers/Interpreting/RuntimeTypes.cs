using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using DutyRules.Dsl;
using Microsoft.CodeAnalysis;
using NodaTime;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>The types that are at hand for those that the code names: of the library, of NodaTime, of the runtime, and shadows of its own.</summary>
internal sealed class RuntimeTypes
{
    private static readonly Assembly[] Libraries =
    [
        .. new[] { typeof(Duties), typeof(Instant), typeof(object), typeof(Enumerable), typeof(Expression), typeof(List<>), typeof(HashSet<>), typeof(ImmutableArray<>) }.Select(t => t.Assembly).Distinct(),
    ];

    private readonly Dictionary<ISymbol, Type?> _known = new(SymbolEqualityComparer.Default);

    public ShadowTypes Shadows { get; } = new();

    /// <summary>Null for a type that is not at hand. An object of a type of the code itself is any object.</summary>
    public Type? Of(ITypeSymbol type, Frame frame)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return frame.Types.TryGetValue(parameter, out var given) ? given : null;
            case IArrayTypeSymbol { IsSZArray: true } array:
                return Of(array.ElementType, frame)?.MakeArrayType();
            case IDynamicTypeSymbol:
                return null;
            case INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false, TypeArguments: var arguments } generic when !generic.IsTupleType || arguments.Length < 8:
                var definition = OfDefinition(generic.OriginalDefinition, frame);
                if (definition is not { IsGenericTypeDefinition: true })
                {
                    return definition;
                }

                Type?[] types = [.. generic.ContainingType is { IsGenericType: true } outer ? outer.TypeArguments.Select(a => Of(a, frame)) : [], .. arguments.Select(a => Of(a, frame))];
                return types.Contains(null) ? null : definition.MakeGenericType(types!);
            case INamedTypeSymbol named:
                return OfDefinition(named, frame);
            default:
                return null;
        }
    }

    public static bool IsHappening(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == nameof(Happening) && type.ContainingNamespace.ToDisplayString() == "DutyRules.Dsl")
            {
                return true;
            }
        }

        return false;
    }

    private Type? OfDefinition(INamedTypeSymbol type, Frame frame)
    {
        if (!_known.TryGetValue(type, out var known))
        {
            known = type.IsTupleType && type.Arity is > 0 and < 8 ? OfLibrary($"System.ValueTuple`{type.Arity}")
                : OfLibrary(MetadataNameOf(type)) is { } library && !IsOfTheCode(type) ? library
                : type.TypeKind == TypeKind.Enum ? Shadows.Enum(type)
                : IsHappening(type) ? Shadows.Happening(type, OfDefinition(type.BaseType!, frame)!, property => FieldTypeOf(property, frame))
                : IsOfTheCode(type) ? typeof(object)
                : null;
            _known[type] = known;
        }

        return known;
    }

    // A field of a type that has no place in a policy is told by its name.
    private Type FieldTypeOf(ITypeSymbol type, Frame frame) => Of(type, frame) is { } found && (found != typeof(object) || type.SpecialType == SpecialType.System_Object) ? found
        : type is INamedTypeSymbol named ? Shadows.Other(named)
        : typeof(object);

    private static bool IsOfTheCode(ITypeSymbol type) => type.DeclaringSyntaxReferences.Length > 0;

    private static Type? OfLibrary(string name) => Libraries.Select(library => library.GetType(name)).FirstOrDefault(found => found is { IsPublic: true } or { IsNestedPublic: true });

    private static string MetadataNameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{MetadataNameOf(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;
}
