using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with tables.</summary>
internal static class TableDiagnostics
{
    public static readonly DiagnosticDescriptor NoKey = Error(
        1441, "a table cannot be looked up by {0}", "分档表不能按{0}查找",
        "write `integer`, `number`, `money`, `duration`, `yes-no`, `site`, a list of words, or the field of an event such as `complaint-received.tier`",
        "请写 `整数`、`数值`、`金额`、`时长`、`是否`、`网点`、一列选项，或事件的字段，如 `受理投诉.级别`")
        with { Title = new("a table that cannot be looked up by that", "不能据以查找的键") };

    public static readonly DiagnosticDescriptor TooManyKeys = Error(
        1442, "a table is looked up by one thing or by two, not by {0}", "分档表只能按一项或两项查找，不能按 {0} 项")
        with { Title = new("a table with three keys", "按三项查找的分档表") };

    public static readonly DiagnosticDescriptor NoFigure = Error(
        1443, "a table gives figures, not {0}", "分档表给出的是数值，不是{0}", "write `share`, `number`, `integer`, `money` or `duration`", "请写 `比例`、`数值`、`整数`、`金额` 或 `时长`")
        with { Title = new("a table that gives no figures", "给出的不是数值") };

    public static readonly DiagnosticDescriptor RowsNeeded = Error(
        1444, "rows of table `{0}` are needed here", "此处需要分档表 `{0}` 的各档",
        "write a line for each, such as `at most 5: 100%`; a table that is looked up by two things has rows within its rows", "每档一行，如 `不超过 5: 100%`；按两项查找时，档内再分档")
        with { Title = new("a table without rows where they are needed", "缺少各档") };

    public static readonly DiagnosticDescriptor InTwoRows = Error(
        1445, "`{0}` is in two rows of table `{1}`; the other stands in line {2}", "`{0}` 同时落在分档表 `{1}` 的两档之中，另一档在第 {2} 行", "let one begin where the other ends", "请让两档首尾相接而不重叠")
        with { Title = new("a table whose rows overlap", "重叠的两档") };

    public static readonly DiagnosticDescriptor InNoRow = Warning(
        1446, "`{0}` is in no row of table `{1}`: what reads it there will be undetermined", "`{0}` 不在分档表 `{1}` 的任何一档：遇到时将无法判定", "add a row for it", "请补上一档")
        with { Title = new("a table with a gap", "有空缺的分档表") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [NoKey, TooManyKeys, NoFigure, RowsNeeded, InTwoRows, InNoRow];
}
