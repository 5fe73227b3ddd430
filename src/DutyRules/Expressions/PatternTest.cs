using DutyRules.Events;

namespace DutyRules.Expressions;

/// <summary>Whether a value matches a pattern.</summary>
internal static class PatternTest
{
    public static bool Matches(Pattern pattern, Value value) => pattern switch
    {
        ConstantPattern constant => value == constant.Value,
        RelationalPattern relational => relational.Operator switch
        {
            BinaryOperator.Less => value.CompareTo(relational.Value) < 0,
            BinaryOperator.LessOrEqual => value.CompareTo(relational.Value) <= 0,
            BinaryOperator.Greater => value.CompareTo(relational.Value) > 0,
            _ => value.CompareTo(relational.Value) >= 0,
        },
        NotPattern not => !Matches(not.Operand, value),
        AndPattern and => Matches(and.Left, value) && Matches(and.Right, value),
        OrPattern or => Matches(or.Left, value) || Matches(or.Right, value),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };
}
