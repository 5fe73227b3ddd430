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
        int end = start + phrase.Rest.Length;
        for (int at = start + 1; at < end; at++)
        {
            phrase.Return(at);
            string id = phrase.TextFrom(start);
            var norm = phrase.SpanFrom(start);

            // In Chinese no blank parts the status from the id.
            if (Keyword.LanguageOf(phrase.Rest[..1]) == Language.English && id.Length == at - start)
            {
                continue;
            }

            if (TakeStatuses(phrase) is { } statuses)
            {
                return new OutcomeName(id, statuses, norm, phrase.SpanFrom(start));
            }
        }

        phrase.Return(start);
        return null;
    }

    private static ImmutableArray<VerdictStatus>? TakeStatuses(Phrase phrase)
    {
        var statuses = new List<VerdictStatus>();
        do
        {
            if (Array.Find(Words, w => phrase.Take(w.Word)) is not { Statuses: { } named })
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
