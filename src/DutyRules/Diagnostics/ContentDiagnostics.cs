using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with groups of events, measures, coverings, attestations and computed figures.</summary>
internal static class ContentDiagnostics
{
    public static readonly DiagnosticDescriptor GroupNotHere = Error(
        2101, "`{0}` does not go below `{1}`", "`{1}` 之下不能写 `{0}`", "groups of events stand below `must` and `only after`; write a norm for each event here",
        "多个事件只能写在 `必须` 和 `须先` 之下；此处请为每个事件各立一条职责")
        with { Title = new("several events where one belongs", "此处只能写一个事件") };

    public static readonly DiagnosticDescriptor OnceInOrder = Error(
        2102, "what is done in order is done once each", "`依次` 中每项只做一次", "list the event as often as it is to be done", "要做几次就列几次")
        with { Title = new("several times in order", "“依次”中的多次") };

    public static readonly DiagnosticDescriptor SameNotInItem = Error(
        2103, "`{0}` is not a field of `{1}`, of which the same is asked", "`{1}` 没有字段 `{0}`，而该项也须相同", "what stands under `same` is so for every item of the group", "`同一` 对其中每一项都适用")
        with { Title = new("an item without the same field", "该项没有须相同的字段") };

    public static readonly DiagnosticDescriptor ComputedNotHere = Error(
        2104, "`{0}` is computed; a figure or a parameter is needed here", "`{0}` 需要计算，此处只能写数字或参数",
        "what is computed for each duty may stand under `times`, and under `value` of a `measure`", "逐次计算的数只能写在 `次数` 和 `指标` 的 `指标值` 中")
        with { Title = new("a computed figure where none can stand", "此处不能写算式") };

    public static readonly DiagnosticDescriptor OneForOneAtLeast = Error(
        2105, "`one for one` needs `at least`: with an upper end an event cannot be left to another duty", "`一对一` 只能与 `不少于` 同用：有上限时无法把事件留给另一项职责",
        "write `times: at least n`, or leave `one for one` out", "请写 `次数: 不少于 n`，或去掉 `一对一`")
        with { Title = new("one for one with an upper end", "有上限的“一对一”") };

    public static readonly DiagnosticDescriptor OneForOneShift = Error(
        2108, "`one for one` does not go with `every: shift`: a shift that is moved would have to give back what it took", "`一对一` 不能与 `每: 班次` 同用：班次调整时已占用的事件须退回",
        "leave it out, or write `same` to say which event belongs to which duty", "请删去，或用 `同一` 说明哪个事件属于哪项职责")
        with { Title = new("one for one of shifts", "班次的“一对一”") };

    public static readonly DiagnosticDescriptor OneForOneFirst = Error(
        2109, "`one for one` does not go with a first event: what a duty may take must be known before its time has begun and ended", "`一对一` 不能与首次事件同用：起止未定时无法判断哪项职责占用哪个事件",
        "give the time a beginning and an end of another kind, or write `same` to say which event belongs to which duty", "请把起止写成时间点或时限，或用 `同一` 说明哪个事件属于哪项职责")
        with { Title = new("one for one with a first event", "首次事件的“一对一”") };

    public static readonly DiagnosticDescriptor MeasureOfWhat = Error(
        2106, "nothing says what is measured of these events", "没有说明对这些事件统计什么",
        "write `total of`, `mean of`, `least`, `greatest`, `different` or `share where`", "请写 `总计`、`平均`、`最小`、`最大`、`不同` 或 `占比条件`")
        with { Title = new("a measure of nothing", "没有说明统计什么") };

    public static readonly DiagnosticDescriptor NotMeasurable = Error(
        2107, "`{0}` is {1}; under `{2}` a number, a whole number, an amount of money or a length of time is needed", "`{0}` 是{1}，`{2}` 只能用于数、整数、金额或时长",
        "`different` counts different values of any kind, `share where` takes a condition", "`不同` 统计任何类型的不同取值，`占比条件` 用于条件")
        with { Title = new("a measure of what is no number", "不能统计的字段") };

    public static readonly DiagnosticDescriptor CoveringWhat = Error(
        2111, "`{0}` is neither a role nor a state{1}", "`{0}` 既不是岗位也不是状态{1}",
        "write a role, a state that is on or off for each of several, or a field of an event: `notice-published.notice`",
        "请写岗位、按某个字段起止的状态，或事件的字段，如 `发布通知.通知`")
        with { Title = new("covering what?", "没有说明覆盖什么"), HasEdit = true };

    public static readonly DiagnosticDescriptor CoveringSeen = Error(
        2112, "who holds `{0}` is known only once seen, so nobody can tell whether all were reached", "`{0}` 的任职者出现后才知道，无从判断是否全部覆盖", "list the holders in the roster", "请在任职名单中列出任职者")
        with { Title = new("covering a role that is only seen", "覆盖事后才知道的岗位") };

    public static readonly DiagnosticDescriptor CoveringState = Error(
        2113, "state `{0}` does not say of each of several whether it is on", "状态 `{0}` 不是按某一个字段起止的状态",
        "it needs `on from`, and one field under `of` beside the one by which histories are kept apart", "它需要 `起于`，且 `按` 之下除分区字段外恰有一个字段")
        with { Title = new("covering a state of no set", "状态不构成集合") };

    public static readonly DiagnosticDescriptor CoveringInitially = Error(
        2123, "state `{0}` may be on before anything is recorded, so nobody can tell for how many", "状态 `{0}` 在有记录之前就可能成立，无从知道有多少个", "let it begin with `no`: leave `initially` out", "请删去 `初始`，即从 `否` 开始")
        with { Title = new("covering a state that may be on unseen", "可能在记录前就成立的状态") };

    public static readonly DiagnosticDescriptor CoveringField = Error(
        2114, "`{0}` does not say which field of the event holds the values", "`{0}` 没有说明取事件的哪个字段", "write `event.field`, for instance `notice-published.notice`", "请写 `事件.字段`，例如 `发布通知.通知`")
        with { Title = new("covering an event without a field", "没有写明取哪个字段") };

    public static readonly DiagnosticDescriptor FieldNamesNothing = Error(
        2115, "`{0}` is {1} and cannot name what is to be covered", "`{0}` 是{1}，不能用来指明覆盖对象", "a text, a person, a case, a site or one of a list of words can", "可以用文本、人员、个案、场所或选项")
        with { Title = new("a field that names nothing", "不能指明对象的字段") };

    public static readonly DiagnosticDescriptor FieldOfOtherType = Error(
        2116, "`{0}` is {1}; {2} is to be covered", "`{0}` 是{1}，而覆盖对象是{2}")
        with { Title = new("a field of another type than what is covered", "字段类型与覆盖对象不符") };

    public static readonly DiagnosticDescriptor NoFieldNames = Error(
        2117, "event `{0}` has no field that could name {1} to be covered", "事件 `{0}` 没有可以指明覆盖对象（{1}）的字段", "add the field to the event in the vocabulary", "请在词汇表中为该事件加上这个字段")
        with { Title = new("an event that names nobody", "事件不能指明覆盖对象") };

    public static readonly DiagnosticDescriptor SeveralFieldsName = Error(
        2118, "nothing says which field of `{0}` names {1} that is covered: {2}", "没有说明 `{0}` 的哪个字段指明覆盖对象（{1}）：{2}", "write `named in` with the field", "请用 `所在字段` 写明")
        with { Title = new("several fields that could name them", "有几个可以指明的字段") };

    public static readonly DiagnosticDescriptor ValuesHaveNoTime = Error(
        2119, "the values of a field are those of the whole window; `as of` has no meaning here", "字段的取值是整个时段内的，`截至` 在此没有意义", "leave it out", "请删去")
        with { Title = new("as of, for values that have no time", "没有时点的取值") };

    public static readonly DiagnosticDescriptor TableOfShares = Error(
        2120, "table `{0}` does not give a share for each number of members", "分档表 `{0}` 不是按人数给出比例", "it needs one key of type integer, and figures of type number", "它需要一个整数类型的键，取值为数值")
        with { Title = new("a table that gives no share by number", "不是按人数给出比例的表") };

    public static readonly DiagnosticDescriptor TableIsNoShare = Error(
        2121, "table `{0}` holds `{1}`, which is not a share", "分档表 `{0}` 中的 `{1}` 不是比例", "a share lies between 0 and 1, or 0% and 100%", "比例在 0 与 1（0% 与 100%）之间")
        with { Title = new("a table whose figures are no shares", "表中不是比例") };

    public static readonly DiagnosticDescriptor CoversBearerOnly = Warning(
        2122, "only what the bearer does counts, and `{0}` is who does it: norm `{1}` covers nobody else", "只有责任人所做的才算，而 `{0}` 就是经办的人：职责 `{1}` 不会覆盖其他人",
        "write `done by: anyone`, or name another field under `named in`", "请写 `经办人: 任何人`，或在 `所在字段` 中写明另一个字段")
        with { Title = new("covering nobody but oneself", "只会覆盖责任人自己") };

    public static readonly DiagnosticDescriptor AttestationsNeeded = Error(
        2131, "the vocabulary does not say in which event somebody attests", "词汇表没有说明用什么事件记录人工确认", "add `attestations: attested` to the vocabulary", "请在词汇表中写 `人工确认事件: 已确认`")
        with { Title = new("nobody says how one attests", "没有说明如何确认") };

    public static readonly DiagnosticDescriptor AttestationDeclared = Error(
        2132, "event `{0}` comes with `attestations`; it must not be declared again", "事件 `{0}` 已由 `人工确认事件` 声明，不能重复声明")
        with { Title = new("the event of attestations, declared again", "重复声明确认事件") };

    public static readonly DiagnosticDescriptor AttestedShift = Error(
        2133, "`attested by: {0}` does not go with `every: shift`: attesting is a duty of `{0}`, and the duties of a shift are those of its own role", "`人工确认: {0}` 不能与 `每: 班次` 同用：确认是 `{0}` 的职责，而班次的职责属于该班次的岗位",
        "write `attested by: anyone`, or `every: day`", "请写 `人工确认: 任何人`，或 `每: 日`")
        with { Title = new("attesting a shift", "对班次的确认") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        GroupNotHere, OnceInOrder, SameNotInItem, ComputedNotHere, OneForOneAtLeast, OneForOneShift, OneForOneFirst, MeasureOfWhat, NotMeasurable, CoveringWhat, CoveringSeen,
        CoveringState, CoveringInitially, CoveringField, FieldNamesNothing, FieldOfOtherType, NoFieldNames, SeveralFieldsName, ValuesHaveNoTime, TableOfShares,
        TableIsNoShare, CoversBearerOnly, AttestationsNeeded, AttestationDeclared, AttestedShift,
    ];
}
