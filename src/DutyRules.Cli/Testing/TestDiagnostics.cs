using DutyRules.Diagnostics;

namespace DutyRules.Cli.Testing;

/// <summary>What can be wrong with a test file: DUTY3201 to DUTY3299.</summary>
internal static class TestDiagnostics
{
    public static DiagnosticDescriptor NoTests { get; } = Error("DUTY3201",
        "the file holds no test",
        "文件中没有测试")
        with { Title = new("a suite without tests", "没有测试的测试集") };

    public static DiagnosticDescriptor NoSuchPath { get; } = Error("DUTY3202",
        "there is no file or folder `{0}`",
        "没有文件或文件夹 `{0}`",
        "paths count from the folder of the test file",
        "路径相对于测试文件所在文件夹")
        with { Title = new("a path that is not there", "不存在的路径") };

    public static DiagnosticDescriptor NoEventType { get; } = Error("DUTY3203",
        "an event begins with its type: `clock-in: li`",
        "事件以类型开头：`clock-in: li`")
        with { Title = new("an event without a type", "没有类型的事件") };

    public static DiagnosticDescriptor UnknownEvent { get; } = Error("DUTY3204",
        "no event type is called `{0}`{1}",
        "没有名为 `{0}` 的事件类型{1}")
        with { Title = new("an unknown event in a test", "测试中的未知事件") };

    public static DiagnosticDescriptor UnknownField { get; } = Error("DUTY3205",
        "event type `{0}` has no field `{1}`{2}",
        "事件类型 `{0}` 没有字段 `{1}`{2}")
        with { Title = new("an unknown field in a test", "测试中的未知字段") };

    public static DiagnosticDescriptor NotATime { get; } = Error("DUTY3206",
        "`{0}` is not a time",
        "`{0}` 不是时间",
        "write 2026-03-02T07:40 (local time of the site) or 2026-03-02T07:40:00+08:00",
        "请写 2026-03-02T07:40（当地时间）或 2026-03-02T07:40:00+08:00")
        with { Title = new("no time in a test", "测试中不是时间") };

    public static DiagnosticDescriptor Missing { get; } = Error("DUTY3207",
        "`{0}` is missing",
        "缺少 `{0}`")
        with { Title = new("something missing in a test", "测试中缺少内容") };

    public static DiagnosticDescriptor UnknownNorm { get; } = Error("DUTY3208",
        "no norm is called `{0}`{1}",
        "没有名为 `{0}` 的职责{1}")
        with { Title = new("an unknown norm in a test", "测试中的未知职责") };

    public static DiagnosticDescriptor UnknownStatus { get; } = Error("DUTY3209",
        "`{0}` is no status{1}",
        "`{0}` 不是结果{1}",
        "there is fulfilled, breached, repaired, excused, void and undetermined",
        "可用已履行、违反、已补救、免责、不适用、无法判断")
        with { Title = new("an unknown status", "未知的结果") };

    public static DiagnosticDescriptor NothingExpected { get; } = Error("DUTY3210",
        "the test expects nothing, so it can never fail",
        "测试没有任何预期，永远不会失败",
        "add `expect:`; where no verdict is expected, say `expect nothing else: yes`",
        "请加 `预期:`；如预期没有任何判定，写 `别无其他: 是`")
        with { Title = new("a test that can never fail", "永远不会失败的测试") };

    public static DiagnosticDescriptor UnknownParameter { get; } = Error("DUTY3211",
        "no parameter is called `{0}`{1}",
        "没有名为 `{0}` 的参数{1}")
        with { Title = new("an unknown parameter in a suite", "测试集中的未知参数") };

    public static DiagnosticDescriptor NoShifts { get; } = Error("DUTY3212",
        "the vocabulary `{0}` declares no shifts",
        "词汇表 `{0}` 没有声明班次")
        with { Title = new("shifts in a test, but none declared", "测试中有班次而词汇表没有声明") };

    public static DiagnosticDescriptor UnknownRole { get; } = Error("DUTY3213",
        "no role is called `{0}`{1}",
        "没有名为 `{0}` 的岗位{1}")
        with { Title = new("an unknown role in a test", "测试中的未知岗位") };

    public static DiagnosticDescriptor UnknownSite { get; } = Error("DUTY3214",
        "no site is called `{0}`{1}",
        "没有名为 `{0}` 的网点{1}")
        with { Title = new("an unknown site in a test", "测试中的未知网点") };

    public static DiagnosticDescriptor UnknownKind { get; } = Error("DUTY3215",
        "no kind of shift is called `{0}`{1}",
        "没有名为 `{0}` 的班次类别{1}")
        with { Title = new("an unknown kind of shift in a test", "测试中的未知班别") };

    public static DiagnosticDescriptor WrongLength { get; } = Error("DUTY3216",
        "a shift ends after it begins and lasts {0} at most",
        "班次的结束须晚于开始，且最长 {0}")
        with { Title = new("a shift of a wrong length", "长度不对的班次") };

    public static DiagnosticDescriptor UnknownTable { get; } = Error("DUTY3217",
        "no table is called `{0}`{1}",
        "没有名为 `{0}` 的分档表{1}")
        with { Title = new("an unknown table in a suite", "测试集中的未知分档表") };

    public static DiagnosticDescriptor NotJudged { get; } = Error("DUTY3218",
        "`{0}` is not judged: {1}",
        "`{0}` 不作判定：{1}",
        "where a figure is missing, a suite may give it under `parameters` or `tables`",
        "如缺少数值，测试集可在 `参数` 或 `分档表` 中给出")
        with { Title = new("a test of a norm that is not judged", "测试的职责不作判定") };

    public static DiagnosticDescriptor NoSuchRow { get; } = Error("DUTY3219",
        "table `{0}` has no row `{1}`{2}",
        "分档表 `{0}` 没有 `{1}` 一档{2}",
        "write the row as the table does",
        "请照分档表的写法写明是哪一档")
        with { Title = new("an unknown row of a table in a suite", "测试集中的未知档次") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NoTests, NoSuchPath, NoEventType, UnknownEvent, UnknownField, NotATime, Missing, UnknownNorm, UnknownStatus,
        NothingExpected, UnknownParameter, NoShifts, UnknownRole, UnknownSite, UnknownKind, WrongLength, UnknownTable, NotJudged, NoSuchRow,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
