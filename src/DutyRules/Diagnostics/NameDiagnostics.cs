using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with names that have to be declared.</summary>
internal static class NameDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownEvent = Error(
        1301, "no event `{0}` in the vocabulary{1}", "词汇表中没有事件 `{0}`{1}");

    public static readonly DiagnosticDescriptor EventNeeded = Error(
        1302, "`{0}` is not the name of an event", "`{0}` 不是事件名称");

    public static readonly DiagnosticDescriptor UnknownRole = Error(
        1303, "no role `{0}` in the vocabulary{1}", "词汇表中没有岗位 `{0}`{1}");

    public static readonly DiagnosticDescriptor UnknownSite = Error(
        1304, "no site `{0}` in the vocabulary{1}", "词汇表中没有网点 `{0}`{1}");

    public static readonly DiagnosticDescriptor UnknownField = Error(
        1305, "the event has no field `{0}`{1}", "该事件没有字段 `{0}`{1}");

    public static readonly DiagnosticDescriptor UnknownParameter = Error(
        1306, "no parameter `{0}` in the vocabulary{1}", "词汇表中没有参数 `{0}`{1}",
        "figures and times are written in digits, such as `17:00`, `30 min` or `2`; a name stands for a parameter", "数值和时间请用数字，如 `17:00`、`30 分钟`、`2`；写名称则指参数");

    public static readonly DiagnosticDescriptor ParameterOfOtherType = Error(
        1307, "`{0}` is {1}, but {2} is needed here", "`{0}` 是{1}，此处需要{2}");

    public static readonly DiagnosticDescriptor UnknownVocabulary = Error(
        1308, "no vocabulary `{0}`{1}", "没有名为 `{0}` 的词汇表{1}");

    public static readonly DiagnosticDescriptor UnknownAlias = Error(
        1309, "no event is called `{0}` here{1}", "此处没有名为 `{0}` 的事件{1}",
        "give the event a name where it opens the duty: `when: complaint-received as c`", "请在触发处给事件命名：`遇有: 受理投诉 记为 c`");

    public static readonly DiagnosticDescriptor WhoNotUnderstood = Error(
        1310, "`{0}` does not say who", "`{0}` 没有说明责任人",
        "write `each role`, `role` for the post, a list of roles, `c.person`, an expression that names a person, `anyone` or `site`",
        "请写 `每名岗位`、`岗位`、岗位列表、`c.人员`、表示人员的表达式、`任何人` 或 `网点`");

    public static readonly DiagnosticDescriptor UnknownType = Error(
        1311, "no type `{0}`{1}", "没有类型 `{0}`{1}",
        "types are text, number, integer, yes-no, duration, money, instant, date, time, person, site, case, or a list of words",
        "类型有：文本、数值、整数、是否、时长、金额、时点、日期、时刻、人员、网点、事项，或一列选项");

    public static readonly DiagnosticDescriptor NotAChoice = Error(
        1312, "`{0}` is not one of {1}{2}", "`{0}` 不在 {1} 之中{2}");

    public static readonly DiagnosticDescriptor DeclaredTwice = Error(
        1313, "`{0}` is already declared in line {1}", "`{0}` 已在第 {1} 行声明");

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownEvent, EventNeeded, UnknownRole, UnknownSite, UnknownField, UnknownParameter, ParameterOfOtherType, UnknownVocabulary,
        UnknownAlias, WhoNotUnderstood, UnknownType, NotAChoice, DeclaredTwice,
    ];
}

/// <summary>What can be wrong with a vocabulary.</summary>
internal static class VocabularyDiagnostics
{
    public static readonly DiagnosticDescriptor PartitionFieldMissing = Error(
        1401, "event `{0}` lacks the field `{1}`, by which histories are kept apart", "事件 `{0}` 缺少分区字段 `{1}`",
        "add `{1}` to its fields", "请在其字段中加上 `{1}`");

    public static readonly DiagnosticDescriptor FieldWithoutType = Error(
        1402, "field `{0}` has no type", "字段 `{0}` 没有类型",
        "write for instance `{0}: text` or `{0}: [a, b]`; only `person` and `site` can stand alone", "例如 `{0}: 文本` 或 `{0}: [甲, 乙]`；只有 `人员` 和 `网点` 可以单独写");

    public static readonly DiagnosticDescriptor ReservedField = Error(
        1403, "a field cannot be called `{0}`: every event has that by itself", "字段不能名为 `{0}`：每个事件本来就有", "choose another name", "请换一个名称");

    public static readonly DiagnosticDescriptor UpToMissing = Error(
        1404, "`{0}` needs `up to` before it", "`{0}` 前面应有 `最长`");

    public static readonly DiagnosticDescriptor StateOfNoKind = Error(
        1405, "nothing says how this state is computed", "没有说明此状态如何得出",
        "write `on from` and `off at`, or `members`, `in` and `out`, or `latest`, or `plus one on`, or `total`",
        "请写 `起于` 和 `止于`，或 `成员`、`进入` 和 `离开`，或 `最近`，或 `加一`，或 `合计`");

    public static readonly DiagnosticDescriptor SourceLacksField = Error(
        1406, "event `{0}` has no field `{1}`, which this state needs", "事件 `{0}` 没有此状态所需的字段 `{1}`");

    public static readonly DiagnosticDescriptor KeyOfSeveralTypes = Error(
        1407, "`{0}` is not of one type in the events of this state", "`{0}` 在此状态的各事件中类型不一");

    public static readonly DiagnosticDescriptor NobodyActs = Error(
        1408, "nobody acts in event `{0}`: it has no field of type person", "事件 `{0}` 没有人员字段，无从得知由谁做出");

    public static readonly DiagnosticDescriptor EndsBeforeItBegins = Error(
        1409, "it ends before it begins", "结束早于开始");

    public static readonly DiagnosticDescriptor NotYetDefined = Error(
        1410, "`{0}` is not defined yet", "`{0}` 在此处尚未认定",
        "a definition can use those above it, but neither itself nor those below it", "一项认定只能引用写在它上面的认定，不能引用自身或写在下面的");

    public static readonly DiagnosticDescriptor AmountNeeded = Error(
        1411, "`{0}` does not say what is added up", "`{0}` 没有说明累加哪个数",
        "write an event and its field, such as `cash-taken.amount`", "请写事件及其字段，如 `收款.数额`");

    public static readonly DiagnosticDescriptor AmountIsNoNumber = Error(
        1412, "`{0}` is {1}; only numbers, whole numbers and amounts of money can be added up", "`{0}` 是{1}；只有数值、整数和金额可以累加");

    public static readonly DiagnosticDescriptor AmountsOfSeveralTypes = Error(
        1413, "`{0}` is {1}, but the total begins with {2}", "`{0}` 是{1}，而合计的第一项是{2}", "all amounts of a total are of one type", "同一合计的各项须为同一类型");

    public static readonly DiagnosticDescriptor SamplesOfSeveralTypes = Error(
        1414, "`{0}` is {1}, but the first of these is {2}", "`{0}` 是{1}，而其中第一项是{2}", "all that a latest value is taken from is of one type", "同一状态所取的各项须为同一类型");

    public static readonly DiagnosticDescriptor PerWhat = Error(
        1415, "`{0}` is no period that a state can begin anew with", "状态不能按 `{0}` 重新计起",
        "write `day`, `week`, `week from Sunday`, `month`, `quarter`, `half-year` or `year`", "请写 `日`、`周`、`周日起的周`、`月`、`季度`、`半年` 或 `年`");

    public static readonly DiagnosticDescriptor NothingTakesAway = Error(
        1416, "what lies within a span of time that moves on is added up only; nothing can be taken away from it", "近一段时间内的数只能累加，不能减去",
        "leave out `over`, or keep a state of its own for what is taken away", "请删去 `统计期`，或为减去的部分另设状态");

    public static readonly DiagnosticDescriptor OverNothing = Error(
        1417, "over `{0}` nothing can be counted", "`{0}` 之内无可统计");

    public static readonly DiagnosticDescriptor RoleInCircle = Error(
        1418, "these roles go round in a circle: {0}", "这些岗位循环相连：{0}", "a role can neither include itself nor act for itself, by whatever way", "岗位不能直接或间接包括自身，也不能为自身顶岗");

    public static readonly DiagnosticDescriptor SeenRoleCannotStandIn = Error(
        1419, "who holds `{0}` is seen only afterwards, so it can neither be included nor act for another", "`{0}` 由谁担任事后才知道，因此不能被包括，也不能顶岗");

    public static readonly DiagnosticDescriptor ActingForWhom = Error(
        1420, "nobody acts, so there is nothing to limit", "没有顶岗者，无需限定范围", "add `acting`", "请加上 `顶岗顺序`");

    public static readonly DiagnosticDescriptor ThingsNotSaid = Warning(
        1461, "nothing says which `{0}` there are at {1}: there is nothing to do for them there", "没有说明 {1} 有哪些 `{0}`：在那里将无须逐一履行", "write `none` if there are none", "如果没有，请写 `无`");

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        PartitionFieldMissing, FieldWithoutType, ReservedField, UpToMissing, StateOfNoKind, SourceLacksField, KeyOfSeveralTypes, NobodyActs,
        EndsBeforeItBegins, NotYetDefined, AmountNeeded, AmountIsNoNumber, AmountsOfSeveralTypes, SamplesOfSeveralTypes,
        PerWhat, NothingTakesAway, OverNothing, RoleInCircle, SeenRoleCannotStandIn, ActingForWhom, ThingsNotSaid,
    ];
}
