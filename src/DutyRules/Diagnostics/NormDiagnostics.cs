using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with a single norm.</summary>
internal static class NormDiagnostics
{
    public static readonly DiagnosticDescriptor WhoMissing = Error(
        1501, "nothing says who", "没有说明责任人", "write `who: each role`, `who: role` for the post, or `who: site`", "请写 `责任人: 每名岗位`、`责任人: 岗位` 或 `责任人: 网点`")
        with { Title = new("nobody is named", "没有说明责任人") };

    public static readonly DiagnosticDescriptor ContentMissing = Error(
        1502, "nothing says what must be done", "没有说明必须做什么",
        "write `must`, `must not`, `must stay`, `must be`, `must not be`, `must total`, `measure`, `attested by`, `only after`, `only if` or `only by`",
        "请写 `必须`、`不得`、`须保持`、`须达到`、`不得处于`、`须累计`、`指标`、`人工确认`、`须先`、`仅当` 或 `仅限`")
        with { Title = new("nothing is asked", "没有说明必须做什么") };

    public static readonly DiagnosticDescriptor FrameMissing = Error(
        1503, "nothing says when this is due", "没有说明何时要做", "write `every`, `when` or `while`", "请写 `每`、`遇有` 或 `处于`")
        with { Title = new("no occasion", "没有说明何时要做") };

    public static readonly DiagnosticDescriptor GateNeedsWhen = Error(
        1504, "`{0}` needs `when`: the act that is allowed only then", "`{0}` 需要 `遇有`：说明受限的是什么行为")
        with { Title = new("a gate without an act", "没有行为的限制") };

    public static readonly DiagnosticDescriptor PeriodNeeded = Error(
        1505, "`{0}` is not a period", "`{0}` 不是周期",
        "write `day`, `working day`, `opening day`, `week`, `month`, `quarter`, `half-year`, `year`, `shift`, `stretch of opening hours`, `day of a holiday`, `whole holiday`, a weekday such as `Monday`, or `{{ repeat: \"FREQ=MONTHLY;BYDAY=2TU\", starting: 2026-01-01 }}`",
        "请写 `日`、`工作日`、`营业日`、`周`、`月`、`季度`、`半年`、`年`、`班次`、`营业时段`、`放假日`、`整个假期`、`周一` 等，或 `{{ 重复规则: \"FREQ=MONTHLY;BYDAY=2TU\", 起始日期: 2026-01-01 }}`")
        with { Title = new("no period", "不是周期") };

    public static readonly DiagnosticDescriptor OpeningIsInstant = Error(
        1506, "`{0}` is not a period; from opening to closing is one `stretch of opening hours`", "`{0}` 不是周期；从开门到关门是一个 `营业时段`")
        with { Title = new("an instant in place of a period", "写了瞬间而不是周期") };

    public static readonly DiagnosticDescriptor HolidayOrItsDays = Error(
        1551, "`{0}` may be the holiday as a whole or each of its days", "`{0}` 可以指整个假期，也可以指每个放假日",
        "write `whole holiday` or `day of a holiday`", "请写 `整个假期` 或 `放假日`")
        with { Title = new("the holiday or its days", "整个假期还是每个放假日") };

    public static readonly DiagnosticDescriptor UnknownKindOfShift = Error(
        1552, "`{0}` names no kind of shift", "`{0}` 不是已声明的班别", "the kinds of shift are {1}; write `shift` for all of them", "班别有 {1}；不分班别请写 `班次`")
        with { Title = new("an unknown kind of shift", "未声明的班别") };

    public static readonly DiagnosticDescriptor ShiftNeedsRole = Error(
        1553, "`every: {0}` needs a role under `who`: it is the shifts of that role that are meant", "`每: {0}` 需要在 `责任人` 中写岗位：指的是该岗位的班次",
        "write `who: each role` for whoever is planned, or `who: role` for the post", "请写 `责任人: 每名岗位`（排班的本人）或 `责任人: 岗位`")
        with { Title = new("a shift of nobody", "没有岗位的班次职责") };

    public static readonly DiagnosticDescriptor ShiftsNeeded = Error(
        1554, "the vocabulary declares no shifts", "词汇表没有声明班次", "add `shifts: {{ kinds: [early, late], longest: 12 h }}` to the vocabulary", "请在词汇表中写 `各班次: {{ 班别: [早, 晚], 单班最长: 12 小时 }}`")
        with { Title = new("no shifts are declared", "词汇表没有声明班次") };

    public static readonly DiagnosticDescriptor ShiftOfWhom = Error(
        1555, "nothing here says whose shift `{0}` is", "此处没有说明 `{0}` 是谁的班次",
        "it goes with `every: shift`, or with `when` and an event somebody does: then it is the shift of that person", "请与 `每: 班次` 同用，或与 `遇有` 及有人员的事件同用（指该人员的班次）")
        with { Title = new("whose shift?", "没有说明是谁的班次") };

    public static readonly DiagnosticDescriptor CalendarNeeded = Error(
        1556, "which days these are, no work calendar says", "没有日历说明哪些日子算在内", "name one in the vocabulary: `calendar: cn`, and hand over its file", "请在词汇表中写 `日历: cn`，并一同读取该日历文件")
        with { Title = new("no calendar says which days", "没有日历说明哪些日子") };

    public static readonly DiagnosticDescriptor OpeningHoursNeeded = Error(
        1557, "no site has opening hours", "没有网点写明营业时间", "add `opening hours` to the vocabulary, for instance `Monday to Friday: 8:30 to 18:00`", "请在词汇表中写 `营业时间`，例如 `周一至周五: 8:30 至 18:00`")
        with { Title = new("no opening hours", "没有营业时间") };

    public static readonly DiagnosticDescriptor OverNeeded = Error(
        1559, "`{0}` does not say over what time", "`{0}` 没有说明统计多长时间", "write for instance `over: last 7 days` or `over: last 4 weeks`", "例如 `统计期: 近7天`、`统计期: 近4周`")
        with { Title = new("over what time?", "没有说明统计多长时间") };

    public static readonly DiagnosticDescriptor OverOtherUnit = Error(
        1560, "`over` counts in what `every` names, not in a {0}", "`统计期` 的单位要与 `每` 一致，不是 `{0}`",
        "write `every: {0}`, or count the time in what `every` says", "请写 `每: {0}`，或按 `每` 的周期统计")
        with { Title = new("a span in another unit", "单位不一致的统计期") };

    public static readonly DiagnosticDescriptor MeanPerWhat = Error(
        1561, "`{0}` is nothing a mean can be taken per", "不能按 `{0}` 求平均", "write `day`, `week`, `month`, `quarter`, `half-year` or `year`, as under `over`", "请写 `日`、`周`、`月`、`季度`、`半年` 或 `年`，与 `统计期` 一致")
        with { Title = new("a mean per what?", "不能据以求平均") };

    public static readonly DiagnosticDescriptor MeanNeedsOver = Error(
        1562, "a mean needs several periods", "求平均需要多个周期", "add `over`, for instance `over: last 4 weeks`", "请加上 `统计期`，例如 `统计期: 近4周`")
        with { Title = new("a mean of one", "只有一个周期的平均") };

    public static readonly DiagnosticDescriptor MeanOfOtherUnit = Error(
        1563, "a mean per {0} cannot be taken over time that is counted in another unit ({1})", "按 `{1}` 统计时不能求每 `{0}` 的平均")
        with { Title = new("a mean in another unit than the span", "平均与统计期单位不一致") };

    public static readonly DiagnosticDescriptor NoSuchMonth = Error(
        1564, "`{0}` names no month of the period", "`{0}` 不是周期中的月份", "months are counted from the first of a quarter, half-year or year", "月份从季度、半年或年的第一个月数起")
        with { Title = new("a month that the period does not have", "周期中没有的月份") };

    public static readonly DiagnosticDescriptor MonthNeedsYear = Error(
        1565, "`{0}` needs a year to be in", "`{0}` 须在以年为周期的职责中使用", "write it with `every: year`; elsewhere `day 15`, or `month 2, day 15`", "请与 `每: 年` 同用；其他情形请写 `15日` 或 `第2个月15日`")
        with { Title = new("a named month without a year", "没有年份的月份") };

    public static readonly DiagnosticDescriptor DayNeverThere = Error(
        1566, "there is never a `{0}`", "从来没有 `{0}`")
        with { Title = new("a day that never comes", "从来没有的日子") };

    public static readonly DiagnosticDescriptor WhichMonth = Error(
        1567, "`{0}` does not say of which month of the {1}", "`{0}` 没有说明是{1}的哪个月", "write for instance `month 1, {0}` or `{0} of the next month`", "例如 `第1个月{0}`、`次月{0}`")
        with { Title = new("of which month?", "没有说明哪个月") };

    public static readonly DiagnosticDescriptor LastDayOfWhat = Error(
        1568, "`{0}` may be the end of any month of the {1}", "`{0}` 可以是{1}中任何一个月的月末")
        with { Title = new("the end of which month?", "哪个月的月末") };

    public static readonly DiagnosticDescriptor CountOfDays = Error(
        1569, "`{0}`: from 1 to 366 can be counted", "`{0}`：可以数 1 到 366")
        with { Title = new("a number of days beyond the year", "天数超出范围") };

    public static readonly DiagnosticDescriptor PeriodNeedsDay = Error(
        1570, "`{0}` does not say on which day of the {1}", "`{0}` 没有说明是{1}的哪一天", "write for instance `last day, end of day` or `month 2, day 15, 18:00`", "例如 `最后一天当日结束前`、`第2个月15日 18:00`")
        with { Title = new("a quarter without a day", "没有日期的季度职责") };

    public static readonly DiagnosticDescriptor HolidayNeedsDay = Error(
        1571, "`{0}` does not say on which day of the holiday", "`{0}` 没有说明是假期的哪一天", "write `first day, 18:00` or `last day, end of day`", "请写 `首日 18:00` 或 `最后一天当日结束前`")
        with { Title = new("a holiday without a day", "没有日期的假期职责") };

    public static readonly DiagnosticDescriptor AnyoneOwesNothing = Error(
        1507, "`anyone` can bear a prohibition of single acts or a gate only", "`任何人` 只能用于对单次行为的禁止或限制",
        "write a role, or `site` where it does not matter who", "请写岗位；无论谁做都可以时写 `网点`")
        with { Title = new("anyone as the bearer of a duty", "“任何人”承担职责") };

    public static readonly DiagnosticDescriptor WhileForEachSeen = Error(
        1508, "`each {0}` cannot bear a duty that a condition opens: its holders are known only once the day is over", "`每名{0}` 不能承担由状态引起的职责：当期结束后才知道有谁",
        "list the holders in the roster", "请在任职名单中列出任职者")
        with { Title = new("a lasting condition and people who are only seen", "状态职责与事后才知道的人员") };

    public static readonly DiagnosticDescriptor FieldIsNoPerson = Error(
        1509, "`{0}` is not a person", "`{0}` 不是人员")
        with { Title = new("a field that is no person", "不是人员的字段") };

    public static readonly DiagnosticDescriptor OneEventPerLine = Error(
        1511, "after `{0}` stands one event", "`{0}` 之后只写一个事件",
        "write its name there and the details in lines of their own: `where`, `times`, `each lasting`; several events stand below `all of`, `any of` or `in order`",
        "请只写事件名称，其余各占一行：`条件`、`次数`、`每次时长`；多个事件请写在 `全部`、`任选其一` 或 `依次` 之下")
        with { Title = new("several events under must", "“必须”之后写了几个事件") };

    public static readonly DiagnosticDescriptor AsksForNothing = Error(
        1512, "this asks for nothing: it is kept without any event", "此要求形同虚设：什么都不做也算履行")
        with { Title = new("a duty that asks for nothing", "没有要求的职责") };

    public static readonly DiagnosticDescriptor ForbidsInObligation = Error(
        1513, "this forbids the event under `must`", "此处在 `必须` 之下禁止了该事件", "write `must not`", "请改用 `不得`")
        with { Title = new("a prohibition under must", "写成“必须”的禁止") };

    public static readonly DiagnosticDescriptor MustNotAtLeast = Error(
        1514, "a prohibition says how often at most", "禁止只能规定至多几次", "write `times: at most n`", "请写 `次数: 不超过 n`")
        with { Title = new("a prohibition of at least so many", "规定至少几次的禁止") };

    public static readonly DiagnosticDescriptor MustNotWhile = Error(
        1515, "`must not` with `while` is not supported yet", "尚不支持 `处于` 与 `不得` 同用",
        "forbid the single act instead: `must not: event` and `where: condition`, without `while`", "请改为禁止单次行为：写 `不得: 事件` 和 `条件: ...`，不写 `处于`")
        with { Title = new("a prohibition while a condition holds", "状态期间的禁止") };

    public static readonly DiagnosticDescriptor EventHasNoLength = Error(
        1516, "event `{0}` has no length", "事件 `{0}` 没有时长", "give it `lasts: up to ...` in the vocabulary", "请在词汇表中为其写 `历时: 最长 ...`")
        with { Title = new("a length asked of an event that has none", "对没有时长的事件要求时长") };

    public static readonly DiagnosticDescriptor FieldIsNoChoice = Error(
        1517, "`{0}` has no list of kinds", "`{0}` 没有列出各类选项", "`one of each` needs a field that is declared as a list of words", "`每类一份` 只能用于以选项列表声明的字段")
        with { Title = new("one of each of what has no kinds", "没有选项的“每类一份”") };

    public static readonly DiagnosticDescriptor SameNeedsTrigger = Error(
        1518, "`same` needs an event to compare with", "`同一` 需要一个可比较的事件", "it goes with `when`", "请与 `遇有` 同用")
        with { Title = new("the same as what?", "没有可比较的事件") };

    public static readonly DiagnosticDescriptor SameNotInTrigger = Error(
        1519, "`{0}` is not a field of that type in `{1}`", "`{1}` 没有同类型的字段 `{0}`")
        with { Title = new("the opening event lacks the field", "触发事件没有该字段") };

    public static readonly DiagnosticDescriptor OnlyAtLeast = Error(
        1520, "`{0}` takes `at least` only", "`{0}` 只能写 `不少于`")
        with { Title = new("a bound that can only be a least", "只能写下限的项") };

    public static readonly DiagnosticDescriptor OfWithoutShare = Error(
        1521, "`of` needs `share`", "`其中` 需要 `比例`")
        with { Title = new("of what, without a share", "没有比例的“其中”") };

    public static readonly DiagnosticDescriptor LastingFromBelow = Error(
        1522, "`lasting` says from when on: `more than` or `at least`", "`持续` 只能写 `超过` 或 `不少于`")
        with { Title = new("lasting less than", "“持续不足”") };

    public static readonly DiagnosticDescriptor EndsFirstMissing = Error(
        1523, "nothing says what becomes of the duty if the condition ends first", "没有说明状态先结束时职责如何处理",
        "write `if it ends first: lapses` or `if it ends first: still owed`", "请写 `若先结束: 作罢` 或 `若先结束: 仍须履行`")
        with { Title = new("a condition that may end first", "状态可能先结束") };

    public static readonly DiagnosticDescriptor EndsFirstNeeded = Error(
        1524, "`{0}` is neither `lapses` nor `still owed`", "`{0}` 既不是 `作罢` 也不是 `仍须履行`")
        with { Title = new("neither lapses nor still owed", "既不是作罢也不是仍须履行") };

    public static readonly DiagnosticDescriptor DeadlineMissing = Error(
        1531, "nothing says until when", "没有说明截止时间", "write `within`, `due` or `before`", "请写 `时限`、`最迟` 或 `之前`")
        with { Title = new("no deadline", "没有截止时间") };

    public static readonly DiagnosticDescriptor WithinNeedsEvent = Error(
        1532, "`within` counts from an event, a condition or a shift, not from midnight", "`时限` 从事件、状态或班次起算，不从零点起算", "write `due` with a time of day", "请用 `最迟` 写明钟点")
        with { Title = new("a length of time that begins nowhere", "没有起点的时限") };

    public static readonly DiagnosticDescriptor DueIsDuration = Error(
        1533, "`{0}` is a point in time; `{1}` is a length", "`{0}` 是时间点，`{1}` 是时长", "write `within`", "请用 `时限`")
        with { Title = new("a length of time under due", "“最迟”之后写了时长"), HasEdit = true };

    public static readonly DiagnosticDescriptor WeekNeedsDay = Error(
        1534, "`{0}` does not say on which day of the week", "`{0}` 没有说明是星期几", "write for instance `Friday 18:00`", "例如 `周五 18:00`")
        with { Title = new("a week without a day", "没有星期几的周职责") };

    public static readonly DiagnosticDescriptor MonthNeedsDay = Error(
        1535, "`{0}` does not say on which day of the month", "`{0}` 没有说明是几日", "write for instance `day 8, end of day` or `last day, 18:00`", "例如 `8日当日结束前` 或 `月末 18:00`")
        with { Title = new("a month without a day", "没有日期的月职责") };

    public static readonly DiagnosticDescriptor DayInDay = Error(
        1536, "`{0}` names a day, but the duty is one of every day", "`{0}` 指定了某一天，而职责是每日的", "write a time of day, or `every: week` or `every: month`", "请写钟点，或改为 `每: 周`、`每: 月`")
        with { Title = new("a day within a day", "每日职责中的某一天") };

    public static readonly DiagnosticDescriptor LookBackMissing = Error(
        1537, "nothing says how long before the act it may have happened", "没有说明可以早于该行为多久", "write `within: 1 day` or `from: start of day`", "请写 `时限: 1 天` 或 `自: 当日开始时`")
        with { Title = new("no time to look back", "没有说明可以早多久") };

    public static readonly DiagnosticDescriptor LookBackFrom = Error(
        1538, "`from: {0}` may come after the act itself", "`自: {0}` 可能晚于该行为本身", "write `from: start of day` or `from: shift start`, or `within` with a length of time", "请写 `自: 当日开始时` 或 `自: 班次开始`，或用 `时限` 写明时长")
        with { Title = new("a look back that may begin after the act", "可能晚于行为的起点") };

    public static readonly DiagnosticDescriptor JudgedOnWhat = Error(
        1572, "`{0}` is neither `plan` nor `actual`", "`{0}` 既不是 `排班` 也不是 `实际`", "write `judged on: plan`, `judged on: actual` or `judged on: [plan, actual]`", "请写 `核查对象: 排班`、`核查对象: 实际` 或 `核查对象: [排班, 实际]`")
        with { Title = new("judged on neither plan nor actual", "核查对象不明") };

    public static readonly DiagnosticDescriptor NeverInForce = Error(
        1573, "this norm is in force only while its policy is not", "此职责只在制度无效时有效", "choose dates within those of the policy", "请在制度的有效期之内选择日期")
        with { Title = new("never in force", "从不生效") };

    public static readonly DiagnosticDescriptor FieldIsNoTime = Error(
        1574, "`{0}` is {1}; a point in time or a date is needed here", "`{0}` 是{1}，此处需要时点或日期")
        with { Title = new("a field that is no time", "不是时间的字段") };

    public static readonly DiagnosticDescriptor WhicheverMissing = Error(
        1575, "`{0}` names several points in time, and not which of them counts", "`{0}` 列出了几个时间，没有说明以哪一个为准",
        "end it with `, whichever is earlier` or `, whichever is later`", "请在末尾写 `，以较早者为准` 或 `，以较晚者为准`")
        with { Title = new("several points in time", "几个时间点") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        WhoMissing, ContentMissing, FrameMissing, GateNeedsWhen, PeriodNeeded, OpeningIsInstant, AnyoneOwesNothing, WhileForEachSeen,
        FieldIsNoPerson, OneEventPerLine, AsksForNothing, ForbidsInObligation, MustNotAtLeast, MustNotWhile,
        EventHasNoLength, FieldIsNoChoice, SameNeedsTrigger, SameNotInTrigger, OnlyAtLeast, OfWithoutShare, LastingFromBelow,
        EndsFirstMissing, EndsFirstNeeded, DeadlineMissing, WithinNeedsEvent, DueIsDuration, WeekNeedsDay, MonthNeedsDay, DayInDay,
        LookBackMissing, LookBackFrom, HolidayOrItsDays, UnknownKindOfShift, ShiftNeedsRole, ShiftsNeeded, ShiftOfWhom, CalendarNeeded,
        OpeningHoursNeeded, OverNeeded, OverOtherUnit, MeanPerWhat, MeanNeedsOver, MeanOfOtherUnit, NoSuchMonth, MonthNeedsYear,
        DayNeverThere, WhichMonth, LastDayOfWhat, CountOfDays, PeriodNeedsDay, HolidayNeedsDay, JudgedOnWhat, NeverInForce,
        FieldIsNoTime, WhicheverMissing,
    ];
}
