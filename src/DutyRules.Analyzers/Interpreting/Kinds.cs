using System.Linq.Expressions;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>What operators are called in expression trees.</summary>
internal static class Kinds
{
    public static ExpressionType? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => ExpressionType.Add,
        BinaryOperatorKind.Subtract => ExpressionType.Subtract,
        BinaryOperatorKind.Multiply => ExpressionType.Multiply,
        BinaryOperatorKind.Divide => ExpressionType.Divide,
        BinaryOperatorKind.Remainder => ExpressionType.Modulo,
        BinaryOperatorKind.Equals => ExpressionType.Equal,
        BinaryOperatorKind.NotEquals => ExpressionType.NotEqual,
        BinaryOperatorKind.LessThan => ExpressionType.LessThan,
        BinaryOperatorKind.LessThanOrEqual => ExpressionType.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => ExpressionType.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ExpressionType.GreaterThanOrEqual,
        BinaryOperatorKind.ConditionalAnd => ExpressionType.AndAlso,
        BinaryOperatorKind.ConditionalOr => ExpressionType.OrElse,
        BinaryOperatorKind.And => ExpressionType.And,
        BinaryOperatorKind.Or => ExpressionType.Or,
        BinaryOperatorKind.ExclusiveOr => ExpressionType.ExclusiveOr,
        BinaryOperatorKind.LeftShift => ExpressionType.LeftShift,
        BinaryOperatorKind.RightShift => ExpressionType.RightShift,
        _ => null,
    };

    public static ExpressionType? Of(UnaryOperatorKind kind) => kind switch
    {
        UnaryOperatorKind.Not => ExpressionType.Not,
        UnaryOperatorKind.Minus => ExpressionType.Negate,
        UnaryOperatorKind.Plus => ExpressionType.UnaryPlus,
        _ => null,
    };
}
