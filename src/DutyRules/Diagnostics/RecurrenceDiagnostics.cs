using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with a rule of recurrence: DUTY1701 to DUTY1799.</summary>
internal static class RecurrenceDiagnostics
{
    public static readonly DiagnosticDescriptor NotAPart = Error(
        1701, "`{0}` is not of the form NAME=VALUE", "`{0}` 不是 名称=值 的形式",
        "write parts with `;` between them: `FREQ=MONTHLY;BYDAY=2TU`", "各部分之间用 `;` 分隔，例如 `FREQ=MONTHLY;BYDAY=2TU`")
        with { Title = new("not a part of a rule", "不是规则的一部分") };

    public static readonly DiagnosticDescriptor UnknownPart = Error(
        1702, "a rule of recurrence has no part `{0}`", "重复规则没有 `{0}` 这一部分", "there is {1}", "可用的有 {1}")
        with { Title = new("an unknown part of a rule", "未知的规则部分") };

    public static readonly DiagnosticDescriptor RepeatedPart = Error(
        1703, "`{0}` stands twice in the rule", "`{0}` 在规则中出现了两次", "write all values after one `{0}=`, with commas between them", "请把所有值写在同一个 `{0}=` 之后，用逗号分隔")
        with { Title = new("a part that stands twice", "重复的规则部分") };

    public static readonly DiagnosticDescriptor ValueMissing = Error(
        1704, "a value of `{0}` is missing", "`{0}` 缺少值", "write the value, or leave the part out", "请写上值，或去掉这一部分")
        with { Title = new("a part without a value", "没有值的规则部分") };

    public static readonly DiagnosticDescriptor FrequencyMissing = Error(
        1705, "the rule does not say how often: `FREQ` is missing", "规则没有说明频率：缺少 `FREQ`",
        "begin it with `FREQ=DAILY`, `FREQ=WEEKLY`, `FREQ=MONTHLY` or `FREQ=YEARLY`", "请以 `FREQ=DAILY`、`FREQ=WEEKLY`、`FREQ=MONTHLY` 或 `FREQ=YEARLY` 开头")
        with { Title = new("a rule that does not say how often", "没有频率的规则") };

    public static readonly DiagnosticDescriptor UnknownFrequency = Error(
        1706, "`{0}` is no frequency", "`{0}` 不是频率", "write `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`", "请写 `DAILY`、`WEEKLY`、`MONTHLY` 或 `YEARLY`")
        with { Title = new("an unknown frequency", "未知的频率") };

    public static readonly DiagnosticDescriptor BelowADay = Error(
        1707, "`{0}` divides the day, but the rule is one of dates", "`{0}` 细分到一天之内，而规则只涉及日期",
        "leave it out, and give the time of day apart from the rule", "请去掉，并在规则之外写明钟点")
        with { Title = new("a rule that goes below the day", "细分到一天之内的规则") };

    public static readonly DiagnosticDescriptor WrongNumber = Error(
        1708, "`{0}` is not a whole number from 1 to {1}", "`{0}` 不是 1 到 {1} 的整数")
        with { Title = new("a number out of range", "超出范围的数") };

    public static readonly DiagnosticDescriptor WrongSignedNumber = Error(
        1709, "`{0}` is not a whole number from 1 to {1} or from -{1} to -1", "`{0}` 不是 1 到 {1} 或 -{1} 到 -1 的整数",
        "a number below 0 counts from the end", "负数表示从末尾数起")
        with { Title = new("a number out of range, on either side", "正负都超出范围的数") };

    public static readonly DiagnosticDescriptor WrongWeekday = Error(
        1710, "`{0}` is no weekday", "`{0}` 不是星期几",
        "write `MO`, `TU`, `WE`, `TH`, `FR`, `SA` or `SU`; `2TU` is the second Tuesday, `-1FR` the last Friday",
        "请写 `MO`、`TU`、`WE`、`TH`、`FR`、`SA` 或 `SU`；`2TU` 为第二个星期二，`-1FR` 为最后一个星期五")
        with { Title = new("no weekday", "不是星期几") };

    public static readonly DiagnosticDescriptor WrongDate = Error(
        1711, "`{0}` is not a date", "`{0}` 不是日期", "write `UNTIL=20261231`", "请写 `UNTIL=20261231`")
        with { Title = new("no date in a rule", "规则中不是日期") };

    public static readonly DiagnosticDescriptor CountAndUntil = Error(
        1712, "`COUNT` and `UNTIL` do not go together", "`COUNT` 和 `UNTIL` 不能同时使用", "keep one of the two", "请只保留一个")
        with { Title = new("two ends of one rule", "规则有两个终点") };

    public static readonly DiagnosticDescriptor NotWith = Error(
        1713, "`{0}` has no meaning with `{1}`", "`{0}` 不能与 `{1}` 同用", "leave it out, or write `{2}`", "请去掉，或改为 `{2}`")
        with { Title = new("a part that the frequency does not have", "与频率不合的部分") };

    public static readonly DiagnosticDescriptor OrdinalNotWith = Error(
        1714, "`{0}` has no meaning with `{1}`", "`{0}` 不能与 `{1}` 同用",
        "write `{2}`; weekdays are counted in months and years only", "请写 `{2}`；只有按月或按年才能数第几个星期几")
        with { Title = new("a counted weekday where none can be counted", "不能数第几个星期几") };

    public static readonly DiagnosticDescriptor PositionOfNothing = Error(
        1715, "`BYSETPOS` picks from the days of another part, and there is none", "`BYSETPOS` 要从另一部分给出的日子中选取，而规则中没有",
        "add `BYDAY`, `BYMONTHDAY` or another part that begins with `BY`", "请加上 `BYDAY`、`BYMONTHDAY` 等以 `BY` 开头的部分")
        with { Title = new("a position of nothing", "没有可选取的日子") };

    public static readonly DiagnosticDescriptor Never = Error(
        1716, "no date from {0} on fits the rule", "从 {0} 起没有任何日期符合该规则",
        "see whether its parts exclude one another (as 30 February does), and whether `UNTIL` is late enough", "请检查各部分是否互相排斥（例如 2 月 30 日），以及 `UNTIL` 是否过早")
        with { Title = new("a rule that fits no date", "没有相符日期的规则") };

    public static readonly DiagnosticDescriptor EmptyPart = Error(
        1717, "a part of the rule is empty", "规则中有一部分是空的", "leave out the `;` before or after it", "请去掉它前面或后面的 `;`")
        with { Title = new("an empty part", "空的部分") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotAPart, UnknownPart, RepeatedPart, ValueMissing, FrequencyMissing, UnknownFrequency, BelowADay, WrongNumber, WrongSignedNumber, WrongWeekday,
        WrongDate, CountAndUntil, NotWith, OrdinalNotWith, PositionOfNothing, Never, EmptyPart,
    ];
}
