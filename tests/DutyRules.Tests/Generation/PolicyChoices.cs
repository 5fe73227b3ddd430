using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes policies, directly as records of the model.</summary>
internal sealed partial class PolicyChoices
{
    private readonly Choices _choices;
    private readonly Scene _scene;
    private readonly World _world;
    private readonly Conditions _conditions;
    private readonly WindowChoices _windows;
    private readonly ContentChoices _contents;
    private readonly FormChoices _forms;
    private readonly NormChoices _more;
    private ImmutableArray<OutcomesOf> _outcomes = [];
    private readonly HashSet<Feature> _features;

    public PolicyChoices(Choices choices, Scene scene, World world, HashSet<Feature> features)
    {
        _choices = choices;
        _scene = scene;
        _world = world;
        _features = features;
        _conditions = new Conditions(choices, world) { AskedRoles = features.Contains(Feature.Holds) ? [world.Keeper, world.More.Manager ?? (world.Guard.OnShift ? world.Guard : world.Deputy)] : [] };
        _windows = new WindowChoices(choices, features);
        _contents = new ContentChoices(choices, world, _conditions, features);
        _forms = new FormChoices(choices, world, _conditions, features);
        _more = new NormChoices(choices, world, _conditions, features);
    }

    /// <param name="choices">Where choices come from.</param>
    /// <param name="allowed">What may be chosen.</param>
    public static HashSet<Feature> ChooseFeatures(Choices choices, IReadOnlySet<Feature> allowed)
    {
        var forms = Features.OfForms.Where(allowed.Contains).ToList();
        var ofWorld = Features.OfWorld.Where(allowed.Contains).ToList();
        HashSet<Feature> features = Features.Only.Count > 0 ? [.. Features.Only.Where(_ => choices.Chance(75))] :
        [
            .. choices.Shuffle(Enum.GetValues<Feature>().Where(feature => feature < Feature.Zones)).Take(choices.Between(3, 7)),
            .. choices.Shuffle(Features.OfCalendarsAndShifts).Take(choices.Pick(0, 0, 1, 2, 3)),
            .. forms.Count == 0 ? [] : choices.Shuffle(forms).Take(choices.Pick(0, 1, 2, 3, 4, 5)),
            .. ofWorld.Count == 0 ? [] : choices.Shuffle(ofWorld).Take(choices.Pick(0, 1, 2, 3, 4)),
        ];
        if (choices.Chance(50))
            features.Add(choices.Pick(Feature.Unless, Feature.Lapses, Feature.FollowUp, Feature.Forbidden));

        // Long periods are slow to play and meet few of the rest.
        if (features.Contains(Feature.LongPeriod) && choices.Chance(60))
            features.Remove(Feature.LongPeriod);

        features = Features.Completed(features, choices);
        // What is wanted later may be due sooner.
        if (features.Contains(Feature.Once) && choices.Chance(30))
            features.Add(Feature.FieldAnchors);

        features.RemoveWhere(feature => !Features.IsOn(feature) || !allowed.Contains(feature));
        return features;
    }

    public PolicySet Make()
    {
        var norms = new List<Norm>();
        for (var count = _choices.Between(1, 3); norms.Count < count;)
            norms.Add(MakeNorm($"n{norms.Count + 1}", null));

        if (Has(Feature.FollowUp))
            norms.Add(MakeNorm("then", norms[0]));
        if (Has(Feature.FollowUp) && _choices.Chance(30))
            norms.Add(MakeNorm("and-then", norms[^1]));
        var vocabulary = Has(Feature.Outcomes) ? AddReaders(norms) : _world.Vocabulary;
        if (Has(Feature.Revision))
            norms = [.. Revised(norms).OrderBy(norm => norm.Stratum)];

        return new PolicySet(vocabulary, [.. norms]);
    }

    /// <summary>Norms that read the outcomes of others: in their content, as first events, or through states.</summary>
    private Vocabulary AddReaders(List<Norm> norms)
    {
        var choices = new OutcomeChoices(_choices);
        _outcomes = choices.Of(norms);
        var states = choices.StatesOf(_outcomes);
        _conditions.OfOutcomes = states;
        _contents.OfOutcomes = [.. _outcomes.Select(o => o.Type)];
        var stratum = norms.Max(norm => norm.Stratum) + 1;
        norms.Add(MakeNorm("reader", null) with { Stratum = stratum });
        if (_choices.Chance(40))
            norms.Add(MakeNorm("after-reader", norms[^1]));
        if (_choices.Chance(40))
            norms.Add(MakeNorm("heard", norms.Last(norm => norm.Id == _outcomes[0].NormId)) with { Stratum = norms.Max(norm => norm.Stratum) + 1 });

        return _world.Vocabulary with
        {
            Events = [.. _world.Vocabulary.Events, .. _outcomes.Select(o => o.Type)],
            Derived = [.. _world.Vocabulary.Derived, .. _outcomes],
            States = [.. _world.Vocabulary.States, .. states],
        };
    }

    /// <summary>A second revision of every norm, from some instant on; the second has another window.</summary>
    private IEnumerable<Norm> Revised(IReadOnlyList<Norm> norms)
    {
        var change = LocalTimeNear();
        foreach (var norm in norms)
        {
            yield return norm with { InForceTo = change };
            yield return norm with { Revision = "2", InForceFrom = change };
        }
    }

    private Norm MakeNorm(string id, Norm? followed)
    {
        var frame = followed is null ? MakeFrame() : MakeOutcome(followed);
        var gate = frame is WhenFrame && (Has(Feature.Gate) && _choices.Chance(70));
        var happening = !gate && frame is WhenFrame or WhileFrame && Has(Feature.Happening) && _choices.Chance(70);
        var seenIn = frame is EveryFrame { Period: not ShiftPeriod } && Has(Feature.SeenIn);
        var who = _forms.Together(frame, gate || happening) ?? MakeParty(frame, gate || happening, seenIn);
        var scope = new Conditions.Scope(null, TriggerOf(frame), who is EachParty or FieldParty);
        var content = happening ? new HappeningContent() : gate ? MakeGate(frame, scope) : who is TogetherParty ? MakeCount(scope) : MakeContent(scope, seenIn);
        var modality = happening || (content is CountContent && !gate && who is not TogetherParty && Has(Feature.Forbidden) && _choices.Chance(60))
            ? Modality.MustNot : Modality.Must;
        if (content is CountContent count && !gate)
            content = count with { Times = MakeTimes(modality) };
        if (who is TogetherParty)
            content = (CountContent)content with { Times = Bound<long>.AtLeast(_choices.Between(1, 2)) };
        else if (modality == Modality.Must && !seenIn)
            content = _contents.InPlaceOf(content, scope, id, gate);

        return _more.With(_forms.WithForms(new Norm
        {
            Id = id,
            Title = LocalizedText.Same(id),
            Parties = new Parties(who, _choices.Chance(Has(Feature.UpperBound) ? 70 : 30) && who is not TogetherParty ? new AnyoneParty() : null),
            Modality = modality,
            Frame = frame,
            Content = content,
            Window = happening || content is ConditionContent or ActorContent ? Window.Moment
                : gate ? _windows.BeforeAct((WhenFrame)frame)
                : seenIn ? Window.WholeFrame
                : _windows.For(frame, modality == Modality.Must && content is CountContent or OneOfEachContent or CompositeContent or MeasureContent or CoveringContent),
            Exceptions = [.. MakeExceptions(scope, content, gate || happening, seenIn)],
            Consequences = new Consequences(_choices.Between(0, 3), []),
            InForceFrom = Has(Feature.InForce) && _choices.Chance(60) ? LocalTimeNear() : null,
            InForceTo = Has(Feature.InForce) && _choices.Chance(40) ? LocalTimeNear().PlusHours(_choices.Pick(1, 24)) : null,
            Stratum = followed is null ? 0 : followed.Stratum + 1,
        }, scope), [.. _outcomes.Select(o => o.Type)]);
    }

    private bool Has(Feature feature) => _features.Contains(feature);

    private LocalDateTime LocalTimeNear() =>
        (_choices.Chance(50) ? _world.HandOver : _scene.Start + Duration.FromHours(_choices.Pick(1, 6, 12, 24))).InZone(_scene.Zone).LocalDateTime;

    private static EventType? TriggerOf(Frame frame) => frame switch
    {
        WhenFrame x => x.Trigger.Type,
        OutcomeFrame outcome => outcome.Trigger?.Type,
        _ => null,
    };

    private Party MakeParty(Frame frame, bool isAct, bool seenIn)
    {
        if (seenIn)
            return new EachParty(_world.Visitor);
        if (frame is EveryFrame { Period: ShiftPeriod })
            return _choices.Chance(50) ? new EachParty(_world.Guard) : new PostParty(_world.Guard);

        var isWhenAct = isAct && frame is WhenFrame;
        if (Has(Feature.OnShift) && _choices.Chance(60))
            return isWhenAct && _choices.Chance(50) ? new EachParty(_world.Guard) : new PostParty(_world.Guard);
        if (Has(Feature.Unassigned) && _choices.Chance(60))
            return _choices.Chance(50) ? new EachParty(_world.Deputy) : new PostParty(_world.Deputy);

        var person = TriggerOf(frame)?.FindField("person");
        if (Has(Feature.Each) && _choices.Chance(60))
            return new EachParty(isAct && frame is WhenFrame && _choices.Chance(20) ? _world.Visitor : _world.Keeper);

        return _choices.Below(6) switch
        {
            0 => new EachParty(_world.Keeper),
            1 when person is not null => new FieldParty(person),
            2 => new AnyoneParty(),
            3 when !(isAct && frame is WhenFrame) => new SiteParty(),
            4 when _choices.Chance(30) => new PostParty(_world.Visitor),
            _ => new PostParty(_world.Keeper),
        };
    }

    private Content MakeGate(Frame frame, Conditions.Scope scope) => _choices.Below(4) switch
    {
        0 => new ConditionContent(_conditions.Any(scope with { Tested = scope.Trigger })),
        1 when scope.Trigger!.Actor is not null => new ActorContent(Has(Feature.OnShift) && _choices.Chance(60) ? _world.Guard : _world.Keeper),
        1 => new ConditionContent(_conditions.Any(scope with { Tested = scope.Trigger })),
        _ => MakeCount(scope) with { Times = Bound<long>.AtLeast(_choices.Between(1, 2)) },
    };

    private Content MakeContent(Conditions.Scope scope, bool mustCount)
    {
        if (!mustCount && Has(Feature.Total) && _choices.Chance(70))
            return MakeTotal(scope);
        if (!mustCount && (Has(Feature.Stay) || Has(Feature.Share) || Has(Feature.Gaps)) && _choices.Chance(70))
            return MakeStay(scope);

        return Has(Feature.OneOfEach) && _choices.Chance(60) ? MakeOneOfEach(scope) : MakeCount(scope);
    }

    private StayContent MakeStay(Conditions.Scope scope)
    {
        var stay = new StayContent(_conditions.Any(scope));
        if (Has(Feature.Share) && _choices.Chance(70))
        {
            return stay with
            {
                Share = _choices.Pick(0.5m, 0.8m, 0.999m, 1m, 0.3333m),
                Of = _choices.Below(4) switch { 0 => _conditions.Any(scope), 1 or 2 => _conditions.OfGauge(scope), _ => null },
            };
        }

        return Has(Feature.Gaps) ? stay with { Gaps = _choices.Pick(Duration.Zero, Duration.FromMinutes(1), Duration.FromMinutes(5)) } : stay;
    }

    private TotalContent MakeTotal(Conditions.Scope scope)
    {
        var (less, more) = (_choices.Pick(Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromHours(1)), _choices.Pick(Duration.FromHours(2), Duration.FromHours(8)));
        var time = _choices.OneOf(
            () => Bound<Duration>.AtLeast(less), () => Bound<Duration>.MoreThan(less), () => Bound<Duration>.AtMost(less), () => Bound<Duration>.LessThan(more),
            () => Bound<Duration>.Between(less, more), () => Bound<Duration>.AtMost(Duration.Zero), () => Bound<Duration>.AtLeast(more));
        return new TotalContent(_conditions.Any(scope), time, _choices.Pick(1, 1, 2, 3));
    }

    private OneOfEachContent MakeOneOfEach(Conditions.Scope scope)
    {
        var pattern = MakeContentPattern(scope, Has(Feature.Derived) && _choices.Chance(60) ? _choices.Pick(_world.More.Derived).Type : _choices.Pick(_world.Visit, _world.Start, _world.Round));
        return new OneOfEachContent(pattern, pattern.Type.FindField("kind")!) { Same = MakeSame(pattern.Type, scope) };
    }

    private CountContent MakeCount(Conditions.Scope scope)
    {
        var type = _outcomes.Length > 0 && _choices.Chance(70) ? _choices.Pick(_outcomes).Type
            : Has(Feature.Derived) && _choices.Chance(60) ? _choices.Pick(_world.More.Derived).Type
            : Has(Feature.Intervals) ? _choices.Pick(_world.Round, _world.Round, _world.Visit)
            : _choices.Pick(_world.Visit, _world.Visit, _world.Start, _world.Gauge, _world.Round);
        return new CountContent(MakeContentPattern(scope, type))
        {
            EachLasting = Has(Feature.EachLasting) && type.IsInterval ? MakeLength() : null,
            Apart = Has(Feature.Apart) ? (Term<Duration>)_choices.Pick(Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromTicks(1)) : null,
            Same = MakeSame(type, scope),
        };
    }

    private EventPattern MakeContentPattern(Conditions.Scope scope, EventType type) =>
        new(type, (Has(Feature.Where) || type.Origin == EventOrigin.Outcome) && _choices.Chance(Has(Feature.UpperBound) ? 30 : 70) ? _conditions.Any(scope with { Tested = type }) : null);

    private ImmutableArray<string> MakeSame(EventType type, Conditions.Scope scope) =>
        Has(Feature.Same) && scope.Trigger is { } trigger
            ? [.. new[] { "case", "person" }.Where(name => type.FindField(name) is not null && trigger.FindField(name) is not null).Take(_choices.Between(0, 2))]
            : [];

    private Bound<long> MakeTimes(Modality modality) => modality == Modality.MustNot
        ? !Has(Feature.UpperBound) ? Bound<long>.AtLeast(1) : _choices.OneOf(
            () => Bound<long>.AtMost(1), () => Bound<long>.LessThan(3), () => Bound<long>.AtMost(0))
        : !Has(Feature.UpperBound) ? _choices.OneOf(
            () => Bound<long>.AtLeast(1), () => Bound<long>.AtLeast(1), () => Bound<long>.AtLeast(2), () => Bound<long>.MoreThan(1), () => Bound<long>.AtLeast(3))
        : _choices.OneOf(
            () => Bound<long>.Exactly(1), () => Bound<long>.Exactly(2), () => Bound<long>.Between(1, 2), () => Bound<long>.AtMost(1),
            () => Bound<long>.LessThan(2));

    private Bound<Duration> MakeLength()
    {
        var (five, ten) = (Duration.FromMinutes(5), Duration.FromMinutes(10));
        return _choices.OneOf(
            () => Bound<Duration>.AtLeast(five), () => Bound<Duration>.MoreThan(five), () => Bound<Duration>.LessThan(ten),
            () => Bound<Duration>.AtMost(ten), () => Bound<Duration>.Between(five, ten), () => Bound<Duration>.Exactly(five));
    }

    private IEnumerable<NormException> MakeExceptions(Conditions.Scope scope, Content content, bool isAct, bool seenIn)
    {
        if (Has(Feature.Unless))
        {
            var tested = isAct ? scope.Trigger : (content as CountContent)?.Event.Type;
            yield return new UnlessException(_conditions.Any(_choices.Chance(40) ? scope with { Tested = tested } : scope));
            if (_choices.Chance(20))
                yield return new UnlessException(_conditions.Any(scope));
        }

        if (Has(Feature.Lapses) && !seenIn)
        {
            yield return new LapsesException(_conditions.Any(scope));
            if (_choices.Chance(20))
                yield return new LapsesException(_conditions.Any(scope));
        }
    }
}
