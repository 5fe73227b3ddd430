using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions.Evaluation;
using NodaTime;

namespace DutyRules.Expressions;

/// <summary>
/// Turns bound expressions into delegates. They never throw: what C# would refuse to answer is unknown, decided from left to right as C# does. They hold no
/// state and may be shared between threads.
/// </summary>
public static class ExpressionCompiler
{
    /// <summary>Compiles a condition.</summary>
    public static Func<IEvaluationScope, Maybe<bool>> CompileCondition(Expression expression) =>
        Closures.Of<bool, TruthKind>(Require(expression, ValueKind.Truth));

    /// <summary>Compiles an expression of type integer.</summary>
    public static Func<IEvaluationScope, Maybe<long>> CompileInteger(Expression expression) =>
        Closures.Of<long, IntegerKind>(Require(expression, ValueKind.Integer));

    /// <summary>Compiles an expression of type number or money.</summary>
    public static Func<IEvaluationScope, Maybe<decimal>> CompileNumber(Expression expression) =>
        Closures.Of<decimal, NumberKind>(Require(expression, ValueKind.Number, ValueKind.Money));

    /// <summary>Compiles an expression of type text or choice.</summary>
    public static Func<IEvaluationScope, Maybe<string>> CompileText(Expression expression) =>
        Closures.Of<string, TextKind>(Require(expression, ValueKind.Text, ValueKind.Choice));

    /// <summary>Compiles an expression of type duration.</summary>
    public static Func<IEvaluationScope, Maybe<Duration>> CompileDuration(Expression expression) =>
        Closures.Of<Duration, DurationKind>(Require(expression, ValueKind.Duration));

    /// <summary>Compiles an expression of type instant.</summary>
    public static Func<IEvaluationScope, Maybe<Instant>> CompileInstant(Expression expression) =>
        Closures.Of<Instant, InstantKind>(Require(expression, ValueKind.Instant));

    /// <summary>Compiles an expression of any type; null is unknown.</summary>
    public static Func<IEvaluationScope, Value?> Compile(Expression expression) => expression.Type.Kind switch
    {
        ValueKind.Truth => Typed<bool, TruthKind>(expression),
        ValueKind.Integer => Typed<long, IntegerKind>(expression),
        ValueKind.Number => Typed<decimal, NumberKind>(expression),
        ValueKind.Money => As(Closures.Of<decimal, NumberKind>(expression), Value.Money),
        ValueKind.Text => Typed<string, TextKind>(expression),
        ValueKind.Choice => As(Closures.Of<string, TextKind>(expression), Value.Choice),
        ValueKind.Duration => Typed<Duration, DurationKind>(expression),
        ValueKind.Instant => Typed<Instant, InstantKind>(expression),
        ValueKind.Date => Typed<LocalDate, DateKind>(expression),
        _ => Typed<LocalTime, TimeKind>(expression),
    };

    /// <summary>The value of an expression, or null when unknown. Compile what is evaluated more than once.</summary>
    public static Value? Evaluate(Expression expression, IEvaluationScope scope) => Compile(expression)(scope);

    /// <summary>The value of an expression that reads nothing, or null when it has none.</summary>
    internal static Value? EvaluateFixed(Expression expression) => Evaluate(expression, EmptyScope.Instance);

    private static Func<IEvaluationScope, Value?> Typed<T, TKind>(Expression expression)
        where TKind : struct, IKind<T> =>
        As(Closures.Of<T, TKind>(expression), content => default(TKind).ToValue(content));

    private static Func<IEvaluationScope, Value?> As<T>(Func<IEvaluationScope, Maybe<T>> content, Func<T, Value> toValue) =>
        scope =>
        {
            var known = content(scope);
            if (!known.IsKnown)
            {
                return null;
            }

            // A duration beyond the range of ticks has no value.
            var value = Closures.Try((c, make) => make(c), known.Value, toValue);
            return value.IsKnown ? value.Value : null;
        };

    private static Expression Require(Expression expression, params ReadOnlySpan<ValueKind> kinds) =>
        kinds.Contains(expression.Type.Kind)
            ? expression
            : throw new ArgumentException($"The expression is of type {expression.Type.Kind}.", nameof(expression));

    private sealed class EmptyScope : IEvaluationScope
    {
        public static EmptyScope Instance { get; } = new();

        public DateTimeZone Zone => DateTimeZone.Utc;

        public EventRecord? Event(EventRole role) => null;

        public Value? State(StateDefinition state, ImmutableArray<Value> key) => null;

        public bool? Holds(Role role, string person) => null;

        public Value? Key(string name) => null;
    }
}
