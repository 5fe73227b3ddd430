using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with names that have to be declared.</summary>
internal static class NameDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownEvent = Error(
        1301, "no event `{0}` in the vocabulary{1}", "词汇表中没有事件 `{0}`{1}")
        with { Title = new("an unknown event", "未声明的事件"), HasEdit = true };

    public static readonly DiagnosticDescriptor EventNeeded = Error(
        1302, "`{0}` is not the name of an event", "`{0}` 不是事件名称")
        with { Title = new("no name of an event", "不是事件名称") };

    public static readonly DiagnosticDescriptor UnknownRole = Error(
        1303, "no role `{0}` in the vocabulary{1}", "词汇表中没有岗位 `{0}`{1}")
        with { Title = new("an unknown role", "未声明的岗位"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownSite = Error(
        1304, "no site `{0}` in the vocabulary{1}", "词汇表中没有网点 `{0}`{1}")
        with { Title = new("an unknown site", "未声明的网点"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownField = Error(
        1305, "the event has no field `{0}`{1}", "该事件没有字段 `{0}`{1}")
        with { Title = new("an unknown field", "未声明的字段"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownParameter = Error(
        1306, "no parameter `{0}` in the vocabulary{1}", "词汇表中没有参数 `{0}`{1}",
        "figures and times are written in digits, such as `17:00`, `30 min` or `2`; a name stands for a parameter", "数值和时间请用数字，如 `17:00`、`30 分钟`、`2`；写名称则指参数")
        with { Title = new("an unknown parameter", "未声明的参数"), HasEdit = true };

    public static readonly DiagnosticDescriptor ParameterOfOtherType = Error(
        1307, "`{0}` is {1}, but {2} is needed here", "`{0}` 是{1}，此处需要{2}")
        with { Title = new("a parameter of another type", "类型不符的参数") };

    public static readonly DiagnosticDescriptor UnknownVocabulary = Error(
        1308, "no vocabulary `{0}`{1}", "没有名为 `{0}` 的词汇表{1}")
        with { Title = new("an unknown vocabulary", "未知的词汇表"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownAlias = Error(
        1309, "no event is called `{0}` here{1}", "此处没有名为 `{0}` 的事件{1}",
        "give the event a name where it opens the duty: `when: complaint-received as c`", "请在触发处给事件命名：`遇有: 受理投诉 记为 c`")
        with { Title = new("a name that no event has here", "此处没有该名称的事件") };

    public static readonly DiagnosticDescriptor WhoNotUnderstood = Error(
        1310, "`{0}` does not say who", "`{0}` 没有说明责任人",
        "write `each role`, `role` for the post, a list of roles, `c.person`, an expression that names a person, `anyone` or `site`",
        "请写 `每名岗位`、`岗位`、岗位列表、`c.人员`、表示人员的表达式、`任何人` 或 `网点`")
        with { Title = new("nobody is named under who", "没有说明责任人") };

    public static readonly DiagnosticDescriptor UnknownType = Error(
        1311, "no type `{0}`{1}", "没有类型 `{0}`{1}",
        "types are text, number, integer, yes-no, duration, money, instant, date, time, person, site, case, or a list of words",
        "类型有：文本、数值、整数、是否、时长、金额、时点、日期、时刻、人员、网点、事项，或一列选项")
        with { Title = new("an unknown type", "未知的类型") };

    public static readonly DiagnosticDescriptor NotAChoice = Error(
        1312, "`{0}` is not one of {1}{2}", "`{0}` 不在 {1} 之中{2}")
        with { Title = new("a word that is not on the list", "不在选项中的词") };

    public static readonly DiagnosticDescriptor DeclaredTwice = Error(
        1313, "`{0}` is already declared in line {1}", "`{0}` 已在第 {1} 行声明")
        with { Title = new("declared twice", "重复声明") };

    public static readonly DiagnosticDescriptor MixedAlphabets = Warning(
        1314, "`{0}` has letters of two alphabets that look alike: {1}", "`{0}` 混用了两种外形相似的字母：{1}",
        "type the name anew in one of them; otherwise nobody can tell it from another", "请用同一种字母重新输入，否则无法与其他名称分辨")
        with { Title = new("a name in two alphabets that look alike", "混用相似字母的名称") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownEvent, EventNeeded, UnknownRole, UnknownSite, UnknownField, UnknownParameter, ParameterOfOtherType, UnknownVocabulary,
        UnknownAlias, WhoNotUnderstood, UnknownType, NotAChoice, DeclaredTwice, MixedAlphabets,
    ];
}

/// <summary>What can be wrong with a vocabulary.</summary>
internal static class VocabularyDiagnostics
{
    public static readonly DiagnosticDescriptor PartitionFieldMissing = Error(
        1401, "event `{0}` lacks the field `{1}`, by which histories are kept apart", "事件 `{0}` 缺少分区字段 `{1}`",
        "add `{1}` to its fields", "请在其字段中加上 `{1}`")
        with { Title = new("an event without the field that keeps sites apart", "缺少分区字段的事件") };

    public static readonly DiagnosticDescriptor FieldWithoutType = Error(
        1402, "field `{0}` has no type", "字段 `{0}` 没有类型",
        "write for instance `{0}: text` or `{0}: [a, b]`; only `person` and `site` can stand alone", "例如 `{0}: 文本` 或 `{0}: [甲, 乙]`；只有 `人员` 和 `网点` 可以单独写")
        with { Title = new("a field without a type", "没有类型的字段") };

    public static readonly DiagnosticDescriptor ReservedField = Error(
        1403, "a field cannot be called `{0}`: every event has that by itself", "字段不能名为 `{0}`：每个事件本来就有", "choose another name", "请换一个名称")
        with { Title = new("a field with a name that every event has", "与固有字段重名") };

    public static readonly DiagnosticDescriptor UpToMissing = Error(
        1404, "`{0}` needs `up to` before it", "`{0}` 前面应有 `最长`")
        with { Title = new("a length without up to", "缺少“最长”"), HasEdit = true };

    public static readonly DiagnosticDescriptor StateOfNoKind = Error(
        1405, "nothing says how this state is computed", "没有说明此状态如何得出",
        "write `on from` and `off at`, or `members`, `in` and `out`, or `latest`, or `plus one on`, or `total`",
        "请写 `起于` 和 `止于`，或 `成员`、`进入` 和 `离开`，或 `最近`，或 `加一`，或 `合计`")
        with { Title = new("a state that nothing makes", "没有来源的状态") };

    public static readonly DiagnosticDescriptor SourceLacksField = Error(
        1406, "event `{0}` has no field `{1}`, which this state needs", "事件 `{0}` 没有此状态所需的字段 `{1}`")
        with { Title = new("a source without a field that the state needs", "来源事件缺少所需字段") };

    public static readonly DiagnosticDescriptor KeyOfSeveralTypes = Error(
        1407, "`{0}` is not of one type in the events of this state", "`{0}` 在此状态的各事件中类型不一")
        with { Title = new("one key of two types", "类型不一的键") };

    public static readonly DiagnosticDescriptor NobodyActs = Error(
        1408, "nobody acts in event `{0}`: it has no field of type person", "事件 `{0}` 没有人员字段，无从得知由谁做出")
        with { Title = new("an event in which nobody acts", "没有人员的事件") };

    public static readonly DiagnosticDescriptor EndsBeforeItBegins = Error(
        1409, "it ends before it begins", "结束早于开始")
        with { Title = new("an end before the beginning", "结束早于开始") };

    public static readonly DiagnosticDescriptor NotYetDefined = Error(
        1410, "`{0}` is not defined yet", "`{0}` 在此处尚未认定",
        "a definition can use those above it, but neither itself nor those below it", "一项认定只能引用写在它上面的认定，不能引用自身或写在下面的")
        with { Title = new("a definition that is not there yet", "尚未给出的认定") };

    public static readonly DiagnosticDescriptor AmountNeeded = Error(
        1411, "`{0}` does not say what is added up", "`{0}` 没有说明累加哪个数",
        "write an event and its field, such as `cash-taken.amount`", "请写事件及其字段，如 `收款.数额`")
        with { Title = new("a sum of nothing", "没有说明累加什么") };

    public static readonly DiagnosticDescriptor AmountIsNoNumber = Error(
        1412, "`{0}` is {1}; only numbers, whole numbers and amounts of money can be added up", "`{0}` 是{1}；只有数值、整数和金额可以累加")
        with { Title = new("a sum of what is no number", "不能累加的字段") };

    public static readonly DiagnosticDescriptor AmountsOfSeveralTypes = Error(
        1413, "`{0}` is {1}, but the total begins with {2}", "`{0}` 是{1}，而合计的第一项是{2}", "all amounts of a total are of one type", "同一合计的各项须为同一类型")
        with { Title = new("a sum of amounts of several types", "类型不一的合计") };

    public static readonly DiagnosticDescriptor SamplesOfSeveralTypes = Error(
        1414, "`{0}` is {1}, but the first of these is {2}", "`{0}` 是{1}，而其中第一项是{2}", "all that a latest value is taken from is of one type", "同一状态所取的各项须为同一类型")
        with { Title = new("a latest value of several types", "类型不一的最近值") };

    public static readonly DiagnosticDescriptor PerWhat = Error(
        1415, "`{0}` is no period that a state can begin anew with", "状态不能按 `{0}` 重新计起",
        "write `day`, `week`, `week from Sunday`, `month`, `quarter`, `half-year` or `year`", "请写 `日`、`周`、`周日起的周`、`月`、`季度`、`半年` 或 `年`")
        with { Title = new("a period that no state begins anew with", "不能据以重新计起的周期") };

    public static readonly DiagnosticDescriptor NothingTakesAway = Error(
        1416, "what lies within a span of time that moves on is added up only; nothing can be taken away from it", "近一段时间内的数只能累加，不能减去",
        "leave out `over`, or keep a state of its own for what is taken away", "请删去 `统计期`，或为减去的部分另设状态")
        with { Title = new("something taken away within a moving span", "移动统计期内的减项") };

    public static readonly DiagnosticDescriptor OverNothing = Error(
        1417, "over `{0}` nothing can be counted", "`{0}` 之内无可统计")
        with { Title = new("a span of nothing", "长度为零的统计期") };

    public static readonly DiagnosticDescriptor RoleInCircle = Error(
        1418, "these roles go round in a circle: {0}", "这些岗位循环相连：{0}", "a role can neither include itself nor act for itself, by whatever way", "岗位不能直接或间接包括自身，也不能为自身顶岗")
        with { Title = new("roles in a circle", "循环的岗位") };

    public static readonly DiagnosticDescriptor SeenRoleCannotStandIn = Error(
        1419, "who holds `{0}` is seen only afterwards, so it can neither be included nor act for another", "`{0}` 由谁担任事后才知道，因此不能被包括，也不能顶岗")
        with { Title = new("a role that is seen only afterwards, as a stand-in", "事后才知道的岗位不能顶岗") };

    public static readonly DiagnosticDescriptor ActingForWhom = Error(
        1420, "nobody acts, so there is nothing to limit", "没有顶岗者，无需限定范围", "add `acting`", "请加上 `顶岗顺序`")
        with { Title = new("acting for nobody", "没有顶岗者") };

    public static readonly DiagnosticDescriptor ThingsNotSaid = Warning(
        1461, "nothing says which `{0}` there are at {1}: there is nothing to do for them there", "没有说明 {1} 有哪些 `{0}`：在那里将无须逐一履行", "write `none` if there are none", "如果没有，请写 `无`")
        with { Title = new("a site of which nobody says what things it has", "没有说明某网点有哪些物品") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        PartitionFieldMissing, FieldWithoutType, ReservedField, UpToMissing, StateOfNoKind, SourceLacksField, KeyOfSeveralTypes, NobodyActs,
        EndsBeforeItBegins, NotYetDefined, AmountNeeded, AmountIsNoNumber, AmountsOfSeveralTypes, SamplesOfSeveralTypes,
        PerWhat, NothingTakesAway, OverNothing, RoleInCircle, SeenRoleCannotStandIn, ActingForWhom, ThingsNotSaid,
    ];
}
