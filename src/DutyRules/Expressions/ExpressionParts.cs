namespace DutyRules.Expressions;

/// <summary>Takes expressions apart.</summary>
internal static class ExpressionParts
{
    /// <summary>An expression and every expression in it.</summary>
    public static IEnumerable<Expression> Of(Expression expression)
    {
        var parts = new List<Expression>();
        Add(expression);
        return parts;

        void Add(Expression part)
        {
            parts.Add(part);
            foreach (var inner in Within(part))
            {
                Add(inner);
            }
        }
    }

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
