using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Yaml;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Writing;

/// <summary>Writes by when, from when and until when.</summary>
/// <param name="speech">The language.</param>
/// <param name="norm">The norm.</param>
/// <param name="anchors">Writes points in time.</param>
/// <param name="figures">Writes lengths.</param>
/// <param name="contents">Writes events.</param>
internal sealed class WindowNode(Speech speech, Norm norm, AnchorPhrases anchors, BoundText figures, ContentNode contents)
{
    private static UnsayableException Unsayable => new(new LocalizedText("a window that no words name", "没有说法的时间窗"));

    public IEnumerable<YamlEntry> Entries() =>
        norm.Content is HappeningContent or ConditionContent or ActorContent ? []
        : ContentNode.IsLookBack(norm) ? [LookBack(norm.Window.Opens)]
        : [.. Opens(norm.Window.Opens), .. Closes(norm.Window.Closes)];

    private YamlEntry LookBack(WindowEnd opens) => opens switch
    {
        { Inclusive: true, Anchor: Offset { Base: FrameStart, Before: true } back } => speech.Entry(Keywords.Within, speech.Phrase(figures.Term(back.By))),
        { Inclusive: true } => Moment(Keywords.From, opens.Anchor),
        _ => throw Unsayable,
    };

    private IEnumerable<YamlEntry> Opens(WindowEnd opens) => opens switch
    {
        { Anchor: FrameStart, Inclusive: true } => norm.Content is TotalContent { MeanOf: > 1 } ? throw Unsayable : [],
        { Anchor: EarlierPeriod earlier, Inclusive: true } when norm.Frame is EveryFrame { Period: CalendarUnit unit } => [Over(earlier.Periods + 1, unit)],
        { Anchor: FirstEvent first, Inclusive: true } => [speech.Entry(Keywords.From, speech.Map(First(first)))],
        _ => [Moment(opens.Inclusive ? Keywords.From : Keywords.After, opens.Anchor)],
    };

    private IEnumerable<YamlEntry> Closes(WindowEnd closes)
    {
        if (closes == Window.WholeFrame.Closes && norm.Frame is EveryFrame)
        {
            return [];
        }

        if (closes.Anchor is FirstEvent first)
        {
            return closes.Inclusive ? [speech.Entry(Keywords.Due, speech.Map([.. First(first), .. Backstop(first)]))] : throw Unsayable;
        }

        // The end of a day excludes itself.
        bool endsWithDay = WindowBinder.EndsWithDay(closes.Anchor);
        return endsWithDay && closes.Inclusive ? throw Unsayable
            : anchors.Within(closes.Anchor) is { } length ? closes.Inclusive ? [speech.Entry(Keywords.Within, speech.Phrase(length))] : throw Unsayable
            : [Moment(!closes.Inclusive && !endsWithDay ? Keywords.Before : norm.Window.Opens.Anchor is FrameStart ? Keywords.Due : Keywords.To, closes.Anchor)];
    }

    private YamlEntry Moment(Keyword key, Anchor anchor) => speech.Entry(key, speech.Phrase(anchors.Of(anchor)));

    private YamlEntry Over(int count, CalendarUnit unit)
    {
        string word = PeriodPhrases.Unit(new CalendarUnit(unit.Kind), speech);
        return speech.Entry(Keywords.Over, speech.Phrase(speech.Say($"{Keywords.Last.En} {count} {word}s", $"最近 {count} {(unit.Kind is PeriodKind.Month or PeriodKind.Quarter or PeriodKind.HalfYear ? "个" : "")}{word}")));
    }

    private IEnumerable<YamlEntry> First(FirstEvent first) => [.. contents.Event(Keywords.First, first.Event), .. speech.Named(Keywords.Same, first.Same)];

    private IEnumerable<YamlEntry> Backstop(FirstEvent first)
    {
        if (first.Backstop is not { } backstop || (backstop != Window.WholeFrame.Closes && WindowBinder.EndsWithDay(backstop.Anchor) == backstop.Inclusive))
        {
            throw Unsayable;
        }

        return
        [
            .. backstop == Window.WholeFrame.Closes && norm.Frame is EveryFrame ? [] : new[] { Moment(Keywords.AtLatest, backstop.Anchor) },
            speech.Entry(Keywords.IfItNeverComes, speech.Phrase(first.StillOwed ? Keywords.StillOwed : Keywords.NotOwed)),
        ];
    }
}
