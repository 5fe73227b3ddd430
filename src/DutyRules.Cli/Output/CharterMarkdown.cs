using System.Globalization;
using DutyRules.Cli.Charters;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Cli.Output;

/// <summary>Writes a charter as Markdown, in the words of <c>explain</c>.</summary>
internal sealed class CharterMarkdown(PolicySet policies, Language language)
{
    private static readonly NormAspect[] Shown =
    [
        NormAspect.Who, NormAspect.When, NormAspect.Window, NormAspect.Unless, NormAspect.Lapses, NormAspect.Lifted, NormAspect.Pauses, NormAspect.Liable, NormAspect.Breach,
        NormAspect.Meaning, NormAspect.Tables, NormAspect.InForce, NormAspect.Where, NormAspect.Reading,
    ];

    private readonly Words _words = new(language);

    public void Write(Charter charter, TextWriter writer)
    {
        var who = string.Join(_words.Say(", ", "、"), charter.Roles.Select(r => r.Title.In(language)));
        writer.WriteLine($"# {Plain(who)}{_words.Say(": duties of the post", "：岗位职责")}");
        writer.WriteLine();
        var own = charter.Items.Count(i => i.Group != CharterGroup.Everybody);
        writer.WriteLine(own == 0
            ? _words.Say("The policies ask nothing of this post.", "各项制度对该岗位没有要求。")
            : _words.Say($"{Count(own)}, with the clauses that they follow.", $"共 {own} 条，附所依据的条款。"));
        foreach (var group in charter.Items.GroupBy(i => i.Group).OrderBy(g => g.Key))
        {
            writer.WriteLine();
            writer.WriteLine($"## {group.Key.Title().In(language)}");
            writer.WriteLine();
            foreach (var item in group)
            {
                Write(item, writer);
            }
        }
    }

    private void Write(CharterItem item, TextWriter writer)
    {
        if (item.Entry is { } entry)
        {
            Write(entry, writer);
            return;
        }

        foreach (var explained in Explanations.Of(item.Norms, policies, language))
        {
            var norm = explained.Norm;
            var must = explained.Facts.First(f => f.Aspect == NormAspect.Content);
            Bullet(explained.Title, item.Group == CharterGroup.Powers ? must.Text : $"{must.Label}{_words.Say(": ", "：")}{must.Text}", norm.Cites, writer);
            foreach (var fact in explained.Facts.Where(f => Says(f.Aspect, norm, item)))
            {
                Detail(fact.Label, fact.Text, writer);
            }
        }
    }

    private void Write(CatalogueEntry entry, TextWriter writer)
    {
        var said = entry.Kind == CatalogueKind.Permission && entry.May is { } may
            ? _words.Say("May: ", "可以：") + _words.Title(may.Type.Title) + (may.If is { } condition ? _words.Say($", if {_words.Condition(condition)}", $"，条件为{_words.Condition(condition)}") : "")
            : entry.Gist?.In(language) ?? "";
        Bullet(entry.Title.In(language), said, entry.Cites, writer);
        if (entry.Kind is not (CatalogueKind.Permission or CatalogueKind.Principle))
        {
            Detail(_words.Say("Kind", "性质"), entry.Kind.Title().In(language), writer);
        }

        Detail(_words.Say("Between", "涉及"), Titles(entry.ConflictsWith), writer);
        Detail(_words.Say("Prevails", "优先适用"), Titles(entry.Prevails), writer);
        Detail(_words.Say("Lifts", "解除"), Titles(entry.Lifts), writer);
        Detail(_words.Say("Because", "原因"), entry.Because?.In(language) ?? "", writer);
        Detail(_words.Say("Reading", "条文理解"), entry.Reading?.In(language) ?? "", writer);
    }

    // The heading says how often; the charter says of whom.
    private static bool Says(NormAspect aspect, Norm norm, CharterItem item) => Shown.Contains(aspect) && aspect switch
    {
        NormAspect.Who or NormAspect.When when item.Group is CharterGroup.Powers => false,
        NormAspect.When when norm is { Frame: WhenFrame, Content: ConditionContent or ActorContent or HappeningContent } => false,
        NormAspect.Who => item.IsNamedOtherwise || norm.Parties.DoneBy is not null,
        NormAspect.When => norm.Frame is not EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day or PeriodKind.Week or PeriodKind.Month } } || item.Group is not (CharterGroup.Daily or CharterGroup.Weekly or CharterGroup.Monthly),
        _ => true,
    };

    private void Bullet(string title, string said, IReadOnlyList<string> cites, TextWriter writer)
    {
        var clauses = cites.Count > 0 ? _words.Say($" [{string.Join(", ", cites)}]", $"〔{string.Join("、", cites)}〕") : "";
        writer.WriteLine($"- **{Plain(title)}**{(said.Length > 0 ? _words.Say(" – ", "——") : "")}{Plain(said)}{Plain(clauses)}");
    }

    private void Detail(string label, string text, TextWriter writer)
    {
        if (text.Length > 0)
        {
            writer.WriteLine($"  - {label}{_words.Say(": ", "：")}{Plain(text)}");
        }
    }

    private string Titles(IReadOnlyList<string> ids) => string.Join(_words.Say(", ", "、"), ids.Select(id =>
        (policies.Norms.FirstOrDefault(n => n.Id == id)?.Title ?? policies.Catalogue.FirstOrDefault(e => e.Id == id)?.Title)?.In(language) ?? id));

    private static string Count(int rules) => rules == 1 ? "One rule" : string.Create(CultureInfo.InvariantCulture, $"{rules} rules");

    // What a text holds must not be taken for signs of Markdown.
    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '\\' or '*' or '_' or '`' or '<' ? $"\\{c}" : c.ToString()));
}
