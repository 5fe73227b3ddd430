namespace DutyRules.Expressions.Syntax;

/// <summary>The signs of the operators and how tightly they bind, as in C#.</summary>
internal static class Operators
{
    /// <summary>Binds least.</summary>
    public const int Conditional = 0;

    public const int Or = 1;

    public const int Relational = 4;

    public const int Additive = 5;

    public const int Unary = 7;

    public const int Primary = 8;

    public static BinaryOperator? Find(string sign) => sign switch
    {
        "||" => BinaryOperator.Or,
        "&&" => BinaryOperator.And,
        "==" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        "%" => BinaryOperator.Remainder,
        _ => null,
    };

    public static string Sign(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "%",
    };

    public static int Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => Or,
        BinaryOperator.And => 2,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 3,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Relational,
        BinaryOperator.Add or BinaryOperator.Subtract => Additive,
        _ => 6,
    };

    /// <summary>True for the four that need an order.</summary>
    public static bool IsOrder(this BinaryOperator op) => op.Precedence() == Relational;

    public static bool IsComparison(this BinaryOperator op) => op.Precedence() is 3 or Relational;

    /// <summary>The operator with its sides exchanged: 5 &lt; x is x &gt; 5.</summary>
    public static BinaryOperator Mirrored(this BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>The operator that holds where this one does not.</summary>
    public static BinaryOperator Negated(this BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        _ => op,
    };
}
