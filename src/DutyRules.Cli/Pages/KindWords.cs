using DutyRules.Diagnostics;

namespace DutyRules.Cli.Pages;

/// <summary>The words for how bad a finding is and what it is about.</summary>
internal static class KindWords
{
    public static string Of(DiagnosticSeverity severity, Language language) => (severity, language) switch
    {
        (DiagnosticSeverity.Error, Language.Chinese) => "错误",
        (DiagnosticSeverity.Warning, Language.Chinese) => "警告",
        (_, Language.Chinese) => "提示",
        (DiagnosticSeverity.Error, _) => "error",
        (DiagnosticSeverity.Warning, _) => "warning",
        _ => "note",
    };

    public static string Of(DiagnosticCategory category, Language language) => language != Language.Chinese
        ? Name(category)
        : category switch
        {
            DiagnosticCategory.Shape => "书写",
            DiagnosticCategory.Values => "数值",
            DiagnosticCategory.Vocabulary => "词汇表",
            DiagnosticCategory.Time => "时间",
            DiagnosticCategory.Norms => "职责",
            DiagnosticCategory.Policies => "制度",
            DiagnosticCategory.Sources => "依据",
            DiagnosticCategory.Expressions => "条件",
            DiagnosticCategory.Tests => "测试",
            DiagnosticCategory.Events => "事件",
            DiagnosticCategory.Feeds => "数据源",
            DiagnosticCategory.Rosters => "排班与任职",
            DiagnosticCategory.CSharp => "C# 制度",
            _ => "节假日",
        };

    /// <summary>The name for programs.</summary>
    public static string Name(DiagnosticCategory category) => category.ToString().ToLowerInvariant();
}
