using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Expressions;

/// <summary>
/// A typed expression, bound to the vocabulary: every name is resolved, every type is checked. Immutable. Evaluating one never fails:
/// where C# would have thrown (an absent field, a division by zero, an overflow) the value is <i>unknown</i>.
/// </summary>
/// <param name="Type">The type of its value.</param>
/// <param name="Span">Where it was written.</param>
public abstract record Expression(FieldType Type, SourceSpan Span);

/// <summary>A literal.</summary>
public sealed record LiteralExpression(Value Value, FieldType Type, SourceSpan Span) : Expression(Type, Span);

/// <summary>The value of a parameter; bound only when it is set.</summary>
public sealed record ParameterExpression(Parameter Parameter, SourceSpan Span) : Expression(Parameter.Type, Span);

/// <summary>Which event a field is read from.</summary>
public enum EventRole
{
    /// <summary>The event that is being tested.</summary>
    Tested,

    /// <summary>The event that opened the instance.</summary>
    Trigger,
}

/// <summary>A field of an event. Unknown where the event does not carry it.</summary>
public sealed record FieldExpression(EventRole Event, Field Field, SourceSpan Span) : Expression(Field.Type, Span);

/// <summary>What every event has without declaring it.</summary>
public enum EventProperty
{
    /// <summary>When it happened or began (<c>at</c>, an instant).</summary>
    At,

    /// <summary>When it ended (<c>until</c>, an instant); for events without length the same as <see cref="At"/>.</summary>
    Until,

    /// <summary>How long it lasted (<c>lasted</c>, a duration).</summary>
    Lasted,

    /// <summary>The local date of <see cref="At"/> in the zone of the partition (<c>date</c>).</summary>
    Date,

    /// <summary>The local time of day of <see cref="At"/> in the zone of the partition (<c>time</c>).</summary>
    Time,
}

/// <summary>A property of an event.</summary>
public sealed record EventPropertyExpression(EventRole Event, EventProperty Property, FieldType Type, SourceSpan Span)
    : Expression(Type, Span);

/// <summary>
/// The value of a state. Each key field has an expression; where none was written, the binder has put in the field of that name of the tested event,
/// of the trigger, or of the instance's key, in this order.
/// </summary>
public sealed record StateExpression(StateDefinition State, ImmutableArray<Expression> Key, SourceSpan Span)
    : Expression(State.Type, Span)
{
    /// <inheritdoc />
    public bool Equals(StateExpression? other) =>
        other is not null && State == other.State && Key.SequenceEqual(other.Key) && Span == other.Span;

    /// <inheritdoc />
    public override int GetHashCode() => State.GetHashCode();
}

/// <summary>The figure of a table at keys; unknown where no row meets them.</summary>
public sealed record TableExpression(Table Table, ImmutableArray<Expression> Keys, SourceSpan Span) : Expression(Table.Type, Span)
{
    /// <inheritdoc />
    public bool Equals(TableExpression? other) =>
        other is not null && Table == other.Table && Keys.SequenceEqual(other.Keys) && Span == other.Span;

    /// <inheritdoc />
    public override int GetHashCode() => Table.GetHashCode();
}

/// <summary>Whether a person holds a role at the time (rule B6). Only in conditions of events and acts. Not of a role that is seen in events.</summary>
public sealed record HoldsExpression(Expression Person, Role Role, SourceSpan Span) : Expression(FieldType.Truth, Span);

/// <summary>A part of the instance's key, such as the bearer of an <i>each</i> norm.</summary>
public sealed record KeyExpression(string Name, FieldType Type, SourceSpan Span) : Expression(Type, Span);

/// <summary>The local date or time of day of an instant, in the zone of the partition (<c>x.date</c>, <c>x.time</c>).</summary>
public sealed record LocalPartExpression(Expression Instant, EventProperty Part, FieldType Type, SourceSpan Span)
    : Expression(Type, Span);

/// <summary>An operator with one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>!</c>, <c>not</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,
}

/// <summary>An operator and its operand.</summary>
public sealed record UnaryExpression(UnaryOperator Operator, Expression Operand, FieldType Type, SourceSpan Span)
    : Expression(Type, Span);

/// <summary>An operator with two operands. Both are of one type (the binder has put in conversions), but for times and durations.</summary>
public enum BinaryOperator
{
    /// <summary><c>||</c>: the right side is evaluated only when the left is no.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c>: the right side is evaluated only when the left is yes.</summary>
    And,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c>; of whole numbers it cuts towards zero, as in C#.</summary>
    Divide,

    /// <summary><c>%</c>; has the sign of the left operand, as in C#.</summary>
    Remainder,
}

/// <summary>An operator and its operands.</summary>
public sealed record BinaryExpression(
    BinaryOperator Operator, Expression Left, Expression Right, FieldType Type, SourceSpan Span) : Expression(Type, Span);

/// <summary><c>condition ? then : otherwise</c>; only the chosen side is evaluated.</summary>
public sealed record ConditionalExpression(
    Expression Condition, Expression Then, Expression Otherwise, FieldType Type, SourceSpan Span) : Expression(Type, Span);

/// <summary>A whole number taken as a number (decimal).</summary>
public sealed record WidenExpression(Expression Operand, SourceSpan Span) : Expression(FieldType.Number, Span);

/// <summary>A function of the closed set.</summary>
public enum ExpressionFunction
{
    /// <summary><c>Math.Abs(x)</c></summary>
    Abs,

    /// <summary><c>Math.Min(a, b)</c></summary>
    Min,

    /// <summary><c>Math.Max(a, b)</c></summary>
    Max,

    /// <summary><c>text.StartsWith("...")</c>, ordinal.</summary>
    StartsWith,

    /// <summary><c>text.EndsWith("...")</c>, ordinal.</summary>
    EndsWith,

    /// <summary><c>text.Contains("...")</c>, ordinal.</summary>
    Contains,

    /// <summary><c>text.Length</c>, in UTF-16 units.</summary>
    Length,
}

/// <summary>A call of a function of the closed set.</summary>
public sealed record CallExpression(
    ExpressionFunction Function, ImmutableArray<Expression> Arguments, FieldType Type, SourceSpan Span) : Expression(Type, Span)
{
    /// <inheritdoc />
    public bool Equals(CallExpression? other) =>
        other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments) && Span == other.Span;

    /// <inheritdoc />
    public override int GetHashCode() => Function.GetHashCode();
}

/// <summary><c>x is pattern</c>.</summary>
public sealed record IsExpression(Expression Operand, Pattern Pattern, SourceSpan Span) : Expression(FieldType.Truth, Span);

/// <summary>What stands after <c>is</c>.</summary>
public abstract record Pattern;

/// <summary>Equal to a constant.</summary>
public sealed record ConstantPattern(Value Value) : Pattern;

/// <summary>Less, greater ... than a constant. The operator is one of the four orders.</summary>
public sealed record RelationalPattern(BinaryOperator Operator, Value Value) : Pattern;

/// <summary><c>not p</c>.</summary>
public sealed record NotPattern(Pattern Operand) : Pattern;

/// <summary><c>p and q</c>.</summary>
public sealed record AndPattern(Pattern Left, Pattern Right) : Pattern;

/// <summary><c>p or q</c>.</summary>
public sealed record OrPattern(Pattern Left, Pattern Right) : Pattern;
