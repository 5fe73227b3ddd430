using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Monitoring.Planning;

/// <summary>Which states an expression reads.</summary>
internal static class ExpressionReads
{
    public static IEnumerable<StateDefinition> States(Expression? expression) => expression switch
    {
        null => [],
        StateExpression e => e.Key.SelectMany(States).Append(e.State),
        UnaryExpression e => States(e.Operand),
        BinaryExpression e => States(e.Left).Concat(States(e.Right)),
        ConditionalExpression e => States(e.Condition).Concat(States(e.Then)).Concat(States(e.Otherwise)),
        WidenExpression e => States(e.Operand),
        LocalPartExpression e => States(e.Instant),
        CallExpression e => e.Arguments.SelectMany(States),
        IsExpression e => States(e.Operand),
        TableExpression e => e.Keys.SelectMany(States),
        HoldsExpression e => States(e.Person),
        _ => [],
    };
}
