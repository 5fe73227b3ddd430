using System.Reflection;
using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Analyzers.Policies;

/// <summary>The assemblies that the validator needs. A compiler loads one of each name for all analyzers of a project, which may be another's, and older.</summary>
internal static class Dependencies
{
    /// <summary>What is loaded instead of what is needed; null: nothing is wrong.</summary>
    public static LocalizedText? Wrong() => typeof(PolicyLoader).Assembly.GetReferencedAssemblies()
        .Select(needed => needed.Name switch
        {
            "YamlDotNet" => Wrong(needed, Yaml()),
            "NodaTime" => Wrong(needed, Time()),
            _ => null,
        })
        .FirstOrDefault(w => w is not null);

    /// <summary>Compared by major version: within one, nothing is taken away.</summary>
    public static LocalizedText? Wrong(AssemblyName needed, AssemblyName loaded) => loaded.Version >= new Version(needed.Version.Major, 0) ? null : new LocalizedText(
        $"{needed.Name} {loaded.Version} is loaded, and {needed.Version} is needed", $"已加载的是 {needed.Name} {loaded.Version}，需要 {needed.Version}");

    /// <summary>True for what is thrown where an assembly is missing, or lacks what is asked of it.</summary>
    public static bool IsMissing(Exception thrown) => thrown is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException or MissingMemberException
        || (thrown is TypeInitializationException or TargetInvocationException && thrown.InnerException is { } inner && IsMissing(inner));

    // Methods of their own, so that what is missing is missed where it is asked for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AssemblyName Yaml() => typeof(YamlDotNet.Core.Parser).Assembly.GetName();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AssemblyName Time() => typeof(NodaTime.LocalDate).Assembly.GetName();
}
