using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Says several things that are to be done in one window.</summary>
internal sealed class GroupText(WindowText window, Words words)
{
    /// <summary>All of it, with every detail.</summary>
    public string Text(CompositeContent content)
    {
        var items = string.Join(words.Say("; ", "；"), content.Items.Select(Item));
        var (en, zh) = content.How switch
        {
            Composition.All => ("all of these", "以下全部"),
            Composition.Any => ("any of these", "以下任选其一"),
            _ => ("these, in order", "以下各项依次"),
        };
        var same = content.Same.IsEmpty ? "" : words.Say($"; each of the same {string.Join(" and ", content.Same)}", $"；各项的{string.Join("、", content.Same)}均相同");
        return words.Say($"{en}: {items}", $"{zh}：{items}") + same;
    }

    /// <summary>What is to be done, by its title, and how often.</summary>
    public static string Titles(CompositeContent content, Words words) => words.List(content.Items.Select(i =>
        i.Times == 1L ? words.Title(i.Event.Type.Title) : $"{words.Title(i.Event.Type.Title)} ×{words.Figure(i.Times, words.Number)}"));

    private string Item(ContentItem item)
    {
        var parts = new List<string> { window.Pattern(item.Event) };
        if (item.Times != 1L)
        {
            var times = window.Figure(item.Times, words.Number);
            parts.Add(words.Say($"at least {times} times", $"不少于 {times} 次"));
        }

        if (item.DoneBy is { } doneBy)
        {
            parts.Add(DoneBy(doneBy));
        }

        if (item.If is { } condition)
        {
            parts.Add(words.Say($"if {words.Condition(condition)}", $"仅在{words.Condition(condition)}时"));
        }

        return string.Join(words.Say(", ", "，"), parts);
    }

    private string DoneBy(Party party) => party switch
    {
        AnyoneParty => words.Say("done by anyone", "可由任何人经办"),
        PostParty post => words.Say($"done by any {words.Title(post.Role.Title)}", $"由任一{words.Title(post.Role.Title)}经办"),
        FieldParty field => words.Say($"done by {window.Field(field.Field)}", $"由{window.Field(field.Field)}经办"),
        PersonParty person => words.Say($"done by whom {words.Condition(person.Person)} names", $"由{words.Condition(person.Person)}所指的人员经办"),
        _ => "",
    };
}
