using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with the text of a file, whatever it is about.</summary>
internal static class YamlDiagnostics
{
    public static readonly DiagnosticDescriptor TabIndent = Error(
        1001, "this line is indented with a tab or a wide blank", "此行用制表符或全角空格缩进",
        "indent with ordinary blanks, two for each level", "请用半角空格缩进，每级两个")
        with { Title = new("a line indented with a tab", "用制表符缩进的行"), HasEdit = true };

    public static readonly DiagnosticDescriptor WideColon = Error(
        1002, "the full-width `：` does not separate a key from its value", "全角冒号 `：` 不能分隔键和值",
        "type `:` and a blank", "请输入半角冒号 `:`，后加一个空格")
        with { Title = new("a wide colon", "全角冒号"), HasEdit = true };

    public static readonly DiagnosticDescriptor NoSpaceAfterColon = Error(
        1003, "a blank is missing after `{0}:`", "`{0}:` 之后缺少空格")
        with { Title = new("no blank after the colon", "冒号后缺空格"), HasEdit = true };

    public static readonly DiagnosticDescriptor NoColon = Error(
        1004, "a colon is missing after `{0}`", "`{0}` 之后缺少冒号")
        with { Title = new("no colon after a key", "键后缺冒号"), HasEdit = true };

    public static readonly DiagnosticDescriptor ReservedSign = Error(
        1005, "a value cannot begin with `{0}`", "值不能以 `{0}` 开头",
        "put the value in quotes: `'{1}'`", "请给值加引号：`'{1}'`")
        with { Title = new("a sign that YAML keeps for itself", "YAML 保留的符号"), HasEdit = true };

    public static readonly DiagnosticDescriptor TextAfterQuote = Error(
        1006, "text follows the closing quote", "引号结束后还有文字",
        "put the whole value in single quotes, or do not begin it with a quote", "请用单引号括住整个值，或不要以引号开头")
        with { Title = new("text behind a closing quote", "引号之后还有文字"), HasEdit = true };

    public static readonly DiagnosticDescriptor SecondColon = Error(
        1007, "a second colon on this line", "此行有第二个冒号",
        "put the value in quotes if the colon belongs to it; otherwise begin a new line", "如冒号属于值，请给值加引号；否则请另起一行")
        with { Title = new("a second colon on one line", "一行中有第二个冒号"), HasEdit = true };

    public static readonly DiagnosticDescriptor QuoteNotClosed = Error(
        1008, "this quote is never closed", "此处的引号没有闭合")
        with { Title = new("a quote that is never closed", "没有闭合的引号") };

    public static readonly DiagnosticDescriptor BracketNotClosed = Error(
        1009, "this `{0}` is never closed", "此处的 `{0}` 没有闭合", "write `{1}` at the end", "请在末尾写上 `{1}`")
        with { Title = new("a bracket that is never closed", "没有闭合的括号") };

    public static readonly DiagnosticDescriptor Misaligned = Error(
        1010, "this line is not indented like the lines it belongs to", "此行的缩进与同级各行不一致",
        "begin it in the same column as the other keys of its level", "请与同级的其他键左对齐")
        with { Title = new("a line out of its column", "没有对齐的行") };

    public static readonly DiagnosticDescriptor TooDeep = Error(
        1011, "this line is indented deeper than the line above, which already has a value", "上一行已经有值，此行却缩进得更深",
        "begin it in the same column as the line above", "请与上一行左对齐")
        with { Title = new("a line that is indented too deep", "缩进过深的行") };

    public static readonly DiagnosticDescriptor LineWithoutColon = Error(
        1012, "this line has no `key: value`", "此行不是 `键: 值` 的形式")
        with { Title = new("a line without a key", "没有键的行") };

    public static readonly DiagnosticDescriptor Unreadable = Error(
        1013, "this line cannot be read", "此行无法读取",
        "check its indentation, its colon, its brackets and its quotes", "请检查缩进、冒号、括号和引号")
        with { Title = new("a line that cannot be read", "无法读取的行") };

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        1014, "`{0}` already stands in line {1}", "`{0}` 已在第 {1} 行写过", "keep one of the two", "请只保留一个")
        with { Title = new("a key that stands twice", "重复的键"), HasEdit = true };

    public static readonly DiagnosticDescriptor KeyIsNotText = Error(
        1015, "a key must be a plain word", "键必须是一个词")
        with { Title = new("a key that is no word", "不是词的键") };

    public static readonly DiagnosticDescriptor AnchorOrTag = Error(
        1016, "`{0}` is not used in policies", "制度文件不使用 `{0}`",
        "write the value out; if the sign belongs to it, put it in quotes", "请直接写出该值；如符号属于值，请加引号")
        with { Title = new("an anchor, an alias or a tag", "锚点、别名或标签") };

    public static readonly DiagnosticDescriptor SecondDocument = Error(
        1017, "a second document begins here", "此处开始了第二个文档", "put it in a file of its own", "请放入单独的文件")
        with { Title = new("a second document in one file", "一个文件中的第二个文档") };

    public static readonly DiagnosticDescriptor Directive = Error(
        1018, "lines that begin with `%` are not used in policies", "制度文件不使用以 `%` 开头的行")
        with { Title = new("a line that begins with %", "以 % 开头的行") };

    public static readonly DiagnosticDescriptor TooDeeplyNested = Error(
        1019, "nested more than {0} levels deep", "嵌套超过 {0} 层")
        with { Title = new("nested too deeply", "嵌套过深") };

    public static readonly DiagnosticDescriptor TooManyNodes = Error(
        1020, "the file has more than {0} values", "文件中的值超过 {0} 个", "split it up", "请拆分")
        with { Title = new("too many values in one file", "文件中的值过多") };

    public static readonly DiagnosticDescriptor TooLarge = Error(
        1021, "the file is larger than 1 MB", "文件超过 1 MB", "split it up", "请拆分")
        with { Title = new("a file that is too large", "文件过大") };

    public static readonly DiagnosticDescriptor BoundSign = Error(
        1022, "a value cannot begin with `{0}`; a bound is written in words", "值不能以 `{0}` 开头，上下限请用文字", "write `{1}`", "请写 `{1}`")
        with { Title = new("a bound written with a sign", "用符号写的上下限"), HasEdit = true };

    public static readonly DiagnosticDescriptor HiddenSign = Error(
        1023, "a sign that nobody sees stands here ({0})", "此处有看不见的字符（{0}）",
        "delete it: it can turn the text round, or make two words differ that look alike", "请删去：它会改变文字的方向，或使看起来相同的词不同")
        with { Title = new("a sign that nobody sees", "看不见的字符"), HasEdit = true };

    public static readonly DiagnosticDescriptor MergeMarks = Error(
        1028, "two versions of this file were not put together here", "此处有两个版本尚未合并",
        "keep what should stand, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`", "请保留应有的内容，并删去 `<<<<<<<`、`=======` 和 `>>>>>>>` 各行")
        with { Title = new("marks of a merge that was not finished", "未完成合并留下的标记") };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        TabIndent, WideColon, NoSpaceAfterColon, NoColon, ReservedSign, TextAfterQuote, SecondColon, QuoteNotClosed, BracketNotClosed,
        Misaligned, TooDeep, LineWithoutColon, Unreadable, DuplicateKey, KeyIsNotText, AnchorOrTag, SecondDocument, Directive,
        TooDeeplyNested, TooManyNodes, TooLarge, BoundSign, HiddenSign, MergeMarks,
    ];
}
