using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>Walks the tree of an expression. Unknown (null) is what C# would have thrown at: left to right, short-circuit (S7).</summary>
internal static class Interpreter
{
    public static Value? Evaluate(Expression expression, Reading reading) => expression switch
    {
        LiteralExpression x => x.Value,
        ParameterExpression x => x.Parameter.Value,
        FieldExpression x => reading.Event(x.Event)?.Record[x.Field],
        EventPropertyExpression x => reading.Event(x.Event) is { } occurrence ? PropertyOf(occurrence, x.Property, reading.Zone) : null,
        StateExpression x => State(x, reading),
        TableExpression x => Figure(x, reading),
        HoldsExpression x => Holds(x, reading),
        KeyExpression x => reading.KeyValue(x.Name),
        LocalPartExpression x => Evaluate(x.Instant, reading) is { } instant ? LocalPart(instant.AsInstant, x.Part, reading.Zone) : null,
        UnaryExpression x => Evaluate(x.Operand, reading) is { } operand ? Unary(x.Operator, operand) : null,
        BinaryExpression { Operator: BinaryOperator.Or } x =>
            Evaluate(x.Left, reading) is { } left ? left.AsTruth ? left : Evaluate(x.Right, reading) : null,
        BinaryExpression { Operator: BinaryOperator.And } x =>
            Evaluate(x.Left, reading) is { } left ? left.AsTruth ? Evaluate(x.Right, reading) : left : null,
        BinaryExpression x => Evaluate(x.Left, reading) is { } left && Evaluate(x.Right, reading) is { } right
            ? Arithmetic.Apply(x.Operator, left, right, x.Type.Kind) : null,
        ConditionalExpression x => Evaluate(x.Condition, reading) is { } condition
            ? Evaluate(condition.AsTruth ? x.Then : x.Otherwise, reading) : null,
        WidenExpression x => Evaluate(x.Operand, reading) is { } operand ? Value.Number(operand.AsInteger) : null,
        CallExpression x => Call(x, reading),
        IsExpression x => Evaluate(x.Operand, reading) is { } operand ? Value.Truth(Fits(operand, x.Pattern)) : null,
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private static Value? State(StateExpression x, Reading reading)
    {
        var key = x.Key.Select(part => Evaluate(part, reading)).ToList();
        if (key.Contains(null))
            return null;

        reading.Rules.Add("S8");
        return reading.States?.Read(x.State, [.. key.Select(part => part!.Value)], reading.Moment, reading.Rules);
    }

    /// <summary>The figure of the row that the keys meet; unknown where none does.</summary>
    private static Value? Figure(TableExpression x, Reading reading)
    {
        var keys = x.Keys.Select(key => Evaluate(key, reading)).ToList();
        return keys.Contains(null) ? null : x.Table.Find([.. keys.Select(key => key!.Value)]);
    }

    /// <summary>Whether a person holds a role at the time of the event that is judged (B6).</summary>
    private static Value? Holds(HoldsExpression x, Reading reading)
    {
        reading.Rules.Add("B6");
        return Evaluate(x.Person, reading) is { } person
            ? Value.Truth(reading.Roles!.At(x.Role, reading.Moment.Instant).Contains(person.AsText))
            : null;
    }

    private static Value PropertyOf(Occurrence occurrence, EventProperty property, DateTimeZone zone) => property switch
    {
        EventProperty.At => Value.Instant(occurrence.Begin.ToInstant()),
        EventProperty.Until => Value.Instant(occurrence.Time.ToInstant()),
        EventProperty.Lasted => Value.Duration(occurrence.Lasted),
        _ => LocalPart(occurrence.Begin.ToInstant(), property, zone),
    };

    private static Value LocalPart(Instant instant, EventProperty part, DateTimeZone zone) =>
        part == EventProperty.Date ? Value.Date(instant.InZone(zone).Date) : Value.Time(instant.InZone(zone).TimeOfDay);

    private static Value? Unary(UnaryOperator unary, Value operand) => unary == UnaryOperator.Not
        ? Value.Truth(!operand.AsTruth)
        : operand.Kind switch
        {
            ValueKind.Integer => Arithmetic.Apply(BinaryOperator.Subtract, Value.Integer(0), operand, ValueKind.Integer),
            ValueKind.Number => Value.Number(-operand.AsNumber),
            ValueKind.Money => Value.Money(-operand.AsNumber),
            _ => Value.Duration(-operand.AsDuration),
        };

    private static Value? Call(CallExpression call, Reading reading)
    {
        var values = call.Arguments.Select(argument => Evaluate(argument, reading)).ToList();
        if (values.Contains(null))
            return null;

        var (first, second) = (values[0]!.Value, values.Count > 1 ? values[1]!.Value : default);
        return call.Function switch
        {
            ExpressionFunction.Abs => first.CompareTo(Zero(first.Kind)) < 0 ? Unary(UnaryOperator.Negate, first) : first,
            ExpressionFunction.Min => first.CompareTo(second) <= 0 ? first : second,
            ExpressionFunction.Max => first.CompareTo(second) >= 0 ? first : second,
            ExpressionFunction.StartsWith => Value.Truth(first.AsText.StartsWith(second.AsText, StringComparison.Ordinal)),
            ExpressionFunction.EndsWith => Value.Truth(first.AsText.EndsWith(second.AsText, StringComparison.Ordinal)),
            ExpressionFunction.Contains => Value.Truth(first.AsText.Contains(second.AsText, StringComparison.Ordinal)),
            _ => Value.Integer(first.AsText.Length),
        };
    }

    private static Value Zero(ValueKind kind) => kind switch
    {
        ValueKind.Integer => Value.Integer(0),
        ValueKind.Number => Value.Number(0),
        ValueKind.Money => Value.Money(0),
        _ => Value.Duration(Duration.Zero),
    };

    private static bool Fits(Value value, Pattern pattern) => pattern switch
    {
        ConstantPattern p => value == p.Value,
        RelationalPattern p => Arithmetic.Apply(p.Operator, value, p.Value, ValueKind.Truth)!.Value.AsTruth,
        NotPattern p => !Fits(value, p.Operand),
        AndPattern p => Fits(value, p.Left) && Fits(value, p.Right),
        OrPattern p => Fits(value, p.Left) || Fits(value, p.Right),
        _ => throw new NotSupportedException(pattern.ToString()),
    };
}
