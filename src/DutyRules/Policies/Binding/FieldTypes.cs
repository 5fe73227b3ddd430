using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads the type of a field or parameter: a word, or a list of the words that may be chosen.</summary>
internal static class FieldTypes
{
    private static readonly (Keyword Word, FieldType Type)[] Known =
    [
        (Keywords.TextType, FieldType.Text), (Keywords.NumberType, FieldType.Number), (Keywords.IntegerType, FieldType.Integer),
        (Keywords.TruthType, FieldType.Truth), (Keywords.DurationType, FieldType.Duration), (Keywords.MoneyType, FieldType.Money),
        (Keywords.InstantType, FieldType.Instant), (Keywords.DateType, FieldType.Date), (Keywords.TimeType, FieldType.Time),
        (Keywords.Person, FieldType.Person), (Keywords.Site, FieldType.Site), (Keywords.Case, FieldType.Case),
    ];

    // What programs call them.
    private static readonly Dictionary<string, Keyword> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = Keywords.TextType, ["int"] = Keywords.IntegerType, ["long"] = Keywords.IntegerType, ["float"] = Keywords.NumberType, ["double"] = Keywords.NumberType, ["decimal"] = Keywords.NumberType,
        ["bool"] = Keywords.TruthType, ["boolean"] = Keywords.TruthType, ["datetime"] = Keywords.InstantType, ["timestamp"] = Keywords.InstantType, ["currency"] = Keywords.MoneyType,
    };

    /// <summary>The type of that word, or null.</summary>
    public static FieldType? Find(string word) => Array.Find(Known, k => k.Word.Spellings.Contains(FullWidth.ToAscii(word).Trim())).Type;

    /// <summary>The type that a value names; null, and reported, when it names none.</summary>
    public static FieldType? Read(YamlNode? node, FileScope file, SourceSpan place)
    {
        if (node is YamlSequence list)
        {
            return ReadChoice(list, file);
        }

        if (file.Scalar(node, place) is not { } scalar)
        {
            return null;
        }

        string text = FullWidth.ToAscii(scalar.Text).Trim();
        if (Array.Find(Known, k => k.Word.Spellings.Contains(text)) is { Type: { } type })
        {
            return type;
        }

        string? nearest = Elsewhere.TryGetValue(text, out var meant) ? meant.En : Suggestion.Nearest(text, Known.SelectMany(k => k.Word.Spellings));
        file.Report(NameDiagnostics.UnknownType, scalar.Span, scalar.Text, Suggestion.Question(nearest));
        return Array.Find(Known, k => nearest is not null && k.Word.Spellings.Contains(nearest)).Type;
    }

    private static FieldType? ReadChoice(YamlSequence list, FileScope file)
    {
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var word in file.Words(list, list.Span))
        {
            if (file.Name(word) is { } name)
            {
                file.IsFirst(seen, name, word.Span);
            }
        }

        if (seen.Count > 0)
        {
            return FieldType.Choice(seen.Keys);
        }

        if (list.Items.IsEmpty)
        {
            file.Report(KeyDiagnostics.ValueMissing, list.Span);
        }

        return null;
    }
}
