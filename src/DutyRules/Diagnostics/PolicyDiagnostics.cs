using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with norms that are each right by themselves, and all that loading policies can find.</summary>
internal static class PolicyDiagnostics
{
    public static readonly DiagnosticDescriptor DuplicateNorm = Error(
        1601, "norm `{0}` already stands at {1}", "职责 `{0}` 已写于 {1}",
        "give it another id, or let the validity of one end where the other begins", "请换一个编号，或让两者的有效期首尾相接")
        with { Title = new("two norms with one id", "两条职责同一编号") };

    public static readonly DiagnosticDescriptor RoleNobodyHolds = Warning(
        1602, "nobody holds the role `{0}` at {1}: what it owes there will be undetermined", "{1} 无人担任 `{0}`：其职责在那里将无法判定", "add the holders to the roster", "请在任职名单中补上")
        with { Title = new("a role that nobody holds", "无人担任的岗位") };

    public static readonly DiagnosticDescriptor EmptyWindow = Error(
        1603, "there is no time to keep norm `{0}`: it is due before it begins", "职责 `{0}` 没有可履行的时间：截止早于开始")
        with { Title = new("no time to keep it", "没有可履行的时间") };

    public static readonly DiagnosticDescriptor GuardReadsOwnState = Warning(
        1604, "`{0}` is read as it was before the event `{1}`, which itself changes it", "`{0}` 取的是事件 `{1}` 发生之前的值，而该事件本身会改变它",
        "for the first of its kind write `== 0`; to read it afterwards, ask in the content or under `unless`", "如指首次，请写 `== 0`；如须取其后的值，请写在内容或 `除外` 中")
        with { Title = new("a condition that reads what its own event changes", "条件读取自身事件改变的状态") };

    public static readonly DiagnosticDescriptor Ceiling = Warning(
        1605, "above its upper limit `{0}` ends this condition, and no other norm covers it", "`{0}` 超过上限时此条件随即结束，而没有其他职责涵盖",
        "leave out the upper limit, or add a norm for what is above it", "请去掉上限，或为超出部分另立职责")
        with { Title = new("a condition with a ceiling", "有上限的条件") };

    public static readonly DiagnosticDescriptor SeenHolderTooLate = Error(
        1606, "each `{0}` is known only once seen, so norm `{1}` cannot be asked of each",
        "每名 `{0}` 出现后才知道是谁，因此不能要求其逐一承担职责 `{1}`",
        "let it count events over a whole day, week or month, or judge single acts, or list the holders in the roster",
        "请改为按整日、整周或整月计次，或逐次判定；否则请在任职名单中列出任职者")
        with { Title = new("people who are known too late", "知道得太晚的人员") };

    public static readonly DiagnosticDescriptor RevisionsBeginTogether = Error(
        1607, "revisions {0} and {1} of `{2}` are in force from the same day on; the other stands at {3}", "`{2}` 的版本 {0} 与版本 {1} 自同一天起生效，另一个写于 {3}",
        "give the later one `effective from`: the earlier one ends there", "请为较新的版本写明 `生效日期`，较早的版本即止于该日")
        with { Title = new("two revisions that begin together", "同日生效的两个版本") };

    public static readonly DiagnosticDescriptor RevisionsOverlap = Error(
        1608, "revision {0} of `{2}` is still in force when revision {1} begins; the other stands at {3}", "`{2}` 的版本 {1} 生效时版本 {0} 仍有效，另一个写于 {3}",
        "leave out `effective to` of the earlier one, or let it end where the later one begins", "请删去较早版本的 `失效日期`，或让它止于较新版本生效之日")
        with { Title = new("two revisions that overlap", "有效期重叠的两个版本") };

    public static readonly DiagnosticDescriptor EachOnShift = Error(
        1609, "each `{0}` is whoever is on shift, so norm `{1}` cannot be asked of each", "每名 `{0}` 以排班为准，因此不能要求其逐一承担职责 `{1}`",
        "write `every: shift`, or `who: {0}` for the post, or judge single acts", "请写 `每: 班次`，或 `责任人: {0}`（岗位），或逐次判定")
        with { Title = new("each of a role that is held on shift", "按排班任职的“每名”") };

    public static readonly DiagnosticDescriptor SiteWithoutCalendar = Warning(
        1610, "norm `{0}` needs a work calendar, which {1} has not: it will be undetermined there", "职责 `{0}` 需要日历，而 {1} 没有：在那里将无法判定",
        "name a calendar for the site or for all of them", "请为该网点或全部网点指定日历")
        with { Title = new("a site without a calendar", "没有日历的网点") };

    public static readonly DiagnosticDescriptor SiteWithoutHours = Warning(
        1611, "norm `{0}` needs the hours `{1}`, which {2} has not", "职责 `{0}` 需要时段 `{1}`，而 {2} 没有", "give hours to the site or to all of them", "请为该网点或全部网点写明时间")
        with { Title = new("a site without hours", "没有营业时间的网点") };

    public static readonly DiagnosticDescriptor CalendarEnds = Warning(
        1612, "norm `{0}` needs the calendar {1} on dates after {2}, which it does not know: it will be undetermined there", "职责 `{0}` 在 {2} 之后需要日历 {1}，而该日历不知道这些日期：届时将无法判定",
        "add the holidays of the next year once they are published, and the year to `known years`", "次年假期公布后请补入日历，并将该年写入 `已知年份`")
        with { Title = new("a calendar that ends too early", "日历到期") };

    public static readonly DiagnosticDescriptor CalendarKnowsNothing = Warning(
        1613, "norm `{0}` needs the calendar {1}, which knows no whole year", "职责 `{0}` 需要日历 {1}，而该日历没有任何已知年份", "list the years whose holidays are complete under `known years`", "请在 `已知年份` 中写明假期已列全的年份")
        with { Title = new("a calendar that knows no year", "没有已知年份的日历") };

    public static readonly DiagnosticDescriptor NeverHolds = Warning(
        1861, "`{0}` can never hold", "`{0}` 永远不成立", "its parts exclude each other; mend the figures, or write `||` for one or the other", "各部分互相排斥；请改正数字，或用 `||` 表示任一")
        with { Title = new("a condition whose parts exclude each other", "各部分互相排斥的条件") };

    public static readonly DiagnosticDescriptor AlwaysHolds = Warning(
        1862, "`{0}` holds always", "`{0}` 永远成立", "leave it out, or mend the figures", "请删去，或改正数字")
        with { Title = new("a condition that leaves nothing out", "没有排除任何情形的条件") };

    public static readonly DiagnosticDescriptor SameNorm = Warning(
        1863, "norm `{0}` says the same as `{1}` ({2})", "职责 `{0}` 与 `{1}`（{2}）内容相同",
        "one breach counts twice; delete one of them and let the other cite both clauses", "一次违反会计两次；请删去其一，另一条同时引用两处条款")
        with { Title = new("two norms that say the same", "内容相同的职责") };

    public static readonly DiagnosticDescriptor OutcomeNeverReached = Warning(
        1864, "norm `{0}` never begins: nothing excuses `{1}`, which has no `unless`", "职责 `{0}` 永远不会产生：`{1}` 没有 `除外`，不会免责",
        "add `unless` to that norm, or listen to another outcome", "请为该职责加上 `除外`，或以其他结果为前提")
        with { Title = new("an outcome that never comes", "不会出现的结果") };

    public static readonly DiagnosticDescriptor NeverOwed = Warning(
        1865, "norm `{0}` can never be breached: whenever it is owed, `{1}` holds and excuses it", "职责 `{0}` 不可能未履行：只要须履行，`{1}` 就成立而免责",
        "mend the figures, or delete the norm; a step of a ladder is passed over wherever it would be next", "请改正数字，或删去该职责；阶梯的这一级每次轮到都会被跳过")
        with { Title = new("a duty that is always excused", "总被免责的职责") };

    /// <summary>All that reading and checking policies can find.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        .. YamlDiagnostics.All, .. FileDiagnostics.All, .. KeyDiagnostics.All, .. ValueDiagnostics.All, .. NameDiagnostics.All,
        .. VocabularyDiagnostics.All, .. TableDiagnostics.All, .. TimeDiagnostics.All, .. NormDiagnostics.All, .. ContentDiagnostics.All, .. PartyDiagnostics.All, .. OutcomeDiagnostics.All, .. WindowDiagnostics.All,
        DuplicateNorm, RoleNobodyHolds, EmptyWindow, GuardReadsOwnState, Ceiling, SeenHolderTooLate,
        RevisionsBeginTogether, RevisionsOverlap, EachOnShift, SiteWithoutCalendar, SiteWithoutHours, CalendarEnds, CalendarKnowsNothing, NeverHolds, AlwaysHolds, SameNorm, OutcomeNeverReached, NeverOwed,
        .. CompositionDiagnostics.All, .. WritingDiagnostics.All,
    ];
}
