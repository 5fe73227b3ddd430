using static DutyRules.Diagnostics.Finding;

namespace DutyRules.Diagnostics;

/// <summary>What can be wrong with files as a whole.</summary>
internal static class FileDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = Error(
        1101, "`{0}` cannot be opened", "无法打开 `{0}`", "check that it exists and may be read", "请检查文件是否存在、是否有权限读取")
        with { Title = new("a file that cannot be opened", "无法打开的文件") };

    public static readonly DiagnosticDescriptor NotUtf8 = Error(
        1102, "`{0}` is not saved as UTF-8", "`{0}` 不是 UTF-8 编码", "save it again with the encoding UTF-8", "请以 UTF-8 编码重新保存")
        with { Title = new("a file that is not UTF-8", "不是 UTF-8 的文件") };

    public static readonly DiagnosticDescriptor NeitherVocabularyNorPolicy = Error(
        1103, "this file says neither `vocabulary:` nor `policy:` nor `calendar:`", "此文件没有 `词汇表:`、`制度:` 或 `日历:`",
        "begin it with `vocabulary: name`, `policy: name` or `calendar: name`", "请以 `词汇表: 名称`、`制度: 名称` 或 `日历: 名称` 开头")
        with { Title = new("a file that does not say what it is", "没有说明是什么的文件") };

    public static readonly DiagnosticDescriptor NoVocabulary = Error(
        1104, "there is no vocabulary", "没有词汇表",
        "hand over the file that begins with `vocabulary:` together with the policies", "请连同以 `词汇表:` 开头的文件一起读取")
        with { Title = new("no vocabulary", "没有词汇表") };

    public static readonly DiagnosticDescriptor SecondVocabulary = Error(
        1105, "nothing ties this vocabulary to the first, `{0}`", "此词汇表与第一个词汇表 `{0}` 没有关联",
        "vocabularies are read together when one `uses` the other, or a policy uses both", "一个词汇表 `引用` 另一个，或同一制度引用两者时，才会一并读取")
        with { Title = new("a vocabulary that nothing ties to the others", "没有关联的词汇表") };

    /// <summary>What helps when a comma within a text was taken for the end of it.</summary>
    public static LocalizedText QuoteCommas(string after) => new(
        $"if the comma before `{after}` belongs to the text, put the text in quotes",
        $"如果 `{after}` 之前的逗号属于文字本身，请把这段文字加上引号");

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [Unreadable, NotUtf8, NeitherVocabularyNorPolicy, NoVocabulary, SecondVocabulary];
}

/// <summary>What can be wrong with keys, and with what stands beside them.</summary>
internal static class KeyDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKey = Error(
        1121, "unknown key `{0}`{1}", "未知的键 `{0}`{1}", "here can stand: {2}", "此处可用：{2}")
        with { Title = new("an unknown key", "未知的键"), HasEdit = true };

    public static readonly DiagnosticDescriptor KeyNotHere = Error(
        1122, "`{0}` does not belong here", "`{0}` 不能写在这里", "here can stand: {1}", "此处可用：{1}")
        with { Title = new("a key in the wrong place", "位置不对的键") };

    public static readonly DiagnosticDescriptor MissingKey = Error(
        1123, "`{0}` is missing", "缺少 `{0}`")
        with { Title = new("a missing key", "缺少的键") };

    public static readonly DiagnosticDescriptor KeysDoNotGoTogether = Error(
        1124, "`{0}` does not go with `{1}`", "`{0}` 不能与 `{1}` 同时使用")
        with { Title = new("two keys that exclude each other", "互相排斥的键") };

    public static readonly DiagnosticDescriptor MixedLanguages = Warning(
        1125, "the keys of this file are of two languages; `{0}` is `{1}` in the other", "此文件的键混用了两种语言，`{0}` 即 `{1}`")
        with { Title = new("keys of two languages in one file", "一个文件混用两种语言的键"), HasEdit = true };

    public static readonly DiagnosticDescriptor NotSupportedYet = Error(
        1126, "`{0}` is not supported yet", "尚不支持 `{0}`", "supported here: {1}", "此处支持：{1}")
        with { Title = new("a word that is kept for later", "尚未支持的写法") };

    public static readonly DiagnosticDescriptor ValueMissing = Error(
        1128, "a value is missing here", "此处缺少值")
        with { Title = new("a missing value", "缺少的值") };

    public static readonly DiagnosticDescriptor TextNeeded = Error(
        1129, "a single value is needed here", "此处只能写一个值")
        with { Title = new("a list where one value is needed", "应写单个值的地方写了列表") };

    public static readonly DiagnosticDescriptor ListNeeded = Error(
        1130, "a list is needed here", "此处需要列表", "begin each item with `- `, or write `[a, b]`", "每项以 `- ` 开头，或写作 `[a, b]`")
        with { Title = new("no list where one is needed", "应写列表的地方不是列表") };

    public static readonly DiagnosticDescriptor KeysNeeded = Error(
        1131, "keys with values are needed here", "此处需要 `键: 值`")
        with { Title = new("no keys where they are needed", "应写键和值的地方没有键") };

    public static readonly DiagnosticDescriptor AmbiguousWord = Error(
        1132, "`{0}` without quotes is not a text", "不加引号的 `{0}` 不是文本", "put it in quotes if the word is meant", "如指这个词本身，请加引号")
        with { Title = new("a word that YAML takes for something else", "会被 YAML 当作别的内容的词"), HasEdit = true };

    public static readonly DiagnosticDescriptor NotAName = Error(
        1133, "`{0}` cannot be a name", "`{0}` 不能用作名称",
        "a name begins with a letter and has letters, digits and hyphens; `on`, `off`, `yes`, `no`, `true`, `false` and `null` are taken",
        "名称以文字开头，由文字、数字和连字符组成；不能用 `on`、`off`、`yes`、`no`、`true`、`false`、`null`")
        with { Title = new("a word that cannot be a name", "不能用作名称的词") };

    /// <summary>What helps when a comma within a text was taken for the end of it.</summary>
    public static LocalizedText QuoteCommas(string after) => new(
        $"if the comma before `{after}` belongs to the text, put the text in quotes",
        $"如果 `{after}` 之前的逗号属于文字本身，请把这段文字加上引号");

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        UnknownKey, KeyNotHere, MissingKey, KeysDoNotGoTogether, MixedLanguages, NotSupportedYet, ValueMissing, TextNeeded,
        ListNeeded, KeysNeeded, AmbiguousWord, NotAName,
    ];
}
