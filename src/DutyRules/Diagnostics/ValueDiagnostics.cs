using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with figures, times and other values.</summary>
internal static class ValueDiagnostics
{
    public static readonly DiagnosticDescriptor NotUnderstood = Error(
        1201, "`{0}` is not understood here", "此处的 `{0}` 无法理解")
        with { Title = new("a value that is not understood", "无法理解的值") };

    public static readonly DiagnosticDescriptor BareFigure = Error(
        1202, "`{0}` alone is no bound", "`{0}` 没有说明是上限还是下限",
        "write `at least`, `at most`, `more than`, `less than` or `exactly` before it, or `between 2 and 3`",
        "请在前面写明 `不少于`、`不超过`、`超过`、`不足` 或 `恰好`，或写 `2 至 3`")
        with { Title = new("a figure that is no bound", "没有说明上下限的数") };

    public static readonly DiagnosticDescriptor SignForWord = Error(
        1203, "bounds are written in words: `{1}`, not `{0}`", "上下限请用文字：`{1}`，不用 `{0}`")
        with { Title = new("a sign in place of a word", "用符号代替文字"), HasEdit = true };

    public static readonly DiagnosticDescriptor BetweenNeedsTwo = Error(
        1204, "`{0}` needs two figures", "`{0}` 需要两个数", "write `between 2 and 3`", "请写 `2 至 3`")
        with { Title = new("a range with one end", "缺一端的范围") };

    public static readonly DiagnosticDescriptor BoundsCrossed = Error(
        1205, "nothing can be `{0}`: the first figure is greater than the second", "没有什么能满足 `{0}`：前一个数大于后一个数")
        with { Title = new("a range that nothing lies in", "空的范围") };

    public static readonly DiagnosticDescriptor WholeNumberNeeded = Error(
        1206, "`{0}` is not a whole number", "`{0}` 不是整数")
        with { Title = new("a number that is not whole", "不是整数") };

    public static readonly DiagnosticDescriptor CountNeeded = Error(
        1210, "`{0}` is not a whole number from 0 to 2147483647", "`{0}` 不是 0 到 2147483647 的整数")
        with { Title = new("a count that is no whole number", "次数不是整数") };

    public static readonly DiagnosticDescriptor NumberNeeded = Error(
        1207, "`{0}` is not a number", "`{0}` 不是数")
        with { Title = new("no number", "不是数") };

    public static readonly DiagnosticDescriptor ShareNeeded = Error(
        1208, "`{0}` is not a share", "`{0}` 不是比例", "write a percentage from 0% to 100%", "请写 0% 到 100% 的百分比")
        with { Title = new("a share beyond 0% to 100%", "不在 0% 至 100% 之间的比例") };

    public static readonly DiagnosticDescriptor YesOrNoNeeded = Error(
        1209, "`{0}` is neither `yes` nor `no`", "`{0}` 既不是 `是` 也不是 `否`")
        with { Title = new("neither yes nor no", "既不是“是”也不是“否”") };

    public static readonly DiagnosticDescriptor DurationNeeded = Error(
        1211, "`{0}` is not a length of time", "`{0}` 不是时长", "write for instance `30 min`, `2 h` or `1 h 30 min`", "例如 `30 分钟`、`2 小时`、`1 小时 30 分钟`")
        with { Title = new("no length of time", "不是时长") };

    public static readonly DiagnosticDescriptor UnitMissing = Error(
        1212, "`{0}` has no unit", "`{0}` 没有单位", "write `s`, `min` or `h` after it", "请在后面写 `秒`、`分钟` 或 `小时`")
        with { Title = new("a length of time without a unit", "没有单位的时长") };

    public static readonly DiagnosticDescriptor ClockForDuration = Error(
        1213, "`{0}` is a time of day; a length of time is needed: `{1}`", "`{0}` 是钟点，此处需要时长：`{1}`")
        with { Title = new("a time of day where a length is needed", "应写时长的地方写了钟点"), HasEdit = true };

    public static readonly DiagnosticDescriptor CalendarUnit = Error(
        1214, "`{0}` is counted on the calendar; a calendar day is not always 24 hours", "`{0}` 按日历计算，一个日历日不一定是 24 小时",
        "write `24 h` for elapsed time, or for days of the calendar `due: next day, end of day`, `due: 3 days later, end of day` or `within: 1 working day`",
        "如指经过的时间，请写 `24 小时`；如指日历日，请写 `最迟: 次日结束前`、`最迟: 3天后当日结束前` 或 `时限: 1个工作日`")
        with { Title = new("a day that may be 24 hours or a date", "可以指 24 小时也可以指次日的“一天”") };

    public static readonly DiagnosticDescriptor MonthLaterMayBeMissing = Error(
        1216, "`{0}` after the 31st there may be no such day", "31 日之后 `{0}` 可能没有这一天",
        "write `{0}, or the last day`, or `{0}, if there is one`", "请写 `{0}，无此日则月末` 或 `{0}，无此日则免`")
        with { Title = new("a month later, which may have no such day", "一个月后可能没有这一天") };

    public static readonly DiagnosticDescriptor DaysAndHours = Error(
        1217, "`{0}` mixes days of the calendar with elapsed time", "`{0}` 混用了日历日和经过的时间",
        "write `{1}` alone, which ends with that day, or elapsed time alone, such as `48 h`", "请只写 `{1}`（至当日结束），或只写经过的时间，例如 `48 小时`")
        with { Title = new("days and hours mixed", "日历日与小时混用") };

    public static readonly DiagnosticDescriptor WeekdayMayBeMissing = Error(
        1218, "not every month has a `{0}`", "不是每个月都有 `{0}`",
        "write `{0}, or the last one`, or `{0}, if there is one`", "请写 `{0}，无此日则取最后一个` 或 `{0}，无此日则免`")
        with { Title = new("a weekday that a month may lack", "不是每月都有的星期几") };

    public static readonly DiagnosticDescriptor DurationTooLong = Error(
        1215, "`{0}` is too long", "`{0}` 过长", "a length of time is 100 years at most", "时长最多 100 年")
        with { Title = new("a length of time beyond all bounds", "过长的时长") };

    public static readonly DiagnosticDescriptor TimeNeeded = Error(
        1221, "`{0}` is not a time of day{1}", "`{0}` 不是钟点{1}", "write for instance `7:40` or `18:00`", "例如 `7:40`、`18:00`")
        with { Title = new("no time of day", "不是钟点") };

    public static readonly DiagnosticDescriptor TwentyFourHours = Error(
        1222, "there is no `{0}`; a day ends before it", "没有 `{0}` 这个钟点，一天在此之前结束", "write `end of day`", "请写 `当日结束前`")
        with { Title = new("24:00", "24:00"), HasEdit = true };

    public static readonly DiagnosticDescriptor NoSuchTime = Error(
        1223, "there is no `{0}`", "没有 `{0}` 这个钟点", "times of day go from 0:00 to 23:59:59", "钟点从 0:00 到 23:59:59")
        with { Title = new("a time that no clock shows", "不存在的钟点") };

    public static readonly DiagnosticDescriptor NoSuchDay = Error(
        1224, "there is no `{0}`", "没有 `{0}`", "days of the month go from 1 to 31", "日期从 1 日到 31 日")
        with { Title = new("a day that no month has", "任何月份都没有的日子") };

    public static readonly DiagnosticDescriptor DayMayBeMissing = Error(
        1225, "not every month has a `{0}`", "不是每个月都有 `{0}`",
        "write `{0}, or the last day`, or `{0}, if there is one`", "请写 `{0}，无此日则月末` 或 `{0}，无此日则免`")
        with { Title = new("a day that some months lack", "有的月份没有的日子") };

    public static readonly DiagnosticDescriptor DayWithoutTime = Error(
        1226, "`{0}` does not say until when on that day", "`{0}` 没有说明当日的几点", "write `{0}, end of day` or `{0}, 18:00`", "请写 `{0}当日结束前` 或 `{0} 18:00`")
        with { Title = new("a day without a time", "没有钟点的日子") };

    public static readonly DiagnosticDescriptor DateNeeded = Error(
        1231, "`{0}` is not a date", "`{0}` 不是日期", "write `2026-03-01` or `2026-03-01T12:00`", "请写 `2026-03-01` 或 `2026-03-01T12:00`")
        with { Title = new("no date", "不是日期") };

    public static readonly DiagnosticDescriptor PlainDateNeeded = Error(
        1235, "`{0}` is not a date", "`{0}` 不是日期", "write for instance `2026-03-01`", "例如 `2026-03-01`")
        with { Title = new("no plain date", "不是不带时刻的日期") };

    public static readonly DiagnosticDescriptor InstantNeeded = Error(
        1232, "`{0}` is not a point in time", "`{0}` 不是时间点", "write `2026-03-01T12:00:00+08:00`", "请写 `2026-03-01T12:00:00+08:00`")
        with { Title = new("no point in time", "不是时间点") };

    public static readonly DiagnosticDescriptor AbbreviatedZone = Error(
        1233, "`{0}` can mean several zones", "`{0}` 可以指多个时区", "write the name of a city, such as `Asia/Shanghai`", "请写城市名，例如 `Asia/Shanghai`")
        with { Title = new("an abbreviated time zone", "缩写的时区"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownZone = Error(
        1234, "no time zone `{0}`{1}", "没有名为 `{0}` 的时区{1}", "zones are named like `Asia/Shanghai`", "时区的写法如 `Asia/Shanghai`")
        with { Title = new("an unknown time zone", "未知的时区") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotUnderstood, BareFigure, SignForWord, BetweenNeedsTwo, BoundsCrossed, WholeNumberNeeded, CountNeeded, NumberNeeded, ShareNeeded, YesOrNoNeeded,
        DurationNeeded, UnitMissing, ClockForDuration, CalendarUnit, MonthLaterMayBeMissing, DaysAndHours, WeekdayMayBeMissing, DurationTooLong, TimeNeeded, TwentyFourHours, NoSuchTime, NoSuchDay,
        DayMayBeMissing, DayWithoutTime, DateNeeded, PlainDateNeeded, InstantNeeded, AbbreviatedZone, UnknownZone,
    ];
}
