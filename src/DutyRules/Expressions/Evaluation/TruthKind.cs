using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

internal readonly struct TruthKind : IKind<bool>
{
    public bool Of(Value value) => value.AsTruth;

    public Value ToValue(bool content) => Value.Truth(content);

    public Func<IEvaluationScope, Maybe<bool>> Operation(Expression expression) => expression switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } not => Comparisons.Test(Closures.Of<bool, TruthKind>(not.Operand), value => !value),
        BinaryExpression { Operator: BinaryOperator.And } and => ShortCircuit(and, false),
        BinaryExpression { Operator: BinaryOperator.Or } or => ShortCircuit(or, true),
        BinaryExpression comparison => Comparisons.Compile(comparison),
        IsExpression test => Patterns.Compile(test),
        HoldsExpression holds => Holds(holds),
        CallExpression call => Call(call),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    // The left side decides alone when it has the value that decides; an unknown left side makes the whole unknown, as an exception there would.
    private static Func<IEvaluationScope, Maybe<bool>> ShortCircuit(BinaryExpression expression, bool decides)
    {
        var (left, right) = (Closures.Of<bool, TruthKind>(expression.Left), Closures.Of<bool, TruthKind>(expression.Right));
        return scope =>
        {
            var value = left(scope);
            return !value.IsKnown || value.Value == decides ? value : right(scope);
        };
    }

    private static Func<IEvaluationScope, Maybe<bool>> Holds(HoldsExpression expression)
    {
        var (person, role) = (Closures.Of<string, TextKind>(expression.Person), expression.Role);
        return scope => person(scope) is { IsKnown: true, Value: var name } && scope.Holds(role, name) is { } holds
            ? new Maybe<bool>(holds)
            : Maybe<bool>.Unknown;
    }

    private static Func<IEvaluationScope, Maybe<bool>> Call(CallExpression call)
    {
        var (text, part) = (Closures.Of<string, TextKind>(call.Arguments[0]), Closures.Of<string, TextKind>(call.Arguments[1]));
        return call.Function switch
        {
            ExpressionFunction.StartsWith => Closures.Map(text, part, (t, p) => new Maybe<bool>(t.StartsWith(p, StringComparison.Ordinal))),
            ExpressionFunction.EndsWith => Closures.Map(text, part, (t, p) => new Maybe<bool>(t.EndsWith(p, StringComparison.Ordinal))),
            _ => Closures.Map(text, part, (t, p) => new Maybe<bool>(t.Contains(p, StringComparison.Ordinal))),
        };
    }
}
