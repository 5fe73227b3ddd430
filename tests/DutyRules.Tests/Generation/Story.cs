using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;

namespace DutyRules.Tests.Generation;

/// <summary>What the reference says of a short history of the second of March, in a line. The world is that of the small scopes.</summary>
internal sealed record Story(params ImmutableArray<Norm> Norms)
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    public bool ChangesHands { get; init; }

    public Func<Vocabulary, Vocabulary> With { get; init; } = vocabulary => vocabulary;

    /// <summary>
    /// <c>visit 10:02 Li c1 a, gauge 10:03 1</c>: the events e1, e2 and so on, with words for their fields; <c>10:02-</c> is a tick earlier, <c>10:02+</c> one later, <c>10:02#1</c> of
    /// sequence 1, and <c>10:02/5</c> has lasted five minutes.
    /// </summary>
    public string this[string history] => string.Join("; ", Judge(history).Select(Text));

    /// <summary>The verdicts of those with this anchor.</summary>
    public string Of(string anchor, string history) => string.Join("; ", Judge(history).Where(verdict => verdict.Instance.Anchor == anchor).Select(Text));

    public IReadOnlyList<Verdict> Judge(string history)
    {
        var vocabulary = With(Vocabulary(ChangesHands));
        var records = history.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((text, i) => Happened($"e{i + 1}", text, vocabulary));
        return [.. ReferenceEvaluator.Judge(new PolicySet(vocabulary, Norms), At("00:00"), records, At("03 00:00") + Tick).Select(judged => judged.Verdict).OrderBy(verdict => verdict.Cut)];
    }

    /// <summary>Status, reason, when it was decided, how many counted, how many were needed, what was measured, the minutes left, and the evidence.</summary>
    public static string Text(Verdict verdict) => string.Join(' ', new[]
    {
        verdict.Status.ToString(),
        verdict.Reason.ToString(),
        Text(verdict.DecidedAt),
        verdict.Counted is { } counted ? $"n={counted}" : "",
        verdict.Needed is { } needed ? $"needed={needed}" : "",
        verdict.Measured is { } measured ? $"measured={measured}" : "",
        verdict.Slack is { } slack ? $"left={slack.TotalMinutes:0}" : "",
        verdict.Evidence.IsEmpty ? "" : $"[{string.Join(' ', verdict.Evidence)}]",
    }.Where(word => word.Length > 0));

    /// <summary><c>10:02</c>; a tick more or less is written as + or -.</summary>
    public static string Text(Instant time)
    {
        var minute = time.InZone(Zone).LocalDateTime.PlusTicks(1).With(TimeAdjusters.TruncateToMinute);
        var ticks = (time - minute.InZoneStrictly(Zone).ToInstant()).BclCompatibleTicks;
        return minute.ToString("HH:mm", CultureInfo.InvariantCulture) + ticks switch { 0 => "", 1 => "+", -1 => "-", _ => $"+{ticks}" };
    }

    private static EventRecord Happened(string id, string text, Vocabulary vocabulary)
    {
        var words = text.Split(' ');
        var type = vocabulary.FindEvent(words[0])!;
        var act = words[1] is [.., '+' or '-'] ? words[1][..^1] : words[1];
        var (clock, sequence) = act.Split('#') is [var c, var s] ? (c, Number(s)) : (act, 0);
        var (time, minutes) = clock.Split('/') is [var t, var m] ? (t, Number(m)) : (clock, 0);
        var shift = words[1][^1] switch { '+' => Tick, '-' => -Tick, _ => Duration.Zero };
        var done = Act.Of(type, words[2..]) with { Lasted = Duration.FromMinutes(minutes) };
        return done.At(id, At(time) + shift) with { Sequence = sequence };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
