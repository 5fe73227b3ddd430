using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Reading;

/// <summary>One file while it is read: its text, what was found, and in which language its keys are.</summary>
internal sealed class FileScope
{
    // A longer quotation makes a message harder to read, not easier.
    private const int LongestQuotation = 80;

    private readonly Dictionary<Language, (int Count, YamlScalar First, Keyword Word)> _keys;

    public FileScope(SourceText source)
        : this(source, [])
    {
    }

    private FileScope(SourceText source, Dictionary<Language, (int Count, YamlScalar First, Keyword Word)> keys)
    {
        Source = source;
        _keys = keys;
    }

    public string Path => Source.Path;

    public SourceText Source { get; }

    public DiagnosticBag Bag { get; } = new();

    /// <summary>The language of most keys.</summary>
    public Language Language => CountOf(Language.Chinese) > CountOf(Language.English) ? Language.Chinese : Language.English;

    /// <summary>The same file, with findings of its own.</summary>
    public FileScope Aside() => new(Source, _keys);

    public void Report(DiagnosticDescriptor kind, SourceSpan span, params object[] args) =>
        Bag.Add(kind.At(span, Shortened(args)));

    /// <summary>Reports what replacing the text at <paramref name="span"/> would mend.</summary>
    public void ReportEdit(DiagnosticDescriptor kind, SourceSpan span, string newText, params object[] args) =>
        Bag.Add(kind.At(span, Shortened(args)) with { Edit = new TextEdit(span, newText) });

    /// <summary>Reports what each of several texts at <paramref name="span"/> would mend.</summary>
    public void ReportOffers(DiagnosticDescriptor kind, SourceSpan span, IEnumerable<string> texts, params object[] args) =>
        Bag.Add(kind.At(span, Shortened(args)) with { Offers = [.. texts.Select(t => new TextEdit(span, t))] });

    /// <summary>Takes note of the language of a key.</summary>
    public void Count(YamlScalar key, Keyword word)
    {
        if (key.Span.File == Path && word != Keywords.InEnglish && word != Keywords.InChinese)
        {
            var language = Keyword.LanguageOf(key.Text);
            _keys[language] = _keys.TryGetValue(language, out var seen) ? (seen.Count + 1, seen.First, seen.Word) : (1, key, word);
        }
    }

    /// <summary>One warning when the keys are of two languages, at the first key of the rarer one.</summary>
    public void ReportMixedLanguages()
    {
        if (_keys.Count == 2)
        {
            var other = Language == Language.Chinese ? Language.English : Language.Chinese;
            var (_, first, word) = _keys[other];
            ReportEdit(KeyDiagnostics.MixedLanguages, first.Span, word.In(Language), first.Text, word.In(Language));
        }
    }

    private static object[] Shortened(object[] args) =>
        [.. args.Select(a => a is string { Length: > LongestQuotation } text ? $"{text[..LongestQuotation]}…" : a)];

    private int CountOf(Language language) => _keys.TryGetValue(language, out var seen) ? seen.Count : 0;
}
