using DutyRules.Diagnostics;

namespace DutyRules.Analyzers.Misuse;

/// <summary>How a program that judges duties can go wrong without noticing: DUTY8001 to DUTY8099.</summary>
internal static class MisuseDiagnostics
{
    public static readonly DiagnosticDescriptor ObservationIgnored = Warning(
        "DUTY8001", "nobody looks at what `{0}` answers: a record that is refused is lost unnoticed", "无人查看 `{0}` 的返回值：被拒收的记录会悄然丢失",
        "look at `Problem` of the answer, or write `_ =` before the call where that is meant", "请查看返回值的 `Problem`；如确实不需要，请在调用前写 `_ =`",
        new("a refused record that nobody notices", "无人察觉的拒收记录"));

    public static readonly DiagnosticDescriptor ChangesIgnored = Warning(
        "DUTY8002", "nobody looks at what `{0}` answers: each verdict is said once, and these are lost", "无人查看 `{0}` 的返回值：每个判定只告知一次，这些判定就此丢失",
        "go through the changes, or write `_ =` before the call where none is wanted", "请逐条处理返回的变化；如确实不需要，请在调用前写 `_ =`",
        new("verdicts that nobody hears", "无人听取的判定"));

    public static readonly DiagnosticDescriptor SharedByThreads = Warning(
        "DUTY8003", "`{0}` is used on another thread without a lock, and a monitor is for one thread at a time", "`{0}` 未加锁就在另一线程上使用，而监视器同一时刻只供一个线程使用",
        "use it within `lock`, wait for the other thread with `await`, or give each thread a monitor of its own", "请在 `lock` 内使用、用 `await` 等待该线程，或让每个线程各有一个监视器",
        new("a monitor that threads share", "多线程共用的监视器"));

    public static readonly DiagnosticDescriptor StaticMonitor = Warning(
        "DUTY8004", "`{0}` is static, so that every thread of the program can reach this monitor, which is for one at a time", "`{0}` 是静态成员，程序的每个线程都能使用这个同一时刻只供一个线程使用的监视器",
        "keep it in an object that lets one thread in at a time", "请放在每次只让一个线程进入的对象中",
        new("a monitor that is static", "静态的监视器"));

    public static readonly DiagnosticDescriptor MonitorAsService = Warning(
        "DUTY8005", "`{0}` hands one monitor to every request at once, and a monitor is for one thread at a time", "`{0}` 把同一监视器交给同时到来的每个请求，而监视器同一时刻只供一个线程使用",
        "register an object that holds the monitor and lets one request in at a time", "请注册一个持有监视器、每次只让一个请求进入的对象",
        new("a monitor as a service for all", "作为公共服务的监视器"));

    public static readonly DiagnosticDescriptor ClockInPolicy = Warning(
        "DUTY8006", "`{0}` is read while the policy is built: it says something else each time", "构建制度时读取了 `{0}`：每次得到的制度都不同",
        "write the date or time itself; what depends on the time of events belongs into a condition, such as `c.Time < At(5, 0)`", "请直接写出日期或时刻；取决于事件时间的内容应写成条件，如 `c.Time < At(5, 0)`",
        new("a policy that depends on when it is loaded", "随加载时间变化的制度"));

    public static readonly DiagnosticDescriptor ChanceInPolicy = Warning(
        "DUTY8007", "`{0}` is drawn while the policy is built: its norms are others after each start", "构建制度时取了随机值 `{0}`：每次启动后条款都不同",
        "write names and figures out; a monitor that is restored needs the same norms", "请写明名称和数值；恢复监视器需要相同的条款",
        new("a policy that depends on chance", "随机的制度"));

    public static readonly DiagnosticDescriptor NeverAdvanced = Warning(
        "DUTY8008", "`{0}` is handed records, and its time is never moved on: nothing is ever judged", "`{0}` 只接收记录而从不推进时间：什么都不会被判定",
        "call `AdvanceTo` with the time of each record, or once a minute", "请按每条记录的时间或每分钟调用一次 `AdvanceTo`",
        new("a monitor whose time stands still", "时间停滞的监视器"));

    public static readonly DiagnosticDescriptor ZoneOfTheMachine = Warning(
        "DUTY8009", "`{0}` depends on the machine, and what comes of it is handed to a monitor", "`{0}` 取决于所在机器，其结果又交给了监视器",
        "take the zone of the vocabulary: `policies.Vocabulary.Zone`", "请使用词汇表的时区：`policies.Vocabulary.Zone`",
        new("a time in the zone of the machine", "机器时区的时间"));

    public static readonly DiagnosticDescriptor ZonesOfTheMachine = Warning(
        "DUTY8010", "`{0}` takes the rules of time zones from the machine, and policies are judged by those of `Tzdb`", "`{0}` 使用机器上的时区规则，而制度按 `Tzdb` 的规则判定",
        "write `DateTimeZoneProviders.Tzdb`", "请写 `DateTimeZoneProviders.Tzdb`",
        new("time zones of the machine", "机器上的时区规则"));

    public static readonly DiagnosticDescriptor TakenForUtc = Warning(
        "DUTY8011", "`{0}` takes a local time for one in UTC, and hands it to a monitor whose sites live in the zone of the vocabulary", "`{0}` 把当地时间当作 UTC 时间交给监视器，而网点使用词汇表的时区",
        "write `InZoneLeniently(policies.Vocabulary.Zone)`", "请写 `InZoneLeniently(policies.Vocabulary.Zone)`",
        new("a local time taken for UTC", "被当作 UTC 的当地时间"));

    public static readonly DiagnosticDescriptor Unchecked = Warning(
        "DUTY8012", "`{0}` is null where something is wrong, and nobody looks at `Diagnostics`, which say what", "有错误时 `{0}` 为空，而说明原因的 `Diagnostics` 无人查看",
        "look at `Diagnostics` first", "请先查看 `Diagnostics`",
        new("a result that nobody checked", "未经检查的结果"));

    public static readonly DiagnosticDescriptor NeverLoaded = Warning(
        "DUTY8013", "what `{0}` comes to is thrown away: nothing is judged by it", "`{0}` 的结果被丢弃：不会据此判定任何事项",
        "end the chain with `Load()` and keep what it returns", "请以 `Load()` 结束并保留其返回值",
        new("policies that go nowhere", "没有去处的制度"));

    public static readonly DiagnosticDescriptor ValueDropped = Warning(
        "DUTY8014", "`{0}` changes nothing: it returns a new value, which is thrown away", "`{0}` 不改变任何内容：它返回新值，而新值被丢弃",
        "keep what it returns, or write it where it belongs", "请保留返回值，或写在应在的位置",
        new("words that are lost", "被丢弃的措辞"));

    public static readonly DiagnosticDescriptor SaidLater = Warning(
        "DUTY8015", "`{0}` does not wait for this lambda: what is said after an `await` comes too late and is lost", "`{0}` 不会等待这个 lambda：`await` 之后的内容来得太迟，会丢失",
        "do what has to be awaited before, and say the policy in a plain lambda", "请先完成需要等待的操作，再用普通 lambda 陈述制度",
        new("clauses that come too late", "来得太迟的条款"));

    public static readonly DiagnosticDescriptor WithoutEnd = Warning(
        "DUTY8016", "`{0}` is eight thousand years away: a duty of every day comes to millions of verdicts until then", "`{0}` 在八千年之后：到那时，每天的职责会有数百万个判定",
        "name the time until which it is needed", "请写明需要到什么时间",
        new("time without end", "没有尽头的时间"));

    public static readonly DiagnosticDescriptor ProvisionalTakenAsFinal = new(
        "DUTY8017", DiagnosticSeverity.Info, "`{0}` is acted upon without asking whether it is final: a provisional verdict comes first, and may be revised", "未查看 `{0}` 是否为最终判定就据此行事：先到的是暂定判定，可能更改",
        "look at `IsFinal` or `Kind`, or set `FinalsOnly` in the options of the monitor", "请查看 `IsFinal` 或 `Kind`，或在监视器选项中设置 `FinalsOnly`")
    {
        Title = new("a provisional verdict taken as final", "把暂定判定当作最终判定"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        ObservationIgnored, ChangesIgnored, SharedByThreads, StaticMonitor, MonitorAsService, ClockInPolicy, ChanceInPolicy, NeverAdvanced, ZoneOfTheMachine,
        ZonesOfTheMachine, TakenForUtc, Unchecked, NeverLoaded, ValueDropped, SaidLater, WithoutEnd, ProvisionalTakenAsFinal,
    ];

    private static DiagnosticDescriptor Warning(string id, string en, string zh, string helpEn, string helpZh, LocalizedText title) =>
        new(id, DiagnosticSeverity.Warning, en, zh, helpEn, helpZh) { Title = title };
}
