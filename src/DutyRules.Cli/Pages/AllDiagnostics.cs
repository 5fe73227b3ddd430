using DutyRules.Analyzers.Fluent;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Policies;
using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using DutyRules.Feeds;
using DutyRules.Scripts;

namespace DutyRules.Cli.Pages;

/// <summary>Every kind of finding that the command can report, whichever part of it finds it, and those of the analyzers in C#.</summary>
internal static class AllDiagnostics
{
    public static IReadOnlyList<DiagnosticDescriptor> List { get; } =
    [
        .. DiagnosticCatalog.All
            .Concat(FeedDiagnostics.All)
            .Concat(RosterDiagnostics.All)
            .Concat(AssignmentDiagnostics.All)
            .Concat(TestDiagnostics.All)
            .Concat(CoverageFindings.All)
            .Append(LoadedPolicies.LeftOut)
            .Concat(ImportDiagnostics.All)
            .Concat(DslDiagnostics.All)
            .Concat(ScriptDiagnostics.All)
            .Concat(RefusalDiagnostics.All)
            .Concat(MisuseDiagnostics.All)
            .Concat(FluentDiagnostics.All)
            .Concat(DependencyDiagnostics.All)
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    ];

    public static DiagnosticDescriptor? Find(string id) => List.FirstOrDefault(d => d.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
