using DutyRules.Diagnostics;

namespace DutyRules.Policies.Reading;

/// <summary>Reads values that are one of a few words.</summary>
internal static class FixedWords
{
    /// <summary>What the word under a key stands for; that of the first word when the key is not there or, reported, something else is written.</summary>
    public static T OneOf<T>(this FileScope file, KeyedNode keyed, Keyword key, (Keyword Word, T Value)[] words)
    {
        if (keyed.KeyOf(key) is not { } place || file.Scalar(keyed[key], place.Span) is not { } scalar)
        {
            return words[0].Value;
        }

        var phrase = new Phrase(scalar);
        var found = Array.Find(words, w => phrase.Take(w.Word));
        if (found.Word is null || !phrase.AtEnd)
        {
            file.Report(
                TimeDiagnostics.OneOfThese, scalar.Span, scalar.Text,
                new LocalizedText(string.Join(", ", words.Select(w => $"`{w.Word.En}`")), string.Join("、", words.Select(w => $"`{w.Word.Zh}`"))));
            return words[0].Value;
        }

        return found.Value;
    }
}
