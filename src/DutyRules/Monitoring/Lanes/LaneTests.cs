using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Monitoring.Lanes;

/// <summary>
/// Makes conditions ready to run. Comparisons of fields and states with figures, and what is made of these with <i>and</i>, <i>or</i> and <i>not</i>, run without anything being
/// allocated; everything else is what <see cref="ExpressionCompiler"/> makes of it.
/// </summary>
internal static class LaneTests
{
    /// <summary>A condition, ready to run; null if there is none.</summary>
    public static LaneTest? Of(Expression? condition, SiteLanes lanes) => condition is null ? null : Condition(condition, lanes);

    private static LaneTest Condition(Expression condition, SiteLanes lanes)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: FieldExpression or StateExpression } not when OfBits(BinaryOperator.Equal, not.Operand, 0, lanes) is { } untruth:
                return untruth;
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                var operand = Condition(not.Operand, lanes);
                return moment => operand(moment) is { IsKnown: true, Value: var value } ? new(!value) : default;
            case BinaryExpression { Operator: BinaryOperator.And } and:
                var (first, second) = (Condition(and.Left, lanes), Condition(and.Right, lanes));
                return moment => first(moment) is { IsKnown: true, Value: true } ? second(moment) : first(moment);
            case BinaryExpression { Operator: BinaryOperator.Or } or:
                var (left, right) = (Condition(or.Left, lanes), Condition(or.Right, lanes));
                return moment => left(moment) is { IsKnown: true, Value: false } ? right(moment) : left(moment);
            case FieldExpression { Type.Kind: ValueKind.Truth } or StateExpression { Type.Kind: ValueKind.Truth } when OfBits(BinaryOperator.NotEqual, condition, 0, lanes) is { } truth:
                return truth;
            case BinaryExpression comparison when Comparison(comparison, lanes) is { } test:
                return test;
            default:
                var compiled = ExpressionCompiler.CompileCondition(condition);
                return moment => compiled(moment);
        }
    }

    private static LaneTest? Comparison(BinaryExpression comparison, SiteLanes lanes)
    {
        if (FigureOf(comparison.Right) is not { } figure || figure.Kind != comparison.Left.Type.Kind)
        {
            return null;
        }

        return figure.Kind switch
        {
            ValueKind.Integer or ValueKind.Duration or ValueKind.Instant or ValueKind.Date or ValueKind.Time => OfBits(comparison.Operator, comparison.Left, figure.Bits, lanes),
            ValueKind.Text or ValueKind.Choice when LaneReaders.OfTexts(comparison.Left, lanes) is { } text => OfTexts(comparison.Operator, text, figure.AsText),
            ValueKind.Number or ValueKind.Money when LaneReaders.OfValues(comparison.Left, lanes) is { } number => OfNumbers(comparison.Operator, number, figure.AsNumber),
            _ => null,
        };
    }

    private static LaneTest? OfBits(BinaryOperator compares, Expression left, long figure, SiteLanes lanes) => left switch
    {
        FieldExpression field => OfBits(compares, new FieldBits(field.Field.Index), figure),
        StateExpression state when LaneReaders.IsOfSite(state, lanes) => OfBits(compares, new SiteBits(lanes.StateOf(state.State)), figure),
        StateExpression state when LaneReaders.NameIn(state, lanes) is { } name => OfBits(compares, new NameBits(lanes.StateOf(state.State), name), figure),
        _ => null,
    };

    // One delegate for reading and comparing.
    private static LaneTest? OfBits<T>(BinaryOperator compares, T bitsOf, long figure)
        where T : struct, IBits => compares switch
    {
        BinaryOperator.Equal => moment => bitsOf.TryRead(moment, out var bits) ? new(bits == figure) : default,
        BinaryOperator.NotEqual => moment => bitsOf.TryRead(moment, out var bits) ? new(bits != figure) : default,
        BinaryOperator.Less => moment => bitsOf.TryRead(moment, out var bits) ? new(bits < figure) : default,
        BinaryOperator.LessOrEqual => moment => bitsOf.TryRead(moment, out var bits) ? new(bits <= figure) : default,
        BinaryOperator.Greater => moment => bitsOf.TryRead(moment, out var bits) ? new(bits > figure) : default,
        BinaryOperator.GreaterOrEqual => moment => bitsOf.TryRead(moment, out var bits) ? new(bits >= figure) : default,
        _ => null,
    };

    private static LaneTest? OfTexts(BinaryOperator compares, Func<LaneMoment, string?> read, string figure) => compares switch
    {
        BinaryOperator.Equal => moment => read(moment) is { } text ? new(string.Equals(text, figure, StringComparison.Ordinal)) : default,
        BinaryOperator.NotEqual => moment => read(moment) is { } text ? new(!string.Equals(text, figure, StringComparison.Ordinal)) : default,
        _ => null,
    };

    private static LaneTest? OfNumbers(BinaryOperator compares, Func<LaneMoment, Value?> read, decimal figure) => compares switch
    {
        BinaryOperator.Equal => moment => read(moment) is { } value ? new(value.AsNumber == figure) : default,
        BinaryOperator.NotEqual => moment => read(moment) is { } value ? new(value.AsNumber != figure) : default,
        BinaryOperator.Less => moment => read(moment) is { } value ? new(value.AsNumber < figure) : default,
        BinaryOperator.LessOrEqual => moment => read(moment) is { } value ? new(value.AsNumber <= figure) : default,
        BinaryOperator.Greater => moment => read(moment) is { } value ? new(value.AsNumber > figure) : default,
        BinaryOperator.GreaterOrEqual => moment => read(moment) is { } value ? new(value.AsNumber >= figure) : default,
        _ => null,
    };

    private static Value? FigureOf(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        ParameterExpression parameter => parameter.Parameter.Value,
        _ => null,
    };

    private interface IBits
    {
        bool TryRead(LaneMoment moment, out long bits);
    }

    private readonly struct FieldBits(int field) : IBits
    {
        public bool TryRead(LaneMoment moment, out long bits) => moment.TryBits(field, out bits);
    }

    private readonly struct SiteBits(LaneState state) : IBits
    {
        public bool TryRead(LaneMoment moment, out long bits) => state.TryBits(moment.SiteIndex, 0, moment.Time, out bits);
    }

    private readonly struct NameBits(LaneState state, int name) : IBits
    {
        public bool TryRead(LaneMoment moment, out long bits)
        {
            bits = 0;
            return moment.Says(name) && state.TryBits(moment.SiteIndex, moment.FindNumber(name), moment.Time, out bits);
        }
    }
}
