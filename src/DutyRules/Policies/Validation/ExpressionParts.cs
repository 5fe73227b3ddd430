using DutyRules.Expressions;

namespace DutyRules.Policies.Validation;

/// <summary>Looks into conditions.</summary>
internal static class ExpressionParts
{
    /// <summary>The expression and all that it is made of.</summary>
    public static IEnumerable<Expression> WithParts(this Expression expression) =>
        PartsOf(expression).SelectMany(WithParts).Prepend(expression);

    /// <summary>The conditions that must all hold.</summary>
    public static IEnumerable<Expression> Conjuncts(this Expression expression) =>
        expression is BinaryExpression { Operator: BinaryOperator.And } and
            ? and.Left.Conjuncts().Concat(and.Right.Conjuncts())
            : [expression];

    private static IEnumerable<Expression> PartsOf(Expression expression) => expression switch
    {
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        ConditionalExpression conditional => [conditional.Condition, conditional.Then, conditional.Otherwise],
        WidenExpression widen => [widen.Operand],
        CallExpression call => call.Arguments,
        IsExpression test => [test.Operand],
        HoldsExpression holds => [holds.Person],
        LocalPartExpression part => [part.Instant],
        StateExpression state => state.Key,
        _ => [],
    };
}
