using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Gives norms what goes with many contents: performers, computed bounds, events that serve once, pauses and what lifts a part.</summary>
internal sealed class FormChoices(Choices choices, World world, Conditions conditions, IReadOnlySet<Feature> features)
{
    private readonly Figures _figures = new(choices, world, conditions);
    private readonly ContentChoices _contents = new(choices, world, conditions, features);

    /// <summary>Persons who bear it together, if the frame has a trigger and is not an act; null: somebody else bears it.</summary>
    public Party? Together(Frame frame, bool isAct)
    {
        var trigger = frame switch { WhenFrame x => x.Trigger.Type, OutcomeFrame x => x.Trigger?.Type, _ => null };
        return trigger is null || isAct || !features.Contains(Feature.Together) || choices.Chance(30) ? null
            : new TogetherParty([.. Enumerable.Range(0, choices.Pick(1, 2, 2, 2, 3)).Select(_ => _figures.Person(trigger))]);
    }

    public Norm WithForms(Norm norm, Conditions.Scope scope)
    {
        var isAct = norm.Window == Window.Moment && norm.Content is HappeningContent or ConditionContent or ActorContent;
        var isGate = norm is { Frame: WhenFrame, Window.Closes.Anchor: FrameStart };
        if (features.Contains(Feature.Performers) && Counts(norm.Content) && norm.Parties.Who is not TogetherParty && choices.Chance(60))
            norm = norm with { Parties = norm.Parties with { DoneBy = _contents.Performer(scope.Trigger) } };
        if (features.Contains(Feature.Computed) && norm.Content is CountContent counted && choices.Chance(70))
            norm = norm with { Content = counted with { Times = new Bound<long>(Computed(counted.Times.Lower, scope), Computed(counted.Times.Upper, scope)) } };
        if (features.Contains(Feature.Lifted) && CanBeLifted(norm) && choices.Chance(70))
            norm = WithLifted(norm, scope);
        if (features.Contains(Feature.Pauses) && CanPause(norm) && !isAct && !isGate && choices.Chance(70))
            return WithPauses(norm, scope);

        return features.Contains(Feature.Once) && CanServeOnce(norm) && choices.Chance(70) ? norm with { Content = (CountContent)norm.Content with { Once = true } } : norm;
    }

    private static bool Counts(Content content) => content is CountContent or OneOfEachContent or CompositeContent or MeasureContent or CoveringContent;

    private static bool CanBeLifted(Norm norm) =>
        norm.Content is StayContent or TotalContent or HappeningContent || norm is { Modality: Modality.MustNot, Content: CountContent };

    private static bool CanPause(Norm norm) => norm is
    {
        Modality: Modality.Must, Frame: WhenFrame or WhileFrame or OutcomeFrame, Content: CountContent or OneOfEachContent or CompositeContent,
    };

    private static bool CanServeOnce(Norm norm) =>
        norm is { Modality: Modality.Must, Content: CountContent { Times.Upper: null }, Parties.Who: not TogetherParty, Frame: not EveryFrame { Period: ShiftPeriod } };

    private Limit<long>? Computed(Limit<long>? limit, Conditions.Scope scope) => limit is { } found && choices.Chance(70)
        ? found with { Term = new Term<long>(default) { Computed = _figures.Integer(scope) } }
        : limit;

    private Norm WithLifted(Norm norm, Conditions.Scope scope)
    {
        var tested = norm.Content is CountContent count ? count.Event.Type : norm is { Frame: WhenFrame, Content: HappeningContent } ? scope.Trigger : null;
        var isSpell = norm is { Frame: WhileFrame, Content: HappeningContent };
        var lifts = Enumerable.Range(0, choices.Pick(1, 1, 2)).Select(_ => (NormException)new LiftedException(
            conditions.Any(isSpell ? new Conditions.Scope() : choices.Chance(50) ? scope with { Tested = tested } : scope)));
        return norm with { Exceptions = [.. norm.Exceptions, .. lifts] };
    }

    private Norm WithPauses(Norm norm, Conditions.Scope scope)
    {
        var length = choices.Pick(Duration.Zero, Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(5), Duration.FromHours(1));
        return norm with
        {
            Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), length), true)),
            Exceptions = [.. norm.Exceptions, .. Enumerable.Range(0, choices.Pick(1, 1, 2)).Select(_ => new PausesException(conditions.Any(scope)))],
        };
    }
}
