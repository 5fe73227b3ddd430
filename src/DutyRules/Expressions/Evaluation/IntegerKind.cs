using DutyRules.Events;

namespace DutyRules.Expressions.Evaluation;

internal readonly struct IntegerKind : IKind<long>
{
    public long Of(Value value) => value.AsInteger;

    public Value ToValue(long content) => Value.Integer(content);

    public Func<IEvaluationScope, Maybe<long>> Operation(Expression expression) => expression switch
    {
        UnaryExpression negate => Closures.Map(Operand(negate.Operand), value => Subtract(0, value)),
        BinaryExpression binary => Closures.Map<long, long, long>(Operand(binary.Left), Operand(binary.Right), binary.Operator switch
        {
            BinaryOperator.Add => Add,
            BinaryOperator.Subtract => Subtract,
            BinaryOperator.Multiply => Multiply,
            BinaryOperator.Divide => Divide,
            _ => Remainder,
        }),
        CallExpression { Function: ExpressionFunction.Length } call =>
            Closures.Map(Closures.Of<string, TextKind>(call.Arguments[0]), text => new Maybe<long>(text.Length)),
        CallExpression { Function: ExpressionFunction.Abs } call =>
            Closures.Map(Operand(call.Arguments[0]), value => value < 0 ? Subtract(0, value) : new Maybe<long>(value)),
        CallExpression { Function: ExpressionFunction.Min } call =>
            Closures.Map(Operand(call.Arguments[0]), Operand(call.Arguments[1]), (a, b) => new Maybe<long>(Math.Min(a, b))),
        CallExpression { Function: ExpressionFunction.Max } call =>
            Closures.Map(Operand(call.Arguments[0]), Operand(call.Arguments[1]), (a, b) => new Maybe<long>(Math.Max(a, b))),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static Func<IEvaluationScope, Maybe<long>> Operand(Expression expression) => Closures.Of<long, IntegerKind>(expression);

    // A sum has overflowed when both operands have the sign that it has not.
    private static Maybe<long> Add(long a, long b)
    {
        var sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) < 0 ? Maybe<long>.Unknown : new Maybe<long>(sum);
    }

    private static Maybe<long> Subtract(long a, long b)
    {
        var difference = unchecked(a - b);
        return ((a ^ b) & (a ^ difference)) < 0 ? Maybe<long>.Unknown : new Maybe<long>(difference);
    }

    private static Maybe<long> Multiply(long a, long b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high == low >> 63 ? new Maybe<long>(low) : Maybe<long>.Unknown;
    }

    private static Maybe<long> Divide(long a, long b) =>
        b == 0 || (a == long.MinValue && b == -1) ? Maybe<long>.Unknown : new Maybe<long>(a / b);

    private static Maybe<long> Remainder(long a, long b) =>
        b == 0 || (a == long.MinValue && b == -1) ? Maybe<long>.Unknown : new Maybe<long>(a % b);
}
