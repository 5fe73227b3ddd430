using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Compiles <c>x is pattern</c>.</summary>
internal static class Patterns
{
    public static Func<IEvaluationScope, Maybe<bool>> Compile(IsExpression e) => e.Operand.Type.Kind switch
    {
        ValueKind.Integer => Compile<long, IntegerKind>(e),
        ValueKind.Number or ValueKind.Money => Compile<decimal, NumberKind>(e),
        ValueKind.Truth => Compile<bool, TruthKind>(e),
        ValueKind.Duration => Compile<NodaTime.Duration, DurationKind>(e),
        ValueKind.Instant => Compile<NodaTime.Instant, InstantKind>(e),
        ValueKind.Date => Compile<NodaTime.LocalDate, DateKind>(e),
        ValueKind.Time => Compile<NodaTime.LocalTime, TimeKind>(e),
        _ => Comparisons.Test(Closures.Of<string, TextKind>(e.Operand), Words(e.Pattern)),
    };

    private static Func<IEvaluationScope, Maybe<bool>> Compile<T, TKind>(IsExpression e)
        where T : struct, IComparable<T>
        where TKind : struct, IKind<T> =>
        Comparisons.Test(Closures.Of<T, TKind>(e.Operand), Test<T, TKind>(e.Pattern));

    private static Func<T, bool> Test<T, TKind>(Pattern pattern)
        where T : struct, IComparable<T>
        where TKind : struct, IKind<T>
    {
        switch (pattern)
        {
            case ConstantPattern constant:
                var same = default(TKind).Of(constant.Value);
                return value => value.CompareTo(same) == 0;
            case RelationalPattern relational:
                var limit = default(TKind).Of(relational.Value);
                return relational.Operator switch
                {
                    BinaryOperator.Less => value => value.CompareTo(limit) < 0,
                    BinaryOperator.LessOrEqual => value => value.CompareTo(limit) <= 0,
                    BinaryOperator.Greater => value => value.CompareTo(limit) > 0,
                    _ => value => value.CompareTo(limit) >= 0,
                };
            default:
                return Joined(pattern, Test<T, TKind>);
        }
    }

    private static Func<string, bool> Words(Pattern pattern)
    {
        if (pattern is not ConstantPattern constant)
        {
            return Joined(pattern, Words);
        }

        var word = constant.Value.AsText;
        return text => string.Equals(text, word);
    }

    private static Func<T, bool> Joined<T>(Pattern pattern, Func<Pattern, Func<T, bool>> compile)
    {
        switch (pattern)
        {
            case NotPattern not:
                var inner = compile(not.Operand);
                return value => !inner(value);
            case AndPattern and:
                var (first, second) = (compile(and.Left), compile(and.Right));
                return value => first(value) && second(value);
            case OrPattern or:
                var (left, right) = (compile(or.Left), compile(or.Right));
                return value => left(value) || right(value);
            default:
                throw new ArgumentOutOfRangeException(nameof(pattern));
        }
    }
}
