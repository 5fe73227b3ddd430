using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Lanes;

/// <summary>
/// Which norms go in lanes: those of plain form all of whose records come in order. What they mean does not depend on it; they are kept in arrays instead of objects, and those that
/// differ only in a limit are kept together.
/// </summary>
internal static class LaneForm
{
    /// <summary>Whether a norm goes in a lane at the declared sites.</summary>
    public static bool Fits(NormPlan plan, Vocabulary vocabulary) =>
        plan.Lateness == Duration.Zero && plan.Upstream.IsEmpty && plan.Birth is null && plan.ShiftTypes.IsEmpty && plan.SeenIn is null && !plan.HasFirsts && !plan.Once
        && plan.Norm is { Exceptions: [], ForEach: null, InForceFrom: null, InForceTo: null, Parties.Liable: [] }
        && plan.Types.All(IsPlain) && plan.States.All(state => IsPlain(state, vocabulary))
        && plan.Parts.All(p => p.Performer is PerformerKind.Anyone or PerformerKind.Bearer or PerformerKind.Holder && p.Role is null or { IsHeldOnShift: false })
        && BearerFits(plan, vocabulary)
        && plan.Norm.Frame switch
        {
            WhenFrame frame => ReadsNoOther(frame.Trigger.Where) && (plan.IsAct ? plan.Norm.Content is HappeningContent or ConditionContent : IsPlainCount(plan) && IsAfterTrigger(plan.Norm.Window) && SameFits(plan)),
            EveryFrame { Period: CalendarUnit } => IsPlainCount(plan) && plan.Same.IsEmpty && OpensWithin(plan.Norm.Window.Opens.Anchor),
            WhileFrame frame => plan.Norm.Content is HappeningContent && !plan.Each && frame.Lasting is { Term.Computed: null } && frame.Condition is var condition
                && plan.States.All(s => RunsFor(s) is null && s.Of.All(name => name == vocabulary.PartitionField))
                && !ExpressionParts.Of(condition).Any(e => e is HoldsExpression),
            _ => false,
        };

    private static bool BearerFits(NormPlan plan, Vocabulary vocabulary) => plan.Norm.Parties.Who switch
    {
        AnyoneParty or SiteParty => true,
        PostParty => plan.IsAct || plan.Norm.Frame is WhileFrame || IsAlwaysHeld(plan.Whose!, vocabulary),
        EachParty => plan.IsAct || (plan.Norm.Frame is EveryFrame && IsAlwaysHeld(plan.Whose!, vocabulary)),
        _ => false,
    };

    // Who holds it never changes.
    private static bool IsAlwaysHeld(Role role, Vocabulary vocabulary) => role.IsAssigned && role.Includes.IsEmpty && role.Acting.IsEmpty
        && vocabulary.Roster.Where(a => a.Role == role.Name).All(a => a is { From: null, To: null });

    private static bool IsPlain(EventType type) => type is { Origin: EventOrigin.Recorded, IsInterval: false };

    // By the site, and at most one name beside it.
    private static bool IsPlain(StateDefinition state, Vocabulary vocabulary) => state is SwitchState or LatestState && state.Sources.All(s => IsPlain(s.Type) && ReadsNoOther(s.Where))
        && state.Of.Where(name => name != vocabulary.PartitionField).ToList() is var names
        && (names.Count == 0 || (names.Count == 1 && state.Sources.All(s => s.Type.FindField(names[0]) is not { Type.Kind: not (ValueKind.Text or ValueKind.Choice) })));

    private static Duration? RunsFor(StateDefinition state) => (state as SwitchState)?.OnFor ?? (state as LatestState)?.StaleAfter;

    private static bool IsPlainCount(NormPlan plan) => plan.Norm is { Modality: Modality.Must, Content: CountContent { EachLasting: null, Apart: null } content }
        && content.Times is { Upper: null, IsComputed: false } times && times.Least() is > 0 and < int.MaxValue && ReadsNoOther(content.Event.Where) && !ReadsBearer(content.Event.Where);

    private static bool IsAfterTrigger(Window window) => window.Opens.Anchor is FrameStart
        && window.Closes.Anchor is Offset { Base: FrameStart, Before: false, By.Computed: null } closes
        && Ticks.Of(closes.By.Value) + (window.Closes.Inclusive ? 1 : 0) > (window.Opens.Inclusive ? 0 : 1);

    // It opens when its period begins or later, but for changes of the clock.
    private static bool OpensWithin(Anchor anchor) => anchor switch
    {
        FrameStart => true,
        ClockTime { Day: FrameDay { PlusDays: >= 0 }, Time.Computed: null } or StartOfDay { Day: FrameDay { PlusDays: >= 0 } } => true,
        Offset { Before: false, By.Computed: null } offset => OpensWithin(offset.Base),
        _ => false,
    };

    private static bool SameFits(NormPlan plan) => plan.Same is [] || (plan.Same is [var name] && plan.Parts is [var part]
        && plan.Norm.Trigger!.Type.FindField(name) is { Type.Kind: ValueKind.Text } && part.Type.FindField(name) is { Type.Kind: ValueKind.Text });

    // Who bears an instance need not be who did what it counts.
    private static bool ReadsBearer(Expression? condition) => condition is not null && ExpressionParts.Of(condition).Any(e => e is KeyExpression { Name: var name } && EventType.IsBearer(name));

    /// <summary>Whether a condition speaks of no event but the one that it is about.</summary>
    private static bool ReadsNoOther(Expression? condition) =>
        condition is null || !ExpressionParts.Of(condition).Any(e => e is FieldExpression { Event: EventRole.Trigger } or EventPropertyExpression { Event: EventRole.Trigger });
}
