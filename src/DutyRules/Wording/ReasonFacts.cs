using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

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
        CompositeContent group => GroupText.Titles(group, words),
        MeasureContent measure => words.Title(measure.Event.Type.Title),
        CoveringContent covering => words.Title(covering.Event.Type.Title),
        _ => Trigger,
    };

    /// <summary>How the items of a group belong together; null where there is none.</summary>
    public Composition? How => (Content as CompositeContent)?.How;

    /// <summary>How many items there are to be done; null where some are asked for only under a condition.</summary>
    public int? ItemCount => Content is CompositeContent group && group.Items.All(i => i.If is null) ? group.Items.Length : null;

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
    public long Needed => verdict.Needed ?? (Content is CountContent { Times: { IsComputed: false, Lower: { } low } } ? low.Value + (low.Inclusive ? 0 : 1) : 0);

    /// <summary>True when nothing was needed at all, as it turned out.</summary>
    public bool NoneNeeded => verdict.Needed <= 0 || (Content is CompositeContent && verdict is { Counted: 0, Slack: null });

    /// <summary>True when there can be too many.</summary>
    public bool IsLimited => Content is CountContent { Times: var times } && (times.Upper is not null || verdict.Norm.Modality == Modality.MustNot);

    /// <summary>The greatest whole number that is not too many; null: no limit, or one that the verdict does not say.</summary>
    public long? Allowed => Content is not CountContent { Times: var times } ? null
        : times.IsComputed ? (times.Lower is null ? verdict.Needed : null)
        : times.Upper is { } high ? high.Value - (high.Inclusive ? 0 : 1)
        : verdict.Norm.Modality == Modality.MustNot ? Math.Max(0, Needed - 1)
        : null;

    /// <summary>The greatest whole number that is not too many, or how it is computed.</summary>
    public string AllowedText => Allowed is { } allowed ? words.Number(allowed)
        : Content is CountContent { Times.Upper: { } high } ? words.Figure(high.Term, words.Number) : "";

    public string Bound => Content is CountContent { Times: var times } ? words.Bound(times, t => words.Figure(t, words.Number)) : "";

    /// <summary>The computed bounds, if it is those that are not known; else null.</summary>
    public string? UnknownBound => Content switch
    {
        CountContent { Times.IsComputed: true } when verdict.Counted is null => Bound,
        MeasureContent { Bounds.IsComputed: true } when verdict.Measured is not null => MeasuredBound,
        _ => null,
    };

    /// <summary>What was to be measured; empty where nothing was.</summary>
    public string MeasuredFigure => Content is MeasureContent measure ? new MeasureText(measure, words).Figure : "";

    /// <summary>The measure; null where it is not known, though it is known on which side of its bounds it lies.</summary>
    public string? Measured => Content is MeasureContent measure && verdict.Measured is { } value ? new MeasureText(measure, words).Said(value) : null;

    public string MeasuredBound => Content is MeasureContent measure ? new MeasureText(measure, words).Bounds((figure, _) => figure) : "";

    /// <summary>The event that begins or ends the window.</summary>
    public string First => verdict.Norm.Window.Anchors().OfType<FirstEvent>().FirstOrDefault() is { } first ? words.Title(first.Event.Type.Title) : "";

    /// <summary>True when each of several people had to do it.</summary>
    public bool IsTogether => verdict.Norm.Parties.Who is TogetherParty;

    public int PeopleCount => verdict.People.Length;

    /// <summary>What should have named the bearer, if it is that which is not known; else null.</summary>
    public string? UnknownBearer => verdict is { People.IsEmpty: true, Counted: null } ? verdict.Norm.Parties.Who switch
    {
        PersonParty { Moving: false } person => words.Condition(person.Person),
        TogetherParty together => string.Join(words.Say(" or ", "或"), together.People.Select(words.Condition)),
        _ => null,
    }
    : null;

    public string EachField => Content is OneOfEachContent each ? each.Field.Name : "";

    public int EachCount => Content is OneOfEachContent each ? each.Field.Type.Choices.Length : 0;

    public string Opens => words.Time(verdict.Opens, _zone);

    public string OpensDate => words.Date(verdict.Opens, _zone);

    public string Due => words.Time(verdict.Due, _zone);

    public string ByDue => words.By(verdict.Due, verdict.DueInclusive, _zone);

    public string Decided => words.Time(verdict.DecidedAt, _zone);

    /// <summary>When a total reached its limit: more than a limit that is itself allowed begins a tick later.</summary>
    public string Exceeded => words.Time(verdict.DecidedAt - Duration.FromTicks(LimitAllowed ? 1 : 0), _zone);

    /// <summary>When what a gate asks for happened: the gate itself is decided only at the act.</summary>
    public string Happened => words.Time(verdict.Slack is { } slack ? verdict.Due - slack : verdict.DecidedAt, _zone);

    /// <summary>The name of the week or month; null for a day and where there is no period of that kind.</summary>
    public string? Period => verdict.Norm.Frame is EveryFrame { Period: CalendarUnit { Kind: not PeriodKind.Day } or HolidayPeriod } ? verdict.Instance.Anchor : null;

    /// <summary>The id of the shift; null where there is none.</summary>
    public string? Shift => verdict.Norm.Frame is EveryFrame { Period: ShiftPeriod } ? verdict.Instance.Anchor : null;

    /// <summary>The edition of the calendar; null when no calendar is there.</summary>
    public string? Calendar => verdict.Calendar;

    /// <summary>The shifts that the window is measured from.</summary>
    public string OtherShifts
    {
        get
        {
            var window = new WindowText(verdict.Norm, new PolicySet(vocabulary, [verdict.Norm]), words);
            var shifts = new[] { verdict.Norm.Window.Opens.Anchor, verdict.Norm.Window.Closes.Anchor }.Select(ShiftOf).OfType<ShiftChoice>().Distinct();
            return string.Join(words.Say(" or ", "或"), shifts.Select(window.Shift));
        }
    }

    /// <summary>The time all told; null when it is as much as its bound, so that "more" says it better.</summary>
    public string? Total => verdict.Total is { } total && Exceeds(total) ? words.Total(total) : null;

    /// <summary><c>at most 40 h</c>, with <c>a week on average</c> for a mean.</summary>
    public string TotalBound
    {
        get
        {
            if (Content is not TotalContent total)
            {
                return "";
            }

            var bound = words.Bound(total.Time, t => words.Total(t.Value));
            return total.MeanOf > 1 && MeanUnit is { } unit ? words.Say($"{bound} a {unit} on average", $"平均每{unit}{bound}") : bound;
        }
    }

    /// <summary>The upper limit of the total, over all periods of a mean.</summary>
    public string TotalLimit => Content is TotalContent { Time.Upper: { } upper } total ? words.Total(upper.Value * total.MeanOf) : "";

    /// <summary>The lower limit of the total, over all periods of a mean.</summary>
    public string TotalNeeded => Content is TotalContent { Time.Lower: { } lower } total ? words.Total(lower.Value * total.MeanOf) : "";

    /// <summary>True when the upper limit itself is allowed.</summary>
    public bool LimitAllowed => Content is TotalContent { Time.Upper.Inclusive: true };

    /// <summary>The total per period of a mean; null where none is asked.</summary>
    public string? Mean => Content is TotalContent { MeanOf: > 1 and var periods } && verdict.Total is { } total && MeanUnit is { } unit
        ? words.Say($"{words.Total(total / periods)} a {unit}", $"平均每{unit} {words.Total(total / periods)}")
        : null;

    private string? MeanUnit => verdict.Norm.Frame is EveryFrame every ? new PeriodText(words).Noun(every.Period) : null;

    private bool Exceeds(Duration total) => Content is not TotalContent { Time.Upper: { } upper } content
        || total - (upper.Value * content.MeanOf) is var over && (over < Duration.Zero || over >= Duration.FromSeconds(1));

    private static ShiftChoice? ShiftOf(Anchor anchor) => anchor switch
    {
        ShiftStart start => start.Shift,
        ShiftEnd end => end.Shift,
        Offset offset => ShiftOf(offset.Base),
        EarlierOf both => ShiftOf(both.First) ?? ShiftOf(both.Second),
        LaterOf both => ShiftOf(both.First) ?? ShiftOf(both.Second),
        _ => null,
    };

    /// <summary>The time that was left; null when there is none to speak of.</summary>
    public string? Slack => verdict.Slack is { } slack && slack > Duration.Zero ? words.Duration(slack) : null;

    public bool AtTheLastMoment => verdict.Slack == Duration.Zero;

    /// <summary>What must hold: of the content, or of the frame.</summary>
    public string Condition => Content switch
    {
        StayContent stay => words.Condition(stay.Condition),
        TotalContent total => words.Condition(total.Condition),
        ConditionContent condition => words.Condition(condition.Condition),
        MeetContent meet => words.Condition(meet.Condition),
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
    public IReadOnlyList<string> Unknowns => [.. new[] { verdict.Norm.Trigger?.Where }.Concat(ContentConditions).Append((verdict.Norm.Frame as WhileFrame)?.Condition)
        .Append((verdict.Norm.Frame as OutcomeFrame)?.If).Concat(verdict.Norm.Window.Anchors().OfType<FirstEvent>().Select(f => f.Event.Where))
        .Concat(verdict.Norm.Exceptions.Select(e => e switch
        {
            UnlessException u => u.Condition,
            LapsesException l => l.Condition,
            LiftedException l => l.Condition,
            PausesException p => p.Condition,
            _ => null,
        }))
        .OfType<Expression>().Select(words.Condition).Distinct()];

    private IEnumerable<Expression?> ContentConditions => Content switch
    {
        StayContent stay => [stay.Condition, stay.Of],
        TotalContent total => [total.Condition],
        ConditionContent condition => [condition.Condition],
        MeetContent meet => [meet.Condition],
        CompositeContent group => group.Items.SelectMany(i => new[] { i.If, i.Event.Where }),
        AttestedContent => [],
        _ => Content.Patterns().Select(p => p.Where),
    };

    private string Conditions(IEnumerable<Expression> conditions) =>
        string.Join(words.Say(" or ", "或"), conditions.Select(words.Condition));
}
