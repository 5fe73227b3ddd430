using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which states an expression reads.</summary>
internal static class ExpressionReads
{
    public static IEnumerable<StateDefinition> States(Expression? expression) =>
        expression is null ? [] : ExpressionParts.Of(expression).OfType<StateExpression>().Select(e => e.State);
}
