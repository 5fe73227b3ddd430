namespace DutyRules.Expressions;

/// <summary>Takes expressions apart.</summary>
internal static class ExpressionParts
{
    /// <summary>An expression and every expression in it.</summary>
    public static IEnumerable<Expression> Of(Expression expression) => Within(expression).SelectMany(Of).Prepend(expression);

    private static IEnumerable<Expression> Within(Expression expression) => expression switch
    {
        StateExpression e => e.Key,
        TableExpression e => e.Keys,
        HoldsExpression e => [e.Person],
        LocalPartExpression e => [e.Instant],
        UnaryExpression e => [e.Operand],
        BinaryExpression e => [e.Left, e.Right],
        ConditionalExpression e => [e.Condition, e.Then, e.Otherwise],
        WidenExpression e => [e.Operand],
        CallExpression e => e.Arguments,
        IsExpression e => [e.Operand],
        _ => [],
    };
}
