using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What a type does with its monitors: those that nobody else can reach.</summary>
internal sealed class MonitorUses(INamedTypeSymbol type, KnownTypes types)
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<Use>> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>Notes a use of a local variable or a private field.</summary>
    public void Add(IOperation reference)
    {
        ISymbol symbol = reference is ILocalReferenceOperation { Local: var local } ? local : ((IFieldReferenceOperation)reference).Field;
        if (types.IsMonitor(reference.Type) && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type) && symbol is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
        {
            _uses.GetOrAdd(symbol, _ => []).Add(UseOf(reference));
        }
    }

    /// <summary>Those that are handed records and nothing else, and where the first record is handed over.</summary>
    public IEnumerable<(string Name, Location Place)> NeverAdvanced() =>
        from used in _uses
        let observed = used.Value.Where(u => u.Observes is not null).Select(u => u.Observes!).OrderBy(l => l.SourceSpan.Start).ToList()
        where observed.Count > 0 && !used.Value.Any(u => u.MayAdvance)
        orderby observed[0].SourceSpan.Start
        select (used.Key.Name, observed[0]);

    private static Use UseOf(IOperation reference)
    {
        var (outer, call) = reference.Parent switch
        {
            IConditionalAccessOperation access when access.Operation == reference => (access, access.WhenNotNull as IInvocationOperation),
            var parent => (parent, parent as IInvocationOperation),
        };
        return call is { TargetMethod.Name: "Observe" } && (outer is IConditionalAccessOperation || call.Instance == reference) ? new Use(call.Syntax.GetLocation(), MayAdvance: false)
            : outer is IPropertyReferenceOperation or ISimpleAssignmentOperation or ICoalesceAssignmentOperation or IVariableDeclaratorOperation && !IsRead(reference) ? new Use(null, MayAdvance: false)
            : call is { TargetMethod.Name: "Upcoming" or "Snapshot" } ? new Use(null, MayAdvance: false)
            : new Use(null, MayAdvance: true);
    }

    private static bool IsRead(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target != reference,
        ICoalesceAssignmentOperation assignment => assignment.Target != reference,
        _ => false,
    };

    private sealed record Use(Location? Observes, bool MayAdvance);
}
