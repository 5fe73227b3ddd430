using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DutyRules.Scripts.Checking;

/// <summary>
/// Looks at every member of another assembly that the compiled script calls or reads. The check of the text says where; this one holds for what is written in no place, such as a conversion, a loop or a query that calls something.
/// What the compiler itself needs for functions, records and texts is allowed here only.
/// </summary>
internal static class EmittedCheck
{
    private static readonly FrozenSet<string> CompilerMembers = FrozenSet.Create(
        "System.Environment.get_CurrentManagedThreadId", "System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray", "System.Runtime.CompilerServices.RuntimeHelpers.CreateSpan",
        "System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack", "System.Runtime.CompilerServices.RuntimeHelpers.GetSubArray", "System.Activator.CreateInstance", "System.Type.GetTypeFromHandle",
        "System.Type.op_Equality", "System.Delegate.Combine", "System.Delegate.Remove", "System.Threading.Interlocked.CompareExchange", "System.Runtime.CompilerServices.Unsafe.As", "System.Runtime.CompilerServices.Unsafe.Add",
        "System.Runtime.CompilerServices.Unsafe.AsRef", "System.Runtime.InteropServices.MemoryMarshal.CreateSpan", "System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan",
        "System.Runtime.InteropServices.CollectionsMarshal.AsSpan", "System.Runtime.InteropServices.CollectionsMarshal.SetCount", "System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1.*", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.*", "System.Runtime.CompilerServices.IAsyncStateMachine.*",
        "System.Runtime.CompilerServices.ITuple.*", "System.Runtime.CompilerServices.SwitchExpressionException.*", "System.Reflection.MethodBase.GetMethodFromHandle",
        "System.Reflection.FieldInfo.GetFieldFromHandle", "System.Linq.Expressions.Expression.*",
        "DutyRules.Scripts.Guards.BuildGuard.*");

    private static readonly FrozenSet<string> CompilerAttributes = new[]
    {
        "CompilerGenerated", "CompilationRelaxations", "RuntimeCompatibility", "Nullable", "NullableContext", "NullablePublicOnly", "AsyncStateMachine", "IteratorStateMachine", "Extension", "IsReadOnly", "IsByRefLike",
        "RequiredMember", "CompilerFeatureRequired", "TupleElementNames", "ScopedRef", "RefSafetyRules", "ParamCollection", "InlineArray", "PreserveBaseOverrides", "CallerFilePath", "CallerLineNumber",
        "CallerMemberName", "CallerArgumentExpression", "IsUnmanaged", "DecimalConstant", "RequiresLocation", "OverloadResolutionPriority", "CollectionBuilder",
    }.Select(a => $"{a}Attribute").ToFrozenSet();

    /// <summary>What is called and not allowed.</summary>
    public static ImmutableArray<string> Check(byte[] code, AllowList list, ScriptSurface surface)
    {
        using var file = new PEReader([.. code]);
        var metadata = file.GetMetadataReader();
        var names = new MetadataNames(metadata);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MemberReferences)
        {
            if (names.OwnerOf(handle) is { } owner && !IsAllowed(owner.Space, owner.Name, metadata.GetString(metadata.GetMemberReference(handle).Name), list, surface))
            {
                found.Add($"{Full(owner.Space, owner.Name)}.{metadata.GetString(metadata.GetMemberReference(handle).Name)}");
            }
        }

        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if ((method.Attributes & System.Reflection.MethodAttributes.PinvokeImpl) != 0)
            {
                found.Add(metadata.GetString(method.Name));
            }
        }

        // What the runtime would run as soon as the assembly is touched.
        var module = metadata.GetTypeDefinition(metadata.TypeDefinitions.First());
        if (module.GetMethods().Count > 0)
        {
            found.Add("<Module>");
        }

        return [.. found];
    }

    private static bool IsAllowed(string space, string name, string member, AllowList list, ScriptSurface surface)
    {
        var full = Full(space, name);
        var whole = $"{full}.{member}";
        return CompilerMembers.Contains(whole) || CompilerMembers.Contains($"{full}.*") || full == surface.Globals.FullName
            || (member == ".ctor" && IsCompilerAttribute(space, name))
            || (list.OfType(space, name.Split('+')[0]) is null && (AllowList.OfMember(full, member) is null || member == "GetHashCode"));
    }

    private static bool IsCompilerAttribute(string space, string name) => space switch
    {
        "System" => name is "ParamArrayAttribute" or "FlagsAttribute" or "ObsoleteAttribute",
        "System.Diagnostics" => name.StartsWith("Debugg", StringComparison.Ordinal),
        "System.Diagnostics.CodeAnalysis" => name.EndsWith("Attribute", StringComparison.Ordinal),
        "System.Reflection" => name == "DefaultMemberAttribute",
        "System.Runtime.InteropServices" => name is "InAttribute" or "OptionalAttribute" or "DefaultParameterValueAttribute",
        "System.Runtime.CompilerServices" => CompilerAttributes.Contains(name),
        _ => false,
    };

    private static string Full(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
