using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with how policies are put together: what stands beside norms, figures, places, templates and families.</summary>
internal static class CompositionDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKind = Error(
        1801, "no kind of entry is called `{0}`{1}", "没有名为 `{0}` 的条目性质{1}",
        "the kinds are definition, statement, heading, principle, conflict, improper, duty of others and other law; a norm has no `kind`",
        "条目性质有：定义、说明、标题、原则、冲突、不当、他方义务、转引；普通职责不写条目性质")
        with { Title = new("an unknown kind of entry", "未知的条目性质") };

    public static readonly DiagnosticDescriptor PrevailsNotNamed = Error(
        1802, "`{0}` is not among those that conflict", "`{0}` 不在 `冲突对象` 之中", "`prevails` names one of those under `conflicts with`", "`优先适用` 须从 `冲突对象` 中选取")
        with { Title = new("what prevails is not among those that conflict", "优先者不在冲突对象中") };

    public static readonly DiagnosticDescriptor UnknownNorm = Error(
        1803, "`{0}` names `{1}`, but no norm has that id{2}", "`{0}` 提到 `{1}`，但没有该编号的职责{2}")
        with { Title = new("an entry that names an unknown norm", "条目提到未知的职责") };

    public static readonly DiagnosticDescriptor SeverityNeeded = Error(
        1804, "`{0}` does not say how much it matters", "`{0}` 不是严重程度", "write `minor`, `normal`, `major` or `critical`", "请写 `轻微`、`一般`、`严重` 或 `重大`")
        with { Title = new("an unknown severity", "未知的严重程度") };

    public static readonly DiagnosticDescriptor DefinesNothing = Error(
        1805, "the vocabulary has nothing called `{0}`{1}", "词汇表中没有名为 `{0}` 的内容{1}",
        "`defines` names roles, parameters, states, definitions, tables, events or things", "`所定义` 列出岗位、参数、状态、认定、分档表、事件或物品的名称")
        with { Title = new("a definition that is not there", "不存在的定义") };

    public static readonly DiagnosticDescriptor ParameterUndeclared = Error(
        1811, "no parameter `{0}`: neither this policy nor the vocabulary declares it", "没有参数 `{0}`：本制度和词汇表都没有声明",
        "declare it under `parameters` of the policy or of the vocabulary, for instance `{0}: {{ {2} }}`; a figure itself is written in digits", "请在制度或词汇表的 `参数` 中声明，例如 `{0}: {{ {2} }}`；数值本身请用数字书写")
        with { Title = new("an undeclared parameter", "未声明的参数") };

    public static readonly DiagnosticDescriptor ParameterNeedsType = Error(
        1812, "the vocabulary has no parameter `{0}` to set{1}", "词汇表中没有可设置的参数 `{0}`{1}",
        "to declare one for this policy say its type, for instance `{0}: {{ is: duration, value: 30 min }}`", "为本制度新增参数须写明类型，例如 `{0}: {{ 类型: 时长, 值: 30 分钟 }}`")
        with { Title = new("a parameter that is neither declared nor typed", "没有声明类型的参数") };

    public static readonly DiagnosticDescriptor ParameterShared = Error(
        1813, "`{0}` is read by `{1}`, which all policies share, so that a policy cannot set it", "`{0}` 用于各制度共用的 `{1}`，单个制度不能另行设置",
        "set it in the vocabulary", "请在词汇表中设置")
        with { Title = new("a parameter that all policies share", "各制度共用的参数") };

    public static readonly DiagnosticDescriptor PerSiteShared = Error(
        1814, "`{0}` is read by `{1}`, so that it cannot differ from site to site yet", "`{0}` 用于 `{1}`，目前不能各网点不同",
        "what states and derived events read has one figure for all sites; conditions of norms and definitions may read one per site", "状态和派生事件所用的参数全部网点相同；职责和认定的条件可以各网点不同")
        with { Title = new("a figure per site where there can be one only", "不能各网点不同的参数") };

    public static readonly DiagnosticDescriptor NameTaken = Error(
        1815, "`{0}` is already the name of something else, declared at {1}", "`{0}` 已用作别的名称，声明于 {1}")
        with { Title = new("a name that is taken", "已被使用的名称") };

    public static readonly DiagnosticDescriptor DoesNotRunAt = Warning(
        1816, "policy `{0}` does not run at {1}: parameter `{2}` is not set there ({3})", "制度 `{0}` 在 {1} 不运行：那里没有设置参数 `{2}`（{3}）",
        "add the sites under `per site`, or give a `value` for all others", "请在 `各网点值` 中补上，或以 `值` 写明其余网点的值")
        with { Title = new("a policy that does not run at a site", "在某网点不运行的制度") };

    public static readonly DiagnosticDescriptor UnknownTemplate = Error(
        1821, "no template is called `{0}`{1}", "没有名为 `{0}` 的模板{1}", "templates stand under `templates` of the policy or of the vocabulary", "模板写在制度或词汇表的 `模板` 之下")
        with { Title = new("an unknown template", "未知的模板"), HasEdit = true };

    public static readonly DiagnosticDescriptor UnknownBlank = Error(
        1822, "`{{{0}}}` is not among what this template is filled in with", "`{{{0}}}` 不是此模板的代入项", "it is filled in with {1}", "代入项有 {1}")
        with { Title = new("an unknown blank", "未知的代入项") };

    public static readonly DiagnosticDescriptor ArgumentMissing = Error(
        1823, "nothing says what to put in place of `{0}` in `{1}`", "没有说明 `{1}` 中的 `{0}` 代入什么")
        with { Title = new("a blank that is not filled in", "未代入的项") };

    public static readonly DiagnosticDescriptor UnknownArgument = Error(
        1824, "`{0}` is neither a key of norms nor anything to be filled in{1}", "`{0}` 既不是职责的键，也不是代入项{1}", "to be filled in: {2}", "代入项有：{2}")
        with { Title = new("a word that fills in nothing", "没有对应代入项的键") };

    public static readonly DiagnosticDescriptor TemplateUsesItself = Error(
        1825, "this template uses itself", "此模板套用了自身")
        with { Title = new("a template that uses itself", "套用自身的模板") };

    public static readonly DiagnosticDescriptor StepNeeded = Error(
        1826, "`{0}` does not say which step: a whole number is needed", "`{0}` 没有说明是第几级：此处需要整数", "steps are counted from 1; 0 means none is taken", "级次从 1 数起，0 表示尚未采取措施")
        with { Title = new("a ladder without a step", "没有级次的阶梯") };

    public static readonly DiagnosticDescriptor PermissionOfWhom = Error(
        1831, "`{0}` is no role; a permission is that of the holders of a role", "`{0}` 不是岗位；许可只能给予岗位的任职者", "leave `who` out where anybody may", "任何人都可以时不写 `责任人`")
        with { Title = new("a permission of no role", "许可没有给予岗位") };

    public static readonly DiagnosticDescriptor PermissionWithoutLimit = Error(
        1832, "this permission would lift `{0}` always", "此许可会使 `{0}` 永远不起作用", "say under `who` or `if` when it may be done, or disable the norm", "请用 `责任人` 或 `如` 写明何时可以；否则请停用该职责")
        with { Title = new("a permission that lifts a norm for good", "使职责永远不起作用的许可") };

    public static readonly DiagnosticDescriptor LiftsOtherAct = Error(
        1833, "`{0}` does not judge each `{1}` by itself, so that a permission of one cannot lift it", "`{0}` 不是逐次判定 `{1}`，对单次行为的许可不能解除它",
        "a permission lifts prohibitions of single acts and gates on the same event", "许可只能解除针对同一事件的单次禁止和限制")
        with { Title = new("a permission of another act", "许可的不是同一行为") };

    public static readonly DiagnosticDescriptor VocabularyTwice = Error(
        1841, "another vocabulary is called `{0}`: {1}", "另有词汇表名为 `{0}`：{1}", "each vocabulary has a name of its own", "各词汇表名称不得相同")
        with { Title = new("two vocabularies of one name", "同名的词汇表") };

    public static readonly DiagnosticDescriptor UsesItself = Error(
        1842, "`{0}` uses `{1}`, which uses it in turn", "`{0}` 引用了 `{1}`，后者又引用前者", "let what both need stand in a third vocabulary", "请把两者都需要的内容放入第三个词汇表")
        with { Title = new("vocabularies in a circle", "互相引用的词汇表") };

    public static readonly DiagnosticDescriptor FamilyDiffers = Error(
        1843, "`{0}` is `{1}` here, but `{2}` at {3}: vocabularies that are read together have one", "`{0}` 在此为 `{1}`，而 {3} 处为 `{2}`：一并读取的词汇表须相同",
        "leave it out where it follows from the other", "与另一处相同时可以不写")
        with { Title = new("vocabularies that disagree", "不一致的词汇表") };

    public static readonly DiagnosticDescriptor OnceInFamily = Error(
        1844, "`{0}` stands already at {1}; vocabularies that are read together say it once", "`{0}` 已写于 {1}；一并读取的词汇表只写一次")
        with { Title = new("said twice in a family", "重复的声明") };

    public static readonly DiagnosticDescriptor NotUsed = Error(
        1845, "`{0}` is a name of the vocabulary `{1}`, which this one does not use", "`{0}` 是词汇表 `{1}` 的名称，而此词汇表没有引用它", "add `uses: {1}`", "请加上 `引用: {1}`")
        with { Title = new("a name of a vocabulary that is not used", "未引用的词汇表中的名称") };

    public static readonly DiagnosticDescriptor NormsConflict = Warning(
        1851, "`{0}` and `{1}` ({3}) cannot both be kept: {2}", "`{0}` 与 `{1}`（{3}）不能同时遵守：{2}",
        "change one of them, or let one give way with `unless`, or put on record which prevails: `kind: conflict`, `conflicts with: [{1}, {0}]`",
        "请修改其一，或用 `除外` 让其一退让，或记明以何者为准：`条目性质: 冲突`、`冲突对象: [{1}, {0}]`")
        with { Title = new("two norms that cannot both be kept", "不能同时遵守的职责") };

    public static readonly DiagnosticDescriptor ParameterOpen = Warning(
        1852, "policy `{0}` does not run: parameter `{1}` ({2}) has no value", "制度 `{0}` 不运行：参数 `{1}`（{2}）尚未取值",
        "write its `value` or a `default`; a test suite may give one under `parameters`", "请写明其 `值` 或 `默认值`；测试集可在 `参数` 中给出")
        with { Title = new("a parameter without a value", "尚未取值的参数") };

    public static readonly DiagnosticDescriptor TableOpen = Warning(
        1853, "policy `{0}` does not run: table `{1}` ({2}) has no figure for {3}", "制度 `{0}` 不运行：分档表 `{1}`（{2}）中 {3} 尚未填写",
        "fill it in; a test suite may do so under `tables`", "请填写；测试集可在 `分档表` 中给出")
        with { Title = new("a table that is not filled in", "未填写的分档表") };

    public static readonly DiagnosticDescriptor ListensToOpen = Warning(
        1854, "policy `{0}` does not run: `{1}` listens to `{2}` of policy `{3}`, which does not run", "制度 `{0}` 不运行：`{1}` 以制度 `{3}` 中 `{2}` 的结果为前提，而后者不运行",
        "give that policy the figures that it lacks", "请补齐该制度所缺的数值")
        with { Title = new("a policy that listens to one that does not run", "以不运行的制度为前提") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownKind, PrevailsNotNamed, UnknownNorm, SeverityNeeded, DefinesNothing, ParameterUndeclared, ParameterNeedsType, ParameterShared, PerSiteShared,
        NameTaken, DoesNotRunAt, UnknownTemplate, UnknownBlank, ArgumentMissing, UnknownArgument, TemplateUsesItself, StepNeeded,
        PermissionOfWhom, PermissionWithoutLimit, LiftsOtherAct,
        VocabularyTwice, UsesItself, FamilyDiffers, OnceInFamily, NotUsed, NormsConflict, ParameterOpen, TableOpen, ListensToOpen,
    ];
}
