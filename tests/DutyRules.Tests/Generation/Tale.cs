using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>What the reference says of a few events of the second of March 2026, in short words.</summary>
internal static class Tale
{
    private static readonly Instant End = ScopeWorld.At("20 00:00");

    /// <summary>
    /// <c>visit Li c1 a 10:00, round Li 10:05-10:10</c>: a type, words for its fields, and a time, perhaps with a tick more or less (<c>10:00-1</c>) and a sequence (<c>10:00/2</c>). The ids are e1, e2 and so on.
    /// </summary>
    public static ImmutableArray<EventRecord> Records(Vocabulary vocabulary, string history) =>
        [.. history.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((text, i) => Record(vocabulary, $"e{i + 1}", text.Split(' ')))];

    /// <summary>The verdicts of a norm whose window opens on the second of March.</summary>
    public static IReadOnlyList<Verdict> Judge(Vocabulary vocabulary, ImmutableArray<Norm> norms, string history, string norm = "n") =>
    [
        .. ReferenceEvaluator.JudgeAll(new PolicySet(vocabulary, norms), ScopeWorld.At("00:00"), Records(vocabulary, history), End)
            .Select(judged => judged.Verdict).Where(verdict => verdict.Norm.Id == norm && verdict.Opens < ScopeWorld.At("03 00:00"))
            .OrderBy(verdict => verdict.Opens).ThenBy(verdict => verdict.Instance.ToString(), StringComparer.Ordinal),
    ];

    /// <summary><c>Breached NotDone 10:00 .. 10:05] at 10:05</c>: of each verdict of a norm; the cut is the instant at which it was decided, and a tick later if that has a plus.</summary>
    public static string Say(Vocabulary vocabulary, ImmutableArray<Norm> norms, string history, string norm = "n") =>
        string.Join("; ", Judge(vocabulary, norms, history, norm).Select(Of));

    public static string Of(Verdict v) =>
        $"{v.Status} {v.Reason} {Of(v.Opens)} .. {Of(v.Due)}{(v.DueInclusive ? "]" : ")")} at {Of(v.DecidedAt)}{(v.Cut > v.DecidedAt ? "+" : "")}";

    /// <summary>What a condition is before the step of an event at a time and after its instant: T, F, or ? if it is not known. Other norms may be judged before.</summary>
    public static string Read(Vocabulary vocabulary, Expression condition, string history, string time, params ImmutableArray<Norm> others)
    {
        var site = new SiteParty();
        var window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new FrameStart(), true));
        ImmutableArray<Norm> norms =
        [
            .. others,
            Must("pre", site, new WhenFrame(new(ScopeWorld.Answer, condition)), window, new CountContent(new(ScopeWorld.Round))) with { Stratum = 9 },
            Must("post", site, new WhenFrame(new(ScopeWorld.Answer)), window, new StayContent(condition)) with { Stratum = 9 },
        ];
        var probed = $"{history}{(history.Length == 0 ? "" : ", ")}answer Zhao c2 {time}";
        var verdicts = ReferenceEvaluator.JudgeAll(new PolicySet(vocabulary, norms), ScopeWorld.At("00:00"), Records(vocabulary, probed), End).Select(judged => judged.Verdict).ToList();
        var probe = $"e{probed.Split(", ").Length}";
        var pre = verdicts.SingleOrDefault(verdict => verdict.Norm.Id == "pre" && verdict.Instance.Anchor == probe)?.Reason;
        var post = verdicts.Single(verdict => verdict.Norm.Id == "post" && verdict.Instance.Anchor == probe).Reason;
        return (pre switch { null => "F", ReasonCode.NotKnown => "?", _ => "T" })
            + (post switch { ReasonCode.NotKnown => "?", ReasonCode.Held => "T", _ => "F" });
    }

    public static Expression Is(StateDefinition state, Value value) => ScopeWorld.Compare(ScopeWorld.Of(state), BinaryOperator.Equal, value);

    /// <summary>The text of an instant; other days than the second are named.</summary>
    private static string Of(Instant instant)
    {
        var local = (instant + Duration.FromSeconds(30)).InZone(ScopeWorld.Zone).LocalDateTime;
        var minute = local.PlusSeconds(-local.Second).PlusNanoseconds(-local.NanosecondOfSecond);
        var ticks = (instant - minute.InZoneLeniently(ScopeWorld.Zone).ToInstant()).BclCompatibleTicks;
        var text = minute.ToString(minute.Day == 2 ? "HH:mm" : "dd'T'HH:mm", CultureInfo.InvariantCulture);
        return ticks == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}{ticks:+0;-0}");
    }

    private static EventRecord Record(Vocabulary vocabulary, string id, string[] words)
    {
        var type = vocabulary.FindEvent(words[0])!;
        var (time, sequence) = words[^1].Split('/') is [var before, var after] ? (before, long.Parse(after, CultureInfo.InvariantCulture)) : (words[^1], 0);
        var (begin, end) = type.IsInterval ? (time[..time.IndexOf('-', StringComparison.Ordinal)], time[(time.IndexOf('-', StringComparison.Ordinal) + 1)..]) : (time, time);
        return Act.Of(type, words[1..^1]).At(id, InstantOf(end)) with { At = InstantOf(begin), Sequence = sequence };
    }

    /// <summary><c>10:00</c>, <c>03T10:00</c>, <c>10:00+1</c></summary>
    private static Instant InstantOf(string text)
    {
        var sign = text.LastIndexOfAny(['+', '-']);
        var ticks = sign < 0 ? 0 : int.Parse(text[sign..], CultureInfo.InvariantCulture);
        return ScopeWorld.At((sign < 0 ? text : text[..sign]).Replace('T', ' ')) + Duration.FromTicks(ticks);
    }
}
