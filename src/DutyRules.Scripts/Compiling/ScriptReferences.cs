using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using DutyRules.Norms;
using DutyRules.Scripts.Guards;
using Microsoft.CodeAnalysis;
using NodaTime;

namespace DutyRules.Scripts.Compiling;

/// <summary>The assemblies that scripts are compiled against. Each is read once in a process.</summary>
internal static class ScriptReferences
{
    private static readonly ConcurrentDictionary<Assembly, MetadataReference> Read = new();

    /// <summary>Those of every script. NodaTime and the words of policies name types of others, which scripts cannot.</summary>
    public static ImmutableArray<Assembly> Common { get; } =
    [
        typeof(object).Assembly, Named("System.Runtime"), Named("System.Linq"), Named("System.Linq.Expressions"), Named("System.Collections"), typeof(ImmutableArray).Assembly,
        Named("System.Xml.ReaderWriter"), Named("System.ComponentModel.TypeConverter"), typeof(LocalDate).Assembly, typeof(Norm).Assembly, typeof(BuildGuard).Assembly,
    ];

    public static ImmutableArray<Assembly> Of(ScriptSurface surface) => [.. Common, .. surface.Assemblies.Append(surface.Globals.Assembly).Distinct().Except(Common)];

    public static ImmutableArray<MetadataReference> For(ScriptSurface surface) => [.. Of(surface).Select(a => Read.GetOrAdd(a, static a => MetadataReference.CreateFromFile(a.Location)))];

    private static Assembly Named(string name) => Assembly.Load(name);
}
