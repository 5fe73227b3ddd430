using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Numbers and money, both decimal.</summary>
internal readonly struct NumberKind : IKind<decimal>
{
    public decimal Of(Value value) => value.AsNumber;

    public Value ToValue(decimal content) => Value.Number(content);

    public Func<IEvaluationScope, Maybe<decimal>> Operation(Expression expression) => expression switch
    {
        WidenExpression widen => Closures.Map(Closures.Of<long, IntegerKind>(widen.Operand), value => new Maybe<decimal>(value)),
        UnaryExpression negate => Closures.Map(Operand(negate.Operand), value => new Maybe<decimal>(-value)),
        BinaryExpression binary => Closures.Map<decimal, decimal, decimal>(
            Operand(binary.Left), Operand(binary.Right), binary.Operator switch
            {
                BinaryOperator.Add => (a, b) => Closures.Try(decimal.Add, a, b),
                BinaryOperator.Subtract => (a, b) => Closures.Try(decimal.Subtract, a, b),
                BinaryOperator.Multiply => (a, b) => Closures.Try(decimal.Multiply, a, b),
                BinaryOperator.Divide => (a, b) => b == 0 ? Maybe<decimal>.Unknown : Closures.Try(decimal.Divide, a, b),
                _ => (a, b) => b == 0 ? Maybe<decimal>.Unknown : Closures.Try(decimal.Remainder, a, b),
            }),
        CallExpression { Function: ExpressionFunction.Abs } call =>
            Closures.Map(Operand(call.Arguments[0]), value => new Maybe<decimal>(Math.Abs(value))),
        CallExpression { Function: ExpressionFunction.Min } call =>
            Closures.Map(Operand(call.Arguments[0]), Operand(call.Arguments[1]), (a, b) => new Maybe<decimal>(Math.Min(a, b))),
        CallExpression { Function: ExpressionFunction.Max } call =>
            Closures.Map(Operand(call.Arguments[0]), Operand(call.Arguments[1]), (a, b) => new Maybe<decimal>(Math.Max(a, b))),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static Func<IEvaluationScope, Maybe<decimal>> Operand(Expression expression) => Closures.Of<decimal, NumberKind>(expression);
}
