using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Reading;

/// <summary>Reads texts, names and lists of them.</summary>
internal static class Texts
{
    // What YAML readers take for something other than text.
    private static readonly string[] Ambiguous = ["on", "off", "yes", "no", "true", "false", "null", "~"];

    /// <summary>True for a text that would be taken for something else if it stood without quotes.</summary>
    public static bool IsAmbiguous(string text) => Ambiguous.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>A piece of text and its place.</summary>
    internal sealed record Word(string Text, SourceSpan Span);

    /// <summary>A single value that is not empty, or null, and reported.</summary>
    public static YamlScalar? Scalar(this FileScope file, YamlNode? node, SourceSpan place)
    {
        switch (node)
        {
            case null or YamlScalar { IsFaulty: true }:
                return null;
            case YamlScalar { Text.Length: > 0 } scalar:
                return scalar;
            case YamlScalar:
                file.Report(KeyDiagnostics.ValueMissing, place);
                return null;
            default:
                file.Report(KeyDiagnostics.TextNeeded, node.Span);
                return null;
        }
    }

    /// <summary>True for a text that is a word of the language, and nothing else.</summary>
    public static bool Is(this YamlScalar scalar, Keyword word)
    {
        var phrase = new Phrase(scalar);
        return phrase.Take(word) && phrase.AtEnd;
    }

    /// <summary>A text for people to read.</summary>
    public static string? Text(this FileScope file, YamlNode? node, SourceSpan place)
    {
        if (file.Scalar(node, place) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsPlain && Ambiguous.Contains(scalar.Text, StringComparer.OrdinalIgnoreCase))
        {
            file.ReportEdit(KeyDiagnostics.AmbiguousWord, scalar.Span, $"'{scalar.Text}'", scalar.Text);
            return null;
        }

        return scalar.Text.Trim();
    }

    /// <summary>A text in one or both languages.</summary>
    public static LocalizedText? Localized(this FileScope file, YamlNode? node, SourceSpan place)
    {
        if (node is not YamlMapping)
        {
            return file.Text(node, place) is { } same ? LocalizedText.Same(same) : null;
        }

        var keyed = KeyedNode.Read(node, [Keywords.InChinese, Keywords.InEnglish], file, place);
        var zh = file.Text(keyed[Keywords.InChinese], place);
        var en = file.Text(keyed[Keywords.InEnglish], place);
        return (zh ?? en) is { } any ? new LocalizedText(en ?? any, zh ?? any) : null;
    }

    /// <summary>A single text or a list of them; a plain text may hold several, with commas between.</summary>
    public static ImmutableArray<Word> Words(this FileScope file, YamlNode? node, SourceSpan place)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            if (file.Text(item, place) is not null)
            {
                words.AddRange(Split((YamlScalar)item));
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The date under a key, with a time of day or without (then midnight); null when it is not there or, reported, not one.</summary>
    public static LocalDateTime? LocalTime(this FileScope file, KeyedNode keyed, Keyword word) =>
        keyed.KeyOf(word) is { } key && file.Scalar(keyed[word], key.Span) is { } scalar ? new Values(file).DateTime(scalar) : null;

    /// <summary>A date without a time of day; null, and reported, when it is none.</summary>
    public static LocalDate? Date(this FileScope file, YamlScalar scalar)
    {
        if (LocalDatePattern.Iso.Parse(FullWidth.ToAscii(scalar.Text).Trim()) is { Success: true, Value: { Year: > 0 and < 9999 } date })
        {
            return date;
        }

        file.Report(ValueDiagnostics.PlainDateNeeded, scalar.Span, scalar.Text);
        return null;
    }

    /// <summary>The parts of a text between commas of either kind.</summary>
    public static IEnumerable<Word> Split(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            yield return new Word(scalar.Text, scalar.Content);
            yield break;
        }

        int start = 0;
        for (int i = 0; i <= scalar.Text.Length; i++)
        {
            if (i == scalar.Text.Length || scalar.Text[i] is ',' or '，' or '、')
            {
                string part = scalar.Text[start..i];
                string trimmed = part.Trim();
                if (trimmed.Length > 0)
                {
                    int offset = start + part.IndexOf(trimmed, StringComparison.Ordinal);
                    yield return new Word(trimmed, scalar.Content.Part(offset, trimmed.Length));
                }

                start = i + 1;
            }
        }
    }

    /// <summary>A name that conditions can use: letters, digits, hyphens; not beginning with a digit.</summary>
    public static string? Name(this FileScope file, Word word)
    {
        bool isName = word.Text.Length > 0 && (char.IsLetter(word.Text[0]) || word.Text[0] == '_') && word.Text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        if (isName && !Ambiguous.Contains(word.Text, StringComparer.OrdinalIgnoreCase))
        {
            if (word.Text.Any(char.IsAsciiLetter) && word.Text.Where(c => c is >= '\u0370' and <= '\u052F').Distinct().ToList() is { Count: > 0 } others)
            {
                file.Report(NameDiagnostics.MixedAlphabets, word.Span, word.Text, string.Join(' ', others));
            }

            return word.Text;
        }

        file.Report(KeyDiagnostics.NotAName, word.Span, word.Text);
        return null;
    }

    /// <summary>The entries of a mapping whose keys are names the author gives.</summary>
    public static IEnumerable<(string Name, YamlScalar Key, YamlNode Value)> Named(this FileScope file, YamlNode? node)
    {
        if (node is not (null or YamlMapping or YamlScalar { IsEmpty: true } or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.KeysNeeded, node.Span);
        }

        foreach (var (key, value) in node is YamlMapping mapping ? mapping.Entries : [])
        {
            if (!key.IsFaulty && key.Text.Length > 0 && file.Name(new Word(key.Text, key.Span)) is { } name)
            {
                yield return (name, key, value);
            }
        }
    }
}
