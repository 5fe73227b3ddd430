using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Cli.Generating;

/// <summary>Compares values as conditions do.</summary>
internal static class ValueOrder
{
    /// <summary>Whether a comparison of two values holds; false for an operator that compares nothing.</summary>
    public static bool Holds(Value left, BinaryOperator comparison, Value right)
    {
        var order = IsNumber(left) && IsNumber(right) ? left.AsNumber.CompareTo(right.AsNumber)
            : IsText(left) && IsText(right) ? string.CompareOrdinal(left.AsText, right.AsText)
            : left.CompareTo(right);
        return comparison switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            BinaryOperator.GreaterOrEqual => order >= 0,
            _ => false,
        };
    }

    private static bool IsNumber(Value value) => value.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Money;

    private static bool IsText(Value value) => value.Kind is ValueKind.Text or ValueKind.Choice;
}
