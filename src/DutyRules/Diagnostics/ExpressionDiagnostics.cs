namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with a condition or another expression.</summary>
public static class ExpressionDiagnostics
{
    /// <summary>A name that nothing has. Arguments: the name, a suggestion.</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error(
        2001, "no field, state or parameter `{0}`{1}", "没有名为 `{0}` 的字段、状态或参数{1}")
        with { Title = new("an unknown name in a condition", "条件中的未知名称"), HasEdit = true };

    /// <summary>A character that the language does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownCharacter = Error(
        2002, "`{0}` has no meaning in a condition", "条件中不能使用 `{0}`")
        with { Title = new("a sign that conditions do not have", "条件中没有的符号") };

    /// <summary>A character of a Chinese input method. Arguments: as written, as it should be.</summary>
    public static readonly DiagnosticDescriptor FullWidth = Error(
        2003, "`{0}` is full-width; write `{1}`", "`{0}` 是全角字符，请改为 `{1}`")
        with { Title = new("a full-width sign", "全角符号"), HasEdit = true };

    /// <summary>What means something else, or nothing, in C#. Arguments: as written, as it should be.</summary>
    public static readonly DiagnosticDescriptor OtherSign = Error(
        2004, "write `{1}` instead of `{0}`", "请把 `{0}` 改为 `{1}`")
        with { Title = new("the sign of another language", "其他语言的符号"), HasEdit = true };

    /// <summary>A value is missing. Argument: where.</summary>
    public static readonly DiagnosticDescriptor MissingValue = Error(
        2005, "a value is missing {0}", "{0}缺少一个值")
        with { Title = new("a missing value", "缺少的值") };

    /// <summary>Two values stand side by side. Argument: the second.</summary>
    public static readonly DiagnosticDescriptor MissingOperator = Error(
        2006, "an operator is missing before `{0}`", "`{0}` 之前缺少运算符",
        "write for instance `==`, `<=` or `is` to compare, `&&` or `||` to join conditions",
        "比较用 `==`、`<=` 或 `is` 等，连接两个条件用 `&&` 或 `||`")
        with { Title = new("a missing operator", "缺少的运算符") };

    /// <summary>Something else is needed. Arguments: what is needed, what is there.</summary>
    public static readonly DiagnosticDescriptor Expected = Error(
        2007, "expected `{0}` but found {1}", "此处应为 `{0}`，却是{1}")
        with { Title = new("something else is expected", "此处应为其他内容") };

    /// <summary>Something that cannot stand here. Argument: what is there.</summary>
    public static readonly DiagnosticDescriptor Unexpected = Error(
        2008, "{0} cannot stand here", "此处不能是{0}")
        with { Title = new("something that cannot stand here", "不能写在这里的内容") };

    /// <summary>Brackets without end. Argument: the bracket.</summary>
    public static readonly DiagnosticDescriptor Unclosed = Error(
        2009, "this `{0}` is never closed", "此处的 `{0}` 没有闭合")
        with { Title = new("a bracket or quote that is never closed", "没有闭合的括号或引号") };

    /// <summary>A backslash with a wrong letter. Argument: the two.</summary>
    public static readonly DiagnosticDescriptor BadEscape = Error(
        2010, "`{0}` is not an escape in a text", "`{0}` 不是文本中的转义写法",
        "write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a line break",
        "反斜杠写 `\\\\`，引号写 `\\\"`，换行写 `\\n`")
        with { Title = new("an unknown escape", "未知的转义") };

    /// <summary>A number that cannot be held. Argument: the number.</summary>
    public static readonly DiagnosticDescriptor NumberTooLarge = Error(
        2011, "`{0}` has too many digits", "`{0}` 的位数过多",
        "whole numbers go up to 9223372036854775807, numbers with a point have at most 28 digits",
        "整数最大为 9223372036854775807，小数最多 28 位数字")
        with { Title = new("a number that is too large", "过大的数") };

    /// <summary>A number written in a way that C# reads differently. Argument: the number.</summary>
    public static readonly DiagnosticDescriptor BadNumber = Error(
        2012, "`{0}` is not a number", "`{0}` 不是一个数",
        "write digits, with one point at most: `1_000`, `0.5`",
        "请写数字，最多一个小数点，例如 `1_000`、`0.5`")
        with { Title = new("no number", "不是数") };

    /// <summary>A unit nobody knows. Argument: the unit.</summary>
    public static readonly DiagnosticDescriptor UnknownUnit = Error(
        2013, "`{0}` is not a unit of time", "`{0}` 不是时间单位",
        "write `s`, `min`, `h` or `d` (of 24 hours)", "请用 `秒`、`分钟`、`小时`，或 `d`（24 小时）")
        with { Title = new("an unknown unit of time", "未知的时间单位") };

    /// <summary>A calendar unit where a length of time is needed. Argument: the unit.</summary>
    public static readonly DiagnosticDescriptor CalendarUnit = Error(
        2014, "`{0}` is counted on the calendar and has no fixed length", "`{0}` 按日历计算，长度不固定",
        "for 24 hours write `24 h` or `1 d`", "如指 24 小时，请写 `24 小时` 或 `1 d`")
        with { Title = new("a unit of the calendar", "日历单位") };

    /// <summary>No such time of day or date. Argument: as written.</summary>
    public static readonly DiagnosticDescriptor NoSuchTime = Error(
        2015, "`{0}` does not exist", "`{0}` 不存在",
        "times go from 0:00 to 23:59:59; dates are written `Date(2026, 3, 2)`",
        "钟点从 0:00 到 23:59:59；日期写作 `Date(2026, 3, 2)`")
        with { Title = new("a time or date that does not exist", "不存在的时刻或日期") };

    /// <summary>A text beyond the limit. Argument: the limit.</summary>
    public static readonly DiagnosticDescriptor TooLong = Error(
        2016, "the condition is longer than {0} characters", "条件超过 {0} 个字符", "split it up", "请拆分")
        with { Title = new("a condition that is too long", "过长的条件") };

    /// <summary>Brackets beyond the limit. Argument: the limit.</summary>
    public static readonly DiagnosticDescriptor TooDeep = Error(
        2017, "the condition is nested more than {0} deep", "条件嵌套超过 {0} 层", "split it up", "请拆分")
        with { Title = new("a condition that is nested too deep", "嵌套过深的条件") };

    /// <summary>A pattern word between conditions. Arguments: the word, the sign.</summary>
    public static readonly DiagnosticDescriptor WordBetweenConditions = Error(
        2018, "`{0}` belongs after `is`; write `{1}` here", "`{0}` 只用在 `is` 之后，此处请写 `{1}`",
        "conditions are joined by `&&` and `||` and negated by `!`, as in C#",
        "条件之间用 `&&`、`||` 连接，用 `!` 取反，与 C# 相同")
        with { Title = new("a word of patterns between conditions", "条件之间用了模式的词"), HasEdit = true };

    /// <summary>A minus that was read as a hyphen. Arguments: as written, with spaces.</summary>
    public static readonly DiagnosticDescriptor MinusWithoutSpaces = Error(
        2019, "no field, state or parameter `{0}`; to subtract, write `{1}`",
        "没有名为 `{0}` 的字段、状态或参数；如为减法，请写 `{1}`",
        "put spaces around minus; without them it is part of the name",
        "减号两边要留空格，否则算作名称的一部分")
        with { Title = new("a minus without blanks", "减号两边没有空格"), HasEdit = true };

    /// <summary><c>null</c>.</summary>
    public static readonly DiagnosticDescriptor Null = Error(
        2020, "`null` is not used in conditions", "条件中不使用 `null`",
        "a value that an event does not carry makes the whole condition unknown; there is nothing to compare with",
        "事件缺少的值会使整个条件成为未知，无需与空值比较")
        with { Title = new("null", "空值") };

    /// <summary><c>5 &lt; x &lt;= 10</c>. Argument: what to write.</summary>
    public static readonly DiagnosticDescriptor Chain = Error(
        2021, "two comparisons cannot be chained; write `{0}`", "比较不能连写，请写 `{0}`")
        with { Title = new("comparisons in a chain", "连写的比较"), HasEdit = true };

    /// <summary>Different kinds compared. Arguments: left text, left kind, right text, right kind.</summary>
    public static readonly DiagnosticDescriptor NotComparable = Error(
        2022, "`{0}` is {1} and `{2}` is {3}; they cannot be compared", "`{0}` 是{1}，`{2}` 是{3}，两者不能比较")
        with { Title = new("things that cannot be compared", "不能比较的内容") };

    /// <summary>An order of what has none. Arguments: the sign, the text, the kind.</summary>
    public static readonly DiagnosticDescriptor NoOrder = Error(
        2023, "`{0}` needs values that have an order, but `{1}` is {2}", "`{0}` 只能用于有大小先后的值，而 `{1}` 是{2}",
        "use `==`, `!=` or `is`", "请用 `==`、`!=` 或 `is`")
        with { Title = new("an order of what has none", "没有先后的内容") };

    /// <summary>An operator on kinds it is not for. Arguments: the sign, left text, left kind, right text, right kind.</summary>
    public static readonly DiagnosticDescriptor NoSuchOperation = Error(
        2024, "`{0}` cannot be used on `{1}`, {2}, and `{3}`, {4}", "`{0}` 不能用于 `{1}`（{2}）和 `{3}`（{4}）")
        with { Title = new("an operation that does not exist", "不存在的运算") };

    /// <summary>A prefix operator on a kind it is not for. Arguments: the sign, the text, the kind.</summary>
    public static readonly DiagnosticDescriptor NoSuchPrefix = Error(
        2025, "`{0}` cannot be used on `{1}`, which is {2}", "`{0}` 不能用于 `{1}`，它是{2}")
        with { Title = new("a sign before the wrong kind of value", "符号用于不合适的值") };

    /// <summary>The value is of another kind than needed. Arguments: the text, its kind, the needed kind.</summary>
    public static readonly DiagnosticDescriptor WrongKind = Error(
        2026, "`{0}` is {1}, but {2} is needed here", "`{0}` 是{1}，此处需要{2}")
        with { Title = new("a value of the wrong kind", "类型不符的值") };

    /// <summary>The two results of <c>?:</c> differ in kind. Arguments: left text, left kind, right text, right kind.</summary>
    public static readonly DiagnosticDescriptor DifferentResults = Error(
        2027, "`{0}` is {1} and `{2}` is {3}; both sides of `:` must be of one kind", "`{0}` 是{1}，`{2}` 是{3}；`:` 两边必须是同一种值")
        with { Title = new("two results of different kinds", "两种结果类型不同") };

    /// <summary>A word that is not of the list. Arguments: the word, the list, a suggestion.</summary>
    public static readonly DiagnosticDescriptor NotAChoice = Error(
        2028, "`{0}` is not one of {1}{2}", "`{0}` 不在 {1} 之中{2}")
        with { Title = new("a word that is not among the choices", "不在选项中的词"), HasEdit = true };

    /// <summary>A text without quotes. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor TextWithoutQuotes = Error(
        2029, "no field, state or parameter `{0}`; a text stands in quotes: `\"{0}\"`",
        "没有名为 `{0}` 的字段、状态或参数；文本要加引号：`\"{0}\"`")
        with { Title = new("a text without quotes", "没有加引号的文本"), HasEdit = true };

    /// <summary>A blank that was never filled. Argument: the parameter.</summary>
    public static readonly DiagnosticDescriptor ParameterNotSet = Error(
        2030, "parameter `{0}` has no value", "参数 `{0}` 尚未取值",
        "set `{0}` before this policy can run", "给 `{0}` 赋值后，本制度才能运行")
        with { Title = new("a parameter without a value, in a condition", "条件中的参数尚未取值") };

    /// <summary>A part of a state's key that nothing provides. Arguments: the state, the part.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error(
        2031, "`{0}` is kept for each `{1}`, and nothing here says which `{1}`", "`{0}` 按 `{1}` 分别记录，此处未说明是哪个 `{1}`",
        "write it in brackets: `{0}(...)`", "请在括号中写明：`{0}(...)`")
        with { Title = new("a state without its key", "没有写明键的状态") };

    /// <summary>Too many or too few arguments. Arguments: the name, how many are needed, how many there are.</summary>
    public static readonly DiagnosticDescriptor ArgumentCount = Error(
        2032, "`{0}` takes {1} in its brackets, not {2}", "`{0}` 的括号中应有 {1} 项，而不是 {2} 项")
        with { Title = new("too many or too few in the brackets", "括号中项数不对") };

    /// <summary>An event has no such field. Arguments: the event, the name, a suggestion.</summary>
    public static readonly DiagnosticDescriptor UnknownField = Error(
        2033, "`{0}` has no field `{1}`{2}", "`{0}` 没有字段 `{1}`{2}")
        with { Title = new("an unknown field in a condition", "条件中的未知字段"), HasEdit = true };

    /// <summary>A value has no such part. Arguments: the text, its kind, the part.</summary>
    public static readonly DiagnosticDescriptor UnknownPart = Error(
        2034, "`{0}`, {1}, has no `.{2}`", "`{0}`（{1}）没有 `.{2}`")
        with { Title = new("a value without such a part", "没有这一部分的值") };

    /// <summary>A call of what is no function. Arguments: the name, a suggestion.</summary>
    public static readonly DiagnosticDescriptor UnknownFunction = Error(
        2035, "`{0}` is not a function, a state or a table{1}", "`{0}` 不是函数、状态或分档表{1}",
        "there are `Math.Abs`, `Math.Min`, `Math.Max`, `At`, `Date`, the states, the tables, and `StartsWith`, `EndsWith` and `Contains` of a text",
        "可用的有 `Math.Abs`、`Math.Min`、`Math.Max`、`At`、`Date`、各状态、各分档表，以及文本的 `StartsWith`、`EndsWith`、`Contains`")
        with { Title = new("an unknown function", "未知的函数") };

    /// <summary>An event where a value is needed. Argument: its name.</summary>
    public static readonly DiagnosticDescriptor EventIsNoValue = Error(
        2036, "`{0}` is an event, not a value", "`{0}` 是事件，不是一个值", "name a field of it: `{0}.…`", "请写出它的字段：`{0}.…`")
        with { Title = new("an event where a value is needed", "需要值的地方写了事件") };

    /// <summary>A field of the opening event without its name. Arguments: the field, how to write it.</summary>
    public static readonly DiagnosticDescriptor FieldOfTrigger = Error(
        2037, "`{0}` is a field of the event that opened this; write `{1}`", "`{0}` 是触发事件的字段，请写 `{1}`")
        with { Title = new("a field of the opening event without its name", "没有写明触发事件的字段"), HasEdit = true };

    /// <summary>Something that changes, after <c>is</c>. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor PatternNotFixed = Error(
        2038, "after `is` only fixed values can stand, and `{0}` is none", "`is` 之后只能是固定的值，而 `{0}` 不是",
        "compare with `==`, `<`, `<=`, `>` or `>=`, and join conditions with `&&` or `||`",
        "请用 `==`、`<`、`<=`、`>`、`>=` 比较，并用 `&&`、`||` 连接条件")
        with { Title = new("something that changes after is", "is 之后不是固定的值") };

    /// <summary>A pattern that excludes everything. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor NeverTrue = Error(
        2039, "`{0}` can never be true", "`{0}` 永远不成立")
        with { Title = new("a condition that can never be true", "永远不成立的条件") };

    /// <summary>A pattern that excludes nothing. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor AlwaysTrue = Warning(
        2040, "`{0}` is always true", "`{0}` 永远成立")
        with { Title = new("a condition that is always true", "永远成立的条件") };

    /// <summary>Two fixed values compared. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor FixedComparison = Warning(
        2041, "`{0}` compares two fixed values", "`{0}` 比较的是两个固定的值")
        with { Title = new("two fixed values compared", "比较两个固定的值") };

    /// <summary>A calculation with fixed values that has no result. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor NoResult = Error(
        2042, "`{0}` has no result", "`{0}` 没有结果",
        "it divides by zero or leaves the range of numbers", "除数为零，或超出了数值范围")
        with { Title = new("a calculation without a result", "没有结果的计算") };

    /// <summary>A division that loses its fraction and is then used as a number. Argument: the text.</summary>
    public static readonly DiagnosticDescriptor FractionCut = Warning(
        2043, "`{0}` divides whole numbers and drops the fraction", "`{0}` 是整数相除，小数部分会被舍去",
        "to keep it, multiply by `1.0` first", "如需保留小数，请先乘以 `1.0`")
        with { Title = new("a fraction that is dropped", "被舍去的小数") };

    /// <summary>A part of a time or date that is not written out. Arguments: the function, the part.</summary>
    public static readonly DiagnosticDescriptor ArgumentNotFixed = Error(
        2044, "`{0}` takes whole numbers, and `{1}` is none", "`{0}` 的括号中应为整数，而 `{1}` 不是")
        with { Title = new("a time put together of what is not fixed", "时刻由不固定的值组成") };

    /// <summary>A duration that cannot be held. Argument: as written.</summary>
    public static readonly DiagnosticDescriptor DurationRange = Error(
        2045, "`{0}` is too long or too fine", "`{0}` 过长或过细",
        "durations go in steps of 100 nanoseconds, up to 29,000 years", "时长以 100 纳秒为最小单位，最长约 29000 年")
        with { Title = new("a length of time that cannot be held", "无法表示的时长") };

    /// <summary>Operators in a row beyond the limit. Argument: the limit.</summary>
    public static readonly DiagnosticDescriptor TooManyOperators = Error(
        2046, "more than {0} operators follow one another", "连续使用的运算符超过 {0} 个", "split it up", "请拆分")
        with { Title = new("too many operators in a row", "连续的运算符过多") };

    /// <summary>A table with cells that are not filled in. Arguments: the table, the cells.</summary>
    public static readonly DiagnosticDescriptor TableNotFilledIn = Error(
        2047, "table `{0}` has no figure for {1}", "分档表 `{0}` 中 {1} 尚未填写",
        "fill it in before this policy can run", "填写后，本制度才能运行")
        with { Title = new("a table without the figure that is needed", "分档表缺少所需数值") };

    /// <summary>A table without anything it is looked up by. Argument: the table.</summary>
    public static readonly DiagnosticDescriptor TableWithoutKeys = Error(
        2048, "`{0}` is a table, and nothing says what it is looked up by", "`{0}` 是分档表，此处未说明按什么查找",
        "write it in brackets: `{0}(...)`", "请在括号中写明：`{0}(...)`")
        with { Title = new("a table without a key", "没有查找项的分档表") };

    /// <summary>Holding a role where no event or act is judged. Argument: the function.</summary>
    public static readonly DiagnosticDescriptor HoldsNotHere = Error(
        2061, "`{0}` asks who holds a role when something happens, and here nothing happens", "`{0}` 问的是某事发生时由谁任职，而此处没有事件",
        "it goes with `where`, `if`, `only if` and `unless`", "请用于 `条件`、`如`、`仅当` 和 `除外`")
        with { Title = new("who holds a role, when nothing happens", "没有事件时问由谁任职") };

    /// <summary>Holding a role that is only seen in events. Argument: the role.</summary>
    public static readonly DiagnosticDescriptor HoldsOfSeen = Error(
        2062, "who holds `{0}` is only seen in events, so it cannot be asked of a moment", "`{0}` 由谁担任只从事件中得知，不能就某一时刻询问",
        "list the holders in the roster", "请在任职名单中列出任职者")
        with { Title = new("whether somebody holds a role that is only seen", "问事后才知道的岗位由谁任职") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownName, UnknownCharacter, FullWidth, OtherSign, MissingValue, MissingOperator, Expected, Unexpected, Unclosed, BadEscape,
        NumberTooLarge, BadNumber, UnknownUnit, CalendarUnit, NoSuchTime, TooLong, TooDeep, WordBetweenConditions, MinusWithoutSpaces, Null,
        Chain, NotComparable, NoOrder, NoSuchOperation, NoSuchPrefix, WrongKind, DifferentResults, NotAChoice, TextWithoutQuotes,
        ParameterNotSet, MissingKey, ArgumentCount, UnknownField, UnknownPart, UnknownFunction, EventIsNoValue, FieldOfTrigger,
        PatternNotFixed, NeverTrue, AlwaysTrue, FixedComparison, NoResult, FractionCut,
        ArgumentNotFixed, DurationRange, TooManyOperators, TableNotFilledIn, TableWithoutKeys, HoldsNotHere, HoldsOfSeen,
    ];

    private static DiagnosticDescriptor Error(int id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new($"DUTY{id}", DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Warning(int id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new($"DUTY{id}", DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);
}
