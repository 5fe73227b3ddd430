using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>What can be wrong with a table of events or a feed file: DUTY3101 to DUTY3199.</summary>
public static class FeedDiagnostics
{
    /// <summary>A table without a first row.</summary>
    public static DiagnosticDescriptor NoHeader { get; } = Error("DUTY3101",
        "the table is empty; its first row should name the columns",
        "表格是空的；第一行应为列名")
        with { Title = new("an empty table", "空的表格") };

    /// <summary>A column stands twice.</summary>
    public static DiagnosticDescriptor RepeatedColumn { get; } = Error("DUTY3102",
        "column `{0}` stands twice in the table",
        "表格中列 `{0}` 出现了两次")
        with { Title = new("a column that stands twice", "重复的列") };

    /// <summary>A row that is shorter or longer than the first.</summary>
    public static DiagnosticDescriptor WrongCellCount { get; } = Error("DUTY3103",
        "the row has {0} cells, the first row has {1}",
        "该行有 {0} 个单元格，首行有 {1} 个")
        with { Title = new("a row that is too short or too long", "单元格数不符的行") };

    /// <summary>A stray quotation mark.</summary>
    public static DiagnosticDescriptor BadQuotes { get; } = Error("DUTY3104",
        "the quotation marks of this row do not fit together",
        "该行的引号不配对",
        "put a cell that holds quotation marks in quotation marks, and double those within",
        "含引号的单元格要整体加引号，内部的引号写两次")
        with { Title = new("quotation marks that do not fit together", "不配对的引号") };

    /// <summary>A file that is not text.</summary>
    public static DiagnosticDescriptor NotText { get; } = Error("DUTY3105",
        "the file is not UTF-8 text",
        "文件不是 UTF-8 文本",
        "save it as \"CSV UTF-8\"",
        "请另存为“CSV UTF-8”格式")
        with { Title = new("a table that is not UTF-8", "不是 UTF-8 的表格") };

    /// <summary>A column of the feed that the table does not have.</summary>
    public static DiagnosticDescriptor NoSuchColumn { get; } = Error("DUTY3106",
        "the table `{1}` has no column `{0}`",
        "表格 `{1}` 没有列 `{0}`")
        with { Title = new("a column that the table does not have", "表格没有的列") };

    /// <summary>A cell that does not fit its column's declared type.</summary>
    public static DiagnosticDescriptor WrongCell { get; } = Error("DUTY3107",
        "column `{0}` should be {1}, but is `{2}`",
        "列 `{0}` 应为{1}，实际为 `{2}`")
        with { Title = new("a cell that does not fit its column", "与列类型不符的单元格") };

    /// <summary>A cell that should hold a time.</summary>
    public static DiagnosticDescriptor NotATime { get; } = Error("DUTY3108",
        "`{0}` is not a time of the form `{1}`",
        "`{0}` 不符合时间格式 `{1}`")
        with { Title = new("a cell that is no time", "不是时间的单元格") };

    /// <summary>A time of day without a date.</summary>
    public static DiagnosticDescriptor NotADate { get; } = Error("DUTY3109",
        "`{0}` is not a date of the form `{1}`",
        "`{0}` 不符合日期格式 `{1}`")
        with { Title = new("a cell that is no date", "不是日期的单元格") };

    /// <summary>A condition that cannot be answered for a row.</summary>
    public static DiagnosticDescriptor Undecided { get; } = new("DUTY3110", DiagnosticSeverity.Warning,
        "`{0}` cannot be answered for this row, so {1}",
        "本行无法判断 `{0}`，因此{1}",
        "a cell that it reads is empty",
        "条件涉及的单元格为空")
        { Title = new("a condition that cannot be answered", "无法判断的条件") };

    /// <summary>A value that does not fit the field it is meant for.</summary>
    public static DiagnosticDescriptor WrongValue { get; } = Error("DUTY3111",
        "field `{0}` of `{1}` should be {2}, but is `{3}`",
        "`{1}` 的字段 `{0}` 应为{2}，实际为 `{3}`")
        with { Title = new("a value that does not fit its field", "与字段类型不符的值") };

    /// <summary>An id that came out empty.</summary>
    public static DiagnosticDescriptor EmptyId { get; } = Error("DUTY3112",
        "the id of this row is empty",
        "本行的编号为空")
        with { Title = new("a row without an id", "没有编号的行") };

    /// <summary>A date or time that the row does not hold.</summary>
    public static DiagnosticDescriptor NoTime { get; } = Error("DUTY3113",
        "`{0}` is empty, so the event has no time",
        "`{0}` 为空，因此事件没有时间",
        "if such rows yield no event, say so: `when` or `skip when`",
        "如果这样的行不产生事件，请用 `遇有` 或 `略过` 写明")
        with { Title = new("a row without a time", "没有时间的行") };

    /// <summary>A table that does not hold events as they are written in JSON.</summary>
    public static DiagnosticDescriptor NotEvents { get; } = Error("DUTY3114",
        "the table `{0}` has no column `{1}`, so its rows are not events",
        "表格 `{0}` 没有列 `{1}`，因此各行不是事件",
        "name the columns as fields of events are named, or map the table with a feed file: `--feed FILE`",
        "请用事件字段的名称作列名，或用数据源文件转换表格：`--feed 文件`")
        with { Title = new("a table that holds no events", "不是事件的表格") };

    /// <summary>Braces that do not fit together.</summary>
    public static DiagnosticDescriptor BadBraces { get; } = Error("DUTY3121",
        "a column is named in braces, but these do not fit together",
        "列名写在花括号中，但括号不配对",
        "write \"{{column}}\"; a brace that is meant as such is doubled",
        "请写 \"{{列名}}\"；要表示花括号本身时写两次")
        with { Title = new("braces that do not fit together", "不配对的花括号") };

    /// <summary>Braces without quotes are something else in YAML.</summary>
    public static DiagnosticDescriptor QuotesNeeded { get; } = Error("DUTY3122",
        "a text with braces needs quotation marks",
        "含花括号的文字要加引号",
        "write \"{{column}}\"",
        "请写 \"{{列名}}\"")
        with { Title = new("braces without quotation marks", "没有加引号的花括号") };

    /// <summary>A feed of another vocabulary.</summary>
    public static DiagnosticDescriptor OtherVocabulary { get; } = Error("DUTY3123",
        "the feed is written for vocabulary `{0}`, but the policies use `{1}`",
        "数据源使用词汇表 `{0}`，而制度使用 `{1}`")
        with { Title = new("a feed of another vocabulary", "其他词汇表的数据源") };

    /// <summary>An event type that is not declared.</summary>
    public static DiagnosticDescriptor UnknownEvent { get; } = Error("DUTY3124",
        "no event type is called `{0}`{1}",
        "没有名为 `{0}` 的事件类型{1}")
        with { Title = new("an unknown event in a feed", "数据源中的未知事件") };

    /// <summary>A field that the event type does not have.</summary>
    public static DiagnosticDescriptor UnknownField { get; } = Error("DUTY3125",
        "event type `{0}` has no field `{1}`{2}",
        "事件类型 `{0}` 没有字段 `{1}`{2}")
        with { Title = new("an unknown field in a feed", "数据源中的未知字段") };

    /// <summary>An event that would belong nowhere.</summary>
    public static DiagnosticDescriptor PartitionNeeded { get; } = Error("DUTY3126",
        "the event needs a value for `{0}`, or it belongs nowhere",
        "事件需要 `{0}` 的值，否则不知道属于哪里",
        "add it under `fields`; a constant is written as it is: {0}: east",
        "请在 `字段` 下写明；固定值直接写：{0}: east")
        with { Title = new("an event of a feed that belongs nowhere", "数据源的事件不知属于哪里") };

    /// <summary>A pattern of times that cannot be understood.</summary>
    public static DiagnosticDescriptor BadFormat { get; } = Error("DUTY3127",
        "`{0}` is not a format of times",
        "`{0}` 不是时间格式",
        "write H for hours, mm for minutes, ss for seconds, yyyy-MM-dd for dates: `H:mm:ss`, `yyyy/MM/dd HH:mm`",
        "H 表示小时，mm 分钟，ss 秒，yyyy-MM-dd 日期：`H:mm:ss`、`yyyy/MM/dd HH:mm`")
        with { Title = new("an unknown format of times", "未知的时间格式") };

    /// <summary>A grain that is not one.</summary>
    public static DiagnosticDescriptor BadGrain { get; } = Error("DUTY3128",
        "the grain is `second` or `minute`, not `{0}`",
        "时间精度只能是 `秒` 或 `分钟`，不是 `{0}`")
        with { Title = new("an unknown grain", "未知的时间精度") };

    /// <summary>A time of day is read, but of which day is not said.</summary>
    public static DiagnosticDescriptor DateNeeded { get; } = Error("DUTY3129",
        "`{0}` has a meaning only with times of day; say the `date`",
        "`{0}` 只对时刻有意义；请写明 `日期`")
        with { Title = new("a date format without a date", "没有日期的日期格式") };

    /// <summary>What a row does not have.</summary>
    public static DiagnosticDescriptor NoSuchProperty { get; } = Error("DUTY3130",
        "a row has no `{0}` of its own",
        "行没有自己的 `{0}`",
        "declare the column under `columns`",
        "请在 `列` 下声明该列")
        with { Title = new("what a row does not have", "行没有的内容") };

    /// <summary>A separator of more than one character.</summary>
    public static DiagnosticDescriptor BadSeparator { get; } = Error("DUTY3131",
        "the separator is one character, or `tab`",
        "分隔符是一个字符，或 `tab`")
        with { Title = new("a separator of several characters", "多个字符的分隔符") };

    /// <summary>An event of some length needs an end.</summary>
    public static DiagnosticDescriptor UntilNeeded { get; } = Error("DUTY3132",
        "events of type `{0}` have a beginning and an end; `{1}` is missing",
        "`{0}` 类事件有始有终；缺少 `{1}`")
        with { Title = new("an event of a feed without an end", "数据源的事件缺少结束") };

    /// <summary>An event without length has no end.</summary>
    public static DiagnosticDescriptor UntilNotHere { get; } = Error("DUTY3133",
        "events of type `{0}` have no length, so `{1}` has no meaning here",
        "`{0}` 类事件没有时长，不能写 `{1}`")
        with { Title = new("an end of an event that has none", "数据源为瞬间事件写了结束") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NoHeader, RepeatedColumn, WrongCellCount, BadQuotes, NotText, NoSuchColumn, WrongCell, NotATime, NotADate, NoTime, NotEvents, Undecided,
        WrongValue, EmptyId, BadBraces, QuotesNeeded, OtherVocabulary, UnknownEvent, UnknownField, PartitionNeeded, BadFormat,
        BadGrain, DateNeeded, NoSuchProperty, BadSeparator, UntilNeeded, UntilNotHere,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
