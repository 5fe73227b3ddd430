namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with an event in a file: DUTY3001 to DUTY3099.</summary>
public static class EventDiagnostics
{
    /// <summary>The line holds no JSON object.</summary>
    public static DiagnosticDescriptor NotJson { get; } = Error("DUTY3001",
        "this line is not an event in JSON: {0}",
        "这一行不是 JSON 事件：{0}",
        "write one object per line: {{\"id\": \"e1\", \"type\": \"…\", \"at\": \"2026-03-02T07:38:12+08:00\", …}}",
        "每行写一个对象：{{\"id\": \"e1\", \"type\": \"…\", \"at\": \"2026-03-02T07:38:12+08:00\", …}}")
        with { Title = new("a line that is no event", "不是事件的行") };

    /// <summary>Without id, type or time there is no event.</summary>
    public static DiagnosticDescriptor Missing { get; } = Error("DUTY3002",
        "the event has no `{0}`",
        "事件缺少 `{0}`")
        with { Title = new("an event without id, type or time", "缺少编号、类型或时间") };

    /// <summary>No such event type.</summary>
    public static DiagnosticDescriptor UnknownType { get; } = Error("DUTY3003",
        "no event type is called `{0}`",
        "没有名为 `{0}` 的事件类型")
        with { Title = new("an event of an unknown type", "未知类型的事件") };

    /// <summary>No such field.</summary>
    public static DiagnosticDescriptor UnknownField { get; } = Error("DUTY3004",
        "event type `{0}` has no field `{1}`",
        "事件类型 `{0}` 没有字段 `{1}`")
        with { Title = new("an unknown field of an event", "事件的未知字段") };

    /// <summary>A value of another type than declared.</summary>
    public static DiagnosticDescriptor WrongType { get; } = Error("DUTY3005",
        "`{0}` should be {1}, but is `{2}`",
        "`{0}` 应为{1}，实际为 `{2}`")
        with { Title = new("a value of the wrong type", "类型不符的值") };

    /// <summary>A word that the choice does not have.</summary>
    public static DiagnosticDescriptor NotAChoice { get; } = Error("DUTY3006",
        "`{0}` is none of the words that `{1}` can be",
        "`{0}` 不是 `{1}` 的可选项")
        with { Title = new("a word that the field cannot be", "不在选项中的值") };

    /// <summary>A time that could be anywhere on earth.</summary>
    public static DiagnosticDescriptor NoOffset { get; } = Error("DUTY3007",
        "`{0}` is `{1}`, which does not say its offset from UTC",
        "`{0}` 为 `{1}`，没有写明与 UTC 的时差",
        "write `{1}{2}` if the time is local in {3}",
        "如果是 {3} 的当地时间，请写 `{1}{2}`")
        with { Title = new("a time without its offset", "没有时差的时间") };

    /// <summary>The end lies before the beginning.</summary>
    public static DiagnosticDescriptor UntilBeforeAt { get; } = Error("DUTY3008",
        "`until` ({0}) is before `at` ({1})",
        "`until`（{0}）早于 `at`（{1}）")
        with { Title = new("an end before the beginning", "结束早于开始") };

    /// <summary>Longer than the type allows.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Error("DUTY3009",
        "the event lasted {0}, longer than the {1} that `{2}` allows",
        "事件持续了 {0}，超过 `{2}` 允许的 {1}")
        with { Title = new("an event that lasted too long", "过长的事件") };

    /// <summary>An event with length has no end.</summary>
    public static DiagnosticDescriptor MissingUntil { get; } = Error("DUTY3010",
        "events of type `{0}` have a beginning and an end, but `until` is missing",
        "`{0}` 类事件有始有终，但缺少 `until`")
        with { Title = new("an event of some length without an end", "缺少结束时间") };

    /// <summary>An event without length has an end.</summary>
    public static DiagnosticDescriptor UnexpectedUntil { get; } = Error("DUTY3011",
        "events of type `{0}` have no length, so `until` has no meaning here",
        "`{0}` 类事件没有时长，不能写 `until`",
        "declare `lasts: up to …` on the event type if it has one",
        "如果有时长，请在事件类型上声明 `lasts: up to …`")
        with { Title = new("an end of an event that has no length", "没有时长的事件写了结束") };

    /// <summary>Without the partition field nobody knows where the event belongs.</summary>
    public static DiagnosticDescriptor MissingPartition { get; } = Error("DUTY3012",
        "the event has no `{0}`, so it belongs nowhere",
        "事件缺少 `{0}`，不知道属于哪里")
        with { Title = new("an event that belongs nowhere", "不知属于哪里的事件") };

    /// <summary>A name stands twice in one event.</summary>
    public static DiagnosticDescriptor RepeatedName { get; } = Error("DUTY3013",
        "`{0}` stands twice in the event",
        "`{0}` 在事件中出现了两次")
        with { Title = new("a name that stands twice in an event", "事件中重复的名称") };

    /// <summary>A time was floored to a tick.</summary>
    public static DiagnosticDescriptor Floored { get; } = new("DUTY3014", DiagnosticSeverity.Info,
        "`{0}` is finer than 100 ns and was rounded down",
        "`{0}` 比 100 纳秒更精细，已向下取整")
        { Title = new("a time that is too fine", "过细的时间") };

    /// <summary>What should be a time is none.</summary>
    public static DiagnosticDescriptor NotATime { get; } = Error("DUTY3015",
        "`{0}` is `{1}`, which is not a time",
        "`{0}` 为 `{1}`，不是时间",
        "write a time as 2026-03-02T07:38:12+08:00",
        "时间写作 2026-03-02T07:38:12+08:00")
        with { Title = new("what should be a time is none", "不是时间") };

    /// <summary>A type whose events follow from others.</summary>
    public static DiagnosticDescriptor NotRecorded { get; } = Error("DUTY3016",
        "nobody records events of type `{0}`: they follow from others",
        "`{0}` 类事件不能上报：这类事件由其他事件推出",
        "record the events that they follow from",
        "请上报它们所依据的事件")
        with { Title = new("an event that nobody records", "不能上报的事件") };

    /// <summary>A place in its instant that outcomes have.</summary>
    public static DiagnosticDescriptor SequenceTooGreat { get; } = Error("DUTY3017",
        "`seq` is {0}; from {1} on it stands for the outcomes of norms",
        "`seq` 为 {0}；从 {1} 起留给职责的结果",
        "give it a smaller `seq`",
        "请使用较小的 `seq`")
        with { Title = new("a place that outcomes have", "留给结果的次序") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotJson, Missing, UnknownType, UnknownField, WrongType, NotAChoice, NoOffset, UntilBeforeAt, TooLong, MissingUntil,
        UnexpectedUntil, MissingPartition, RepeatedName, Floored, NotATime, NotRecorded,
        SequenceTooGreat,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
