using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with how policies are put together: what stands beside norms, figures, places, templates and families.</summary>
internal static class CompositionDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKind = Error(
        1801, "no kind of entry is called `{0}`{1}", "没有名为 `{0}` 的条目性质{1}",
        "the kinds are definition, statement, heading, principle, conflict, improper, duty of others and other law; a norm has no `kind`",
        "条目性质有：定义、说明、标题、原则、冲突、不当、他方义务、转引；普通职责不写条目性质");

    public static readonly DiagnosticDescriptor PrevailsNotNamed = Error(
        1802, "`{0}` is not among those that conflict", "`{0}` 不在 `冲突对象` 之中", "`prevails` names one of those under `conflicts with`", "`优先适用` 须从 `冲突对象` 中选取");

    public static readonly DiagnosticDescriptor UnknownNorm = Error(
        1803, "`{0}` names `{1}`, but no norm has that id{2}", "`{0}` 提到 `{1}`，但没有该编号的职责{2}");

    public static readonly DiagnosticDescriptor SeverityNeeded = Error(
        1804, "`{0}` does not say how much it matters", "`{0}` 不是严重程度", "write `minor`, `normal`, `major` or `critical`", "请写 `轻微`、`一般`、`严重` 或 `重大`");

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [UnknownKind, PrevailsNotNamed, UnknownNorm, SeverityNeeded];
}
