using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with norms that speak of what others came to.</summary>
internal static class OutcomeDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownNorm = Error(
        1671, "no norm `{0}`{1}", "没有职责 `{0}`{1}", "an outcome is the id of a norm and `kept`, `breached`, `excused`, `void`, `undetermined` or `settled`",
        "结果写作职责编号加 `已履行`、`未履行`、`已免责`、`已取消`、`无法判定` 或 `已了结`")
        with { Title = new("an unknown norm in an outcome", "结果中的未知职责"), HasEdit = true };

    public static readonly DiagnosticDescriptor DisabledNorm = Error(
        1672, "norm `{0}` is disabled, so it comes to nothing", "职责 `{0}` 已停用，不会有结果")
        with { Title = new("the outcome of a disabled norm", "已停用职责的结果") };

    public static readonly DiagnosticDescriptor Circle = Error(
        1673, "whether `{0}` is owed depends on what it comes to itself: {1}", "`{0}` 是否须履行取决于它自身的结果：{1}",
        "each of these norms listens to the next; leave one of them out", "以上每项职责都以下一项的结果为前提，请去掉其中一环")
        with { Title = new("norms in a circle", "互为前提的职责") };

    public static readonly DiagnosticDescriptor GateNeedsAct = Error(
        1675, "`{0}` restricts an act, and an outcome is none", "`{0}` 限制的是行为，而结果不是行为", "name an event under `when`", "请在 `遇有` 中写事件")
        with { Title = new("a gate on an outcome", "对结果的限制") };

    public static readonly DiagnosticDescriptor NormLikeEvent = Error(
        1676, "`{0}` is the name of an event, too, so nobody can tell which is meant", "`{0}` 同时是事件的名称，无从分辨所指", "give the norm another id", "请给职责换一个编号")
        with { Title = new("a norm called like an event", "与事件同名的职责") };

    public static readonly DiagnosticDescriptor OutcomeNotHere = Error(
        1677, "what norm `{0}` came to cannot be asked here", "此处不能问职责 `{0}` 的结果", "the norms, states and definitions of a policy can ask it", "制度中的职责、状态和定义可以")
        with { Title = new("an outcome where none can be asked", "不能问结果的地方") };

    public static readonly DiagnosticDescriptor StatusNeeded = Error(
        1678, "`{0}` is a norm; nothing says what it has to have come to", "`{0}` 是一项职责，没有说明是它的哪种结果",
        "write `kept`, `breached`, `excused`, `void`, `undetermined` or `settled` behind it", "请在其后写 `已履行`、`未履行`、`已免责`、`已取消`、`无法判定` 或 `已了结`")
        with { Title = new("a norm without an outcome", "没有写结果的职责") };

    public static readonly DiagnosticDescriptor DeclaredElsewhere = Error(
        1679, "`{0}` is already declared at {1}", "`{0}` 已在 {1} 声明", "what a policy declares has a name of its own in all of them", "各制度自行声明的名称不得相同")
        with { Title = new("a name that another policy has", "别的制度已用的名称") };

    public static readonly DiagnosticDescriptor NotInRevision = Error(
        1694, "norm `{0}` listens to `{1}`, which is not in revision {2} of its policy", "职责 `{0}` 以 `{1}` 的结果为前提，而其制度的版本 {2} 中没有该职责",
        "within a policy a norm hears those of its own revision", "同一制度内，职责只以本版本职责的结果为前提")
        with { Title = new("a norm that is not in this revision", "本版本中没有的职责") };

    public static readonly DiagnosticDescriptor SeveralRevisions = Error(
        1695, "norm `{0}` listens to `{1}`, of which the policy `{2}` has several revisions", "职责 `{0}` 以 `{1}` 的结果为前提，而制度 `{2}` 有该职责的几个版本",
        "put it into each revision of that policy", "请把它写入该制度的每个版本")
        with { Title = new("a norm of which there are several revisions", "有几个版本的职责") };

    public static readonly DiagnosticDescriptor HoldsElsewhere = Error(
        1696, "norm `{0}` listens to `{1}`, and there is no site at which both hold", "职责 `{0}` 以 `{1}` 的结果为前提，而没有网点同时适用两者")
        with { Title = new("norms that never hold at one site", "不在同一网点适用的职责") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
        [UnknownNorm, DisabledNorm, Circle, GateNeedsAct, NormLikeEvent, OutcomeNotHere, StatusNeeded, DeclaredElsewhere, NotInRevision, SeveralRevisions, HoldsElsewhere];
}
