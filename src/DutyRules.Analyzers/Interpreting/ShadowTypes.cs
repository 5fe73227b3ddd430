using System.Reflection;
using System.Reflection.Emit;
using DutyRules.Dsl;
using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Makes types of the names, fields and words of those that the code declares, which cannot be loaded while it is written. They hold no code.</summary>
internal sealed class ShadowTypes
{
    private static readonly ConstructorInfo Named = typeof(NamedAttribute).GetConstructor([typeof(string)])!;

    private readonly ModuleBuilder _module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Shadows"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Shadows");
    private readonly Dictionary<ISymbol, Type> _made = new(SymbolEqualityComparer.Default);

    /// <summary>The words of an enum, with their values.</summary>
    public Type Enum(INamedTypeSymbol type) => Made(type, () =>
    {
        var made = _module.DefineEnum(NameOf(type), TypeAttributes.Public, UnderlyingOf(type));
        foreach (var word in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue))
        {
            var literal = made.DefineLiteral(word.Name, word.ConstantValue);
            if (NameGivenTo(word) is { } name)
            {
                literal.SetCustomAttribute(name);
            }
        }

        return made.CreateTypeInfo()!;
    });

    /// <summary>An event with its fields, those of the record it derives from included.</summary>
    public Type Happening(INamedTypeSymbol type, Type parent, Func<ITypeSymbol, Type> typeOf) => Made(type, () =>
    {
        var made = _module.DefineType(NameOf(type), TypeAttributes.Public | TypeAttributes.Abstract, parent);
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && p.Name != "EqualityContract"))
        {
            Declare(made, property, typeOf(property.Type));
        }

        if (NameGivenTo(type) is { } name)
        {
            made.SetCustomAttribute(name);
        }

        return made.CreateTypeInfo()!;
    });

    /// <summary>A type of which no more than its name matters.</summary>
    public Type Other(INamedTypeSymbol type) => Made(type, () => _module.DefineType(NameOf(type), TypeAttributes.Public).CreateTypeInfo()!);

    /// <summary>A method that can be named in a condition, and never called.</summary>
    public MethodInfo Method(IMethodSymbol method, Type returned, Type[] parameters)
    {
        var type = _module.DefineType($"Methods{_made.Count}_{Guid.NewGuid():N}.{method.ContainingType.Name}", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var body = type.DefineMethod(method.Name, MethodAttributes.Public | MethodAttributes.Static, returned, parameters).GetILGenerator();
        body.Emit(OpCodes.Ldnull);
        body.Emit(OpCodes.Throw);
        return type.CreateTypeInfo()!.GetMethod(method.Name, parameters)!;
    }

    private Type Made(INamedTypeSymbol type, Func<Type> make) => _made.TryGetValue(type, out var made) ? made : _made[type] = make();

    private static void Declare(TypeBuilder type, IPropertySymbol property, Type of)
    {
        var made = type.DefineProperty(property.Name, PropertyAttributes.None, of, Type.EmptyTypes);
        made.SetGetMethod(type.DefineMethod(
            $"get_{property.Name}", MethodAttributes.Public | MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot | MethodAttributes.HideBySig | MethodAttributes.SpecialName, of, Type.EmptyTypes));
        if (NameGivenTo(property) is { } name)
        {
            made.SetCustomAttribute(name);
        }
    }

    private static CustomAttributeBuilder? NameGivenTo(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == nameof(NamedAttribute))?.ConstructorArguments is [{ Value: string name }] ? new CustomAttributeBuilder(Named, [name]) : null;

    private static Type UnderlyingOf(INamedTypeSymbol type) => type.EnumUnderlyingType!.SpecialType switch
    {
        SpecialType.System_Byte => typeof(byte),
        SpecialType.System_SByte => typeof(sbyte),
        SpecialType.System_Int16 => typeof(short),
        SpecialType.System_UInt16 => typeof(ushort),
        SpecialType.System_UInt32 => typeof(uint),
        SpecialType.System_Int64 => typeof(long),
        SpecialType.System_UInt64 => typeof(ulong),
        _ => typeof(int),
    };

    // What is nested stands beside: its own name stays as it is.
    private string NameOf(INamedTypeSymbol type) => $"Shadow{_made.Count}.{type.Name}";
}
