using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>The order in which findings are shown.</summary>
internal static class FileOrder
{
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Id, StringComparer.Ordinal),
    ];
}
