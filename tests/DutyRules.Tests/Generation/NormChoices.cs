using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>Adds to a norm what may be said of it beside its form: where it holds, for each of what, under which condition it follows, from or to which first event, who bears it and who answers for it.</summary>
internal sealed class NormChoices(Choices choices, World world, Conditions conditions, IReadOnlySet<Feature> features)
{
    private readonly PartyChoices _parties = new(choices, world, conditions, features);

    public Norm With(Norm norm, IReadOnlyList<EventType> moreTypes)
    {
        if (Has(Feature.OutcomeIf) && norm.Frame is OutcomeFrame frame)
            norm = norm with { Frame = Conditional(frame) };
        if (Has(Feature.Sites) && choices.Chance(60))
            norm = norm with { At = new SiteChoice([choices.Pick("A", "A", "B", World.Undeclared)], choices.Chance(40)) };
        if (Has(Feature.ForEach) && norm is { Frame: EveryFrame { Period: not ShiftPeriod }, Parties.Who: not EachParty { Role.SeenIn: not null } } && choices.Chance(80))
            norm = ForEach(norm, world.More.CasesOfSites!);
        if (Has(Feature.FirstEvents) && choices.Chance(75))
            norm = norm with { Window = WithFirstEvents(norm, moreTypes) };

        return _parties.With(norm);
    }

    /// <summary>The frame is the act itself.</summary>
    public static bool IsAct(Norm norm) => norm.Frame is WhenFrame
        && (norm.Content is HappeningContent or ConditionContent or ActorContent || (norm is { Modality: Modality.Must, Content: CountContent or CompositeContent or MeasureContent } && norm.Window.Closes.Anchor is FrameStart));

    private bool Has(Feature feature) => features.Contains(feature);

    private OutcomeFrame Conditional(OutcomeFrame frame) => frame with
    {
        Statuses = [.. frame.Statuses.Union(choices.Shuffle(Enum.GetValues<VerdictStatus>()).Take(choices.Between(0, 3)))],
        If = choices.Chance(70) ? conditions.Any(new Conditions.Scope(null, frame.Trigger?.Type)) : null,
    };

    private Norm ForEach(Norm norm, ThingSet cases)
    {
        bool MayName(EventType type) => type.FindField(cases.Name) is not null && choices.Chance(80);
        return norm with
        {
            ForEach = cases,
            Content = norm.Content switch
            {
                CountContent count when MayName(count.Event.Type) => count with { Same = [cases.Name] },
                OneOfEachContent each when MayName(each.Event.Type) => each with { Same = [cases.Name] },
                CompositeContent all when all.Items.All(item => MayName(item.Event.Type)) => all with { Same = [cases.Name] },
                MeasureContent measure when MayName(measure.Event.Type) => measure with { Same = [cases.Name] },
                CoveringContent covering when MayName(covering.Event.Type) => covering with { Same = [cases.Name] },
                _ => norm.Content,
            },
        };
    }

    // W6: as the end of an obligation that counts, as the beginning of anything that has a window.
    private Window WithFirstEvents(Norm norm, IReadOnlyList<EventType> moreTypes)
    {
        var window = norm.Window;
        if (IsAct(norm) || norm.Content is HappeningContent or CountContent { Once: true } || norm.Parties.Who is EachParty { Role.SeenIn: not null } || norm.Exceptions.OfType<PausesException>().Any())
            return window;

        var counts = norm is { Modality: Modality.Must, Content: CountContent or OneOfEachContent or CompositeContent or MeasureContent or CoveringContent };
        if (counts && choices.Chance(70))
        {
            var stillOwed = choices.Chance(50);
            window = window with { Closes = new WindowEnd(First(norm, moreTypes) with { Backstop = window.Closes, StillOwed = stillOwed }, true) };
        }

        return !counts || choices.Chance(40) ? window with { Opens = new WindowEnd(First(norm, moreTypes), true) } : window;
    }

    private FirstEvent First(Norm norm, IReadOnlyList<EventType> moreTypes)
    {
        var trigger = norm.Trigger?.Type;
        var type = moreTypes.Count > 0 && choices.Chance(60) ? choices.Pick(moreTypes)
            : choices.Pick([world.Visit, world.Visit, world.Start, world.Stop, world.Round, world.Gauge, .. world.More.Derived.Select(derived => derived.Type)]);
        var where = choices.Chance(50) ? conditions.Any(new Conditions.Scope(type, trigger)) : null;
        return new FirstEvent(new EventPattern(type, where)) { Same = Same(norm, type, trigger) };
    }

    private ImmutableArray<string> Same(Norm norm, EventType type, EventType? trigger) => !choices.Chance(50) ? []
        : trigger is not null ? [.. new[] { "case", "person" }.Where(name => type.FindField(name) is not null && trigger.FindField(name) is not null).Take(1)]
        : norm.ForEach is { } set && type.FindField(set.Name) is not null ? [set.Name]
        : [];
}
