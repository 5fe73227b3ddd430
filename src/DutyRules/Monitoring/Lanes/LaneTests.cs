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
    private delegate Value? Reader(LaneMoment moment);

    private delegate bool BitsReader(LaneMoment moment, out long bits);

    /// <summary>A condition, ready to run; null if there is none.</summary>
    public static LaneTest? Of(Expression? condition, SiteLanes lanes) => condition is null ? null : Condition(condition, lanes);

    private static LaneTest Condition(Expression condition, SiteLanes lanes)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                var operand = Condition(not.Operand, lanes);
                return moment => operand(moment) is { IsKnown: true, Value: var value } ? new(!value) : default;
            case BinaryExpression { Operator: BinaryOperator.And } and:
                var (first, second) = (Condition(and.Left, lanes), Condition(and.Right, lanes));
                return moment => first(moment) is { IsKnown: true, Value: true } ? second(moment) : first(moment);
            case BinaryExpression { Operator: BinaryOperator.Or } or:
                var (left, right) = (Condition(or.Left, lanes), Condition(or.Right, lanes));
                return moment => left(moment) is { IsKnown: true, Value: false } ? right(moment) : left(moment);
            case StateExpression state when BitsOf(state, lanes) is { } read:
                return moment => read(moment, out var bits) ? new(bits != 0) : default;
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
            ValueKind.Integer or ValueKind.Duration or ValueKind.Instant or ValueKind.Date or ValueKind.Time when BitsOf(comparison.Left, lanes) is { } bits =>
                OfBits(comparison.Operator, bits, figure.Bits),
            ValueKind.Text or ValueKind.Choice when ReaderOf(comparison.Left, lanes) is { } text => OfTexts(comparison.Operator, text, figure.AsText),
            _ => null,
        };
    }

    private static LaneTest? OfBits(BinaryOperator compares, BitsReader read, long figure) => compares switch
    {
        BinaryOperator.Equal => moment => read(moment, out var bits) ? new(bits == figure) : default,
        BinaryOperator.NotEqual => moment => read(moment, out var bits) ? new(bits != figure) : default,
        BinaryOperator.Less => moment => read(moment, out var bits) ? new(bits < figure) : default,
        BinaryOperator.LessOrEqual => moment => read(moment, out var bits) ? new(bits <= figure) : default,
        BinaryOperator.Greater => moment => read(moment, out var bits) ? new(bits > figure) : default,
        BinaryOperator.GreaterOrEqual => moment => read(moment, out var bits) ? new(bits >= figure) : default,
        _ => null,
    };

    private static LaneTest? OfTexts(BinaryOperator compares, Reader read, string figure) => compares switch
    {
        BinaryOperator.Equal => moment => read(moment) is { } value ? new(string.Equals(value.AsText, figure, StringComparison.Ordinal)) : default,
        BinaryOperator.NotEqual => moment => read(moment) is { } value ? new(!string.Equals(value.AsText, figure, StringComparison.Ordinal)) : default,
        _ => null,
    };

    private static Value? FigureOf(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        ParameterExpression parameter => parameter.Parameter.Value,
        _ => null,
    };

    private static Reader? ReaderOf(Expression expression, SiteLanes lanes)
    {
        switch (expression)
        {
            case FieldExpression field:
                var index = field.Field.Index;
                return moment => moment.Record?.Fields[index];
            case StateExpression state:
                var cells = lanes.StateOf(state.State);
                if (state.Key.All(key => IsPartition(key, lanes)))
                {
                    return moment => cells.At(moment.Site, 0, moment.Time);
                }

                return NameIn(state, lanes) is { } named ? moment => moment.Record?.Fields[named] is { } name ? cells.At(moment.Site, moment.NumberOf(name.AsText), moment.Time) : null : null;
            default:
                return null;
        }
    }

    private static BitsReader? BitsOf(Expression expression, SiteLanes lanes)
    {
        switch (expression)
        {
            case FieldExpression { Field.Index: var index }:
                return (LaneMoment moment, out long bits) => Bits(moment, index, out bits);
            case StateExpression state when state.Key.All(key => IsPartition(key, lanes)):
                var ofSite = lanes.StateOf(state.State);
                return (LaneMoment moment, out long bits) => ofSite.TryBits(moment.Site, 0, moment.Time, out bits);
            case StateExpression state when NameIn(state, lanes) is { } name:
                var cells = lanes.StateOf(state.State);
                return (LaneMoment moment, out long bits) =>
                {
                    bits = 0;
                    return moment.Record?.Fields[name] is { } value && cells.TryBits(moment.Site, moment.NumberOf(value.AsText), moment.Time, out bits);
                };
            default:
                return null;
        }
    }

    private static bool Bits(LaneMoment moment, int index, out long bits)
    {
        bits = 0;
        if (moment.Record is not { } record)
        {
            return false;
        }

        ref readonly var value = ref record.Fields.ItemRef(index);
        bits = Nullable.GetValueRefOrDefaultRef(in value).Bits;
        return value.HasValue;
    }

    /// <summary>The field that names the key of a state, beside the partition; null if it is not as simple as that.</summary>
    private static int? NameIn(StateExpression state, SiteLanes lanes) =>
        state.Key.Where(key => !IsPartition(key, lanes)).ToImmutableArray() is [FieldExpression { Field: { Type.Kind: ValueKind.Text, Index: var name } }] ? name : null;

    // Every event of a site names that site.
    private static bool IsPartition(Expression key, SiteLanes lanes) =>
        key is FieldExpression { Field.Name: var field } ? field == lanes.PartitionField : key is KeyExpression { Name: var name } && name == lanes.PartitionField;
}
