using DutyRules.Diagnostics;

namespace DutyRules.Analyzers.Fluent;

/// <summary>What the analyzers say of policies in C# that they cannot judge: DUTY8101 to DUTY8199. Each is judged by <c>Load</c> all the same.</summary>
internal static class FluentDiagnostics
{
    public static readonly DiagnosticDescriptor NotJudged = Info(
        "DUTY8101", "`{0}` is not judged while it is written, because of `{1}`: {2}", "编写时不判定 `{0}`，原因在于 `{1}`：{2}",
        "`Load` judges it; write the value itself, a constant or a list that stands in the code, to have it judged here, too", "`Load` 会判定；如需在此判定，请直接写出值、常量或代码中的列表",
        new("a policy that is not judged while it is written", "编写时未判定的制度"));

    public static readonly DiagnosticDescriptor FileNotGiven = Info(
        "DUTY8102", "`{0}` is not among the files that the compiler is given: policies are judged only as far as they need no vocabulary", "编译器未获得 `{0}`：制度只能判定不依赖词汇表的部分",
        "add it to the project as `<AdditionalFiles Include=\"…\" />`", "请以 `<AdditionalFiles Include=\"…\" />` 加入项目",
        new("a vocabulary that the compiler does not see", "编译器看不到的词汇表"));

    public static readonly DiagnosticDescriptor NotReached = Info(
        "DUTY8103", "`{0}` is not judged while it is written: nothing in this project can be followed that loads it with a vocabulary", "编写时不判定 `{0}`：本项目中没有可跟踪的代码将其与词汇表一同加载",
        "`Load` judges it; begin with `Duties.With(...)` where it is said to have it judged here, too", "`Load` 会判定；如需在此判定，请在陈述制度处以 `Duties.With(...)` 开始",
        new("a policy that nothing in the project loads", "项目中没有加载的制度"));

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [NotJudged, FileNotGiven, NotReached];

    private static DiagnosticDescriptor Info(string id, string en, string zh, string helpEn, string helpZh, LocalizedText title) =>
        new(id, DiagnosticSeverity.Info, en, zh, helpEn, helpZh) { Title = title };
}
