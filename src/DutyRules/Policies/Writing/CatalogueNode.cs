using DutyRules.Norms;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Writing;

/// <summary>Writes what stands beside norms.</summary>
internal sealed class CatalogueNode(Ground ground)
{
    private readonly Speech _speech = ground.Speech;

    public YamlMapping Of(CatalogueEntry entry)
    {
        var may = May(entry).ToList();
        return _speech.Map(
        [
            .. entry.Kind is CatalogueKind.Disabled or CatalogueKind.Permission ? [] : new[] { _speech.Entry(_speech.Phrase(_speech.Say(Keywords.ShiftKind.En, "条目性质")), _speech.Phrase(WordOf(entry.Kind))) },
            .. _speech.Title(entry.Title, entry.Id), .. _speech.Localized(Keywords.Gist, entry.Gist),
            .. entry.Who is { } who ? new[] { _speech.Entry(Keywords.Who, who.Includes.IsEmpty || ground.Vocabulary.FindRole(who.Name) is not null ? _speech.Text(who.Name) : _speech.Names(who.Includes.Select(r => r.Name))) } : [],
            .. may, .. _speech.Named(Keywords.Lifts, entry.Lifts), .. _speech.Named(Keywords.ConflictsWith, entry.ConflictsWith), .. _speech.Named(Keywords.Prevails, entry.Prevails),
            .. _speech.Named(Keywords.Defines, entry.Defines),
            .. _speech.Localized(entry.Kind == CatalogueKind.Disabled ? Keywords.Disabled : Keywords.Because, entry.Because),
            .. _speech.Named(Keywords.Cites, entry.Cites), .. _speech.Localized(Keywords.Reading, entry.Reading),
        ]);
    }

    private IEnumerable<YamlEntry> May(CatalogueEntry entry)
    {
        if (entry.May is not { } act)
        {
            return [];
        }

        var conditions = ground.Conditions(act.Type);
        var condition = act.If is null ? null : conditions.Node(act.If);
        string alias = conditions.ReadsTrigger ? $" {_speech.Word(Keywords.As)} {ConditionText.Alias}" : "";
        return [_speech.Entry(Keywords.May, _speech.Text(act.Type.Name + alias)), .. condition is null ? [] : new[] { _speech.Entry(Keywords.If, condition) }];
    }

    private static Keyword WordOf(CatalogueKind kind) => kind switch
    {
        CatalogueKind.Improper => Keywords.ImproperKind,
        CatalogueKind.Definition => Keywords.DefinitionKind,
        CatalogueKind.Heading => Keywords.HeadingKind,
        CatalogueKind.Principle => Keywords.PrincipleKind,
        CatalogueKind.Conflict => Keywords.ConflictKind,
        CatalogueKind.DutyOfOthers => Keywords.DutyOfOthersKind,
        CatalogueKind.OtherLaw => Keywords.OtherLawKind,
        _ => Keywords.StatementKind,
    };
}
