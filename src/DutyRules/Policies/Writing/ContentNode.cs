using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes what must be, or must not be, with its details.</summary>
/// <param name="ground">What there is.</param>
/// <param name="norm">The norm.</param>
/// <param name="own">Writes what reads the event that opened the duty alone.</param>
/// <param name="tested">Writes conditions on an event of a type.</param>
/// <param name="figures">Writes figures.</param>
/// <param name="parties">Writes parties.</param>
internal sealed class ContentNode(Ground ground, Norm norm, ConditionText own, Func<EventType, ConditionText> tested, BoundText figures, PartyNode parties)
{
    private readonly Speech _speech = ground.Speech;

    /// <summary>True for what is asked of an act in view of what came before it.</summary>
    public static bool IsLookBack(Norm norm) => norm is { Frame: WhenFrame, Modality: Modality.Must, Window.Closes.Anchor: FrameStart, Content: CountContent or CompositeContent or OneOfEachContent };

    public IEnumerable<YamlEntry> Entries() => norm.Content switch
    {
        CountContent count => Count(count),
        OneOfEachContent each => [.. Event(Must, each.Event), _speech.Entry(Keywords.OneOfEach, _speech.Text(each.Field.Name)), .. _speech.Named(Keywords.Same, each.Same)],
        CompositeContent composite => [_speech.Entry(Must, Group(composite)), .. _speech.Named(Keywords.Same, composite.Same)],
        MeasureContent measure => Measure(measure),
        CoveringContent covering => Covering(covering),
        StayContent stay => Stay(stay),
        TotalContent total => [Condition(Keywords.MustTotal, total.Condition), _speech.Entry(Keywords.TotalTime, _speech.Phrase(figures.Of(total.Time))), .. MeanPer(total)],
        MeetContent meet => [Condition(Keywords.MustBe, meet.Condition)],
        AttestedContent attested => [_speech.Entry(Keywords.AttestedBy, attested.By is { } by ? parties.Role(by) : _speech.Phrase(Keywords.Anyone))],
        ConditionContent { Condition: HoldsExpression told } when IsOneOfSeveral(told) => [_speech.Entry(Keywords.Addressee, parties.Role(told.Role))],
        ConditionContent condition => [Condition(Keywords.OnlyIf, condition.Condition)],
        ActorContent actor => [_speech.Entry(Keywords.OnlyBy, parties.Role(actor.Role))],
        _ => [],
    };

    /// <summary>An event under a key, and the condition on it.</summary>
    public IEnumerable<YamlEntry> Event(Keyword key, EventPattern pattern)
    {
        var (name, where) = ground.Event(pattern);
        return [_speech.Entry(key, _speech.Text(name)), .. Where(where, pattern.Type)];
    }

    // Only under `addressed to` can several roles stand for one.
    private IEnumerable<YamlEntry> Where(Expression? where, EventType type) => where switch
    {
        null => [],
        HoldsExpression told when IsOneOfSeveral(told) => [_speech.Entry(Keywords.Addressee, parties.Role(told.Role))],
        BinaryExpression { Operator: BinaryOperator.And, Left: var rest, Right: HoldsExpression told } when IsOneOfSeveral(told) => [.. Where(rest, type), _speech.Entry(Keywords.Addressee, parties.Role(told.Role))],
        _ => [_speech.Entry(Keywords.Where, tested(type).Node(where))],
    };

    private bool IsOneOfSeveral(HoldsExpression holds) => holds.Person is FieldExpression && ground.Vocabulary.FindRole(holds.Role.Name) is null;

    private Keyword Must => norm.Modality == Modality.MustNot ? Keywords.MustNot : IsLookBack(norm) ? Keywords.OnlyAfter : Keywords.Must;

    private YamlEntry Condition(Keyword key, Expression condition) => _speech.Entry(key, own.Node(condition));

    private YamlEntry Bound(Keyword key, string words) => _speech.Entry(key, _speech.Phrase(words));

    private IEnumerable<YamlEntry> Count(CountContent count)
    {
        var usual = norm.Modality == Modality.MustNot ? Bound<long>.AtMost(0) : Bound<long>.AtLeast(1);
        return
        [
            .. Event(Must, count.Event),
            .. count.Times == usual ? [] : new[] { Bound(Keywords.Times, figures.Of(count.Times)) },
            .. count.EachLasting is { } length ? new[] { Bound(Keywords.EachLasting, figures.Of(length)) } : [],
            .. count.Apart is { } apart ? new[] { Bound(Keywords.Apart, figures.AtLeast(apart, _speech.Length)) } : [],
            .. _speech.Named(Keywords.Same, count.Same),
            .. count.Once ? new[] { _speech.Entry(Keywords.OneForOne, _speech.Phrase(Keywords.Yes)) } : [],
        ];
    }

    private YamlMapping Group(CompositeContent composite) => _speech.Map(_speech.Entry(
        composite.How switch { Composition.All => Keywords.AllOf, Composition.Any => Keywords.AnyOf, _ => Keywords.InOrder }, _speech.List(composite.Items.Select(Item))));

    private YamlNode Item(ContentItem item)
    {
        YamlEntry[] entries =
        [
            .. Event(Keywords.Event, item.Event),
            .. item.Times == 1L ? [] : new[] { Bound(Keywords.Times, figures.AtLeast(item.Times, Speech.Number)) },
            .. item.DoneBy is { } by ? new[] { _speech.Entry(Keywords.DoneBy, parties.Of(by)) } : [],
            .. item.If is { } condition ? new[] { Condition(Keywords.If, condition) } : [],
        ];
        return entries.Length == 1 ? entries[0].Value : _speech.Map(entries);
    }

    private IEnumerable<YamlEntry> Measure(MeasureContent measure)
    {
        var key = measure.Kind switch
        {
            MeasureKind.Sum => Keywords.TotalOf,
            MeasureKind.Mean => Keywords.MeanOf,
            MeasureKind.Least => Keywords.Least,
            MeasureKind.Greatest => Keywords.Greatest,
            MeasureKind.Distinct => Keywords.Different,
            _ => Keywords.ShareWhere,
        };
        Func<decimal, string> figure = measure switch
        {
            { Kind: MeasureKind.Share } => _speech.Share,
            { Kind: not MeasureKind.Distinct, Of.Type.Kind: ValueKind.Duration } => ticks => _speech.Length(Duration.FromTicks((long)ticks)),
            _ => Speech.Number,
        };
        return
        [
            .. Event(Keywords.Measure, measure.Event), _speech.Entry(key, tested(measure.Event.Type).Node(measure.Of)), Bound(Keywords.Value, figures.Of(measure.Bounds, figure)),
            .. _speech.Named(Keywords.Same, measure.Same),
        ];
    }

    private IEnumerable<YamlEntry> Covering(CoveringContent covering) =>
    [
        .. Event(Keywords.Must, covering.Event),
        _speech.Entry(Keywords.Covering, covering.Set switch
        {
            HoldersSet holders => _speech.Text(holders.Role.Name),
            OnSet on => _speech.Text(on.State.Name),
            ValuesSet values => ground.Source(values.Event, $".{values.Field.Name}"),
            _ => throw new UnsayableException(new LocalizedText("a set that no words name", "没有说法的集合")),
        }),
        _speech.Entry(Keywords.NamedIn, _speech.Text(covering.Field.Name)),
        .. covering.ByCount is { } table ? [_speech.Entry(Keywords.Share, _speech.Text(table.Name))] : covering.Share == 1m ? [] : new[] { Bound(Keywords.Share, figures.AtLeast(covering.Share, _speech.Share)) },
        .. covering.Rounding == Rounding.Up ? [] : new[] { _speech.Entry(Keywords.Rounded, _speech.Phrase(covering.Rounding == Rounding.Down ? Keywords.RoundedDown : Keywords.Nearest)) },
        .. covering.AsOfOpening ? new[] { _speech.Entry(Keywords.AsOf, _speech.Phrase(Keywords.Beginning)) } : [],
        .. _speech.Named(Keywords.Same, covering.Same),
    ];

    private IEnumerable<YamlEntry> Stay(StayContent stay) =>
    [
        Condition(Keywords.MustStay, stay.Condition),
        .. stay.Share is { } share ? new[] { Bound(Keywords.Share, figures.AtLeast(share, _speech.Share)) } : [],
        .. stay.Of is { } of ? new[] { Condition(Keywords.Of, of) } : [],
        .. stay.Gaps is { } gaps ? new[] { Bound(Keywords.Gaps, figures.Term(gaps)) } : [],
    ];

    private IEnumerable<YamlEntry> MeanPer(TotalContent total) =>
        total.MeanOf > 1 && norm.Frame is EveryFrame { Period: CalendarUnit unit } ? [_speech.Entry(Keywords.MeanPer, _speech.Phrase(PeriodPhrases.Unit(new CalendarUnit(unit.Kind), _speech)))] : [];
}
