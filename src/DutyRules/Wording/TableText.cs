using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Wording;

/// <summary>Says what stands in a table.</summary>
internal static class TableText
{
    /// <summary>The cells that are not filled in; null when all are.</summary>
    public static LocalizedText? Blanks(Table table)
    {
        var rows = table.Rows.Where(r => r.Value is null).ToList();
        return rows.Count == 0 ? null : new LocalizedText(
            string.Join("; ", rows.Select(r => $"`{Keys(r, new Words(Language.English))}`")),
            string.Join("；", rows.Select(r => $"`{Keys(r, new Words(Language.Chinese))}`")));
    }

    /// <summary><c>at most 5: 100 %; 6 to 20: 50 %</c></summary>
    public static string Rows(Table table, Words words, Func<Value, string>? figure = null) => string.Join(
        words.Say("; ", "；"),
        table.Rows.Select(r => $"{Keys(r, words)}{words.Say(": ", "：")}{(r.Value is { } value ? figure?.Invoke(value) ?? Of(value).In(words.Language) : "?")}"));

    /// <summary>A value of a key or a cell.</summary>
    public static LocalizedText Of(Value value) => value.Kind switch
    {
        ValueKind.Duration => new(DurationText.ToWords(value.AsDuration, Language.English), DurationText.ToWords(value.AsDuration, Language.Chinese)),
        ValueKind.Truth => value.AsTruth ? new("yes", "是") : new("no", "否"),
        _ => LocalizedText.Same(value.ToString()),
    };

    private static string Keys(TableRow row, Words words) => words.List(row.Cells.Select(c => Key(c, words)));

    private static string Key(TableCell cell, Words words)
    {
        string Text(Value value) => Of(value).In(words.Language);
        return (cell.From, cell.To) switch
        {
            ({ } from, { } to) when from == to => Text(from),
            ({ } from, { } to) when cell is { FromInclusive: true, ToInclusive: true } => words.Say($"{Text(from)} to {Text(to)}", $"{Text(from)} 至 {Text(to)}"),
            ({ } from, { } to) => Lower(Text(from)) + words.Say(" and ", "且") + Upper(Text(to)),
            ({ } from, null) => Lower(Text(from)),
            (null, { } to) => Upper(Text(to)),
            _ => words.Say("any", "任何"),
        };

        string Lower(string text) => cell.FromInclusive ? words.Say($"at least {text}", $"不少于 {text}") : words.Say($"more than {text}", $"超过 {text}");

        string Upper(string text) => cell.ToInclusive ? words.Say($"at most {text}", $"不超过 {text}") : words.Say($"less than {text}", $"不足 {text}");
    }
}
