using Microsoft.CodeAnalysis;
using DiagnosticDescriptor = DutyRules.Diagnostics.DiagnosticDescriptor;

namespace DutyRules.Scripts.Checking;

/// <summary>Whether symbols are on the list.</summary>
internal sealed class SymbolCheck(AllowList list, IAssemblySymbol script, ScriptSurface surface)
{
    private static readonly SymbolDisplayFormat Full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>How a symbol is named to the author.</summary>
    public static string NameOf(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? $"new {constructor.ContainingType.ToDisplayString(Full)}" : symbol.ToDisplayString(Full);

    /// <summary>Why a symbol may not be used; null: it may.</summary>
    public DiagnosticDescriptor? Refuse(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => Refuse(type),
        IAliasSymbol alias => Refuse(alias.Target),
        IMethodSymbol method => RefuseMethod(method),
        IPropertySymbol property => RefuseMember(property, "get_" + property.Name) ?? (property.Type is var type ? Refuse(type) : null),
        IFieldSymbol field => RefuseMember(field, field.Name) ?? Refuse(field.Type),
        IEventSymbol e => RefuseMember(e, e.Name),
        ILocalSymbol local => Refuse(local.Type),
        IParameterSymbol parameter => Refuse(parameter.Type),
        _ => null,
    };

    /// <summary>Why a property may not be set; null: it may.</summary>
    public DiagnosticDescriptor? RefuseSetting(IPropertySymbol property) => IsOwn(property) ? null : AllowList.OfMember(MetadataNameOf(property.ContainingType), "set_" + property.Name);

    /// <summary>Why a type may not be used; null: it may.</summary>
    public DiagnosticDescriptor? Refuse(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or IErrorTypeSymbol or ITypeParameterSymbol:
                return null;
            case IDynamicTypeSymbol:
                return RefusalDiagnostics.Dynamic;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return RefusalDiagnostics.Unsafe;
            case IArrayTypeSymbol array:
                return Refuse(array.ElementType);
            case INamedTypeSymbol { IsAnonymousType: true }:
                return null;
            case INamedTypeSymbol named:
                return RefuseNamed(named);
            default:
                return RefusalDiagnostics.NotOnTheList;
        }
    }

    /// <summary>True for what the script declares itself.</summary>
    public bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, script);

    /// <summary>True for a type that the script may derive its own types from.</summary>
    public bool IsBase(INamedTypeSymbol type) =>
        MetadataNameOf(type) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || surface.Bases.Any(b => b.FullName == name));

    /// <summary>True for an attribute that may stand in a script.</summary>
    public bool HasAttribute(INamedTypeSymbol type) => IsOwn(type) || AllowList.HasAttribute(MetadataNameOf(type)) || surface.Namespaces.Contains(type.ContainingNamespace.ToDisplayString());

    /// <summary>The name of a type in metadata, with its namespace and the types around it.</summary>
    public static string MetadataNameOf(INamedTypeSymbol type)
    {
        var name = type.OriginalDefinition.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{name}" : name;
    }

    private DiagnosticDescriptor? RefuseNamed(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (Refuse(argument) is { } refused)
            {
                return refused;
            }
        }

        if (IsOwn(type) || MetadataNameOf(type) == surface.Globals.FullName)
        {
            return null;
        }

        var outermost = type;
        while (outermost.ContainingType is { } outer)
        {
            outermost = outer;
        }

        return list.OfType(outermost.ContainingNamespace.IsGlobalNamespace ? "" : outermost.ContainingNamespace.ToDisplayString(), outermost.OriginalDefinition.MetadataName);
    }

    private DiagnosticDescriptor? RefuseMethod(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator)
        {
            return null;
        }

        return RefuseMember(original, original.Name)
            ?? method.TypeArguments.Select(Refuse).FirstOrDefault(r => r is not null)
            ?? Refuse(method.ReturnType);
    }

    private DiagnosticDescriptor? RefuseMember(ISymbol member, string name)
    {
        if (IsOwn(member) || member.ContainingType is null)
        {
            return null;
        }

        return Refuse(member.ContainingType) ?? AllowList.OfMember(MetadataNameOf(member.ContainingType), name);
    }
}
