using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Writing;

/// <summary>Writes who is meant.</summary>
internal sealed class PartyNode(Ground ground, ConditionText conditions, Func<Field, string> field, BoundText figures)
{
    private readonly Speech _speech = ground.Speech;

    public YamlNode Of(Party party) => party switch
    {
        AnyoneParty => _speech.Phrase(Keywords.Anyone),
        SiteParty => _speech.Phrase(Keywords.Site),
        PostParty post => Role(post.Role),
        EachParty each => Role(each.Role) is YamlScalar one ? _speech.Text($"{_speech.Word(Keywords.Each)} {one.Text}") : _speech.Map(_speech.Entry(Keywords.Each, Role(each.Role))),
        FieldParty of => _speech.Text(field(of.Field)),
        PersonParty person => _speech.Text($"{conditions.Print(person.Person)}{(person.Moving ? _speech.Say(", ", "，") + _speech.Word(Keywords.AtEachMoment) : "")}"),
        TogetherParty together => _speech.Map(_speech.Entry(Keywords.Together, _speech.List(together.People.Select(conditions.Node)))),
        _ => throw new UnsayableException(new LocalizedText("a party that no words name", "没有说法的当事方")),
    };

    /// <summary>A role, or a list of those of which somebody has to hold one.</summary>
    public YamlNode Role(Role role) => ground.Vocabulary.FindRole(role.Name) is not null || role.Includes.IsEmpty ? _speech.Text(role.Name) : _speech.Names(role.Includes.Select(r => r.Name));

    public YamlNode Liable(Liability liability)
    {
        var who = liability.Who is null ? _speech.Phrase(Keywords.Bearer) : Of(liability.Who);
        var more = new List<YamlEntry>();
        if (liability.At is { } at)
        {
            more.Add(_speech.Entry(_speech.IsChinese ? Keywords.InstantType : Keywords.At, _speech.Text(field(at))));
        }

        if (liability.If is { } condition)
        {
            more.Add(_speech.Entry(Keywords.If, conditions.Node(condition)));
        }

        if (liability.Points is { } points)
        {
            more.Add(_speech.Entry(Keywords.Points, _speech.Phrase(figures.Term(points, Speech.Number))));
        }

        return more.Count == 0 ? who : _speech.Map([_speech.Entry(Keywords.Who, who), .. more]);
    }
}
