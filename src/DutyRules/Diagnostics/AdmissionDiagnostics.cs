namespace DutyRules.Diagnostics;

/// <summary>Why a monitor refuses a record, or takes it with a warning: DUTY4001 to DUTY4099.</summary>
public static class AdmissionDiagnostics
{
    /// <summary>A type of another vocabulary.</summary>
    public static DiagnosticDescriptor UnknownType { get; } = Error("DUTY4001",
        "event `{0}` is of type `{1}`, which the vocabulary does not declare",
        "事件 `{0}` 的类型 `{1}` 未在词汇表中声明")
        with { Title = new("a record of another vocabulary", "其他词汇表的记录") };

    /// <summary>Values that do not fit the declared fields.</summary>
    public static DiagnosticDescriptor WrongFields { get; } = Error("DUTY4002",
        "event `{0}`: the value of `{1}` is not of the declared type",
        "事件 `{0}`：`{1}` 的值与声明的类型不符")
        with { Title = new("a record with wrong fields", "字段不符的记录") };

    /// <summary>Without the partition nobody knows where it belongs.</summary>
    public static DiagnosticDescriptor NoPartition { get; } = Error("DUTY4003",
        "event `{0}` does not say its `{1}`",
        "事件 `{0}` 没有写明 `{1}`")
        with { Title = new("a record that belongs nowhere", "不知属于哪里的记录") };

    /// <summary>The beginning and the end do not fit the type.</summary>
    public static DiagnosticDescriptor WrongExtent { get; } = Error("DUTY4004",
        "event `{0}`: `{1}` {2}",
        "事件 `{0}`：`{1}` {2}")
        with { Title = new("a record whose beginning and end do not fit", "起止不符的记录") };

    /// <summary>Before the record begins.</summary>
    public static DiagnosticDescriptor BeforeStart { get; } = Error("DUTY4005",
        "event `{0}` of {1} lies before the record, which begins at {2}",
        "事件 `{0}`（{1}）早于记录的起点 {2}")
        with { Title = new("an event before the record begins", "早于记录起点的事件") };

    /// <summary>Later than its type may be.</summary>
    public static DiagnosticDescriptor TooLate { get; } = Error("DUTY4006",
        "event `{0}` of {1} is too late: events of type `{2}` are final up to {3} (a repeat cannot be told apart)",
        "事件 `{0}`（{1}）到得太迟：`{2}` 类事件在 {3} 之前已成定论（无法与重复区分）",
        "give the type a longer lateness (`arrives: up to …`) or run the archive anew",
        "请为该类事件设置更长的迟到时限（`迟到: 不超过 …`），或用存档重新核查")
        with { Title = new("an event that comes too late", "到得太迟的事件") };

    /// <summary>Farther ahead than allowed.</summary>
    public static DiagnosticDescriptor TooFarAhead { get; } = Error("DUTY4007",
        "event `{0}` of {1} is more than {2} ahead of now, {3}",
        "事件 `{0}`（{1}）比当前时间 {3} 超前 {2} 以上")
        with { Title = new("an event far in the future", "远在将来的事件") };

    /// <summary>One id, two types.</summary>
    public static DiagnosticDescriptor OtherType { get; } = Error("DUTY4008",
        "event `{0}` was of another type before; a correction never changes the type",
        "事件 `{0}` 先前是另一类型；更正不能改变类型")
        with { Title = new("a correction that changes the type", "改变类型的更正") };

    /// <summary>One id and revision, two contents.</summary>
    public static DiagnosticDescriptor Conflict { get; } = Warning("DUTY4009",
        "event `{0}` comes with two contents under revision {1}; the greater text counts",
        "事件 `{0}` 的第 {1} 版有两种内容；以较大者为准",
        "give corrections a higher `rev`",
        "更正时请提高 `rev`")
        with { Title = new("one revision with two contents", "同一版本两种内容") };

    /// <summary>A site that is not declared.</summary>
    public static DiagnosticDescriptor UndeclaredSite { get; } = Warning("DUTY4010",
        "event `{0}` belongs to `{1}`, which the vocabulary does not list: duties of every day, week or month, and of lasting conditions, are not judged there",
        "事件 `{0}` 属于 `{1}`，词汇表没有列出：那里的每日、每周、每月职责和持续状态的职责不予核查",
        "add `{1}` to the sites, or mend the name",
        "请把 `{1}` 加入场所，或改正名称")
        with { Title = new("an event at a site that is not declared", "未声明网点的事件") };

    /// <summary>A thing that the site does not have. Arguments: the event, the thing, its kind, the site.</summary>
    public static DiagnosticDescriptor UndeclaredThing { get; } = Warning("DUTY4014",
        "event `{0}` speaks of `{1}`, which is none of the `{2}` at {3}", "事件 `{0}` 涉及 `{1}`，而 {3} 的 `{2}` 中没有它",
        "add it to the things of the site, or mend the name", "请将其加入该网点的物品，或改正名称")
        with { Title = new("an unknown thing", "未声明的物品") };

    /// <summary>A call with an earlier now than before.</summary>
    public static DiagnosticDescriptor TimeGoesBack { get; } = Warning("DUTY4011",
        "time was asked to go back; nothing changed",
        "时间被要求倒退；未作任何改变")
        with { Title = new("time that goes back", "时间倒退") };

    /// <summary>A type whose events follow from others.</summary>
    public static DiagnosticDescriptor NotRecorded { get; } = Error("DUTY4012",
        "event `{0}` is of type `{1}`, which nobody records: its events follow from others",
        "事件 `{0}` 的类型 `{1}` 不能上报：这类事件由其他事件推出",
        "record the events that it follows from",
        "请上报它所依据的事件")
        with { Title = new("a record of a type that nobody records", "不能上报类型的记录") };

    /// <summary>A place in its instant that outcomes have.</summary>
    public static DiagnosticDescriptor SequenceTooGreat { get; } = Error("DUTY4013",
        "event `{0}` has `seq` {1}; from {2} on it stands for the outcomes of norms",
        "事件 `{0}` 的 `seq` 为 {1}；从 {2} 起留给职责的结果",
        "give it a smaller `seq`",
        "请使用较小的 `seq`")
        with { Title = new("a record in the place of outcomes", "占用结果次序的记录") };

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownType, WrongFields, NoPartition, WrongExtent, BeforeStart, TooLate, TooFarAhead, OtherType, Conflict, UndeclaredSite, UndeclaredThing, TimeGoesBack,
        NotRecorded, SequenceTooGreat,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);

    private static DiagnosticDescriptor Warning(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Warning, en, zh, helpEn, helpZh);
}
