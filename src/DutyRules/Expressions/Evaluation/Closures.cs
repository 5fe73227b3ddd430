using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Compiles what every kind has: literals, names and the choice between two values.</summary>
internal static class Closures
{
    public static Func<IEvaluationScope, Maybe<T>> Of<T, TKind>(Expression expression)
        where TKind : struct, IKind<T>
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return Fixed<T, TKind>(literal.Value);
            case ParameterExpression parameter:
                return parameter.Parameter.Value is { } set ? Fixed<T, TKind>(set) : _ => Maybe<T>.Unknown;
            case FieldExpression field:
                return Field<T, TKind>(field.Event, field.Field.Index);
            case KeyExpression key:
                var name = key.Name;
                return scope => scope.Key(name) is { } value ? new Maybe<T>(default(TKind).Of(value)) : Maybe<T>.Unknown;
            case StateExpression state:
                return State<T, TKind>(state);
            case TableExpression table:
                return Row<T, TKind>(table);
            case ConditionalExpression conditional:
                return Conditional(
                    Of<bool, TruthKind>(conditional.Condition), Of<T, TKind>(conditional.Then), Of<T, TKind>(conditional.Otherwise));
            default:
                return default(TKind).Operation(expression);
        }
    }

    private static Func<IEvaluationScope, Maybe<T>> Fixed<T, TKind>(Value value)
        where TKind : struct, IKind<T>
    {
        var known = new Maybe<T>(default(TKind).Of(value));
        return _ => known;
    }

    private static Func<IEvaluationScope, Maybe<T>> Field<T, TKind>(EventRole role, int index)
        where TKind : struct, IKind<T> =>
        scope => scope.Event(role) is { } record && record.Fields[index] is { } value ? new Maybe<T>(default(TKind).Of(value)) : Maybe<T>.Unknown;

    private static Func<IEvaluationScope, Maybe<T>> State<T, TKind>(StateExpression expression)
        where TKind : struct, IKind<T>
    {
        var state = expression.State;
        if (expression.Key.IsEmpty)
        {
            return scope => scope.State(state, []) is { } value ? new Maybe<T>(default(TKind).Of(value)) : Maybe<T>.Unknown;
        }

        var parts = expression.Key.Select(ExpressionCompiler.Compile).ToArray();
        return scope =>
        {
            var key = ImmutableArray.CreateBuilder<Value>(parts.Length);
            foreach (var part in parts)
            {
                if (part(scope) is not { } value)
                {
                    return Maybe<T>.Unknown;
                }

                key.Add(value);
            }

            return scope.State(state, key.MoveToImmutable()) is { } content ? new Maybe<T>(default(TKind).Of(content)) : Maybe<T>.Unknown;
        };
    }

    private static Func<IEvaluationScope, Maybe<T>> Row<T, TKind>(TableExpression expression)
        where TKind : struct, IKind<T>
    {
        var table = expression.Table;
        var parts = expression.Keys.Select(ExpressionCompiler.Compile).ToArray();
        return scope =>
        {
            var keys = new Value[parts.Length];
            for (var i = 0; i < keys.Length; i++)
            {
                if (parts[i](scope) is not { } key)
                {
                    return Maybe<T>.Unknown;
                }

                keys[i] = key;
            }

            return table.Find(keys) is { } figure ? new Maybe<T>(default(TKind).Of(figure)) : Maybe<T>.Unknown;
        };
    }

    private static Func<IEvaluationScope, Maybe<T>> Conditional<T>(
        Func<IEvaluationScope, Maybe<bool>> condition,
        Func<IEvaluationScope, Maybe<T>> then,
        Func<IEvaluationScope, Maybe<T>> otherwise) =>
        scope =>
        {
            var chosen = condition(scope);
            return !chosen.IsKnown ? Maybe<T>.Unknown : chosen.Value ? then(scope) : otherwise(scope);
        };

    /// <summary>A function of a known value.</summary>
    public static Func<IEvaluationScope, Maybe<T>> Map<TFrom, T>(
        Func<IEvaluationScope, Maybe<TFrom>> operand, Func<TFrom, Maybe<T>> function) =>
        scope =>
        {
            var value = operand(scope);
            return value.IsKnown ? function(value.Value) : Maybe<T>.Unknown;
        };

    /// <summary>A function of two known values; the right one is not evaluated when the left one is unknown.</summary>
    public static Func<IEvaluationScope, Maybe<T>> Map<TLeft, TRight, T>(
        Func<IEvaluationScope, Maybe<TLeft>> left,
        Func<IEvaluationScope, Maybe<TRight>> right,
        Func<TLeft, TRight, Maybe<T>> function) =>
        scope =>
        {
            var l = left(scope);
            if (!l.IsKnown)
            {
                return Maybe<T>.Unknown;
            }

            var r = right(scope);
            return r.IsKnown ? function(l.Value, r.Value) : Maybe<T>.Unknown;
        };

    /// <summary>
    /// The value of a function, or unknown when it leaves the range of its type. For the types that report this only by an
    /// exception.
    /// </summary>
    public static Maybe<T> Try<TLeft, TRight, T>(Func<TLeft, TRight, T> function, TLeft left, TRight right)
    {
        try
        {
            return new Maybe<T>(function(left, right));
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException)
        {
            return Maybe<T>.Unknown;
        }
    }
}
