using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Expressions.Printing;
using DutyRules.Expressions.Syntax;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes conditions and other expressions as files have them: <c>on-duty(c.person) is false</c>.</summary>
/// <param name="ground">What there is.</param>
/// <param name="nearest">The event whose fields stand alone; null: none.</param>
/// <param name="definitions">The names of conditions, by what they mean.</param>
internal sealed class ConditionText(Ground ground, EventType? nearest, IReadOnlyDictionary<string, string> definitions) : CSharpPrinter(Alias)
{
    /// <summary>What the event that opened the duty is called.</summary>
    public const string Alias = "c";

    private static readonly string[] Properties = ["at", "until", "lasted", "date", "time"];

    /// <summary>True once something read the event that opened the duty.</summary>
    public bool ReadsTrigger { get; private set; }

    public YamlScalar Node(Expression expression) => ground.Speech.Text(Print(expression));

    protected override (string Text, int Precedence) Write(Expression expression)
    {
        ReadsTrigger |= expression is FieldExpression { Event: EventRole.Trigger } or EventPropertyExpression { Event: EventRole.Trigger };
        if (expression is EventPropertyExpression && Properties.Any(ground.Names.Contains))
        {
            throw new UnsayableException(new("what every event has, since something is called `at`, `until`, `lasted`, `date` or `time`", "事件自带的属性，因为另有名称为 `at`、`until`、`lasted`、`date` 或 `time`"));
        }

        if (expression is StateExpression { Key.IsEmpty: true, State.Name: var name } && nearest?.FindField(name) is not null)
        {
            return ($"{NameOf(name)}()", Operators.Primary);
        }

        if (expression is HoldsExpression holds)
        {
            return ground.Vocabulary.FindRole(holds.Role.Name) is not null ? ($"{ground.Speech.Say("holds", "担任")}({Print(holds.Person)}, {NameOf(holds.Role.Name)})", Operators.Primary)
                : throw new UnsayableException(new LocalizedText("a condition on whoever holds one of several roles", "以任职若干岗位之一为条件"));
        }

        var (text, precedence) = base.Write(expression);
        return precedence < Operators.Primary && definitions.TryGetValue(text, out string? definition) ? (definition, Operators.Primary) : (text, precedence);
    }

    protected override string NameOf(string name) => CSharpName.Of(name) is ['@', ..] or ['_', ..] ? CSharpName.Of(name) : name;

    protected override string WriteBeside(Expression expression, Expression other, int loosest, bool isComparison = false) => Write(expression, loosest);

    protected override bool CanBeTested(IsExpression test) => true;

    protected override string Constant(Value value) => Literal(value).Text;

    protected override (string Text, int Precedence) Literal(Value value)
    {
        string? text = value.Kind switch
        {
            ValueKind.Integer => Speech.Number(value.AsInteger),
            ValueKind.Money => Speech.Number(value.AsNumber),
            ValueKind.Number => Speech.Number(value.AsNumber) is var digits && digits.Contains('.', StringComparison.Ordinal) ? digits : $"{digits}m",
            ValueKind.Choice when IsFree(value.AsText) => value.AsText,
            ValueKind.Duration when value.AsDuration >= Duration.Zero => Quantity(value.AsDuration),
            ValueKind.Time when value.AsTime.NanosecondOfSecond == 0 => Speech.Time(value.AsTime),
            _ => null,
        };
        return text is null ? base.Literal(value) : (text, text.StartsWith('-') ? Operators.Unary : Operators.Primary);
    }

    // A word of a list stands without quotes where nothing else is called so.
    private bool IsFree(string word) => char.IsLetter(word[0]) && word.All(c => char.IsLetterOrDigit(c) || c is '-') && !word.EndsWith('-') && !word.Contains("--", StringComparison.Ordinal)
        && !ground.Names.Contains(word) && nearest?.FindField(word) is null && !Properties.Contains(word) && CSharpName.Of(word)[0] is not ('@' or '_');

    private string Quantity(Duration length)
    {
        long ticks = length.BclCompatibleTicks;
        var (size, unit) = ticks > 0 && ticks % NodaConstants.TicksPerHour == 0 ? (NodaConstants.TicksPerHour, Keywords.Hour)
            : ticks % NodaConstants.TicksPerMinute == 0 ? (NodaConstants.TicksPerMinute, Keywords.Minute)
            : (NodaConstants.TicksPerSecond, Keywords.Second);
        return $"{Speech.Number((decimal)ticks / size)} {ground.Speech.Word(unit)}";
    }
}
