using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Reading;

/// <summary>What a norm came to, named by its id and a status: <c>answer breached</c>, <c>on-site kept or excused</c>, <c>答复投诉 未履行</c>.</summary>
/// <param name="NormId">The id of the norm, which may have any characters.</param>
/// <param name="Statuses">The statuses that are meant.</param>
/// <param name="Norm">Where the id stands.</param>
/// <param name="Span">Where it stands as a whole.</param>
internal sealed record OutcomeName(string NormId, ImmutableArray<VerdictStatus> Statuses, SourceSpan Norm, SourceSpan Span)
{
    private static readonly (Keyword Word, VerdictStatus[] Statuses)[] Words =
    [
        (Keywords.Kept, [VerdictStatus.Fulfilled]),
        (Keywords.Breached, [VerdictStatus.Breached]),
        (Keywords.Excused, [VerdictStatus.Excused]),
        (Keywords.Void, [VerdictStatus.Void]),
        (Keywords.Undetermined, [VerdictStatus.Undetermined]),
        (Keywords.Settled, [VerdictStatus.Fulfilled, VerdictStatus.Breached, VerdictStatus.Excused]),
    ];

    /// <summary>Reads the outcome that stands here, up to the end or to the name that it is given (<c>as b</c>); null, and nothing is read, when none does.</summary>
    public static OutcomeName? Take(Phrase phrase)
    {
        int start = phrase.Position;
        string rest = phrase.Rest;
        foreach (int at in PlacesOfWords(rest))
        {
            // In Chinese no blank parts the status from the id.
            bool isPart = rest[at] < 0x2E80 && !char.IsWhiteSpace(rest[at - 1]);
            phrase.Return(start + at);
            if (!isPart && TakeStatuses(phrase) is { } statuses)
            {
                var span = phrase.SpanFrom(start);
                int end = phrase.Position;
                phrase.Return(start + at);
                var outcome = new OutcomeName(phrase.TextFrom(start), statuses, phrase.SpanFrom(start), span);
                phrase.Return(end);
                return outcome;
            }
        }

        phrase.Return(start);
        return null;
    }

    // Where a word of a status may begin, from left to right.
    private static List<int> PlacesOfWords(string text)
    {
        var places = new List<int>();
        foreach (var (word, _) in Words)
        {
            foreach (string spelling in word.Spellings)
            {
                places.AddRange(PlacesOf(spelling, text));
            }
        }

        places.Sort();
        return places;
    }

    // Not at once: an id comes first.
    private static IEnumerable<int> PlacesOf(string spelling, string text)
    {
        for (int at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(spelling, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0)
            {
                yield return at;
            }
        }
    }

    private static ImmutableArray<VerdictStatus>? TakeStatuses(Phrase phrase)
    {
        var statuses = new List<VerdictStatus>();
        do
        {
            if (statuses.Count > Words.Length || Array.Find(Words, w => phrase.Take(w.Word)) is not { Statuses: { } named })
            {
                return null;
            }

            statuses.AddRange(named);
        }
        while (phrase.Take(Keywords.Or));
        return phrase.AtEnd || IsNamed(phrase) ? [.. statuses.Distinct().Order()] : null;
    }

    private static bool IsNamed(Phrase phrase)
    {
        int start = phrase.Position;
        bool named = phrase.Take(Keywords.As) && phrase.TakeName() is not null && phrase.AtEnd;
        phrase.Return(start);
        return named;
    }
}
