using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Printing;

/// <summary>Writes C# with no more brackets than needed.</summary>
internal class CSharpPrinter(string trigger)
{
    public string Print(Expression expression) => Write(expression, Operators.Conditional);

    /// <param name="expression">The expression.</param>
    /// <param name="loosest">What binds less than this is put in brackets.</param>
    protected string Write(Expression expression, int loosest)
    {
        var (text, precedence) = Write(expression);
        return precedence < loosest ? $"({text})" : text;
    }

    protected virtual (string Text, int Precedence) Write(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return Literal(literal.Value);
            case ParameterExpression parameter:
                return Name(parameter.Parameter.Name);
            case KeyExpression key:
                return Name(key.Name);
            case FieldExpression field:
                return (Prefix(field.Event) + NameOf(field.Field.Name), Operators.Primary);
            case EventPropertyExpression property:
                return (Prefix(property.Event) + PropertyName(property.Property), Operators.Primary);
            case StateExpression { Key.IsEmpty: true } state:
                return Name(state.State.Name);
            case StateExpression state:
                return ($"{NameOf(state.State.Name)}({Arguments(state.Key)})", Operators.Primary);
            case TableExpression table:
                return ($"{NameOf(table.Table.Name)}({Arguments(table.Keys)})", Operators.Primary);
            case HoldsExpression holds:
                return ($"Holds({Print(holds.Person)}, {CSharpLiteral.WriteConstant(Value.Text(holds.Role.Name))})", Operators.Primary);
            case LocalPartExpression part:
                return ($"{Write(part.Instant, Operators.Primary)}.{PropertyName(part.Part)}", Operators.Primary);
            case UnaryExpression unary:
                return WriteUnary(unary);
            case BinaryExpression binary:
                return WriteBinary(binary);
            case ConditionalExpression conditional:
                return WriteConditional(conditional);
            case WidenExpression widen:
                // C# widens by itself wherever the other side is decimal.
                return Write(widen.Operand);
            case CallExpression call:
                return (WriteCall(call), Operators.Primary);
            case IsExpression test:
                return WriteIs(test);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    /// <summary>A declared name as it is written.</summary>
    protected virtual string NameOf(string name) => CSharpName.Of(name);

    /// <summary>A value as it is written, and how tightly that binds.</summary>
    protected virtual (string Text, int Precedence) Literal(Value value) => CSharpLiteral.Write(value);

    /// <summary>A value after <c>is</c>.</summary>
    protected virtual string Constant(Value value) => CSharpLiteral.WriteConstant(value);

    private (string Text, int Precedence) Name(string name) => (NameOf(name), Operators.Primary);

    private string Prefix(EventRole role) => role == EventRole.Trigger ? $"{trigger}." : "";

    private static string PropertyName(EventProperty property) => property switch
    {
        EventProperty.At => "at",
        EventProperty.Until => "until",
        EventProperty.Lasted => "lasted",
        EventProperty.Date => "date",
        _ => "time",
    };

    // Side by side, a < b and c > d would be read as type arguments.
    private string Arguments(IEnumerable<Expression> arguments) =>
        string.Join(", ", arguments.Select(a => Write(a, a.Type.Kind == ValueKind.Truth ? Operators.Additive : Operators.Conditional)));

    private (string Text, int Precedence) WriteUnary(UnaryExpression unary)
    {
        var operand = Write(unary.Operand, Operators.Unary);
        return unary.Operator == UnaryOperator.Not ? ($"!{operand}", Operators.Unary)
            // A minus before a number is part of the number, and two are one that counts down.
            : unary.Operand is LiteralExpression { Value.Kind: not ValueKind.Duration } || operand.StartsWith('-') ? ($"-({operand})", Operators.Unary)
            : ($"-{operand}", Operators.Unary);
    }

    private (string Text, int Precedence) WriteBinary(BinaryExpression binary)
    {
        var precedence = binary.Operator.Precedence();
        var isComparison = binary.Operator.IsComparison();
        var left = WriteBeside(binary.Left, binary.Right, precedence, isComparison);
        var right = WriteBeside(binary.Right, binary.Left, precedence + 1, isComparison);
        return ($"{left} {binary.Operator.Sign()} {right}", precedence);
    }

    // C# takes a small whole number for 32 bits unless something makes it 64. To comparisons and durations it is all one.
    protected virtual string WriteBeside(Expression expression, Expression other, int loosest, bool isComparison = false) =>
        expression is LiteralExpression { Value: { Kind: ValueKind.Integer } value } && CSharpLiteral.IsShort(value)
        && (Is64Bit(other) || other.Type.Kind == ValueKind.Duration || (isComparison && other is not LiteralExpression))
            ? CSharpLiteral.WriteShort(value, loosest)
            : Write(expression, loosest);

    private static bool Is64Bit(Expression expression) => expression.Type.Kind == ValueKind.Integer && expression switch
    {
        LiteralExpression => false,
        CallExpression { Function: ExpressionFunction.Length } => false,
        CallExpression call => call.Arguments.Any(Is64Bit),
        UnaryExpression unary => Is64Bit(unary.Operand),
        BinaryExpression binary => Is64Bit(binary.Left) || Is64Bit(binary.Right),
        ConditionalExpression conditional => Is64Bit(conditional.Then) || Is64Bit(conditional.Otherwise),
        _ => true,
    };

    private (string Text, int Precedence) WriteConditional(ConditionalExpression conditional)
    {
        var condition = Write(conditional.Condition, Operators.Or);
        var then = WriteBeside(conditional.Then, conditional.Otherwise, Operators.Or);
        var otherwise = WriteBeside(conditional.Otherwise, conditional.Then, Operators.Conditional);
        return ($"{condition} ? {then} : {otherwise}", Operators.Conditional);
    }

    private string WriteCall(CallExpression call)
    {
        var first = call.Arguments[0];
        return call.Function switch
        {
            ExpressionFunction.Abs => $"Math.Abs({Print(first)})",
            ExpressionFunction.Min or ExpressionFunction.Max =>
                $"Math.{call.Function}({WriteBeside(first, call.Arguments[1], 0)}, {WriteBeside(call.Arguments[1], first, 0)})",
            ExpressionFunction.Length => $"{Write(first, Operators.Primary)}.Length",
            _ => $"{Write(first, Operators.Primary)}.{call.Function}({Print(call.Arguments[1])})",
        };
    }

    private (string Text, int Precedence) WriteIs(IsExpression test)
    {
        if (!CanBeTested(test))
        {
            return Write(Expand(test.Operand, test.Pattern));
        }

        return ($"{Write(test.Operand, Operators.Relational)} is {WritePattern(test.Pattern, 0)}", Operators.Relational);
    }

    // Durations and times are no constants in C#, and a whole number is widened neither to a decimal nor to 64 bits before "is".
    protected virtual bool CanBeTested(IsExpression test) => test.Operand is not WidenExpression
        && test.Operand.Type.Kind is not (ValueKind.Duration or ValueKind.Instant or ValueKind.Date or ValueKind.Time)
        && (test.Operand.Type.Kind != ValueKind.Integer || Is64Bit(test.Operand) || IsShort(test.Pattern));

    // At the very ends of 32 bits C# sees that nothing lies beyond.
    private static bool IsShort(Pattern pattern) => pattern switch
    {
        ConstantPattern constant => constant.Value.AsInteger is > int.MinValue and < int.MaxValue,
        RelationalPattern relational => relational.Value.AsInteger is > int.MinValue and < int.MaxValue,
        NotPattern not => IsShort(not.Operand),
        AndPattern and => IsShort(and.Left) && IsShort(and.Right),
        OrPattern or => IsShort(or.Left) && IsShort(or.Right),
        _ => true,
    };

    private string WritePattern(Pattern pattern, int loosest)
    {
        var (text, precedence) = pattern switch
        {
            ConstantPattern constant => (Constant(constant.Value), 3),
            RelationalPattern relational => ($"{relational.Operator.Sign()} {Constant(relational.Value)}", 3),
            NotPattern not => ($"not {WritePattern(not.Operand, 2)}", 2),
            AndPattern and => (Join(WritePattern(and.Left, 1), "and", WritePattern(and.Right, 2)), 1),
            OrPattern or => (Join(WritePattern(or.Left, 0), "or", WritePattern(or.Right, 1)), 0),
            _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
        };
        return precedence < loosest ? $"({text})" : text;
    }

    // After a closing bracket and before a minus, C# takes "and" for the name of a variable.
    private static string Join(string left, string word, string right) =>
        left.EndsWith(')') && right.StartsWith('-') ? $"{left} {word} ({right})" : $"{left} {word} {right}";

    private static Expression Expand(Expression operand, Pattern pattern) => pattern switch
    {
        ConstantPattern constant => Compare(BinaryOperator.Equal, operand, constant.Value),
        RelationalPattern relational => Compare(relational.Operator, operand, relational.Value),
        NotPattern not => new UnaryExpression(UnaryOperator.Not, Expand(operand, not.Operand), FieldType.Truth, operand.Span),
        AndPattern and => Join(BinaryOperator.And, Expand(operand, and.Left), Expand(operand, and.Right)),
        OrPattern or => Join(BinaryOperator.Or, Expand(operand, or.Left), Expand(operand, or.Right)),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    private static BinaryExpression Compare(BinaryOperator op, Expression operand, Value value) =>
        Join(op, operand, new LiteralExpression(value, operand.Type, operand.Span));

    private static BinaryExpression Join(BinaryOperator op, Expression left, Expression right) =>
        new(op, left, right, FieldType.Truth, left.Span);
}
