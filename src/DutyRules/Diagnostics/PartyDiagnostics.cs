using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with who bears a duty, does it, is told of it or answers for it.</summary>
internal static class PartyDiagnostics
{
    public static readonly DiagnosticDescriptor PerformerNotUnderstood = Error(
        1651, "`{0}` does not say who does it", "`{0}` 没有说明由谁经办",
        "write `anyone`, a role, `c.person`, or an expression that names a person; without it the bearer does it himself",
        "请写 `任何人`、岗位、`c.人员`，或表示人员的表达式；不写则由责任人本人做")
        with { Title = new("no performer", "没有说明由谁经办") };

    public static readonly DiagnosticDescriptor TogetherWhom = Error(
        1652, "`{0}` does not name several people", "`{0}` 没有列出几个人",
        "write `who: {{ together: [c.from, c.to] }}` for people whom the event names", "请写 `责任人: {{ 共同: [c.移交人, c.接班人] }}`，列出事件中的人员")
        with { Title = new("together, but not several", "“共同”之下不是几个人") };

    public static readonly DiagnosticDescriptor ListOfRoles = Error(
        1653, "`{0}` is not the name of a role; a list under `who` is one of roles", "`{0}` 不是岗位名称；`责任人` 的列表只能列岗位",
        "people whom the event names bear a duty together: `who: {{ together: [c.from, c.to] }}`", "事件中的人员共同承担时请写 `责任人: {{ 共同: [c.移交人, c.接班人] }}`")
        with { Title = new("a list that is not one of roles", "列表中不是岗位") };

    public static readonly DiagnosticDescriptor SeenInList = Error(
        1654, "who holds `{0}` is only seen in events, so it cannot be one of several roles", "`{0}` 由谁担任只从事件中得知，不能与其他岗位并列",
        "list its holders in the roster, or write a norm for each role", "请在任职名单中列出任职者，或为每个岗位分别写一项职责")
        with { Title = new("a seen role among several", "并列中有事后才知道的岗位") };

    public static readonly DiagnosticDescriptor PersonNeedsEvent = Error(
        1655, "`{0}` names a person at an event, and no event opens this duty", "`{0}` 指的是某事发生时的人员，而此职责不由事件引起",
        "it goes with `when`; otherwise write a role", "请与 `遇有` 同用，否则请写岗位")
        with { Title = new("a person at an event that there is not", "没有事件却指事件中的人员") };

    public static readonly DiagnosticDescriptor NotAPerson = Error(
        1656, "`{0}` is {1}, not a person", "`{0}` 是{1}，不是人员", "a field, state or table names a person if it is declared as `person`", "字段、状态或分档表须声明为 `人员` 类型")
        with { Title = new("an expression that is no person", "不是人员的表达式") };

    public static readonly DiagnosticDescriptor NeverMoves = Error(
        1657, "`{0}` names the same person at each moment", "`{0}` 在任何时候都是同一个人",
        "leave out `at each moment`; only what a state says changes from moment to moment", "请去掉 `随时`；只有状态才会随时变化")
        with { Title = new("at each moment the same", "随时都是同一个人") };

    public static readonly DiagnosticDescriptor MovingAct = Error(
        1658, "an act is judged at one moment, so `at each moment` has no meaning here", "对单次行为的判定只看当时，`随时` 在此没有意义", "leave it out", "请去掉")
        with { Title = new("at each moment of an act", "对单次行为写“随时”") };

    public static readonly DiagnosticDescriptor TogetherNeedsMust = Error(
        1659, "several people together can bear `must` with one event, at least so many times", "几个人共同承担的只能是 `必须` 加一个事件，且只能规定至少几次",
        "write `must`, and the event that each of them has to see to; `times: at least 2` asks it of each of them twice", "请写 `必须` 和每个人都要完成的事件；`次数: 不少于 2 次` 指每个人各两次")
        with { Title = new("together for something else than an event", "共同承担的不是事件") };

    public static readonly DiagnosticDescriptor NobodyDoes = Error(
        1661, "event `{0}` does not say who does it, so anybody's would count", "事件 `{0}` 没有经办人员，任何人所做都会算数",
        "declare its `person` in the vocabulary, or leave out `done by`", "请在词汇表中为其声明 `人员`，或去掉 `经办人`")
        with { Title = new("an event that nobody does", "没有经办人员的事件") };

    public static readonly DiagnosticDescriptor LiableNotUnderstood = Error(
        1662, "`{0}` does not say who answers for it", "`{0}` 没有说明追责对象",
        "write a role, `c.person`, an expression that names a person, or `bearer`", "请写岗位、`c.人员`、表示人员的表达式，或 `责任人`")
        with { Title = new("nobody who answers for it", "没有说明追责对象") };

    public static readonly DiagnosticDescriptor LiableNeverMoves = Error(
        1663, "who answers for a breach is read at the breach", "追责对象以违反当时为准", "leave out `at each moment`", "请去掉 `随时`")
        with { Title = new("liable at each moment", "随时的追责对象") };

    public static readonly DiagnosticDescriptor AtNeedsRole = Error(
        1664, "`at` says at which moment a role was held, and no role is named", "`时点` 说明何时任职，而此处没有写岗位")
        with { Title = new("a moment without a role", "没有岗位的时点") };

    public static readonly DiagnosticDescriptor AtWhat = Error(
        1665, "`{0}` is no moment that the event names", "`{0}` 不是事件中的时点", "write a field of type instant of the event that opened the duty: `c.incident-at`", "请写引起职责的事件中类型为时点的字段，例如 `c.事发时间`")
        with { Title = new("no moment that the event names", "不是事件中的时点") };

    public static readonly DiagnosticDescriptor AddresseeMissing = Error(
        1666, "event `{0}` does not say to whom", "事件 `{0}` 没有说明报送给谁", "add a field to it in the vocabulary: `to: person`", "请在词汇表中为其加一个人员字段，例如 `接收人: 人员`")
        with { Title = new("an event that goes to nobody", "没有接收人的事件") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        PerformerNotUnderstood, TogetherWhom, ListOfRoles, SeenInList, PersonNeedsEvent, NotAPerson, NeverMoves, MovingAct, TogetherNeedsMust,
        NobodyDoes, LiableNotUnderstood, LiableNeverMoves, AtNeedsRole, AtWhat, AddresseeMissing,
    ];
}
