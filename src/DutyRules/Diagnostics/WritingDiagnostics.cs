namespace DutyRules.Diagnostics;

/// <summary>What of a policy set cannot be written as files.</summary>
internal static class WritingDiagnostics
{
    public static readonly DiagnosticDescriptor Unsayable = new(
        "DUTY1871", DiagnosticSeverity.Error, "`{0}` is left out of what was written: {1}", "`{0}` 未写入文件：{1}",
        "the model has it, and the language of files has no words for it; say it with other parts of the model", "模型中有此内容，而文件语言没有对应写法；请改用模型的其他部分表达")
    {
        Title = new("what has no words in a file", "文件无法表达的内容"),
    };

    public static readonly DiagnosticDescriptor ReadsOtherwise = new(
        "DUTY1872", DiagnosticSeverity.Error, "what was written of this policy set is found fault with when it is read: {0}", "所写文件在读取时有误：{0}",
        "the set was not loaded but put together, and says something that a file may not", "该制度集并非读取而来，其内容是文件所不允许的")
    {
        Title = new("a policy set that files may not say", "文件所不允许的制度集"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [Unsayable, ReadsOtherwise];
}
