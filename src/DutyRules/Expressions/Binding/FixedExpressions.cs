namespace DutyRules.Expressions.Binding;

/// <summary>Which expressions have one value, whatever happens.</summary>
internal static class FixedExpressions
{
    /// <summary>True when nothing in it is read from an event, a state, a key or a parameter.</summary>
    public static bool IsFixed(this Expression expression) => expression switch
    {
        LiteralExpression => true,
        UnaryExpression unary => unary.Operand.IsFixed(),
        BinaryExpression binary => binary.Left.IsFixed() && binary.Right.IsFixed(),
        ConditionalExpression conditional =>
            conditional.Condition.IsFixed() && conditional.Then.IsFixed() && conditional.Otherwise.IsFixed(),
        WidenExpression widen => widen.Operand.IsFixed(),
        IsExpression test => test.Operand.IsFixed(),
        CallExpression call => call.Arguments.All(IsFixed),
        _ => false,
    };
}
