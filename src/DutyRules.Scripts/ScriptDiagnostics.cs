using DutyRules.Diagnostics;

namespace DutyRules.Scripts;

/// <summary>What can be wrong with a script before it runs and while it does: DUTY7001 to DUTY7099.</summary>
public static class ScriptDiagnostics
{
    /// <summary>Scripts are off.</summary>
    public static DiagnosticDescriptor NotAllowed { get; } = Error("DUTY7001",
        "`{0}` is a script, and scripts are not allowed here",
        "`{0}` 是脚本，而此处不允许运行脚本",
        "a script is a program: if you trust its author, allow it with `--allow-scripts` (in code: `ScriptSettings.Allowed`); otherwise write the policy in YAML",
        "脚本就是程序：如信任作者，请用 `--allow-scripts` 允许（代码中为 `ScriptSettings.Allowed`）；否则请用 YAML 编写制度")
        with { Title = new("a script where none is allowed", "未获允许的脚本") };

    /// <summary>None of the pinned scripts.</summary>
    public static DiagnosticDescriptor NotPinned { get; } = Error("DUTY7002",
        "`{0}` is not one of the scripts that are allowed: its fingerprint is {1}",
        "`{0}` 不在允许运行的脚本之列：其指纹为 {1}",
        "review what changed in it and in what it loads, then allow this fingerprint",
        "请核对脚本及其加载的文件有何变动，再将此指纹列入允许名单")
        with { Title = new("a script that is not pinned", "不在允许名单中的脚本") };

    /// <summary>What the compiler says.</summary>
    public static DiagnosticDescriptor DoesNotCompile { get; } = Error("DUTY7003",
        "{0} ({1})",
        "{0}（{1}）")
        with { Title = new("a script that does not compile", "无法编译的脚本") };

    /// <summary>An exception.</summary>
    public static DiagnosticDescriptor Failed { get; } = Error("DUTY7004",
        "the script failed here: {0} ({1})",
        "脚本在此处出错：{0}（{1}）")
        with { Title = new("a script that fails", "运行出错的脚本") };

    /// <summary>Too many steps.</summary>
    public static DiagnosticDescriptor TooManySteps { get; } = Error("DUTY7005",
        "the script takes more than {0} steps to build its policies",
        "脚本构建制度超过了 {0} 步",
        "look for a loop or a recursion that does not end; a step is a round of a loop, a call or an element of a sequence",
        "请检查是否有不会结束的循环或递归；循环一轮、调用一次、序列的一个元素各算一步")
        with { Title = new("too many steps", "步数过多") };

    /// <summary>Too much memory.</summary>
    public static DiagnosticDescriptor TooManyBytes { get; } = Error("DUTY7006",
        "the script allocates more than {0} MB to build its policies",
        "脚本构建制度分配的内存超过了 {0} MB",
        "build less at a time, or split the policies up",
        "请减少一次构建的数量，或拆分制度")
        with { Title = new("too much memory", "内存用量过多") };

    /// <summary>Too long an array or text.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Error("DUTY7007",
        "the script asks for {0} elements at once; {1} are allowed",
        "脚本一次申请了 {0} 个元素，最多允许 {1} 个")
        with { Title = new("too many elements at once", "一次申请的元素过多") };

    /// <summary>Too deep a recursion.</summary>
    public static DiagnosticDescriptor TooDeep { get; } = Error("DUTY7008",
        "the script calls itself too deeply",
        "脚本的递归调用过深",
        "look for a recursion that does not end",
        "请检查是否有不会结束的递归")
        with { Title = new("too deep a recursion", "递归过深") };

    /// <summary>Too long a time.</summary>
    public static DiagnosticDescriptor TooSlow { get; } = Error("DUTY7009",
        "the script takes longer than {0} s to build its policies",
        "脚本构建制度用时超过了 {0} 秒",
        "build less at a time, or split the policies up",
        "请减少一次构建的数量，或拆分制度")
        with { Title = new("a script that takes too long", "用时过长的脚本") };

    /// <summary>It does not come back.</summary>
    public static DiagnosticDescriptor StillRuns { get; } = Error("DUTY7010",
        "the script did not end after {0} s, and does not stop: it is inside a call that cannot be interrupted",
        "脚本运行 {0} 秒后仍未结束，且无法中止：它正处在一个不能打断的调用中",
        "end this process if it does not calm down; no policy of the script was used",
        "如一直不结束，请结束本进程；该脚本的制度均未采用")
        with { Title = new("a script that does not stop", "无法中止的脚本") };

    /// <summary>A file outside the folder.</summary>
    public static DiagnosticDescriptor LoadLeavesFolder { get; } = Error("DUTY7011",
        "`{0}` lies outside the folder of the script, itself or by a link",
        "`{0}` 不在脚本所在文件夹内，或经由链接指向文件夹之外",
        "a script loads only files in its own folder and below: move the file there",
        "脚本只能加载自己文件夹及其下的文件：请把文件移到那里")
        with { Title = new("a file outside the folder of the script", "脚本文件夹之外的文件") };

    /// <summary>No such file.</summary>
    public static DiagnosticDescriptor LoadMissing { get; } = Error("DUTY7012",
        "there is no file `{0}` to load",
        "没有可加载的文件 `{0}`",
        "paths count from the folder of the file that loads",
        "路径相对于写有 #load 的文件所在的文件夹")
        with { Title = new("a script that is not there", "不存在的脚本文件") };

    /// <summary>Too large a file.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = Error("DUTY7013",
        "`{0}` is larger than 1 MB, or loads more than 100 files",
        "`{0}` 超过 1 MB，或加载的文件超过 100 个",
        "split it up",
        "请拆分")
        with { Title = new("a script that is too large", "过大的脚本") };

    /// <summary>Not text.</summary>
    public static DiagnosticDescriptor NotText { get; } = Error("DUTY7014",
        "`{0}` is not UTF-8 text",
        "`{0}` 不是 UTF-8 文本",
        "save it as UTF-8",
        "请另存为 UTF-8 编码")
        with { Title = new("a script that is no text", "不是文本的脚本") };

    /// <summary>Not readable.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Error("DUTY7015",
        "`{0}` cannot be read",
        "无法读取 `{0}`")
        with { Title = new("a script that cannot be read", "无法读取的脚本") };

    /// <summary>A folder that others may write.</summary>
    public static DiagnosticDescriptor CacheNotUsed { get; } = new("DUTY7016", DiagnosticSeverity.Warning,
        "compiled scripts are not kept in `{0}`: {1}",
        "已编译的脚本未保存到 `{0}`：{1}",
        "what lies there is run: let nobody but yourself read or write it (`chmod 700`)",
        "其中的内容会被运行：请只允许自己读写（`chmod 700`）")
    {
        Title = new("compiled scripts that are not kept", "未保存的已编译脚本"),
    };

    /// <summary>Nothing came of it.</summary>
    public static DiagnosticDescriptor NothingBuilt { get; } = Error("DUTY7017",
        "the script hands over no policy",
        "脚本没有交出任何制度")
        with { Title = new("a script without a policy", "没有制度的脚本") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotAllowed, NotPinned, DoesNotCompile, Failed, TooManySteps, TooManyBytes, TooLong, TooDeep, TooSlow, StillRuns, LoadLeavesFolder, LoadMissing,
        TooLarge, NotText, Unreadable, CacheNotUsed, NothingBuilt,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
