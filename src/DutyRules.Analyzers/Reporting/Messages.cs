using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DutyRules.Analyzers.Reporting;

/// <summary>How findings are worded for a project, which says its language in <c>DutyRulesLanguage</c>: English, unless it is <c>zh</c>.</summary>
internal static class Messages
{
    public static Language Of(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.DutyRulesLanguage", out string? language) && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? Language.Chinese
            : Language.English;

    /// <summary>What is wrong, and what to do about it.</summary>
    public static string Text(Diagnostic finding, Language language) =>
        finding.Help is { } help ? language == Language.Chinese ? $"{finding.Message.Zh}（{help.Zh}）" : $"{finding.Message.En} ({help.En})" : finding.Message.In(language);
}
