using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Wording;

/// <summary>What a reason can mention, already in the words of one language.</summary>
internal sealed class ReasonFacts(Verdict verdict, Vocabulary vocabulary, Words words)
{
    private readonly DateTimeZone _zone = vocabulary.ZoneOf(verdict.Partition);

    public ReasonCode Code => verdict.Reason;

    public Content Content => verdict.Norm.Content;

    /// <summary>What must be done, or must not.</summary>
    public string Act => Content switch
    {
        CountContent count => words.Title(count.Event.Type.Title),
        OneOfEachContent each => words.Title(each.Event.Type.Title),
        _ => Trigger,
    };

    /// <summary>True when not every event of the type counts, so that "none" could be misread.</summary>
    public bool IsParticular => Content switch
    {
        CountContent count => count.Event.Where is not null || count.EachLasting is not null,
        OneOfEachContent each => each.Event.Where is not null,
        _ => false,
    };

    public string Trigger => verdict.Norm.Trigger is { } trigger ? words.Title(trigger.Type.Title) : "";

    /// <summary>True when the content had to come before the act that opened the instance.</summary>
    public bool IsGate => verdict.Norm.Frame is WhenFrame && verdict.Norm.Window.Closes.Anchor is FrameStart;

    public bool IsInterval => Content is CountContent { Event.Type.IsInterval: true };

    public long Counted => verdict.Counted ?? 0;

    /// <summary>The least whole number that is enough.</summary>
    public long Needed => Content is CountContent { Times.Lower: { } low } ? low.Value + (low.Inclusive ? 0 : 1) : 0;

    /// <summary>The greatest whole number that is not too many; null: no limit.</summary>
    public long? Allowed => Content is CountContent { Times: var times }
        ? times.Upper is { } high ? high.Value - (high.Inclusive ? 0 : 1)
        : verdict.Norm.Modality == Modality.MustNot ? Math.Max(0, Needed - 1) : null
        : null;

    public string Bound => Content is CountContent { Times: var times } ? words.Bound(times, t => words.Number(t.Value)) : "";

    public string EachField => Content is OneOfEachContent each ? each.Field.Name : "";

    public int EachCount => Content is OneOfEachContent each ? each.Field.Type.Choices.Length : 0;

    public string Opens => words.Time(verdict.Opens, _zone);

    public string OpensDate => words.Date(verdict.Opens, _zone);

    public string Due => words.Time(verdict.Due, _zone);

    public string ByDue => words.By(verdict.Due, verdict.DueInclusive, _zone);

    public string Decided => words.Time(verdict.DecidedAt, _zone);

    /// <summary>When what a gate asks for happened: the gate itself is decided only at the act.</summary>
    public string Happened => words.Time(verdict.Slack is { } slack ? verdict.Due - slack : verdict.DecidedAt, _zone);

    /// <summary>The name of the week or month; null for a day and where there is no period.</summary>
    public string? Period => verdict.Norm.Frame is EveryFrame { Period: not CalendarUnit { Kind: PeriodKind.Day } } ? verdict.Instance.Anchor : null;

    /// <summary>The time that was left; null when there is none to speak of.</summary>
    public string? Slack => verdict.Slack is { } slack && slack > Duration.Zero ? words.Duration(slack) : null;

    public bool AtTheLastMoment => verdict.Slack == Duration.Zero;

    /// <summary>What must hold: of the content, or of the frame.</summary>
    public string Condition => Content switch
    {
        StayContent stay => words.Condition(stay.Condition),
        ConditionContent condition => words.Condition(condition.Condition),
        _ => FrameCondition,
    };

    public string FrameCondition => verdict.Norm.Frame is WhileFrame frame ? words.Condition(frame.Condition) : "";

    /// <summary><c>more than 5 min</c>: how long the condition of the frame had to last.</summary>
    public string? Lasting => verdict.Norm.Frame is WhileFrame { Lasting: { } lasting }
        ? words.Bound(new Bound<Duration>(lasting, null), t => words.Duration(t.Value))
        : null;

    public string? Gaps => Content is StayContent { Gaps: { } gaps } ? words.Duration(gaps.Value) : null;

    public string? Share => verdict.Share is { } share ? words.Percent(share) : null;

    public string? AskedShare => Content is StayContent { Share: { } share } ? words.Percent(share.Value) : null;

    public string Performers => words.List(verdict.Performers);

    public string People => words.List(verdict.People);

    public string? Role => Content is ActorContent actor ? words.Title(actor.Role.Title) : BearerRole;

    public string? BearerRole => verdict.Norm.Parties.Who switch
    {
        EachParty each => words.Title(each.Role.Title),
        PostParty post => words.Title(post.Role.Title),
        _ => null,
    };

    public string Exceptions => Conditions(verdict.Norm.Exceptions.OfType<UnlessException>().Select(e => e.Condition));

    public string Lapses => Conditions(verdict.Norm.Exceptions.OfType<LapsesException>().Select(e => e.Condition));

    /// <summary>Every condition on which the outcome depends.</summary>
    public IReadOnlyList<string> Unknowns => [.. new[] { verdict.Norm.Trigger?.Where, ContentCondition, (verdict.Norm.Frame as WhileFrame)?.Condition, (Content as StayContent)?.Of }
        .Concat(verdict.Norm.Exceptions.Select(e => e switch { UnlessException u => u.Condition, LapsesException l => l.Condition, _ => null }))
        .OfType<Expression>().Select(words.Condition).Distinct()];

    private Expression? ContentCondition => Content switch
    {
        CountContent count => count.Event.Where,
        OneOfEachContent each => each.Event.Where,
        StayContent stay => stay.Condition,
        ConditionContent condition => condition.Condition,
        _ => null,
    };

    private string Conditions(IEnumerable<Expression> conditions) =>
        string.Join(words.Say(" or ", "或"), conditions.Select(words.Condition));
}
