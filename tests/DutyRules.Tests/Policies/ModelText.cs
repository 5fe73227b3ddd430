using System.Collections;
using System.Reflection;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Policies;

/// <summary>Prints the model, without places, so that what two texts mean can be compared and read.</summary>
internal static class ModelText
{
    private static readonly string[] Unprinted = ["EqualityContract", "Span", "IsInterval", "Actor", "Case", "KeyTypes", "Sources", "IsAssigned", "NeedsCalendar", "LastKnownYear", "Edition", "IsClosed", "EndsNextDay", "Types", "Resolver", "Figures", "IsComputed", "Involved", "IsHeldOnShift"];

    // What is so unless somebody says otherwise.
    private static readonly (string, string)[] Usual = [("Months", "0"), ("FirstWeekday", "Monday"), ("OnShift", "no"), ("MeanOf", "1"), ("IsDefault", "no"), ("IsOpen", "no"), ("IsShare", "no"), ("Once", "no"), ("Severity", "Normal"), ("Origin", "Recorded"), ("Except", "no"), ("Moving", "no"), ("StillOwed", "no"), ("DoneBy", "AnyoneParty()"), ("Rounding", "Up"), ("AsOfOpening", "no")];

    public static string Of(object? value) => Print(value, 0, isTop: true);

    private static string Print(object? value, int depth, bool isTop = false) => value switch
    {
        null => "-",
        string text => text,
        bool truth => truth ? "yes" : "no",
        EventType type when !isTop => type.Name,
        Field field => $"{field.Name}: {Print(field.Type, depth)}",
        Role role when depth > 1 => role.Name,
        Parameter parameter when depth > 1 => parameter.Name,
        StateDefinition state when !isTop => state.Name,
        Table table when !isTop => table.Name,
        DateTimeZone zone => zone.Id,
        LocalDate date => NodaTime.Text.LocalDatePattern.Iso.Format(date),
        LocalizedText text => text.En == text.Zh ? text.En : $"{text.En} | {text.Zh}",
        FieldType type => type.Role != FieldRole.None ? type.Role.ToString()
            : type.Choices.IsEmpty ? type.Kind.ToString() : $"[{string.Join(", ", type.Choices)}]",
        { } when value.GetType().Name == "Term`1" => PrintTerm(value),
        Expression expression => PrintExpression(expression),
        Enum or IFormattable or Value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        IEnumerable items => PrintList(items, depth),
        _ => PrintRecord(value, depth),
    };

    // Properties that say again what another one says.
    private static bool Repeats(Type type, string property) =>
        (type.Name == "Limit`1" && property == "Value") || (type == typeof(Norm) && property == "Trigger");

    private static string PrintTerm(object term)
    {
        if (term.GetType().GetProperty("Computed")!.GetValue(term) is Expression computed)
        {
            return $"computed {PrintExpression(computed)}";
        }

        string value = Print(term.GetType().GetProperty("Value")!.GetValue(term), 1);
        return term.GetType().GetProperty("Parameter")!.GetValue(term) is { } name ? $"{value} of {name}" : value;
    }

    private static string PrintExpression(Expression expression) => expression switch
    {
        LiteralExpression e => e.Value.ToString(),
        ParameterExpression e => e.Parameter.Name,
        FieldExpression e => $"{e.Event}.{e.Field.Name}",
        EventPropertyExpression e => $"{e.Event}.{e.Property}",
        StateExpression e => $"{e.State.Name}({string.Join(", ", e.Key.Select(PrintExpression))})",
        TableExpression e => $"{e.Table.Name}({string.Join(", ", e.Keys.Select(PrintExpression))})",
        KeyExpression e => $"key {e.Name}",
        HoldsExpression e => $"holds({PrintExpression(e.Person)}, {e.Role.Name})",
        UnaryExpression e => $"{e.Operator} {PrintExpression(e.Operand)}",
        BinaryExpression e => $"({PrintExpression(e.Left)} {e.Operator} {PrintExpression(e.Right)})",
        IsExpression e => $"({PrintExpression(e.Operand)} is {PrintPattern(e.Pattern)})",
        ConditionalExpression e => $"({PrintExpression(e.Condition)} ? {PrintExpression(e.Then)} : {PrintExpression(e.Otherwise)})",
        CallExpression e => $"{e.Function}({string.Join(", ", e.Arguments.Select(PrintExpression))})",
        LocalPartExpression e => $"{PrintExpression(e.Instant)}.{e.Part}",
        WidenExpression e => $"number {PrintExpression(e.Operand)}",
        _ => expression.GetType().Name,
    };

    private static string PrintPattern(Pattern pattern) => pattern switch
    {
        ConstantPattern p => p.Value.ToString(),
        RelationalPattern p => $"{p.Operator} {p.Value}",
        NotPattern p => $"not {PrintPattern(p.Operand)}",
        AndPattern p => $"({PrintPattern(p.Left)} and {PrintPattern(p.Right)})",
        OrPattern p => $"({PrintPattern(p.Left)} or {PrintPattern(p.Right)})",
        _ => "?",
    };

    private static string PrintList(IEnumerable items, int depth)
    {
        var printed = items.Cast<object?>().Select(i => Print(i, depth + 1)).ToList();
        return printed.Exists(p => p.Contains('\n'))
            ? string.Concat(printed.Select(p => $"\n{Indent(depth + 1)}- {p}"))
            : $"[{string.Join(", ", printed)}]";
    }

    private static string PrintRecord(object value, int depth)
    {
        var type = value.GetType();
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.GetIndexParameters().Length == 0 && !Unprinted.Contains(p.Name) && !Repeats(type, p.Name))
            .Select(p => (p.Name, Text: Print(p.GetValue(value), depth + 1)))
            .Where(p => p.Text is not ("-" or "[]" or "") && !Usual.Contains(p))
            .ToList();
        string name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] : type.Name;
        if (properties.TrueForAll(p => !p.Text.Contains('\n')) && properties.Sum(p => p.Name.Length + p.Text.Length + 3) < 100)
        {
            return $"{name}({string.Join(", ", properties.Select(p => $"{p.Name} {p.Text}"))})";
        }

        var text = new StringBuilder(name);
        foreach (var (property, printed) in properties)
        {
            text.Append('\n').Append(Indent(depth + 1)).Append(property).Append(": ").Append(printed);
        }

        return text.ToString();
    }

    private static string Indent(int depth) => new(' ', 2 * depth);
}
