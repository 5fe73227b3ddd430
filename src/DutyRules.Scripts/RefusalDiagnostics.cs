using DutyRules.Diagnostics;

namespace DutyRules.Scripts;

/// <summary>What a script may not use: DUTY7101 to DUTY7199. Each names it, and says what to do instead.</summary>
public static class RefusalDiagnostics
{
    /// <summary>Anything that is not on the list.</summary>
    public static DiagnosticDescriptor NotOnTheList { get; } = Error("DUTY7101",
        "a policy may not use `{0}`",
        "制度脚本不能使用 `{0}`",
        "it may use numbers, text, collections, LINQ, NodaTime and the words of policies; see docs/scripts.md",
        "可以使用数值、文本、集合、LINQ、NodaTime 和制度的用语；见 docs/scripts.md")
        with { Title = new("what is not on the list", "不在允许之列的内容") };

    /// <summary>The clock.</summary>
    public static DiagnosticDescriptor Clock { get; } = Error("DUTY7102",
        "a policy may not read the clock or use its types: `{0}`",
        "制度脚本不能读取时钟或使用其类型：`{0}`",
        "write dates and times out as NodaTime values, such as `new LocalDate(2026, 3, 2)`; when a duty holds is said by the norm",
        "请直接写出 NodaTime 的日期时间，如 `new LocalDate(2026, 3, 2)`；职责何时有效由条款写明")
        with { Title = new("the clock", "时钟") };

    /// <summary>Chance.</summary>
    public static DiagnosticDescriptor Chance { get; } = Error("DUTY7103",
        "a policy may not depend on chance: `{0}`",
        "制度脚本不能依赖随机值：`{0}`",
        "write ids and figures out, or count them up",
        "请直接写出编号和数值，或依次编号")
        with { Title = new("chance", "随机值") };

    /// <summary>Files.</summary>
    public static DiagnosticDescriptor Files { get; } = Error("DUTY7104",
        "a policy may not use files: `{0}`",
        "制度脚本不能使用文件：`{0}`",
        "figures stand in the script, in a file that it loads with `#load`, or in parameters and tables of the vocabulary",
        "数值请写在脚本中、用 `#load` 加载的文件中，或词汇表的参数和分档表中")
        with { Title = new("files", "文件") };

    /// <summary>The network.</summary>
    public static DiagnosticDescriptor Network { get; } = Error("DUTY7105",
        "a policy may not use the network: `{0}`",
        "制度脚本不能使用网络：`{0}`",
        "what other systems know comes as events, parameters and tables",
        "其他系统的数据请作为事件、参数或分档表提供")
        with { Title = new("the network", "网络") };

    /// <summary>Processes and their environment.</summary>
    public static DiagnosticDescriptor Environment { get; } = Error("DUTY7106",
        "a policy may not use the process, the environment or the console: `{0}`",
        "制度脚本不能使用进程、环境变量或控制台：`{0}`",
        "what differs from place to place stands in parameters of the vocabulary; what is to be said stands in titles and tests",
        "因地而异的内容请写在词汇表的参数中；要说明的内容请写在标题和测试中")
        with { Title = new("the process and its environment", "进程及其环境") };

    /// <summary>Reflection.</summary>
    public static DiagnosticDescriptor Reflection { get; } = Error("DUTY7107",
        "a policy may not look at types and members at run time, or make code: `{0}`",
        "制度脚本不能在运行时查看类型和成员，也不能生成代码：`{0}`",
        "call what you mean by its name",
        "请直接按名称调用")
        with { Title = new("reflection", "反射") };

    /// <summary>Threads and tasks.</summary>
    public static DiagnosticDescriptor Threads { get; } = Error("DUTY7108",
        "a policy is built by one thread, step by step: `{0}`",
        "制度由单个线程逐步构建：`{0}`",
        "leave it out; nothing in a policy has to wait",
        "请删去；制度中没有需要等待的内容")
        with { Title = new("threads and tasks", "线程和任务") };

    /// <summary>Native and unsafe code.</summary>
    public static DiagnosticDescriptor Unsafe { get; } = Error("DUTY7109",
        "a policy may not use pointers, raw memory or native code: `{0}`",
        "制度脚本不能使用指针、裸内存或本机代码：`{0}`",
        "use arrays and collections",
        "请使用数组和集合")
        with { Title = new("pointers and native code", "指针和本机代码") };

    /// <summary>Types that are known at run time only.</summary>
    public static DiagnosticDescriptor Dynamic { get; } = Error("DUTY7110",
        "a policy may not use `{0}`: what it calls would be known only at run time",
        "制度脚本不能使用 `{0}`：其调用的内容在运行时才能确定",
        "name the type, or write `var`",
        "请写明类型，或使用 `var`")
        with { Title = new("types known only at run time", "运行时才能确定的类型") };

    /// <summary>Code that runs by itself.</summary>
    public static DiagnosticDescriptor RunsByItself { get; } = Error("DUTY7111",
        "a policy may not have code that runs by itself: `{0}`",
        "制度脚本不能含有自行运行的代码：`{0}`",
        "write it where it is needed, or as a function that is called",
        "请写在需要的地方，或写成函数再调用")
        with { Title = new("code that runs by itself", "自行运行的代码") };

    /// <summary>The memory of the process.</summary>
    public static DiagnosticDescriptor Memory { get; } = Error("DUTY7112",
        "a policy may not meddle with the memory of the process: `{0}`",
        "制度脚本不能干预进程的内存管理：`{0}`",
        "leave it out",
        "请删去")
        with { Title = new("the memory of the process", "进程的内存管理") };

    /// <summary>Cultures.</summary>
    public static DiagnosticDescriptor Culture { get; } = Error("DUTY7113",
        "a policy may not depend on the culture or the time zone of the machine: `{0}`",
        "制度脚本不能依赖机器的区域设置或时区：`{0}`",
        "policies are built under the invariant culture, so leave it out; compare with `StringComparison.Ordinal`; name time zones by their id",
        "制度在固定区域设置下构建，请删去；比较请用 `StringComparison.Ordinal`；时区请写明编号")
        with { Title = new("cultures and the zone of the machine", "区域设置和机器时区") };

    /// <summary>Hashes, which differ from run to run.</summary>
    public static DiagnosticDescriptor Hashes { get; } = Error("DUTY7114",
        "a policy may not depend on hash codes, which differ from run to run: `{0}`",
        "制度脚本不能依赖哈希值，它每次运行都不同：`{0}`",
        "use records for equality, and `List`, `Dictionary`, `ImmutableSortedDictionary` or `ImmutableSortedSet`, whose order is fixed",
        "比较相等请用 record；集合请用顺序固定的 `List`、`Dictionary`、`ImmutableSortedDictionary` 或 `ImmutableSortedSet`")
        with { Title = new("hash codes", "哈希值") };

    /// <summary>A type of its own in the place of one of the library.</summary>
    public static DiagnosticDescriptor DerivedType { get; } = Error("DUTY7115",
        "a policy may not derive types from `{0}`",
        "制度脚本不能从 `{0}` 派生类型",
        "code of a script must not outlive its building; make a value of the type instead",
        "脚本的代码不得在构建之后继续存在；请直接创建该类型的值")
        with { Title = new("a type derived from one of the library", "派生自库的类型") };

    /// <summary>What cannot be bounded.</summary>
    public static DiagnosticDescriptor NotBounded { get; } = Error("DUTY7116",
        "`{0}` cannot be bounded in this place",
        "此处的 `{0}` 无法限制用量",
        "call it with its arguments: `x => x.Method(...)` instead of `Method`; where it is a `new`, name the type after it",
        "请连同参数调用：写 `x => x.Method(...)` 而不是 `Method`；如为 `new`，请写明类型")
        with { Title = new("what cannot be bounded", "无法限制用量的内容") };

    /// <summary>Attributes.</summary>
    public static DiagnosticDescriptor Attribute { get; } = Error("DUTY7117",
        "a policy may not use the attribute `{0}`",
        "制度脚本不能使用特性 `{0}`",
        "leave it out",
        "请删去")
        with { Title = new("an attribute", "特性") };

    /// <summary>References.</summary>
    public static DiagnosticDescriptor Reference { get; } = Error("DUTY7118",
        "a policy may not refer to assemblies: `{0}`",
        "制度脚本不能引用程序集：`{0}`",
        "what policies need is at hand; other scripts of the folder are loaded with `#load`",
        "制度所需的内容均已可用；同一文件夹的其他脚本请用 `#load` 加载")
        with { Title = new("a reference to an assembly", "对程序集的引用") };

    /// <summary>Directives that move lines.</summary>
    public static DiagnosticDescriptor Directive { get; } = Error("DUTY7119",
        "a policy may not use `{0}`, which hides where a finding stands",
        "制度脚本不能使用 `{0}`，它会掩盖问题的位置",
        "leave it out",
        "请删去")
        with { Title = new("a directive that moves lines", "改变行号的指令") };

    /// <summary>Names that the host uses itself.</summary>
    public static DiagnosticDescriptor Reserved { get; } = Error("DUTY7120",
        "`{0}` is a name of the host",
        "`{0}` 是宿主保留的名称",
        "choose another",
        "请另取名称")
        with { Title = new("a name of the host", "宿主保留的名称") };

    /// <summary>Found in what the compiler made, not in the text.</summary>
    public static DiagnosticDescriptor Emitted { get; } = Error("DUTY7121",
        "the compiled script uses `{0}`, which a policy may not",
        "编译后的脚本使用了 `{0}`，制度脚本不能使用",
        "it may use numbers, text, collections, LINQ, NodaTime and the words of policies; see docs/scripts.md",
        "可以使用数值、文本、集合、LINQ、NodaTime 和制度的用语；见 docs/scripts.md")
        with { Title = new("what is not allowed in the compiled script", "编译结果中不允许的内容") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotOnTheList, Clock, Chance, Files, Network, Environment, Reflection, Threads, Unsafe, Dynamic, RunsByItself, Memory, Culture, Hashes, DerivedType,
        NotBounded, Attribute, Reference, Directive, Reserved, Emitted,
    ];

    private static DiagnosticDescriptor Error(string id, string en, string zh, string helpEn = "", string helpZh = "") =>
        new(id, DiagnosticSeverity.Error, en, zh, helpEn, helpZh);
}
