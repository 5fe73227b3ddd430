using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Reading;

/// <summary>A mapping whose keys are words of the language: each is looked up once, and what is unknown is reported once.</summary>
internal sealed class KeyedNode
{
    private readonly Dictionary<Keyword, YamlEntry> _entries = [];

    private KeyedNode(SourceSpan span, bool isDamaged)
    {
        Span = span;
        IsDamaged = isDamaged;
    }

    public SourceSpan Span { get; }

    /// <summary>True when a missing key proves nothing, as something here could not be read.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The value of a key, or null when it is not there.</summary>
    public YamlNode? this[Keyword word] => _entries.TryGetValue(word, out var entry) ? entry.Value : null;

    /// <summary>The key itself, as written, or null when it is not there.</summary>
    public YamlScalar? KeyOf(Keyword word) => _entries.TryGetValue(word, out var entry) ? entry.Key : null;

    public bool Has(Keyword word) => _entries.ContainsKey(word);

    /// <summary>The first of these keys that is there, or null.</summary>
    public Keyword? FirstOf(params ReadOnlySpan<Keyword> words)
    {
        foreach (var word in words)
        {
            if (Has(word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Reads a mapping in which only <paramref name="allowed"/> may stand.</summary>
    /// <param name="node">The mapping; a missing value counts as an empty one.</param>
    /// <param name="allowed">The keys that may stand here.</param>
    /// <param name="file">Where findings go.</param>
    /// <param name="place">Where a missing value is reported: the key of the mapping.</param>
    public static KeyedNode Read(YamlNode node, ImmutableArray<Keyword> allowed, FileScope file, SourceSpan place)
    {
        if (node is not YamlMapping mapping)
        {
            bool isEmpty = node is YamlScalar { IsEmpty: true, IsFaulty: false };
            if (!isEmpty && node is not YamlScalar { IsFaulty: true })
            {
                file.Report(KeyDiagnostics.KeysNeeded, node.Span);
            }

            return new KeyedNode(place, !isEmpty);
        }

        var keyed = new KeyedNode(place, mapping.IsDamaged);
        var meant = mapping.Entries.Select(entry => (Word: keyed.Add(entry, allowed, file), entry)).ToList();
        foreach (var (word, entry) in meant)
        {
            // A misspelt key is read as the one that was meant, unless that one is there, too.
            if (word is not null)
            {
                keyed._entries.TryAdd(word, entry);
            }
        }

        return keyed;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Need(Keyword word, FileScope file)
    {
        if (this[word] is { } value)
        {
            return value;
        }

        if (!IsDamaged)
        {
            file.Report(KeyDiagnostics.MissingKey, Span, word.Text);
        }

        return null;
    }

    // The word that is meant by a misspelt one.
    private Keyword? Add(YamlEntry entry, ImmutableArray<Keyword> allowed, FileScope file)
    {
        var key = entry.Key;
        string spelling = string.Join(' ', FullWidth.ToAscii(key.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (key.IsFaulty)
        {
            IsDamaged = true;
        }
        else if (Keywords.Find(spelling) is not { } word || !(word.IsKey || allowed.Contains(word)))
        {
            IsDamaged = true;
            return ReportUnknown(entry, allowed, file);
        }
        else if (LaterKeys.Contains(word))
        {
            IsDamaged = true;
            file.Report(KeyDiagnostics.NotSupportedYet, key.Span, word.Text, Listed(allowed));
        }
        else if (!allowed.Contains(word))
        {
            file.Count(key, word);
            IsDamaged = true;
            file.Report(KeyDiagnostics.KeyNotHere, key.Span, key.Text, Listed(allowed));
        }
        else if (_entries.TryGetValue(word, out var first))
        {
            file.Report(YamlDiagnostics.DuplicateKey, key.Span, key.Text, first.Key.Span.Line);
        }
        else
        {
            file.Count(key, word);
            _entries.Add(word, entry);
        }

        return null;
    }

    private static Keyword? ReportUnknown(YamlEntry entry, ImmutableArray<Keyword> allowed, FileScope file)
    {
        var key = entry.Key;
        if (entry.Value is YamlScalar { IsEmpty: true } && file.Source.IsAfterComma(key.Span))
        {
            // A comma within braces: { en: Monday, again }
            file.Bag.Add(KeyDiagnostics.UnknownKey.At(key.Span, key.Text, Suggestion.Question(null), "") with { Help = KeyDiagnostics.QuoteCommas(key.Text) });
            return null;
        }

        if (Suggestion.Nearest(key.Text, allowed.SelectMany(w => w.Spellings)) is { } nearest)
        {
            var mend = new TextEdit(key.Span, nearest);
            file.Bag.Add(KeyDiagnostics.UnknownKey.At(key.Span, key.Text, Suggestion.Question(nearest), "") with { Help = null, Edit = mend });
            return allowed.FirstOrDefault(w => w.Spellings.Contains(nearest));
        }

        file.Report(KeyDiagnostics.UnknownKey, key.Span, key.Text, Suggestion.Question(null), Listed(allowed));
        return null;
    }

    private static LocalizedText Listed(ImmutableArray<Keyword> words)
    {
        var texts = words.Select(w => TextOf(w, words)).DistinctBy(t => t.En).ToList();
        return new LocalizedText(string.Join(", ", texts.Select(t => t.En)), string.Join("、", texts.Select(t => t.Zh)));
    }

    /// <summary>What a key is called among those that may stand beside it: <c>for</c>, <c>at</c>, <c>kind</c> and <c>value</c> are one word in English only.</summary>
    public static LocalizedText TextOf(Keyword word, ImmutableArray<Keyword> allowed) =>
        word == Keywords.For && allowed.Contains(Keywords.OnFrom) ? new LocalizedText(word.En, "为期")
        : (word == Keywords.At || word == Keywords.InstantType) && allowed.Contains(Keywords.InstantType) ? new LocalizedText(Keywords.At.En, Keywords.InstantType.Zh)
        : word == Keywords.At && allowed.Contains(Keywords.Severity) ? new LocalizedText(word.En, "适用网点")
        : word == Keywords.ShiftKind && allowed.Contains(Keywords.Gist) ? new LocalizedText(word.En, "条目性质")
        : word == Keywords.Value && allowed.Contains(Keywords.Measure) ? new LocalizedText(word.En, "指标值")
        : word.Text;

    /// <summary>Keys that are kept for later versions.</summary>
    public static ImmutableArray<Keyword> LaterKeys { get; } =
    [
        Keywords.OrAfter,
    ];
}
