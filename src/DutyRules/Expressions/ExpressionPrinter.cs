using DutyRules.Diagnostics;

namespace DutyRules.Expressions;

/// <summary>Stand-in until expressions land.</summary>
public static class ExpressionPrinter
{
    public static string ToText(Expression expression, Language language) => expression switch
    {
        LiteralExpression e => e.Value.ToString(),
        FieldExpression e => e.Field.Name,
        StateExpression e => e.State.Name,
        ParameterExpression e => e.Parameter.Name,
        BinaryExpression e => $"{ToText(e.Left, language)} {e.Operator} {ToText(e.Right, language)}",
        _ => expression.GetType().Name,
    };
}
