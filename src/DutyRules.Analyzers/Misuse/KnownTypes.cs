using Microsoft.CodeAnalysis;

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

    public bool IsMonitor(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, Monitor) || SymbolEqualityComparer.Default.Equals(type, ParallelMonitor);
}
