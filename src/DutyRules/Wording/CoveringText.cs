using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Says what an obligation has to reach.</summary>
internal sealed class CoveringText(CoveringContent content, WindowText window, Words words)
{
    public string Text()
    {
        var text = window.Pattern(content.Event) + words.Say($", covering {Set()}", $"，覆盖{Set()}");
        if (Share() is { } share)
        {
            text += words.Say($": {share}, rounded {RoundedEn}", $"：{share}，{RoundedZh}");
        }

        return text + words.Say($" (named in {content.Field.Name})", $"（见于{content.Field.Name}）") + window.Same(content.Same);
    }

    private string RoundedEn => content.Rounding switch { Rounding.Up => "up", Rounding.Down => "down", _ => "to the nearest" };

    private string RoundedZh => content.Rounding switch { Rounding.Up => "进一取整", Rounding.Down => "舍去取整", _ => "四舍五入取整" };

    private string Set() => content.Set switch
    {
        HoldersSet holders => words.Say($"every {words.Title(holders.Role.Title)} {Time()}", $"{Time()}的每名{words.Title(holders.Role.Title)}"),
        OnSet on => words.Say(
            $"every {on.State.Of[0]} with {words.Title(on.State.Title)} {Time()}", $"{Time()}处于“{words.Title(on.State.Title)}”的每个{on.State.Of[0]}"),
        ValuesSet values => words.Say(
            $"every {values.Field.Name} of {window.Pattern(values.Event)} in that time", $"该时段内{window.Pattern(values.Event)}的每个{values.Field.Name}"),
        _ => "",
    };

    private string Time() => content.AsOfOpening ? words.Say("at the beginning of that time", "期初") : words.Say("at the end of that time", "期末");

    private string? Share() =>
        content.ByCount is { } table ? words.Say($"a share of them by their number ({Rows(table)})", $"按个数取比例（{Rows(table)}）")
        : content.Share == 1m ? null
        : words.Say($"at least {window.Figure(content.Share, words.Percent)} of them", $"不少于 {window.Figure(content.Share, words.Percent)}");

    private string Rows(Table table) => TableText.Rows(table, words, v => words.Percent(v.AsNumber));
}
