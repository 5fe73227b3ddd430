using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>Operators on two known values. Division by zero and overflow are unknown (S7).</summary>
internal static class Arithmetic
{
    public static Value? Apply(BinaryOperator binary, Value left, Value right, ValueKind result)
    {
        try
        {
            return binary switch
            {
                BinaryOperator.Equal => Value.Truth(left == right),
                BinaryOperator.NotEqual => Value.Truth(left != right),
                BinaryOperator.Less => Value.Truth(left.CompareTo(right) < 0),
                BinaryOperator.LessOrEqual => Value.Truth(left.CompareTo(right) <= 0),
                BinaryOperator.Greater => Value.Truth(left.CompareTo(right) > 0),
                BinaryOperator.GreaterOrEqual => Value.Truth(left.CompareTo(right) >= 0),
                _ => result switch
                {
                    ValueKind.Integer => Value.Integer(OfIntegers(binary, left.AsInteger, right.AsInteger)),
                    ValueKind.Number => Value.Number(OfNumbers(binary, left.AsNumber, right.AsNumber)),
                    ValueKind.Money => Value.Money(OfNumbers(binary, left.AsNumber, right.AsNumber)),
                    ValueKind.Duration when left.Kind == ValueKind.Instant => Value.Duration(left.AsInstant - right.AsInstant),
                    ValueKind.Duration => Value.Duration(Duration.FromTicks(OfIntegers(binary, TicksOf(left), TicksOf(right)))),
                    ValueKind.Instant when binary == BinaryOperator.Add => Value.Instant(left.AsInstant + right.AsDuration),
                    ValueKind.Instant => Value.Instant(left.AsInstant - right.AsDuration),
                    _ => throw new NotSupportedException($"{left.Kind} {binary} {right.Kind}"),
                },
            };
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private static long TicksOf(Value value) => value.Kind == ValueKind.Duration ? value.AsDuration.InTicks() : value.AsInteger;

    private static long OfIntegers(BinaryOperator binary, long left, long right) => checked(binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        _ => left % right,
    });

    private static decimal OfNumbers(BinaryOperator binary, decimal left, decimal right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        _ => left % right,
    };
}
