using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>The condition on a trigger is read before the event; when that event changes what is read, few expect it, unless nothing else could be meant.</summary>
internal static class OwnStateGuards
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) =>
        from norm in policies.Norms
        where norm.Frame is WhenFrame { Trigger.Where: not null }
        let trigger = ((WhenFrame)norm.Frame).Trigger
        let plain = norm.Content is HappeningContent ? [] : trigger.Where!.Conjuncts().Select(c => OnlyBefore(c, trigger.Type)).OfType<StateExpression>().ToHashSet()
        from state in trigger.Where!.WithParts().OfType<StateExpression>().Where(s => !plain.Contains(s)).DistinctBy(s => s.State)
        where state.State.Sources.Any(s => s.Type == trigger.Type)
        select PolicyDiagnostics.GuardReadsOwnState.At(state.Span, state.State.Name, trigger.Type.Name);

    // The first of its kind: after the event the count would not be 0, nor the switch as it was. What forbids an act must hold after it, too.
    private static StateExpression? OnlyBefore(Expression condition, EventType trigger) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.Equal, Left: StateExpression count, Right: LiteralExpression { Value: { Kind: ValueKind.Integer, AsInteger: 0 } } } => Counting(count, trigger),
        BinaryExpression { Operator: BinaryOperator.Less, Left: StateExpression count, Right: LiteralExpression { Value: { Kind: ValueKind.Integer, AsInteger: 1 } } } => Counting(count, trigger),
        IsExpression { Operand: StateExpression count, Pattern: ConstantPattern { Value: { Kind: ValueKind.Integer, AsInteger: 0 } } } => Counting(count, trigger),
        UnaryExpression { Operator: UnaryOperator.Not, Operand: StateExpression { State: SwitchState turned } off } when turned.On.Any(s => s.Type == trigger) && turned.Off.All(s => s.Type != trigger) => off,
        StateExpression { State: SwitchState turned } on when turned.Off.Any(s => s.Type == trigger) && turned.On.All(s => s.Type != trigger) => on,
        _ => null,
    };

    private static StateExpression? Counting(StateExpression state, EventType trigger) =>
        state.State is CountState count && count.Up.Any(s => s.Type == trigger) && count.Down.All(s => s.Type != trigger) ? state : null;
}
