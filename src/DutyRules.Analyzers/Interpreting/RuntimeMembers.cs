using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>The members that are at hand for those that the code names.</summary>
internal sealed class RuntimeMembers(RuntimeTypes types)
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    /// <summary>Null where the method is not at hand.</summary>
    public MethodInfo? Method(IMethodSymbol method, Frame frame)
    {
        method = method.ReducedFrom is { } whole ? whole.Construct([.. method.TypeArguments]) : method;
        Type?[] arguments = [.. method.TypeArguments.Select(a => types.Of(a, frame))];
        return arguments.Contains(null) || types.Of(method.ContainingType, frame) is not { } type ? null
            : type.GetMethods(All).Where(m => m.Name == method.MetadataName && m.IsGenericMethodDefinition == method.IsGenericMethod && m.GetParameters().Length == method.Parameters.Length)
                .Select(m => Constructed(m, arguments!)).FirstOrDefault(m => m is not null && Takes(m, method, frame));
    }

    public ConstructorInfo? Constructor(IMethodSymbol constructor, Frame frame) =>
        types.Of(constructor.ContainingType, frame)?.GetConstructors().FirstOrDefault(c => c.GetParameters().Length == constructor.Parameters.Length && Takes(c, constructor, frame));

    public PropertyInfo? Property(IPropertySymbol property, Frame frame) =>
        types.Of(property.ContainingType, frame)?.GetProperties(All)
            .FirstOrDefault(p => p.Name == property.MetadataName && p.GetIndexParameters().Select(i => i.ParameterType).SequenceEqual(property.Parameters.Select(i => types.Of(i.Type, frame))));

    public FieldInfo? Field(IFieldSymbol field, Frame frame) =>
        types.Of(field.ContainingType, frame)?.GetField(field.CorrespondingTupleField?.Name ?? field.Name, All);

    private static MethodInfo? Constructed(MethodInfo method, Type[] arguments)
    {
        if (!method.IsGenericMethodDefinition)
        {
            return method;
        }

        try
        {
            return method.GetGenericArguments().Length == arguments.Length ? method.MakeGenericMethod(arguments) : null;
        }
        catch (ArgumentException)
        {
            // The code breaks a constraint, which the compiler says.
            return null;
        }
    }

    // Conversions differ in what they return only.
    private bool Takes(MethodBase found, IMethodSymbol method, Frame frame) =>
        found.GetParameters().Zip(method.Parameters, (one, other) => one.ParameterType.IsByRef == (other.RefKind != RefKind.None) && (one.ParameterType.IsByRef || one.ParameterType == types.Of(other.Type, frame))).All(same => same)
        && (method.MethodKind != MethodKind.Conversion || (found as MethodInfo)?.ReturnType == types.Of(method.ReturnType, frame));
}
