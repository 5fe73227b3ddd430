using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>What can be wrong with files of holidays and of shifts: DUTY5001 to DUTY5099.</summary>
public static class ImportDiagnostics
{
    /// <summary>A file that is not JSON.</summary>
    public static DiagnosticDescriptor NotJson { get; } = Error("DUTY5001",
        "the file is not JSON: it breaks off or is misspelt here",
        "文件不是 JSON：此处中断或书写有误")
        with { Title = new("holidays that are not JSON", "不是 JSON 的节假日文件") };

    /// <summary>A value of the wrong type.</summary>
    public static DiagnosticDescriptor WrongType { get; } = Error("DUTY5002",
        "`{0}` should be {1}",
        "`{0}` 应为{1}")
        with { Title = new("a value of the wrong type among holidays", "节假日文件中类型不符的值") };

    /// <summary>A part that is not there.</summary>
    public static DiagnosticDescriptor Missing { get; } = Error("DUTY5003",
        "`{0}` is missing",
        "缺少 `{0}`")
        with { Title = new("something missing among holidays", "节假日文件缺少内容") };

    /// <summary>A date that is none.</summary>
    public static DiagnosticDescriptor NotADate { get; } = Error("DUTY5004",
        "`{0}` is not a date",
        "`{0}` 不是日期",
        "write dates as 2026-10-01",
        "日期写作 2026-10-01")
        with { Title = new("no date among holidays", "节假日文件中不是日期") };

    /// <summary>A day of quite another year.</summary>
    public static DiagnosticDescriptor OtherYear { get; } = Error("DUTY5005",
        "{0} does not belong to the notice of {1}",
        "{0} 不属于 {1} 年的通知")
        with { Title = new("a day of another year", "其他年份的日子") };

    /// <summary>One day, listed twice with other content.</summary>
    public static DiagnosticDescriptor Contradiction { get; } = Error("DUTY5006",
        "{0} is {1} here, but {2} at {3}",
        "{0} 在此处为{1}，而在 {3} 为{2}",
        "keep the one that holds",
        "请只保留有效的一处")
        with { Title = new("a day that is off and not off", "互相矛盾的日子") };

    /// <summary>One day off, listed twice with two names.</summary>
    public static DiagnosticDescriptor SecondName { get; } = Warning("DUTY5007",
        "{0} is {1} here, but {2} at {3}; the day keeps the first name",
        "{0} 在此处为{1}，而在 {3} 为{2}；以先出现的名称为准")
        with { Title = new("a day off with two names", "两个名称的放假日") };

    /// <summary>A notice without days.</summary>
    public static DiagnosticDescriptor NotPublished { get; } = Warning("DUTY5008",
        "no day of {0} is listed: its holidays are not published, so what depends on them is not judged",
        "没有列出 {0} 年的任何一天：该年的节假日安排尚未公布，与之有关的职责不予判定")
        with { Title = new("holidays that are not published", "尚未公布的节假日") };

    /// <summary>The last days of a year belong to the notice of the next.</summary>
    public static DiagnosticDescriptor MayChange { get; } = Info("DUTY5009",
        "days from 26 December {0} on may still change: the notice of {1} is missing",
        "{0} 年 12 月 26 日起的安排仍可能变动：缺少 {1} 年的通知")
        with { Title = new("days that may still change", "仍可能变动的日子") };

    /// <summary>A file that is not an iCalendar.</summary>
    public static DiagnosticDescriptor NotICalendar { get; } = Error("DUTY5021",
        "the file is not an iCalendar: it does not begin with `BEGIN:VCALENDAR`",
        "文件不是 iCalendar：开头不是 `BEGIN:VCALENDAR`")
        with { Title = new("no iCalendar", "不是 iCalendar") };

    /// <summary>A component that never ends.</summary>
    public static DiagnosticDescriptor NotClosed { get; } = Error("DUTY5022",
        "this event has no `END:VEVENT`; the file breaks off",
        "此事件没有 `END:VEVENT`，文件不完整")
        with { Title = new("an event that is never closed", "没有结束的事件") };

    /// <summary>A line that the reader of iCalendar refuses.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Error("DUTY5023",
        "`{0}` cannot be read, so the event is left out",
        "无法读取 `{0}`，该事件被略过")
        with { Title = new("a line that cannot be read", "无法读取的一行") };

    /// <summary>An event with times among holidays.</summary>
    public static DiagnosticDescriptor NotAllDay { get; } = Warning("DUTY5024",
        "`{0}` has a time of day, so it is no holiday and is left out",
        "`{0}` 带有钟点，不是节假日，已略过",
        "write whole days: `DTSTART;VALUE=DATE:20261001`",
        "请写整日：`DTSTART;VALUE=DATE:20261001`")
        with { Title = new("a holiday with a time of day", "带钟点的节假日") };

    /// <summary>An end that is not after the beginning.</summary>
    public static DiagnosticDescriptor EndsTooSoon { get; } = Error("DUTY5025",
        "`{0}` does not end after it begins",
        "`{0}` 的结束不晚于开始")
        with { Title = new("an end that is not after the beginning", "结束不晚于开始") };

    /// <summary>A property that would change the days.</summary>
    public static DiagnosticDescriptor NotSupported { get; } = Error("DUTY5026",
        "`{0}` is not understood here, so the event is left out",
        "此处不支持 `{0}`，该事件被略过",
        "write each day or shift as an event of its own",
        "请将每一天或每一班写成单独的事件")
        with { Title = new("a property that is not understood", "不支持的属性") };

    /// <summary>A holiday of more than a year.</summary>
    public static DiagnosticDescriptor LongHoliday { get; } = Error("DUTY5027",
        "`{0}` lasts longer than a year",
        "`{0}` 长于一年")
        with { Title = new("a holiday of more than a year", "超过一年的假期") };

    /// <summary>A vocabulary without planned shifts.</summary>
    public static DiagnosticDescriptor NoShifts { get; } = Error("DUTY5041",
        "the vocabulary `{0}` has no planned shifts",
        "词汇表 `{0}` 没有排班",
        "declare them under `shifts`",
        "请声明 `班次`")
        with { Title = new("a calendar of shifts without shifts", "没有声明班次的排班日历") };

    /// <summary>An event that does not say what a shift needs.</summary>
    public static DiagnosticDescriptor ShiftLacks { get; } = Error("DUTY5042",
        "the shift has no {0}",
        "班次缺少{0}",
        "write `{1}`",
        "请写 `{1}`")
        with { Title = new("a shift without what it needs", "内容不全的班次") };

    /// <summary>A site, a role or a kind that is not declared.</summary>
    public static DiagnosticDescriptor NotDeclared { get; } = Error("DUTY5043",
        "{0} `{1}` is not declared",
        "未声明{0} `{1}`")
        with { Title = new("an unknown site, role or kind", "未声明的网点、岗位或班别") };

    /// <summary>More than one person.</summary>
    public static DiagnosticDescriptor ManyPeople { get; } = Error("DUTY5044",
        "the shift has {0} attendees; a shift is of one person",
        "班次有 {0} 名参与者；一个班次只属于一人",
        "write an event for each",
        "请为每人写一个事件")
        with { Title = new("a shift of several people", "多人的班次") };

    /// <summary>A zone that nobody knows.</summary>
    public static DiagnosticDescriptor UnknownZone { get; } = Error("DUTY5045",
        "no time zone is called `{0}`",
        "没有名为 `{0}` 的时区",
        "zones are named like `Asia/Shanghai`",
        "时区的写法如 `Asia/Shanghai`")
        with { Title = new("an unknown zone in a calendar", "日历中的未知时区") };

    /// <summary>A shift beyond what is declared.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Error("DUTY5046",
        "the shift lasts {0}, longer than the {1} that are declared",
        "班次长达 {0}，超过声明的 {1}")
        with { Title = new("a shift of a calendar that is too long", "日历中过长的班次") };

    /// <summary>One shift, written twice.</summary>
    public static DiagnosticDescriptor RepeatedShift { get; } = Error("DUTY5047",
        "the shift `{0}` of {2} already stands at {1}",
        "{2} 的班次 `{0}` 已写于 {1}",
        "keep one of the two",
        "请只保留一个")
        with { Title = new("a shift that stands twice in a calendar", "日历中重复的班次") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotJson, WrongType, Missing, NotADate, OtherYear, Contradiction, SecondName, NotPublished, MayChange, NotICalendar, NotClosed, Unreadable,
        NotAllDay, EndsTooSoon, NotSupported, LongHoliday, NoShifts, ShiftLacks, NotDeclared, ManyPeople, UnknownZone, TooLong, RepeatedShift,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Warning(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Info(string id, string en, string zh) => new(id, DiagnosticSeverity.Info, en, zh);
}
