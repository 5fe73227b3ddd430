using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Printing;

/// <summary>"waiting is more than 5 and at most 10"</summary>
internal sealed class EnglishPrinter() : PlainPrinter(Language.English)
{
    protected override string Comma => ", ";

    protected override string Join(string left, string right) => $"{left} {right}";

    protected override string Bracket(string text) => $"({text})";

    protected override string Quote(string text) => $"\"{text}\"";

    protected override string Truth(bool truth) => truth ? "yes" : "no";

    protected override string Hours(string number) => $"{number} h";

    protected override string Minute(string number) => $"{number} min";

    protected override string Second(string number) => $"{number} s";

    protected override string Property(EventProperty property) => property switch
    {
        EventProperty.At => "start",
        EventProperty.Until => "end",
        EventProperty.Lasted => "duration",
        EventProperty.Date => "date",
        _ => "time of day",
    };

    protected override string Of(EventRole role, string name) => role == EventRole.Trigger ? $"the trigger's {name}" : name;

    protected override string Holds(string person, string role) => $"{person} holds the role of {role}";

    protected override string PartOf(string whole, string part) => $"the {part} of {whole}";

    protected override string Not(Expression operand) => $"not {Write(operand, Operators.Unary)}";

    protected override string And(string left, string right) => $"{left} and {right}";

    protected override string Or(string left, string right) => $"{left} or {right}";

    protected override string Choice(string condition, string then, string otherwise, ValueKind kind) =>
        $"if {condition} then {then}, otherwise {otherwise}";

    protected override string Call(ExpressionFunction function, IReadOnlyList<string> arguments) => function switch
    {
        ExpressionFunction.Abs => $"the amount of {arguments[0]} without sign",
        ExpressionFunction.Min => $"the smaller of {arguments[0]} and {arguments[1]}",
        ExpressionFunction.Max => $"the larger of {arguments[0]} and {arguments[1]}",
        ExpressionFunction.StartsWith => $"{arguments[0]} starts with {arguments[1]}",
        ExpressionFunction.EndsWith => $"{arguments[0]} ends with {arguments[1]}",
        ExpressionFunction.Contains => $"{arguments[0]} contains {arguments[1]}",
        _ => $"the number of characters of {arguments[0]}",
    };

    protected override string Compare(BinaryOperator op, string left, string right, ValueKind kind) =>
        $"{left} is {Phrase(op, right, kind)}";

    protected override string Is(string operand, Pattern pattern, ValueKind kind) => $"{operand} is {Phrase(pattern, kind, 0)}";

    private string Phrase(Pattern pattern, ValueKind kind, int loosest)
    {
        var (text, precedence) = pattern switch
        {
            ConstantPattern constant => (Write(constant.Value), 3),
            RelationalPattern relational => (Phrase(relational.Operator, Write(relational.Value), kind), 3),
            NotPattern not => ($"not {Phrase(not.Operand, kind, 2)}", 2),
            AndPattern and => ($"{Phrase(and.Left, kind, 1)} and {Phrase(and.Right, kind, 1)}", 1),
            OrPattern or => ($"{Phrase(or.Left, kind, 0)} or {Phrase(or.Right, kind, 0)}", 0),
            _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
        };
        return precedence < loosest ? Bracket(text) : text;
    }

    private static string Phrase(BinaryOperator op, string value, ValueKind kind) => (op, IsOnTimeLine(kind)) switch
    {
        (BinaryOperator.Equal, _) => value,
        (BinaryOperator.NotEqual, _) => $"not {value}",
        (BinaryOperator.Less, false) => $"less than {value}",
        (BinaryOperator.Less, true) => $"before {value}",
        (BinaryOperator.LessOrEqual, false) => $"at most {value}",
        (BinaryOperator.LessOrEqual, true) => $"not after {value}",
        (BinaryOperator.Greater, false) => $"more than {value}",
        (BinaryOperator.Greater, true) => $"after {value}",
        (_, false) => $"at least {value}",
        (_, true) => $"not before {value}",
    };
}
