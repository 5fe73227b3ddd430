using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Expressions.Printing;

/// <summary>Writes expressions in words. What the languages share is here; each says its own words.</summary>
internal abstract class PlainPrinter(Language language)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFFFFFF");

    public string Print(Expression expression) => Write(expression, Operators.Conditional);

    /// <param name="expression">The expression.</param>
    /// <param name="loosest">What binds less than this is put in brackets.</param>
    protected string Write(Expression expression, int loosest)
    {
        var text = Write(expression);
        return PrecedenceOf(expression) < loosest ? Bracket(text) : text;
    }

    private string Write(Expression expression) => expression switch
    {
        LiteralExpression literal => Write(literal.Value),
        ParameterExpression { Parameter: { Value: { } value } parameter } => Join(parameter.Name, Bracket(Write(value))),
        ParameterExpression parameter => parameter.Parameter.Name,
        KeyExpression key => key.Name,
        FieldExpression field => Of(field.Event, field.Field.Name),
        EventPropertyExpression property => Of(property.Event, Property(property.Property)),
        StateExpression state => WriteState(state),
        TableExpression table => Join(table.Table.Title.In(language), Bracket(string.Join(Comma, table.Keys.Select(Print)))),
        HoldsExpression holds => Holds(Write(holds.Person, Operators.Additive), holds.Role.Title.In(language)),
        LocalPartExpression part => PartOf(Write(part.Instant, Operators.Primary), Property(part.Part)),
        UnaryExpression { Operator: UnaryOperator.Negate } negate => $"-{Write(negate.Operand, Operators.Unary)}",
        UnaryExpression not => Not(not.Operand),
        WidenExpression widen => Write(widen.Operand),
        BinaryExpression binary => WriteBinary(binary),
        ConditionalExpression { Type.Kind: var kind } conditional => Choice(
            Write(conditional.Condition, Operators.Or), Write(conditional.Then, Operators.Or), Print(conditional.Otherwise), kind),
        CallExpression call => Call(call.Function, [.. call.Arguments.Select(a => Write(a, Operators.Additive))]),
        IsExpression test => Is(Write(test.Operand, Operators.Additive), test.Pattern, test.Operand.Type.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static int PrecedenceOf(Expression expression) => expression switch
    {
        BinaryExpression binary => binary.Operator.Precedence(),
        ConditionalExpression => Operators.Conditional,
        IsExpression or HoldsExpression or CallExpression { Type.Kind: ValueKind.Truth } => Operators.Relational,
        UnaryExpression => Operators.Unary,
        WidenExpression widen => PrecedenceOf(widen.Operand),
        _ => Operators.Primary,
    };

    private string WriteBinary(BinaryExpression binary)
    {
        var precedence = binary.Operator.IsComparison() ? Operators.Additive : binary.Operator.Precedence();
        var left = WriteSide(binary, binary.Left, precedence);
        var right = WriteSide(binary, binary.Right, binary.Operator.IsComparison() ? precedence : precedence + 1);
        return binary.Operator switch
        {
            BinaryOperator.And => And(left, right),
            BinaryOperator.Or => Or(left, right),
            BinaryOperator.Multiply => $"{left} × {right}",
            BinaryOperator.Divide => $"{left} ÷ {right}",
            BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Remainder => $"{left} {binary.Operator.Sign()} {right}",
            _ => Compare(binary.Operator, left, right, binary.Left.Type.Kind),
        };
    }

    // Words have no precedence that every reader knows: what could be read in two ways is bracketed.
    private string WriteSide(BinaryExpression parent, Expression side, int loosest)
    {
        var isUnclear = JoinOf(parent) is { } join ? JoinOf(side) is { } other && other != join
            : !parent.Operator.IsComparison() && side is CallExpression;
        return isUnclear ? Bracket(Write(side)) : Write(side, loosest);
    }

    private static BinaryOperator? JoinOf(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } binary => binary.Operator,
        IsExpression { Pattern: AndPattern } => BinaryOperator.And,
        IsExpression { Pattern: OrPattern } => BinaryOperator.Or,
        _ => null,
    };

    // The key is said only where it is not simply that of the event or instance at hand.
    private string WriteState(StateExpression state)
    {
        var title = state.State.Title.In(language);
        var isPlain = state.Key.Zip(state.State.Of).All(part => part.First switch
        {
            FieldExpression { Event: EventRole.Tested } field => field.Field.Name == part.Second,
            KeyExpression key => key.Name == part.Second,
            _ => false,
        });
        return isPlain ? title : Join(title, Bracket(string.Join(Comma, state.Key.Select(Print))));
    }

    protected string Write(Value value) => value.Kind switch
    {
        ValueKind.Text => Quote(value.AsText),
        ValueKind.Truth => Truth(value.AsTruth),
        ValueKind.Duration => WriteDuration(value.AsDuration),
        ValueKind.Time => (value.AsTime.Second == 0 && value.AsTime.NanosecondOfSecond == 0 ? Minutes : Seconds).Format(value.AsTime),
        _ => value.ToString(),
    };

    private string WriteDuration(Duration duration)
    {
        var ticks = duration.BclCompatibleTicks;
        return ticks != 0 && ticks % NodaConstants.TicksPerHour == 0 ? Hours(Number(ticks, NodaConstants.TicksPerHour))
            : ticks != 0 && ticks % NodaConstants.TicksPerMinute == 0 ? Minute(Number(ticks, NodaConstants.TicksPerMinute))
            : Second(Number(ticks, NodaConstants.TicksPerSecond));
    }

    private static string Number(long ticks, long size) => ((decimal)ticks / size).ToString(CultureInfo.InvariantCulture);

    /// <summary>True for kinds that are before and after, not less and more.</summary>
    protected static bool IsOnTimeLine(ValueKind kind) => kind is ValueKind.Instant or ValueKind.Date or ValueKind.Time;

    protected abstract string Comma { get; }

    protected abstract string Join(string left, string right);

    protected abstract string Bracket(string text);

    protected abstract string Quote(string text);

    protected abstract string Truth(bool truth);

    protected abstract string Hours(string number);

    protected abstract string Minute(string number);

    protected abstract string Second(string number);

    protected abstract string Property(EventProperty property);

    protected abstract string Of(EventRole role, string name);

    protected abstract string PartOf(string whole, string part);

    protected abstract string Holds(string person, string role);

    protected abstract string Not(Expression operand);

    protected abstract string And(string left, string right);

    protected abstract string Or(string left, string right);

    protected abstract string Choice(string condition, string then, string otherwise, ValueKind kind);

    protected abstract string Call(ExpressionFunction function, IReadOnlyList<string> arguments);

    protected abstract string Compare(BinaryOperator op, string left, string right, ValueKind kind);

    protected abstract string Is(string operand, Pattern pattern, ValueKind kind);
}
