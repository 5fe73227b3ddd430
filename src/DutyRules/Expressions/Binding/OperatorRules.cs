using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Binding;

/// <summary>Which operators take which kinds, and where a whole number or a literal is taken as something else.</summary>
internal sealed class OperatorRules(ExpressionSource source)
{
    public Expression? Unary(UnaryOperator op, Expression operand, SourceSpan span)
    {
        var fits = op == UnaryOperator.Not
            ? operand.Type.Kind == ValueKind.Truth
            : operand.Type.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Money or ValueKind.Duration;
        if (!fits)
        {
            source.Report(
                ExpressionDiagnostics.NoSuchPrefix,
                span,
                op == UnaryOperator.Not ? "!" : "-",
                source.Quote(operand.Span),
                KindNames.Of(operand.Type));
            return null;
        }

        return new UnaryExpression(op, operand, operand.Type, span);
    }

    /// <summary>A side of <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public bool IsTruth(Expression? operand)
    {
        if (operand is null || operand.Type.Kind == ValueKind.Truth)
        {
            return operand is not null;
        }

        ReportWrongKind(operand, FieldType.Truth);
        return false;
    }

    public Expression? Compare(BinaryOperator op, Expression left, Expression right, SourceSpan span)
    {
        if (Unify(left, right) is not var (l, r))
        {
            ReportPair(ExpressionDiagnostics.NotComparable, span, left, right);
            return null;
        }

        if (op.IsOrder() && !HasOrder(l, op))
        {
            return null;
        }

        if (l is LiteralExpression && r is LiteralExpression)
        {
            source.Report(ExpressionDiagnostics.FixedComparison, span, source.Quote(span));
        }

        return new BinaryExpression(op, l, r, FieldType.Truth, span);
    }

    /// <summary>False, and reported, when the values of the operand have no order.</summary>
    public bool HasOrder(Expression operand, BinaryOperator op)
    {
        if (operand.Type.Kind is not (ValueKind.Text or ValueKind.Choice or ValueKind.Truth))
        {
            return true;
        }

        source.Report(
            ExpressionDiagnostics.NoOrder, operand.Span, op.Sign(), source.Quote(operand.Span), KindNames.Of(operand.Type));
        return false;
    }

    public Expression? Calculate(BinaryOperator op, Expression left, Expression right, SourceSpan span)
    {
        var (l, r) = op is BinaryOperator.Add or BinaryOperator.Subtract ? Unify(left, right) ?? (left, right) : (left, right);
        if (ResultOf(op, l.Type.Kind, r.Type.Kind) is not { } result)
        {
            source.Report(
                ExpressionDiagnostics.NoSuchOperation,
                span,
                op.Sign(),
                source.Quote(left.Span),
                KindNames.Of(left.Type),
                source.Quote(right.Span),
                KindNames.Of(right.Type));
            return null;
        }

        // A decimal operation needs both sides to be decimal.
        if (result.Kind is ValueKind.Number or ValueKind.Money)
        {
            (l, r) = (Widen(l), Widen(r));
        }

        return new BinaryExpression(op, l, r, result, span);
    }

    public Expression? Choose(Expression condition, Expression then, Expression otherwise, SourceSpan span)
    {
        if (Unify(then, otherwise) is not var (t, o))
        {
            ReportPair(ExpressionDiagnostics.DifferentResults, span, then, otherwise);
            return null;
        }

        var type = t.Type == o.Type ? t.Type
            : t.Type.Kind == ValueKind.Choice ? FieldType.Choice(t.Type.Choices.Union(o.Type.Choices))
            : t.Type.Kind == ValueKind.Text ? FieldType.Text
            : t.Type;
        return new ConditionalExpression(condition, t, o, type, span);
    }

    /// <summary>The expression as a value of <paramref name="type"/>; null, and reported, when it is of another kind.</summary>
    public Expression? Convert(Expression expression, FieldType type)
    {
        if (Fit(expression, type) is { } converted)
        {
            return converted;
        }

        ReportWrongKind(expression, type);
        return null;
    }

    /// <summary>Both expressions in one type, or null.</summary>
    public (Expression Left, Expression Right)? Unify(Expression left, Expression right) =>
        Fit(left, right.Type) is { } l ? (l, right)
        : Fit(right, left.Type) is { } r ? (left, r)
        : null;

    public void ReportWrongKind(Expression expression, FieldType needed) => source.Report(
        ExpressionDiagnostics.WrongKind,
        expression.Span,
        source.Quote(expression.Span),
        KindNames.Of(expression.Type),
        KindNames.Of(needed));

    private Expression? Fit(Expression expression, FieldType type) => (expression.Type.Kind, type.Kind) switch
    {
        (ValueKind.Text, ValueKind.Text) => RolesFit(expression.Type.Role, type.Role) ? expression : null,
        (ValueKind.Choice, ValueKind.Choice) => expression.Type.Choices.Intersect(type.Choices).Any() ? expression : null,
        var (from, to) when from == to => expression,
        (ValueKind.Integer, ValueKind.Number) => Widen(expression),
        (ValueKind.Integer or ValueKind.Number, ValueKind.Money) when expression is LiteralExpression literal =>
            new LiteralExpression(Value.Money(literal.Value.AsNumber), FieldType.Money, literal.Span),
        _ => null,
    };

    private static bool RolesFit(FieldRole a, FieldRole b) => a == b || a == FieldRole.None || b == FieldRole.None;

    private Expression Widen(Expression expression)
    {
        if (expression.Type.Kind != ValueKind.Integer)
        {
            return expression;
        }

        if (expression is LiteralExpression literal)
        {
            return new LiteralExpression(Value.Number(literal.Value.AsInteger), FieldType.Number, literal.Span);
        }

        if (expression is BinaryExpression { Operator: BinaryOperator.Divide })
        {
            source.Report(ExpressionDiagnostics.FractionCut, expression.Span, source.Quote(expression.Span));
        }

        return new WidenExpression(expression, expression.Span);
    }

    private void ReportPair(DiagnosticDescriptor descriptor, SourceSpan span, Expression left, Expression right) => source.Report(
        descriptor, span, source.Quote(left.Span), KindNames.Of(left.Type), source.Quote(right.Span), KindNames.Of(right.Type));

    private static FieldType? ResultOf(BinaryOperator op, ValueKind left, ValueKind right) => (op, left, right) switch
    {
        (_, ValueKind.Integer, ValueKind.Integer) => FieldType.Integer,
        (_, ValueKind.Integer or ValueKind.Number, ValueKind.Integer or ValueKind.Number) => FieldType.Number,
        (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Money, ValueKind.Money) => FieldType.Money,
        (BinaryOperator.Multiply, ValueKind.Money, ValueKind.Integer or ValueKind.Number) => FieldType.Money,
        (BinaryOperator.Multiply, ValueKind.Integer or ValueKind.Number, ValueKind.Money) => FieldType.Money,
        (BinaryOperator.Divide, ValueKind.Money, ValueKind.Integer or ValueKind.Number) => FieldType.Money,
        (BinaryOperator.Divide, ValueKind.Money, ValueKind.Money) => FieldType.Number,
        (BinaryOperator.Subtract, ValueKind.Instant, ValueKind.Instant) => FieldType.Duration,
        (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Instant, ValueKind.Duration) => FieldType.Instant,
        (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Duration, ValueKind.Duration) => FieldType.Duration,
        (BinaryOperator.Multiply, ValueKind.Duration, ValueKind.Integer) => FieldType.Duration,
        (BinaryOperator.Multiply, ValueKind.Integer, ValueKind.Duration) => FieldType.Duration,
        (BinaryOperator.Divide, ValueKind.Duration, ValueKind.Integer) => FieldType.Duration,
        _ => null,
    };
}
