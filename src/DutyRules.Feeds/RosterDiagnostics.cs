using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>What can be wrong with a roster of shifts in a table: DUTY3141 to DUTY3160.</summary>
public static class RosterDiagnostics
{
    /// <summary>The vocabulary knows no shifts.</summary>
    public static DiagnosticDescriptor NoShifts { get; } = Error("DUTY3141",
        "the vocabulary `{0}` declares no shifts, so there can be no roster of shifts",
        "词汇表 `{0}` 没有声明班次，因此不能使用排班表",
        "declare `shifts` in the vocabulary, with its kinds",
        "请在词汇表中声明 `shifts`（班次）及其类别")
        with { Title = new("a roster without shifts", "没有声明班次") };

    /// <summary>A column that every roster has.</summary>
    public static DiagnosticDescriptor MissingColumn { get; } = Error("DUTY3142",
        "the roster `{1}` has no column `{0}`",
        "排班表 `{1}` 没有列 `{0}`",
        "its first row should read: id,person,role,site,start,end,kind — and, if you like, issued,status",
        "首行应为：班次,人员,岗位,网点,开始,结束,类别 —— 可另加 发布时间,状态")
        with { Title = new("a roster without a needed column", "排班表缺少列") };

    /// <summary>A column of which nobody reads anything.</summary>
    public static DiagnosticDescriptor ExtraColumn { get; } = Warning("DUTY3143",
        "the column `{0}` says nothing about a shift and is not read",
        "列 `{0}` 与班次无关，未读取")
        with { Title = new("a column of a roster that nobody reads", "排班表中未读取的列") };

    /// <summary>A cell that must not be empty.</summary>
    public static DiagnosticDescriptor EmptyCell { get; } = Error("DUTY3144",
        "the cell `{0}` is empty",
        "`{0}` 为空")
        with { Title = new("an empty cell in a roster", "排班表中的空单元格") };

    /// <summary>A role that is not declared.</summary>
    public static DiagnosticDescriptor UnknownRole { get; } = Error("DUTY3145",
        "no role is called `{0}`",
        "没有名为 `{0}` 的岗位")
        with { Title = new("an unknown role in a roster", "排班表中的未知岗位") };

    /// <summary>A site that is not declared.</summary>
    public static DiagnosticDescriptor UnknownSite { get; } = Error("DUTY3146",
        "no site is called `{0}`",
        "没有名为 `{0}` 的网点")
        with { Title = new("an unknown site in a roster", "排班表中的未知网点") };

    /// <summary>A kind of shift that is not declared.</summary>
    public static DiagnosticDescriptor UnknownKind { get; } = Error("DUTY3147",
        "no kind of shift is called `{0}`",
        "没有名为 `{0}` 的班次类别")
        with { Title = new("an unknown kind of shift in a roster", "排班表中的未知班别") };

    /// <summary>A status that is none.</summary>
    public static DiagnosticDescriptor UnknownStatus { get; } = Error("DUTY3148",
        "`{0}` is no status of a shift",
        "`{0}` 不是班次状态",
        "write `planned` or `cancelled`, or leave the cell empty",
        "请写 `正常` 或 `取消`，或留空")
        with { Title = new("an unknown status of a shift", "未知的班次状态") };

    /// <summary>What should be a time is none.</summary>
    public static DiagnosticDescriptor NotATime { get; } = Error("DUTY3149",
        "`{0}` should be a time, but is `{1}`",
        "`{0}` 应为时间，实际为 `{1}`",
        "write 2026-03-02 08:00 (local time of the site) or 2026-03-02T08:00:00+08:00; an end may be a time of day alone: 16:00",
        "请写 2026-03-02 08:00（网点当地时间）或 2026-03-02T08:00:00+08:00；结束可只写时刻：16:00")
        with { Title = new("a cell of a roster that is no time", "排班表中不是时间的单元格") };

    /// <summary>A day has no 24:00 of its own.</summary>
    public static DiagnosticDescriptor TwentyFour { get; } = Error("DUTY3150",
        "`{0}` is `{1}`; the end of a day is 00:00 of the next",
        "`{0}` 为 `{1}`；一天结束时即次日 00:00",
        "write `{2}`",
        "请写 `{2}`")
        with { Title = new("24:00 in a roster", "排班表中的 24:00") };

    /// <summary>A shift that ends before it begins.</summary>
    public static DiagnosticDescriptor EndNotAfterStart { get; } = Error("DUTY3151",
        "the shift ends at {0}, which is not after its start at {1}",
        "班次结束于 {0}，不晚于开始时间 {1}",
        "if it ends on the next day, write that date, or the time of day alone",
        "如果次日才结束，请写次日的日期，或只写时刻")
        with { Title = new("a shift that ends before it begins", "结束早于开始的班次") };

    /// <summary>A shift longer than any may be.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Error("DUTY3152",
        "the shift lasts {0}, longer than the {1} that a shift may last",
        "班次长达 {0}，超过允许的 {1}")
        with { Title = new("a shift that is too long", "过长的班次") };

    /// <summary>Two rows of which neither is the later.</summary>
    public static DiagnosticDescriptor Duplicate { get; } = Error("DUTY3153",
        "the shift `{0}` stands in line {1} already, issued at the same time, so it is not known which of the two counts",
        "班次 `{0}` 在第 {1} 行已出现，且发布时间相同，无法确定以哪一行为准",
        "keep the row that counts, or give a change its own later `issued` time",
        "请只保留有效的一行，或为变更写明更晚的 `发布时间`")
        with { Title = new("a shift that stands twice", "重复的班次") };

    /// <summary>A plan that was made when all was over.</summary>
    public static DiagnosticDescriptor IssuedTooLate { get; } = Warning("DUTY3154",
        "the shift `{0}` was issued at {1}, when it was already over, so the row does nothing",
        "班次 `{0}` 发布于 {1}，此时已经结束，本行不起作用")
        with { Title = new("a plan that came too late", "发布过晚的安排") };

    /// <summary>A local time that the clock skips.</summary>
    public static DiagnosticDescriptor Skipped { get; } = Warning("DUTY3155",
        "the clock in {1} skips `{0}`; it is read as {2}",
        "{1} 的时钟跳过 `{0}`；按 {2} 处理")
        with { Title = new("a time that the clock skips", "被时钟跳过的时刻") };

    /// <summary>A local time that the clock shows twice.</summary>
    public static DiagnosticDescriptor Repeated { get; } = Warning("DUTY3156",
        "the clock in {1} shows `{0}` twice; it is read as {2}",
        "{1} 的时钟两次显示 `{0}`；按 {2} 处理",
        "write the time with its offset to say which is meant",
        "请写明与 UTC 的时差以区分")
        with { Title = new("a time that the clock shows twice", "出现两次的时刻") };

    /// <summary>Two files of which neither is the later.</summary>
    public static DiagnosticDescriptor InTwoFiles { get; } = Error("DUTY3157",
        "the shift `{0}` is planned otherwise in `{1}`, issued at the same time, so it is not known which of the two counts",
        "班次 `{0}` 在 `{1}` 中另有安排，且发布时间相同，无法确定以哪一个为准",
        "give only the roster that counts, or give a change its own later `issued` time",
        "请只给出有效的排班表，或为变更写明更晚的 `发布时间`")
        with { Title = new("a shift in two files", "两个文件中的同一班次") };

    /// <summary>An id that was another shift's, which is over.</summary>
    public static DiagnosticDescriptor IdOfAnother { get; } = Error("DUTY3158",
        "the shift `{0}` of line {1} was over before this one was issued, so that a plan under its id does nothing",
        "本行发布时，第 {1} 行的班次 `{0}` 已经结束，同一编号的安排不起作用",
        "give each shift an id of its own",
        "请为每个班次使用各自的编号")
        with { Title = new("an id that was another shift's", "曾属其他班次的编号") };

    /// <summary>An event that does not say anything of a shift.</summary>
    public static DiagnosticDescriptor NotOfShifts { get; } = Warning("DUTY3159",
        "`{0}` says nothing of a shift, so it is not read as a part of the roster",
        "`{0}` 与班次无关，不作为排班读取")
        with { Title = new("an event in a roster that is none of shifts", "排班中与班次无关的事件") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NoShifts, MissingColumn, ExtraColumn, EmptyCell, UnknownRole, UnknownSite, UnknownKind, UnknownStatus, NotATime, TwentyFour, EndNotAfterStart,
        TooLong, Duplicate, IssuedTooLate, Skipped, Repeated, InTwoFiles, IdOfAnother, NotOfShifts,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Warning(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);
}
