using DutyRules.Diagnostics;

namespace DutyRules.Dsl.Writing;

/// <summary>What can be wrong with a policy in C# before it is read like any other: DUTY3501 to DUTY3599.</summary>
internal static class DslDiagnostics
{
    public static readonly DiagnosticDescriptor Unsupported = new(
        "DUTY3501", DiagnosticSeverity.Error, "{0} cannot stand in a condition: `{1}`", "条件中不能使用{0}：`{1}`",
        "a condition reads fields of events, states, parameters and tables, with comparisons, && || !, + - * / %, ?:, Is, In, Holds, Math.Abs/Min/Max and StartsWith/EndsWith/Contains; compute anything else before it, in a variable",
        "条件可读取事件字段、状态、参数和分档表，可用比较、&& || !、+ - * / %、?:、Is、In、Holds、Math.Abs/Min/Max 以及 StartsWith/EndsWith/Contains；其他内容请事先算入变量")
    {
        Title = new("C# that a condition cannot say", "条件无法表达的 C#"),
    };

    public static readonly DiagnosticDescriptor Failed = new(
        "DUTY3502", DiagnosticSeverity.Error, "`{0}` could not be computed: {1}", "`{0}` 无法算出：{1}",
        "what a condition does not read from events or states is computed once, when the policy is built", "条件中不取自事件或状态的部分在构建制度时计算一次")
    {
        Title = new("a value that cannot be computed", "无法算出的值"),
    };

    public static readonly DiagnosticDescriptor NoValue = new(
        "DUTY3503", DiagnosticSeverity.Error, "{0} has no literal in the language of policies: `{1}`", "{0} 在制度语言中没有写法：`{1}`",
        "texts, numbers, truths, durations, dates, times of day, enums, people and sites have one", "文本、数字、是否、时长、日期、时刻、枚举、人员和网点可以使用")
    {
        Title = new("a value without a literal", "没有写法的值"),
    };

    public static readonly DiagnosticDescriptor FieldNeeded = new(
        "DUTY3504", DiagnosticSeverity.Error, "`{0}` names no field of the event", "`{0}` 不是事件的字段", "write `c => c.Person`", "请写成 `c => c.Person`")
    {
        Title = new("a field is meant", "应为事件字段"),
    };

    public static readonly DiagnosticDescriptor ActOpensNothing = new(
        "DUTY3505", DiagnosticSeverity.Error, "`{0}` reads the forbidden event as the one that opened the duty, but `{1}` opens it", "`{0}` 把被禁止的事件当作引发职责的事件来读取，而引发它的是 `{1}`",
        "only without `Every`, `When` and `While` is each forbidden act judged by itself; say `When<...>` first to read the event that opens the duty", "只有不写 `Every`、`When`、`While` 时才逐次判定被禁止的行为；要读取引发职责的事件，请先写 `When<...>`")
    {
        Title = new("a forbidden event that opens nothing", "并不引发职责的被禁止事件"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [Unsupported, Failed, NoValue, FieldNeeded, ActOpensNothing];
}
