using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with first events, with clocks that stand still, with what is lifted, and with things.</summary>
internal static class WindowDiagnostics
{
    public static readonly DiagnosticDescriptor NeverComesMissing = Error(
        1681, "nothing says what becomes of the duty if this event never comes", "没有说明该事件始终未发生时职责如何处理",
        "write `if it never comes: not owed` or `if it never comes: still owed`: then it is due at the latest point", "请写 `若始终未发生: 免予履行` 或 `若始终未发生: 仍须履行`（以最晚时间为限）")
        with { Title = new("a first event that may never come", "可能始终不发生的首次事件") };

    public static readonly DiagnosticDescriptor NeverComesWhat = Error(
        1682, "`{0}` is neither `not owed` nor `still owed`", "`{0}` 既不是 `免予履行` 也不是 `仍须履行`")
        with { Title = new("neither not owed nor still owed", "既不是免予履行也不是仍须履行") };

    public static readonly DiagnosticDescriptor AtLatestMissing = Error(
        1683, "nothing says how long this event is waited for", "没有说明最晚等到何时", "write `at latest`, for instance `at latest: 2 h` or `at latest: shift end`", "请写 `最晚`，例如 `最晚: 2 小时` 或 `最晚: 班次结束`")
        with { Title = new("a first event without a latest point", "没有最晚时间的首次事件") };

    public static readonly DiagnosticDescriptor FirstUnderDueOrFrom = Error(
        1684, "`{0}` takes a point in time, not a first event", "`{0}` 之后是时间点，不能写首次事件", "write it under `due`, or under `from` if the time begins with it", "请写在 `最迟` 之下；时间自该事件起算时写在 `自` 之下")
        with { Title = new("a first event under another key", "首次事件写错了键") };

    public static readonly DiagnosticDescriptor FirstEndsCounts = Error(
        1685, "a first event ends the time of `must` with an event only", "首次事件只能作为 `必须` 加事件的截止", "give the time an end of another kind: `due` with a point in time, or `within`", "请改用时间点作为 `最迟`，或写 `时限`")
        with { Title = new("a first event that ends something else", "首次事件用于其他要求") };

    public static readonly DiagnosticDescriptor FirstBeforeAct = Error(
        1686, "the time before an act is looked at backwards from the act, so that it cannot begin with a first event", "行为之前的时间自该行为向前回溯，不能自首次事件起算",
        "write the one after the other: `only after: {{ in order: [door-opened, inspection] }}`", "请写明先后：`须先: {{ 依次: [开门, 巡检] }}`")
        with { Title = new("a first event before an act", "行为之前的首次事件") };

    public static readonly DiagnosticDescriptor NotLifted = Error(
        1687, "`lifted while` goes with conditions that must hold or must not, and with forbidden events", "`期间免除` 只用于须保持、不得处于的状态和禁止的事件",
        "a duty to do something is excused by `unless`, ended by `lapses when`, or its clock stands still by `pauses while`", "要求做到的事请用 `除外`（免责）、`终止于`（不再要求）或 `暂停计时`")
        with { Title = new("a duty to act that is lifted", "对须做的事写“期间免除”") };

    public static readonly DiagnosticDescriptor PausesNeedWithin = Error(
        1688, "`pauses while` stops the clock of `within`, and here none runs", "`暂停计时` 停的是 `时限` 的计时，而此处没有这样的时限",
        "it goes with `when` or `while` and `within` with hours or minutes, without `from`", "请与 `遇有` 或 `处于` 及以小时、分钟写明的 `时限` 同用，并且不写 `自`")
        with { Title = new("a pause of no clock", "没有计时可暂停") };

    public static readonly DiagnosticDescriptor PausesNeedMust = Error(
        1689, "`pauses while` goes with `must` and an event, and not with `one for one`", "`暂停计时` 只与 `必须` 加事件同用，且不与 `一对一` 同用", "where a condition must hold or must not, write `lifted while`", "对须保持或不得处于的状态请用 `期间免除`")
        with { Title = new("a pause of what is no act", "暂停的不是须做的事") };

    public static readonly DiagnosticDescriptor UnknownSet = Error(
        1690, "no set of things `{0}` in the vocabulary{1}", "词汇表中没有名为 `{0}` 的一组物件{1}")
        with { Title = new("an unknown set of things", "未声明的一组物品"), HasEdit = true };

    public static readonly DiagnosticDescriptor ForEachNeedsEvery = Error(
        1691, "`for each` goes with `every` and a period that is no shift, and with a role whose holders are listed", "`逐一` 须与 `每` 及班次以外的周期同用，责任岗位须在任职名单中列明",
        "elsewhere the event itself names the thing: `same` compares it", "其他情形由事件本身指明是哪一个，请用 `同一`")
        with { Title = new("each thing, but no period", "“逐一”没有周期") };

    public static readonly DiagnosticDescriptor ThingIsNoText = Error(
        1692, "field `{0}` is {1}, and things are named by a text", "字段 `{0}` 的类型为{1}，而物件以文本命名")
        with { Title = new("a field that cannot name a thing", "不能指明物品的字段") };

    public static readonly DiagnosticDescriptor ToIsAddressee = Error(
        1693, "`to` is a point in time; `{0}` is whom something is addressed to", "`至` 是时间点，`{0}` 是报送对象", "write `addressed to`", "请用 `报送对象`")
        with { Title = new("a person under to", "“至”之后写了人员"), HasEdit = true };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NeverComesMissing, NeverComesWhat, AtLatestMissing, FirstUnderDueOrFrom, FirstEndsCounts, FirstBeforeAct, NotLifted, PausesNeedWithin, PausesNeedMust, UnknownSet,
        ForEachNeedsEvery, ThingIsNoText, ToIsAddressee,
    ];
}
