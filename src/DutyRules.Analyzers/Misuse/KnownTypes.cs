using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What the code that is analyzed knows of the library.</summary>
/// <param name="Monitor">The monitor.</param>
/// <param name="ParallelMonitor">The monitor that runs on several threads.</param>
internal sealed record KnownTypes(INamedTypeSymbol Monitor, INamedTypeSymbol ParallelMonitor)
{
    /// <summary>Null where the library is not referenced.</summary>
    public static KnownTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("DutyRules.Monitoring.DutyMonitor") is { } monitor && compilation.GetTypeByMetadataName("DutyRules.Monitoring.ParallelMonitor") is { } parallel
            ? new KnownTypes(monitor, parallel)
            : null;

    /// <summary>True for a call of one of these methods of a monitor.</summary>
    public bool IsCallOfMonitor(IInvocationOperation call, params string[] names) => names.Contains(call.TargetMethod.Name) && IsMonitor(call.TargetMethod.ContainingType);

    public bool IsMonitor(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Monitor) || SymbolEqualityComparer.Default.Equals(type, ParallelMonitor);
}
