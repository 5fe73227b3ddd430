using System.Collections.Concurrent;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Descriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using Kind = DutyRules.Diagnostics.DiagnosticDescriptor;

namespace DutyRules.Analyzers.Reporting;

/// <summary>What compilers call the kinds of findings of the library.</summary>
internal static class Descriptors
{
    private static readonly ConcurrentDictionary<string, Descriptor> Known = new(StringComparer.Ordinal);

    /// <summary>The one descriptor of a kind. Its message is said in full by each finding, in the language that the project asks for.</summary>
    public static Descriptor Of(Kind kind) => Known.GetOrAdd(kind.Id, _ => new Descriptor(
        kind.Id,
        Capitalized(kind.Title.En),
        "{0}",
        $"DutyRules.{kind.Category}",
        SeverityOf(kind.Severity),
        isEnabledByDefault: true,
        description: kind.HelpEn.Length == 0 || kind.HelpEn.Contains("{0}") ? null : Capitalized(kind.HelpEn) + "."));

    public static Microsoft.CodeAnalysis.DiagnosticSeverity SeverityOf(DutyRules.Diagnostics.DiagnosticSeverity severity) => severity switch
    {
        DutyRules.Diagnostics.DiagnosticSeverity.Error => Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
        DutyRules.Diagnostics.DiagnosticSeverity.Warning => Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
        _ => Microsoft.CodeAnalysis.DiagnosticSeverity.Info,
    };

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
