using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Compiles comparisons.</summary>
internal static class Comparisons
{
    public static Func<IEvaluationScope, Maybe<bool>> Compile(BinaryExpression e) => e.Left.Type.Kind switch
    {
        ValueKind.Integer => Compile<long, IntegerKind>(e),
        ValueKind.Number or ValueKind.Money => Compile<decimal, NumberKind>(e),
        ValueKind.Truth => Compile<bool, TruthKind>(e),
        ValueKind.Duration => Compile<NodaTime.Duration, DurationKind>(e),
        ValueKind.Instant => Compile<NodaTime.Instant, InstantKind>(e),
        ValueKind.Date => Compile<NodaTime.LocalDate, DateKind>(e),
        ValueKind.Time => Compile<NodaTime.LocalTime, TimeKind>(e),
        _ => Texts(e),
    };

    private static Func<IEvaluationScope, Maybe<bool>> Texts(BinaryExpression e)
    {
        var (left, right) = (Closures.Of<string, TextKind>(e.Left), Closures.Of<string, TextKind>(e.Right));
        var isEqual = e.Operator == BinaryOperator.Equal;
        return Closures.Map(left, right, (l, r) => new Maybe<bool>(string.Equals(l, r) == isEqual));
    }

    private static Func<IEvaluationScope, Maybe<bool>> Compile<T, TKind>(BinaryExpression e)
        where T : struct, IComparable<T>
        where TKind : struct, IKind<T>
    {
        var left = Closures.Of<T, TKind>(e.Left);

        // Most conditions compare with a limit; it need not be asked for each time.
        if (e.Right is LiteralExpression or ParameterExpression { Parameter.Value: not null })
        {
            var limit = default(TKind).Of(e.Right is LiteralExpression literal ? literal.Value : ((ParameterExpression)e.Right).Parameter.Value!.Value);
            return e.Operator switch
            {
                BinaryOperator.Equal => Test(left, l => l.CompareTo(limit) == 0),
                BinaryOperator.NotEqual => Test(left, l => l.CompareTo(limit) != 0),
                BinaryOperator.Less => Test(left, l => l.CompareTo(limit) < 0),
                BinaryOperator.LessOrEqual => Test(left, l => l.CompareTo(limit) <= 0),
                BinaryOperator.Greater => Test(left, l => l.CompareTo(limit) > 0),
                _ => Test(left, l => l.CompareTo(limit) >= 0),
            };
        }

        var right = Closures.Of<T, TKind>(e.Right);
        return e.Operator switch
        {
            BinaryOperator.Equal => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) == 0)),
            BinaryOperator.NotEqual => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) != 0)),
            BinaryOperator.Less => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) < 0)),
            BinaryOperator.LessOrEqual => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) <= 0)),
            BinaryOperator.Greater => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) > 0)),
            _ => Closures.Map(left, right, (l, r) => new Maybe<bool>(l.CompareTo(r) >= 0)),
        };
    }

    /// <summary>A test of a known value.</summary>
    public static Func<IEvaluationScope, Maybe<bool>> Test<T>(Func<IEvaluationScope, Maybe<T>> operand, Func<T, bool> test) =>
        scope =>
        {
            var value = operand(scope);
            return value.IsKnown ? new Maybe<bool>(test(value.Value)) : Maybe<bool>.Unknown;
        };
}
