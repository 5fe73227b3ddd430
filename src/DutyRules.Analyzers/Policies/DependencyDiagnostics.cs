using DutyRules.Diagnostics;

namespace DutyRules.Analyzers.Policies;

/// <summary>What keeps the analyzers from looking at policy files: DUTY8201 to DUTY8299.</summary>
internal static class DependencyDiagnostics
{
    public static readonly DiagnosticDescriptor NotUsable = new(
        "DUTY8201", DiagnosticSeverity.Warning, "policy files are not checked: {0}", "未校验制度文件：{0}",
        "reference the latest package DutyRules.Analyzers, and look whether another analyzer of the project brings an older YamlDotNet or NodaTime", "请引用最新的 DutyRules.Analyzers 包，并检查项目的其他分析器是否带有较旧的 YamlDotNet 或 NodaTime")
    {
        Title = new("policy files that could not be checked", "未能校验的制度文件"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [NotUsable];
}
