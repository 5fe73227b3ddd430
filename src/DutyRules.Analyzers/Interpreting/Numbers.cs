using System.Linq.Expressions;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Conversions and operators as C# has them, by way of expression trees.</summary>
internal static class Numbers
{
    public static object? Converted(object? value, Type to)
    {
        var plain = Nullable.GetUnderlyingType(to) ?? to;
        return value is null || plain.IsInstanceOfType(value) ? value
            : plain.IsEnum ? Enum.ToObject(plain, value)
            : Computed(Expression.Convert(Expression.Constant(value), plain));
    }

    public static object? Binary(ExpressionType kind, object? left, object? right, Type leftType, Type rightType) =>
        Computed(Expression.MakeBinary(kind, Constant(left, leftType), Constant(right, rightType)));

    public static object? Unary(ExpressionType kind, object? operand, Type type) => Computed(Expression.MakeUnary(kind, Constant(operand, type), type));

    public static ConstantExpression Constant(object? value, Type type) => Expression.Constant(Converted(value, type), type);

    // A word of an enum is a number to operators.
    private static object? Computed(Expression expression) => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
}
