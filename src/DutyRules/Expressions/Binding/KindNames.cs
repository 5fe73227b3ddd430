using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Expressions.Binding;

/// <summary>What officers call the kinds of values.</summary>
internal static class KindNames
{
    public static LocalizedText Of(FieldType type) => (type.Kind, type.Role) switch
    {
        (ValueKind.Text, FieldRole.Person) => new("a person", "人员"),
        (ValueKind.Text, FieldRole.Site) => new("a site", "场所"),
        (ValueKind.Text, FieldRole.Case) => new("a case", "个案"),
        (ValueKind.Text, _) => new("a text", "文本"),
        (ValueKind.Number, _) => new("a number", "数"),
        (ValueKind.Integer, _) => new("a whole number", "整数"),
        (ValueKind.Truth, _) => new("a yes or no", "是或否"),
        (ValueKind.Duration, _) => new("a duration", "一段时长"),
        (ValueKind.Money, _) => new("an amount of money", "金额"),
        (ValueKind.Instant, _) => new("a point in time", "时间点"),
        (ValueKind.Date, _) => new("a date", "日期"),
        (ValueKind.Time, _) => new("a time of day", "钟点"),
        _ => new("one of a list of words", "选项"),
    };

    /// <summary>The words of a choice, each in backticks.</summary>
    public static LocalizedText Words(FieldType choice)
    {
        var quoted = choice.Choices.Select(word => $"`{word}`").ToList();
        return new LocalizedText(string.Join(", ", quoted), string.Join("、", quoted));
    }
}
