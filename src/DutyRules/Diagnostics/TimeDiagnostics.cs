using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with calendars, hours and shifts.</summary>
internal static class TimeDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCalendar = Error(
        1421, "no calendar `{0}`{1}", "没有名为 `{0}` 的日历{1}", "hand over the file that begins with `calendar: {0}`", "请一同读取以 `日历: {0}` 开头的文件")
        with { Title = new("an unknown calendar", "未知的日历"), HasEdit = true };

    public static readonly DiagnosticDescriptor CalendarTwice = Error(
        1422, "a calendar `{0}` already stands in {1}", "日历 `{0}` 已写于 {1}", "keep one of the two files", "两个文件请只保留一个")
        with { Title = new("two calendars of one name", "同名的两个日历") };

    public static readonly DiagnosticDescriptor WeekdaysNeeded = Error(
        1423, "`{0}` names no weekdays", "`{0}` 不是星期几", "write for instance `Monday to Friday` or `Monday, Wednesday`", "例如 `周一至周五`、`周一、周三`")
        with { Title = new("no weekdays", "不是星期几") };

    public static readonly DiagnosticDescriptor YearsNeeded = Error(
        1424, "`{0}` names no years", "`{0}` 不是年份", "write for instance `2026`, `2024 to 2026` or `[2024, 2026]`", "例如 `2026`、`2024 至 2026`、`[2024, 2026]`")
        with { Title = new("no years", "不是年份") };

    public static readonly DiagnosticDescriptor HolidaysOverlap = Error(
        1425, "`{0}` shares a day with `{1}`", "`{0}` 与 `{1}` 有同一天", "let one end before the other begins", "请让两者首尾相接而不重叠")
        with { Title = new("two holidays on one day", "重叠的假期") };

    public static readonly DiagnosticDescriptor HolidayInUnknownYear = Warning(
        1426, "`{0}` lies in {1}, which is not among the known years: its days are known, all others of {1} are not", "`{0}` 在 {1} 年，而该年不在已知年份中：只有这些日子是已知的，{1} 年其余日子仍不明",
        "add {1} to `known years` once all its holidays are listed", "待该年假期全部列出后，请将 {1} 写入 `已知年份`")
        with { Title = new("a holiday in a year that is not known", "未知年份中的假期") };

    public static readonly DiagnosticDescriptor MakeUpTwice = Error(
        1427, "{0} is listed twice", "{0} 列了两次", "keep one of the two", "请只保留一个")
        with { Title = new("a make-up day listed twice", "重复的调休上班日") };

    public static readonly DiagnosticDescriptor MakeUpOnHoliday = Error(
        1428, "{0} is a day off of `{1}` already, so it cannot make up for one", "{0} 已是 `{1}` 的放假日，不能又是调休上班日")
        with { Title = new("a make-up day on a day off", "放假日又是调休上班日") };

    public static readonly DiagnosticDescriptor MakeUpOnWorkingDay = Warning(
        1429, "{0} is a {1}, a day of work anyway", "{0} 是{1}，本来就是工作日", "leave it out, or mend the date", "请删去，或改正日期")
        with { Title = new("a make-up day that is a working day anyway", "本来就是工作日的调休上班日") };

    public static readonly DiagnosticDescriptor DaysNeeded = Error(
        1430, "`{0}` names no days", "`{0}` 不是日子",
        "write weekdays such as `Monday to Friday`, `every day`, `holidays`, `make-up days`, a date or `2026-02-15 to 2026-02-17`",
        "请写 `周一至周五` 等、`每日`、`节假日`、`调休上班日`，或日期，如 `2026-02-15 至 2026-02-17`")
        with { Title = new("no days", "不是日子") };

    public static readonly DiagnosticDescriptor DayTwice = Error(
        1431, "the hours of `{0}` are given twice", "`{0}` 的时间写了两次", "keep one of the two; single dates may differ from their weekday", "请只保留一个；个别日期可以另写")
        with { Title = new("hours of one day given twice", "同一天的时间写了两次") };

    public static readonly DiagnosticDescriptor HoursNeeded = Error(
        1432, "`{0}` does not say from when to when", "`{0}` 没有说明从几点到几点", "write for instance `8:30 to 18:00`, `all day` or `closed`", "例如 `8:30 至 18:00`、`全天` 或 `不营业`")
        with { Title = new("no hours", "没有起止时间") };

    public static readonly DiagnosticDescriptor HoursOverlap = Error(
        1433, "these hours overlap with others of the same day", "这段时间与同一天的另一段重叠")
        with { Title = new("hours that overlap", "重叠的时段") };

    public static readonly DiagnosticDescriptor MidnightIsZero = Error(
        1434, "there is no `{0}`; hours that last until midnight end at `0:00`", "没有 `{0}` 这个钟点；到午夜为止请写 `0:00`")
        with { Title = new("hours until 24:00", "到 24:00 的时间"), HasEdit = true };

    public static readonly DiagnosticDescriptor CalledOpening = Error(
        1435, "`opening` means the opening hours", "`opening` 指营业时间", "write them under `opening hours`", "请写在 `营业时间` 之下")
        with { Title = new("other hours called opening", "名为 opening 的其他时段") };

    public static readonly DiagnosticDescriptor UnknownHours = Error(
        1436, "`{0}` names no hours and no days{1}", "`{0}` 不是已声明的时段或日子{1}",
        "write `opening hours`, a name from `other hours`, `working day`, `opening day` or `day of a holiday`", "请写 `营业时间`、`其他时段` 中的名称、`工作日`、`营业日` 或 `放假日`")
        with { Title = new("unknown hours", "未声明的时段"), HasEdit = true };

    public static readonly DiagnosticDescriptor OneOfThese = Error(
        1437, "`{0}` is not one of {1}", "`{0}` 不在 {1} 之中")
        with { Title = new("not one of the words that can stand here", "不在可用词之中") };

    public static readonly DiagnosticDescriptor ShiftEventDeclared = Error(
        1438, "event `{0}` comes with `shifts`; it must not be declared again", "事件 `{0}` 已由 `各班次` 声明，不能再写", "leave it out", "请删去")
        with { Title = new("an event that comes by itself", "自动声明的事件") };

    public static readonly DiagnosticDescriptor HeldHow = Error(
        1439, "`{0}` does not say how the role is held", "`{0}` 没有说明如何任职", "write `held: on shift`, or leave it out: then the roster says who holds it", "请写 `任职方式: 按排班`；不写则以任职名单为准")
        with { Title = new("an unknown way to hold a role", "未知的任职方式") };

    public static readonly DiagnosticDescriptor AssignedOnShift = Warning(
        1440, "who holds `{0}`, the shifts say; this line counts for nothing", "`{0}` 由谁担任以排班为准，此行不起作用", "leave it out", "请删去")
        with { Title = new("an assignment of a role that is held on shift", "给按排班任职的岗位指派人员") };

    public static readonly DiagnosticDescriptor SkippedTime = Warning(
        1614, "norm `{0}` names {1}, which the clock of {2} skips on {3:uuuu-MM-dd}: {4} counts then", "职责 `{0}` 写明 {1}，而 {2} 的时钟在 {3:uuuu-MM-dd} 跳过这一时刻：届时按 {4} 计",
        "choose a time that is always there, or say under `clock changes` of the vocabulary what is to count", "请改用始终存在的时刻，或在词汇表的 `时钟调整` 中写明如何处理")
        with { Title = new("a time of day that the clock skips once a year", "每年会被时钟跳过的钟点") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownCalendar, CalendarTwice, WeekdaysNeeded, YearsNeeded, HolidaysOverlap, HolidayInUnknownYear, MakeUpTwice, MakeUpOnHoliday,
        MakeUpOnWorkingDay, DaysNeeded, DayTwice, HoursNeeded, HoursOverlap, MidnightIsZero, CalledOpening, UnknownHours, OneOfThese,
        ShiftEventDeclared, HeldHow, AssignedOnShift, SkippedTime,
    ];
}
