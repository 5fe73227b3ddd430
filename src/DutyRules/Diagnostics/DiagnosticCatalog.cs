using DutyRules.Policies;

namespace DutyRules.Diagnostics;

/// <summary>Every kind of finding of this library: about policies, recurrences, conditions, events, what a monitor refuses, and comments that suppress.</summary>
public static class DiagnosticCatalog
{
    /// <summary>All of them, by id.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
        PolicyDiagnostics.All
            .Concat(ExpressionDiagnostics.All)
            .Concat(EventDiagnostics.All)
            .Concat(RecurrenceDiagnostics.All)
            .Concat(AdmissionDiagnostics.All)
            .Concat(Suppressions.All)
            .OrderBy(d => d.Id, StringComparer.Ordinal);
}
