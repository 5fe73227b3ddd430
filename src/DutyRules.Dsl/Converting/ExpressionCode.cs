using System.Globalization;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Syntax;
using NodaTime;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes a bound expression as the body of a lambda.</summary>
/// <param name="names">What names are called in C#.</param>
/// <param name="tested">The event that is tested; null: none.</param>
/// <param name="trigger">The event that opened the duty; null: none.</param>
/// <param name="testedName">What the lambda calls the tested event.</param>
/// <param name="definitions">The names of conditions that have one.</param>
internal sealed class ExpressionCode(Names names, EventType? tested, EventType? trigger, string testedName, IReadOnlySet<string> definitions)
{
    /// <summary>What lambdas call the event that opened the duty.</summary>
    public const string Trigger = "c";

    /// <summary>True: the keys of states are always written.</summary>
    public bool KeepsKeys { get; init; }

    public bool ReadsTested { get; private set; }

    public bool ReadsTrigger { get; private set; }

    public string Write(Expression expression) => Write(expression, Operators.Conditional);

    private string Write(Expression expression, int loosest)
    {
        var (text, precedence) = Body(expression);
        return precedence < loosest ? $"({text})" : text;
    }

    private (string Text, int Precedence) Body(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return Literal(literal.Value, literal.Type);
            case ParameterExpression { Parameter: { } parameter }:
                return (definitions.Contains(parameter.Name) ? names.Handle("Condition", parameter.Name) : names.Handle($"Parameter<{names.Type(parameter.Type, Names.Pascal(parameter.Name))}>", parameter.Name), Operators.Primary);
            case KeyExpression key:
                return (names.Handle($"State<{names.Type(key.Type, Names.Pascal(key.Name))}>", key.Name), Operators.Primary);
            case FieldExpression field:
                return ($"{EventName(field.Event)}.{names.Field(field.Event == EventRole.Tested ? tested! : trigger!, field.Field)}", Operators.Primary);
            case EventPropertyExpression property:
                return ($"{EventName(property.Event)}.{property.Property}", Operators.Primary);
            case StateExpression state:
                return (State(state), Operators.Primary);
            case TableExpression table:
                return ($"{names.Handle($"Table<{names.Type(table.Type, Names.Pascal(table.Table.Name))}>", table.Table.Name)}[{string.Join(", ", table.Keys.Select(Write))}]", Operators.Primary);
            case HoldsExpression holds:
                return ($"Holds({Write(holds.Person)}, {names.Handle("Post", holds.Role.Name)})", Operators.Primary);
            case LocalPartExpression part:
                return ($"{Receiver(part.Instant)}.{(part.Part == EventProperty.Date ? "LocalDate" : "LocalTime")}()", Operators.Primary);
            case UnaryExpression unary:
                return ($"{(unary.Operator == UnaryOperator.Not ? "!" : "-")}{Write(unary.Operand, Operators.Unary)}", Operators.Unary);
            case BinaryExpression binary:
                int precedence = binary.Operator.Precedence();
                bool isPlain = binary.Operator.IsOrder() || binary.Operator is BinaryOperator.And or BinaryOperator.Or || binary.Left.Type.Kind is ValueKind.Integer or ValueKind.Truth;
                return isPlain ? ($"{Write(binary.Left, precedence)} {binary.Operator.Sign()} {Write(binary.Right, precedence + 1)}", precedence)
                    : ($"{Receiver(binary.Left, precedence)} {binary.Operator.Sign()} {Receiver(binary.Right, precedence + 1)}", precedence);
            case ConditionalExpression choice:
                return ($"{Write(choice.Condition, Operators.Or)} ? {Write(choice.Then, Operators.Or)} : {Write(choice.Otherwise)}", Operators.Conditional);
            case WidenExpression widen:
                return Body(widen.Operand);
            case CallExpression call:
                return (Call(call), Operators.Primary);
            case IsExpression test:
                return Is(test);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    // What stands for a state or a parameter has to say that its value is meant where C# would not see it.
    private string Receiver(Expression expression, int loosest = Operators.Primary)
    {
        bool isHandle = expression is KeyExpression || (expression is ParameterExpression { Parameter.Name: var name } && !definitions.Contains(name));
        string text = Write(expression, loosest);
        return isHandle || (expression is StateExpression && !text.EndsWith(']')) ? text + ".Value" : text;
    }

    private string EventName(EventRole role)
    {
        (ReadsTested, ReadsTrigger) = (ReadsTested || role == EventRole.Tested, ReadsTrigger || role == EventRole.Trigger);
        return role == EventRole.Tested ? testedName : Trigger;
    }

    // The key is left out where it is found by itself: in the tested event, the opening one, the instance.
    private string State(StateExpression state)
    {
        string name = names.Handle($"State<{names.Type(state.Type, Names.Pascal(state.State.Name))}>", state.State.Name);
        bool isUsual = !KeepsKeys && state.Key.Select((k, i) => IsUsual(k, state.State.Of[i])).All(u => u);
        return state.Key.IsEmpty || isUsual ? name : $"{name}[{string.Join(", ", state.Key.Select(Write))}]";
    }

    private bool IsUsual(Expression key, string field) =>
        tested?.FindField(field) is not null ? key is FieldExpression { Event: EventRole.Tested } of && of.Field.Name == field
        : trigger?.FindField(field) is not null ? key is FieldExpression { Event: EventRole.Trigger } opening && opening.Field.Name == field
        : key is KeyExpression { Name: var name } && name == field;

    private string Call(CallExpression call)
    {
        var first = call.Arguments[0];
        return call.Function switch
        {
            ExpressionFunction.Abs => $"Math.Abs({Receiver(first)})",
            ExpressionFunction.Min or ExpressionFunction.Max => $"Math.{call.Function}({Receiver(first, 0)}, {Receiver(call.Arguments[1], 0)})",
            ExpressionFunction.Length => $"{Receiver(first)}.Length",
            _ => $"{Receiver(first)}.{call.Function}({Receiver(call.Arguments[1], 0)})",
        };
    }

    private (string Text, int Precedence) Is(IsExpression test)
    {
        var type = test.Operand.Type;
        string operand = Write(test.Operand, Operators.Primary);
        string? bounds = test.Pattern switch
        {
            RelationalPattern r => Bound(r, type),
            AndPattern { Left: RelationalPattern { Operator: BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } low, Right: RelationalPattern { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual } high } =>
                $"{Bound(low, type)}.And{Bound(high, type)}",
            _ => null,
        };
        if (bounds is not null)
        {
            return ($"{operand}.Is({bounds})", Operators.Primary);
        }

        if (Constants(test.Pattern) is { } listed)
        {
            return ($"{operand}.In({Listed(listed, type)})", Operators.Primary);
        }

        return test.Pattern is NotPattern { Operand: var not } && Constants(not) is { } excluded
            ? ($"{operand}.NotIn({Listed(excluded, type)})", Operators.Primary)
            : Body(Expand(test.Operand, test.Pattern));
    }

    private string Listed(IEnumerable<Value> values, FieldType type) => string.Join(", ", values.Select(v => Literal(v, type).Text));

    private string Bound(RelationalPattern pattern, FieldType type)
    {
        string words = pattern.Operator switch { BinaryOperator.Greater => "MoreThan", BinaryOperator.GreaterOrEqual => "AtLeast", BinaryOperator.Less => "LessThan", _ => "AtMost" };
        return $"{words}({Literal(pattern.Value, type).Text})";
    }

    // a or b or c, in that order
    private static IEnumerable<Value>? Constants(Pattern pattern) => pattern switch
    {
        ConstantPattern c => [c.Value],
        OrPattern { Right: ConstantPattern last } or => Constants(or.Left)?.Append(last.Value),
        _ => null,
    };

    private static Expression Expand(Expression operand, Pattern pattern) => pattern switch
    {
        ConstantPattern c => Compare(BinaryOperator.Equal, operand, c.Value),
        RelationalPattern r => Compare(r.Operator, operand, r.Value),
        NotPattern n => new UnaryExpression(UnaryOperator.Not, Expand(operand, n.Operand), FieldType.Truth, operand.Span),
        AndPattern a => new BinaryExpression(BinaryOperator.And, Expand(operand, a.Left), Expand(operand, a.Right), FieldType.Truth, operand.Span),
        OrPattern o => new BinaryExpression(BinaryOperator.Or, Expand(operand, o.Left), Expand(operand, o.Right), FieldType.Truth, operand.Span),
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    private static BinaryExpression Compare(BinaryOperator op, Expression operand, Value value) =>
        new(op, operand, new LiteralExpression(value, operand.Type, operand.Span), FieldType.Truth, operand.Span);

    private (string Text, int Precedence) Literal(Value value, FieldType type)
    {
        string text = value.Kind switch
        {
            ValueKind.Choice => names.Word(type, value.AsText),
            ValueKind.Text when type.Role == FieldRole.Person => $"new PersonId({Names.Quoted(value.AsText)})",
            ValueKind.Text when type.Role == FieldRole.Site => $"new SiteId({Names.Quoted(value.AsText)})",
            ValueKind.Text when type.Role == FieldRole.Case => $"new CaseId({Names.Quoted(value.AsText)})",
            _ => Of(value),
        };
        return (text, text.StartsWith('-') ? Operators.Unary : Operators.Primary);
    }

    /// <summary>A value that is no word of a list.</summary>
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Text or ValueKind.Choice => Names.Quoted(value.AsText),
        ValueKind.Number => Number(value.AsNumber),
        ValueKind.Money => decimal.IsInteger(value.AsNumber) && Math.Abs(value.AsNumber) < int.MaxValue ? value.AsNumber.ToString("0", CultureInfo.InvariantCulture) : Number(value.AsNumber),
        ValueKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
        ValueKind.Truth => value.AsTruth ? "true" : "false",
        ValueKind.Duration => Length(value.AsDuration),
        ValueKind.Date => Date(value.AsDate),
        ValueKind.Time => Time(value.AsTime),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Date(LocalDate date) => $"new LocalDate({date.Year}, {date.Month}, {date.Day})";

    public static string Time(LocalTime time) => time.NanosecondOfSecond != 0 ? $"LocalTime.FromTicksSinceMidnight({time.TickOfDay})"
        : time.Second != 0 ? $"At({time.Hour}, {time.Minute}, {time.Second})" : $"At({time.Hour}, {time.Minute})";

    public static string Length(Duration length)
    {
        long ticks = length.BclCompatibleTicks;
        foreach (var (size, unit) in new[] { (NodaConstants.TicksPerHour, "Hours"), (NodaConstants.TicksPerMinute, "Minutes"), (NodaConstants.TicksPerSecond, "Seconds") })
        {
            if (ticks % size == 0 && (ticks != 0 || unit == "Seconds"))
            {
                return ticks < 0 ? $"({ticks / size}).{unit}()" : $"{ticks / size}.{unit}()";
            }
        }

        return $"Duration.FromTicks({ticks})";
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "m";
}
