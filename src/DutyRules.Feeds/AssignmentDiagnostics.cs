using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>What can be wrong with a table of who holds which role, beside what can be wrong with a roster of shifts too: DUTY3161 to DUTY3179.</summary>
public static class AssignmentDiagnostics
{
    /// <summary>A table that is neither of shifts nor of assignments.</summary>
    public static DiagnosticDescriptor NeitherShape { get; } = Error("DUTY3161",
        "by its first row `{0}` is neither a table of shifts nor one of who holds which role",
        "从首行看，`{0}` 既不是班次表，也不是任职表",
        "the first row should read: id,person,role,site,start,end,kind — for shifts — or: person,role,site,from,to — for who holds which role",
        "班次表的首行应为：班次,人员,岗位,网点,开始,结束,类别；任职表的首行应为：人员,岗位,网点,自,至")
        with { Title = new("a table of neither shifts nor roles", "既不是班次表也不是任职表") };

    /// <summary>A column that every table of assignments has.</summary>
    public static DiagnosticDescriptor MissingColumn { get; } = Error("DUTY3162",
        "the table of who holds which role `{1}` has no column `{0}`",
        "任职表 `{1}` 没有列 `{0}`",
        "its first row should read: person,role,site — and, if you like, from,to",
        "首行应为：人员,岗位,网点 —— 可另加 自,至")
        with { Title = new("a table of roles without a needed column", "任职表缺少列") };

    /// <summary>A column of which nobody reads anything.</summary>
    public static DiagnosticDescriptor ExtraColumn { get; } = Warning("DUTY3163",
        "the column `{0}` says nothing about who holds which role and is not read",
        "列 `{0}` 与任职无关，未读取")
        with { Title = new("a column of a table of roles that nobody reads", "任职表中未读取的列") };

    /// <summary>A role that is held by shifts.</summary>
    public static DiagnosticDescriptor HeldOnShift { get; } = Error("DUTY3164",
        "who holds `{0}`, the shifts say; it cannot be assigned",
        "`{0}` 由谁担任以排班为准，不能指派",
        "plan a shift of that role instead, or leave the row out",
        "请改为排该岗位的班次，或删去本行")
        with { Title = new("a role that the shifts assign", "以排班为准的岗位") };

    /// <summary>A role that is held by those who act.</summary>
    public static DiagnosticDescriptor SeenInEvents { get; } = Error("DUTY3165",
        "`{0}` is held by whoever acts in an event `{1}`; it cannot be assigned",
        "`{0}` 由事件 `{1}` 中的行为人担任，不能指派",
        "leave the row out",
        "请删去本行")
        with { Title = new("a role that is seen in events", "由事件得知的岗位") };

    /// <summary>What should be a date or a time is neither.</summary>
    public static DiagnosticDescriptor NotADate { get; } = Error("DUTY3166",
        "`{0}` should be a date or a time, but is `{1}`",
        "`{0}` 应为日期或时间，实际为 `{1}`",
        "write 2026-03-02 (its midnight at the site), 2026-03-02 08:00 (local time of the site) or 2026-03-02T08:00:00+08:00, or leave the cell empty",
        "请写 2026-03-02（网点当日零点）、2026-03-02 08:00（网点当地时间）或 2026-03-02T08:00:00+08:00，或留空")
        with { Title = new("a cell of a table of roles that is no date", "任职表中不是日期的单元格") };

    /// <summary>An assignment that ends before it begins.</summary>
    public static DiagnosticDescriptor ToNotAfterFrom { get; } = Error("DUTY3167",
        "the role is held until `{0}`, which is not after its beginning at `{1}`",
        "任职止于 `{0}`，不晚于开始时间 `{1}`",
        "a date stands for its midnight: who holds a role up to and including a day holds it until the next",
        "日期指当日零点：任职至某日（含当日）的，请写次日")
        with { Title = new("a role that ends before it begins", "结束不晚于开始的任职") };

    /// <summary>Two assignments that say the same of some time.</summary>
    public static DiagnosticDescriptor Repeated { get; } = Warning("DUTY3168",
        "that `{0}` holds `{1}` at `{2}` is said already of a part of this time: {3}",
        "`{0}` 在 `{2}` 担任 `{1}` 的这段时间与已有的任职重叠：{3}",
        "nothing is lost, but check the dates",
        "不影响判定，但请核对日期")
        with { Title = new("a role that is assigned twice", "重复的任职") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
        [NeitherShape, MissingColumn, ExtraColumn, HeldOnShift, SeenInEvents, NotADate, ToNotAfterFrom, Repeated];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Warning(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);
}
