using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>
/// <c>while: waiting is &gt; 5 and &lt;= 10</c> says nothing about 12: worse ends the condition. That is a gap unless another norm begins there.
/// </summary>
internal static class Ceilings
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var ranges = policies.Norms.Where(n => n.Frame is WhileFrame).SelectMany(n => RangesOf(((WhileFrame)n.Frame).Condition)).ToList();
        foreach (var range in ranges)
        {
            if (range is { Low: not null, High: { } high } && !ranges.Any(r => r.State == range.State && r.CoversAbove(high)))
            {
                yield return PolicyDiagnostics.Ceiling.At(range.Place.Span, range.State.Name);
            }
        }
    }

    private static IEnumerable<Range> RangesOf(Expression condition) =>
        condition.Conjuncts().SelectMany(LimitsOf).GroupBy(r => r.State).Select(group => group.Aggregate((a, b) => a with
        {
            Low = a.Low ?? b.Low,
            High = a.High ?? b.High,
        }));

    private static IEnumerable<Range> LimitsOf(Expression condition) => condition switch
    {
        IsExpression { Operand: var operand } test when StateOf(operand) is { } state => LimitsOf(test.Pattern, state, test),
        BinaryExpression { Left: var left } compare when StateOf(left) is { } state && ConstantOf(compare.Right) is { } value =>
            Limit(compare.Operator, value, state, compare),
        BinaryExpression { Right: var right } compare when StateOf(right) is { } state && ConstantOf(compare.Left) is { } value =>
            Limit(Mirrored(compare.Operator), value, state, compare),
        _ => [],
    };

    private static IEnumerable<Range> LimitsOf(Pattern pattern, StateDefinition state, Expression place) => pattern switch
    {
        AndPattern and => LimitsOf(and.Left, state, place).Concat(LimitsOf(and.Right, state, place)),
        RelationalPattern relation => Limit(relation.Operator, relation.Value, state, place),
        _ => [],
    };

    private static IEnumerable<Range> Limit(BinaryOperator sign, Value value, StateDefinition state, Expression place) => sign switch
    {
        BinaryOperator.Greater => [new Range(state, place, new End(value, false), null)],
        BinaryOperator.GreaterOrEqual => [new Range(state, place, new End(value, true), null)],
        BinaryOperator.Less => [new Range(state, place, null, new End(value, false))],
        BinaryOperator.LessOrEqual => [new Range(state, place, null, new End(value, true))],
        _ => [],
    };

    private static BinaryOperator Mirrored(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => sign,
    };

    private static StateDefinition? StateOf(Expression expression) => expression switch
    {
        StateExpression state => state.State,
        WidenExpression widen => StateOf(widen.Operand),
        _ => null,
    };

    private static Value? ConstantOf(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        ParameterExpression parameter => parameter.Parameter.Value,
        WidenExpression widen => ConstantOf(widen.Operand) is { } whole ? Value.Number(whole.AsNumber) : null,
        _ => null,
    };

    private readonly record struct End(Value Value, bool Inclusive);

    private sealed record Range(StateDefinition State, Expression Place, End? Low, End? High)
    {
        // True when values just above the other's upper end lie in this range.
        public bool CoversAbove(End high) => (High is not { } mine || Compare(mine.Value, high.Value) > 0)
            && Low is { } low
            && (Compare(low.Value, high.Value) <= 0 || IsNextWhole(high, low));

        private static int Compare(Value a, Value b) =>
            a.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Money ? a.AsNumber.CompareTo(b.AsNumber) : a.CompareTo(b);

        private bool IsNextWhole(End high, End low) =>
            State.Type.Kind == ValueKind.Integer && high.Inclusive && low.Inclusive && low.Value.AsNumber == high.Value.AsNumber + 1;
    }
}
