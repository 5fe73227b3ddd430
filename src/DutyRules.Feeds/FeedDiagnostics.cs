using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>What can be wrong with a table of events or a feed file: DUTY3101 to DUTY3199.</summary>
public static class FeedDiagnostics
{
    /// <summary>A table without a first row.</summary>
    public static DiagnosticDescriptor NoHeader { get; } = Error("DUTY3101",
        "the table is empty; its first row should name the columns",
        "表格是空的；第一行应为列名");

    /// <summary>A column stands twice.</summary>
    public static DiagnosticDescriptor RepeatedColumn { get; } = Error("DUTY3102",
        "column `{0}` stands twice in the table",
        "表格中列 `{0}` 出现了两次");

    /// <summary>A row that is shorter or longer than the first.</summary>
    public static DiagnosticDescriptor WrongCellCount { get; } = Error("DUTY3103",
        "the row has {0} cells, the first row has {1}",
        "该行有 {0} 个单元格，首行有 {1} 个");

    /// <summary>A stray quotation mark.</summary>
    public static DiagnosticDescriptor BadQuotes { get; } = Error("DUTY3104",
        "the quotation marks of this row do not fit together",
        "该行的引号不配对",
        "put a cell that holds quotation marks in quotation marks, and double those within",
        "含引号的单元格要整体加引号，内部的引号写两次");

    /// <summary>A file that is not text.</summary>
    public static DiagnosticDescriptor NotText { get; } = Error("DUTY3105",
        "the file is not UTF-8 text",
        "文件不是 UTF-8 文本",
        "save it as \"CSV UTF-8\"",
        "请另存为“CSV UTF-8”格式");

    /// <summary>A column of the feed that the table does not have.</summary>
    public static DiagnosticDescriptor NoSuchColumn { get; } = Error("DUTY3106",
        "the table `{1}` has no column `{0}`",
        "表格 `{1}` 没有列 `{0}`");

    /// <summary>A cell that does not fit its column's declared type.</summary>
    public static DiagnosticDescriptor WrongCell { get; } = Error("DUTY3107",
        "column `{0}` should be {1}, but is `{2}`",
        "列 `{0}` 应为{1}，实际为 `{2}`");

    /// <summary>A cell that should hold a time.</summary>
    public static DiagnosticDescriptor NotATime { get; } = Error("DUTY3108",
        "`{0}` is not a time of the form `{1}`",
        "`{0}` 不符合时间格式 `{1}`");

    /// <summary>A time of day without a date.</summary>
    public static DiagnosticDescriptor NotADate { get; } = Error("DUTY3109",
        "`{0}` is not a date of the form `{1}`",
        "`{0}` 不符合日期格式 `{1}`");

    /// <summary>A condition that cannot be answered for a row.</summary>
    public static DiagnosticDescriptor Undecided { get; } = new("DUTY3110", DiagnosticSeverity.Warning,
        "`{0}` cannot be answered for this row, so {1}",
        "本行无法判断 `{0}`，因此{2}",
        "a cell that it reads is empty",
        "条件涉及的单元格为空");

    /// <summary>A value that does not fit the field it is meant for.</summary>
    public static DiagnosticDescriptor WrongValue { get; } = Error("DUTY3111",
        "field `{0}` of `{1}` should be {2}, but is `{3}`",
        "`{1}` 的字段 `{0}` 应为{2}，实际为 `{3}`");

    /// <summary>An id that came out empty.</summary>
    public static DiagnosticDescriptor EmptyId { get; } = Error("DUTY3112",
        "the id of this row is empty",
        "本行的编号为空");

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
