using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Writing;

/// <summary>Writes one norm, with what is owed when it is breached.</summary>
/// <param name="ground">What there is.</param>
/// <param name="force">From when until when the policy is in force.</param>
/// <param name="followUp">What is written below a norm as owed when it is breached; null: nothing.</param>
internal sealed class NormNode(Ground ground, Binding.Force force, Func<Norm, Norm?> followUp)
{
    private readonly Speech _speech = ground.Speech;
    private readonly List<ConditionText> _conditions = [];
    private bool _readsTrigger;

    public YamlMapping Of(Norm norm)
    {
        // Whether the event that opens it needs a name shows in what is written of it.
        YamlEntry[] rest =
        [
            .. _speech.Title(norm.Title, norm.Id), .. Body(norm, null, out var frame),
            .. norm.InForceFrom == force.From ? [] : Date(Keywords.EffectiveFrom, norm.InForceFrom), .. norm.InForceTo == force.To ? [] : Date(Keywords.EffectiveTo, norm.InForceTo),
            .. JudgedOn(norm.JudgedOn),
        ];
        string alias = _readsTrigger || _conditions.Exists(c => c.ReadsTrigger) ? $" {_speech.Word(Keywords.As)} {ConditionText.Alias}" : "";
        return _speech.Map(rest.Select(e => e.Value is YamlScalar value && ReferenceEquals(e.Value, frame) ? e with { Value = value with { Text = value.Text + alias } } : e));
    }

    // What a norm and a follow-up say alike. The frame is the node that names what opens it.
    private IEnumerable<YamlEntry> Body(Norm norm, Norm? above, out YamlScalar? frame)
    {
        _readsTrigger |= norm.Frame is OutcomeFrame { Trigger.Type.Origin: EventOrigin.Outcome };
        var own = Conditions(norm.Trigger?.Type);
        var figures = new BoundText(_speech, own);
        var parties = new PartyNode(ground, own, Read, figures);
        var contents = new ContentNode(ground, norm, own, Conditions, figures, parties);
        var windows = new WindowNode(_speech, norm, new AnchorPhrases(_speech, PeriodPhrases.KindOf(norm.Frame), figures, Read), figures, contents);
        var opening = Opening(norm, contents, own, figures).ToList();
        frame = opening.Count > 0 && norm.Frame is WhenFrame or OutcomeFrame ? opening[0].Value as YamlScalar : null;
        return
        [
            _speech.Entry(Keywords.Who, parties.Of(norm.Parties.Who)),
            .. norm.ForEach is { } things ? new[] { _speech.Entry(Keywords.ForEach, _speech.Text(things.Name)) } : [],
            .. opening, .. contents.Entries(), .. windows.Entries(),
            .. norm.Parties.DoneBy is not { } by || (by is AnyoneParty && ContentNode.IsLookBack(norm)) ? [] : new[] { _speech.Entry(Keywords.DoneBy, parties.Of(by)) },
            .. Lifted<UnlessException>(Keywords.Unless, norm, e => e.Condition, own), .. Lifted<LapsesException>(Keywords.LapsesWhen, norm, e => e.Condition, own),
            .. Lifted<LiftedException>(Keywords.LiftedWhile, norm, e => e.Condition, own), .. Lifted<PausesException>(Keywords.PausesWhile, norm, e => e.Condition, own),
            .. norm.Consequences.Points == 0L ? [] : new[] { _speech.Entry(Keywords.Points, _speech.Phrase(figures.Term(norm.Consequences.Points, Speech.Number))) },
            .. _speech.Named(Keywords.Notify, norm.Consequences.Notify.Select(r => r.Name)),
            .. norm.Parties.Liable.IsEmpty ? [] : new[] { _speech.Entry(Keywords.Liable, _speech.OneOrList(norm.Parties.Liable.Select(parties.Liable))) },
            .. Traits(norm, above), .. _speech.Named(Keywords.Cites, norm.Cites), .. _speech.Localized(Keywords.Reading, norm.Reading),
            .. followUp(norm) is { } next ? new[] { _speech.Entry(Keywords.Otherwise, FollowUp(next, norm)) } : [],
        ];
    }

    private YamlMapping FollowUp(Norm norm, Norm parent)
    {
        var usual = new LocalizedText($"{parent.Title.En}: otherwise", $"{parent.Title.Zh}：未履行则");
        return _speech.Map(
        [
            .. norm.Id == $"{parent.Id}.otherwise" ? [] : new[] { _speech.Entry(Keywords.Id, _speech.Text(norm.Id)) },
            .. _speech.Localized(Keywords.Title, norm.Title == usual ? null : norm.Title),
            .. Body(norm, parent, out var opening).Where(e => !ReferenceEquals(e.Value, opening)),
        ]);
    }

    private ConditionText Conditions(EventType? nearest)
    {
        var conditions = ground.Conditions(nearest);
        _conditions.Add(conditions);
        return conditions;
    }

    private string Read(Field field)
    {
        _readsTrigger = true;
        return $"{ConditionText.Alias}.{field.Name}";
    }

    private IEnumerable<YamlEntry> Opening(Norm norm, ContentNode contents, ConditionText own, BoundText figures) => norm.Frame switch
    {
        EveryFrame every => [_speech.Entry(Keywords.Every, PeriodPhrases.Of(every.Period, _speech))],
        WhenFrame { Trigger: var act } when norm.Content is HappeningContent => contents.Event(Keywords.MustNot, act),
        WhenFrame { Trigger: var act } => [_speech.Entry(Keywords.When, _speech.Text(ground.Event(act).Name)), .. If(ground.Event(act).Where, Conditions(act.Type))],
        WhileFrame spell when norm.Content is HappeningContent => [_speech.Entry(Keywords.MustNotBe, own.Node(spell.Condition)), .. Lasting(spell, figures)],
        WhileFrame spell =>
        [
            _speech.Entry(Keywords.While, own.Node(spell.Condition)), .. Lasting(spell, figures),
            _speech.Entry(Keywords.IfItEndsFirst, _speech.Phrase(spell.EndsFirst == EndsFirst.Lapses ? Keywords.Lapses : Keywords.StillOwed)),
        ],
        OutcomeFrame outcome => [_speech.Entry(Keywords.When, _speech.Text($"{outcome.NormId} {ground.Statuses(outcome.Statuses)}")), .. If(outcome.If, own)],
        _ => throw new UnsayableException(new LocalizedText("a frame that no words name", "没有说法的引发方式")),
    };

    private IEnumerable<YamlEntry> If(Expression? condition, ConditionText conditions) => condition is null ? [] : [_speech.Entry(Keywords.If, conditions.Node(condition))];

    private IEnumerable<YamlEntry> Lasting(WhileFrame spell, BoundText figures) =>
        spell.Lasting is { } lasting ? [_speech.Entry(Keywords.Lasting, _speech.Phrase(figures.Of(new Bound<NodaTime.Duration>(lasting, null))))] : [];

    private IEnumerable<YamlEntry> Lifted<T>(Keyword key, Norm norm, Func<T, Expression> condition, ConditionText own)
        where T : NormException => norm.Exceptions.OfType<T>().ToList() is { Count: > 0 } all ? [_speech.Entry(key, _speech.OneOrList(all.Select(e => own.Node(condition(e)))))] : [];

    private IEnumerable<YamlEntry> Traits(Norm norm, Norm? above) =>
    [
        .. _speech.Named(Keywords.Tags, norm.Tags.Except(above?.Tags ?? [])),
        .. norm.Severity == (above?.Severity ?? Severity.Normal) ? [] : new[] { _speech.Entry(Keywords.Severity, _speech.Phrase(SeverityWord(norm.Severity))) },
    ];

    private static Keyword SeverityWord(Severity severity) => Binding.TraitReader.Severities.First(s => s.Severity == severity).Word;

    private IEnumerable<YamlEntry> Date(Keyword key, NodaTime.LocalDateTime? time) => time is { } known ? [_speech.Entry(key, _speech.Phrase(Speech.Date(known)))] : [];

    private IEnumerable<YamlEntry> JudgedOn(Timelines? timelines) => timelines is not { } on ? []
        : [_speech.Entry(Keywords.JudgedOn, _speech.OneOrList(new[] { (Timelines.Plan, Keywords.Plan), (Timelines.Actual, Keywords.Actual) }.Where(t => on.HasFlag(t.Item1)).Select(t => _speech.Phrase(t.Item2))))];
}
