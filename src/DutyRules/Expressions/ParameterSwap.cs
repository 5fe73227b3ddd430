using DutyRules.Events;

namespace DutyRules.Expressions;

/// <summary>Puts other parameters into an expression: what a named condition reads has the figures of where it is used.</summary>
internal static class ParameterSwap
{
    /// <summary>The expression with each parameter replaced.</summary>
    public static Expression With(this Expression expression, Func<Parameter, Parameter> swap) => expression switch
    {
        ParameterExpression e => e with { Parameter = swap(e.Parameter) },
        StateExpression e => e with { Key = [.. e.Key.Select(k => k.With(swap))] },
        TableExpression e => e with { Keys = [.. e.Keys.Select(k => k.With(swap))] },
        HoldsExpression e => e with { Person = e.Person.With(swap) },
        LocalPartExpression e => e with { Instant = e.Instant.With(swap) },
        UnaryExpression e => e with { Operand = e.Operand.With(swap) },
        BinaryExpression e => e with { Left = e.Left.With(swap), Right = e.Right.With(swap) },
        ConditionalExpression e => e with { Condition = e.Condition.With(swap), Then = e.Then.With(swap), Otherwise = e.Otherwise.With(swap) },
        WidenExpression e => e with { Operand = e.Operand.With(swap) },
        CallExpression e => e with { Arguments = [.. e.Arguments.Select(a => a.With(swap))] },
        IsExpression e => e with { Operand = e.Operand.With(swap) },
        LiteralExpression or FieldExpression or EventPropertyExpression or KeyExpression => expression,
        _ => throw new NotSupportedException($"no parameters can be put into {expression.GetType().Name}"),
    };
}
