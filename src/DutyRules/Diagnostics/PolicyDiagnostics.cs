using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with norms that are each right by themselves, and all that loading policies can find.</summary>
internal static class PolicyDiagnostics
{
    public static readonly DiagnosticDescriptor DuplicateNorm = Error(
        1601, "norm `{0}` already stands at {1}", "职责 `{0}` 已写于 {1}",
        "give it another id, or let the validity of one end where the other begins", "请换一个编号，或让两者的有效期首尾相接");

    public static readonly DiagnosticDescriptor RoleNobodyHolds = Warning(
        1602, "nobody holds the role `{0}` at {1}", "{1} 无人担任 `{0}`", "add the holders to the roster", "请在任职名单中补上");

    public static readonly DiagnosticDescriptor EmptyWindow = Error(
        1603, "there is no time to keep norm `{0}`: it is due before it begins", "职责 `{0}` 没有可履行的时间：截止早于开始");

    public static readonly DiagnosticDescriptor GuardReadsOwnState = Warning(
        1604, "`{0}` is read as it was before the event `{1}`, which itself changes it", "`{0}` 取的是事件 `{1}` 发生之前的值，而该事件本身会改变它");

    public static readonly DiagnosticDescriptor Ceiling = Warning(
        1605, "above its upper limit `{0}` ends this condition, and no other norm covers it", "`{0}` 超过上限时此条件随即结束，而没有其他职责涵盖",
        "leave out the upper limit, or add a norm for what is above it", "请去掉上限，或为超出部分另立职责");

    public static readonly DiagnosticDescriptor SeenHolderTooLate = Error(
        1606, "each `{0}` is known only once seen, so norm `{1}` cannot be asked of each",
        "每名 `{0}` 出现后才知道是谁，因此不能要求其逐一承担职责 `{1}`",
        "let it count events over a whole day, week or month, or judge single acts, or list the holders in the roster",
        "请改为按整日、整周或整月计次，或逐次判定；否则请在任职名单中列出任职者");

    /// <summary>All that reading and checking policies can find.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        .. YamlDiagnostics.All, .. FileDiagnostics.All, .. KeyDiagnostics.All, .. ValueDiagnostics.All, .. NameDiagnostics.All,
        .. VocabularyDiagnostics.All, .. CalendarDiagnostics.All, .. NormDiagnostics.All, DuplicateNorm, RoleNobodyHolds, EmptyWindow, GuardReadsOwnState, Ceiling, SeenHolderTooLate,
    ];
}
