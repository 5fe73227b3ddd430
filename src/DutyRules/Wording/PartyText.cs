using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Says who bears a norm, who does it, and who answers for it.</summary>
internal sealed class PartyText(Norm norm, WindowText window, Words words)
{
    /// <summary>Who bears it, and who does it where that is somebody else.</summary>
    public string Who()
    {
        var who = norm.Parties.Who switch
        {
            PostParty post => words.Say(
                $"the post {words.Title(post.Role.Title)}: any holder keeps it{SeenIn(post.Role)}",
                $"{words.Title(post.Role.Title)}（岗位，任一在任者履行即可）{SeenIn(post.Role)}"),
            EachParty each => words.Say(
                $"each {words.Title(each.Role.Title)}{SeenIn(each.Role)}", $"每名{words.Title(each.Role.Title)}{SeenIn(each.Role)}"),
            TogetherParty together => Together(together),
            AnyoneParty => words.Say("whoever acts", "任何人"),
            SiteParty => words.Say("the site as a whole", "整个网点"),
            var person => Person(person),
        };
        return norm.Parties.DoneBy switch
        {
            null => who,
            AnyoneParty when norm.Parties.Who is SiteParty || IsGate => who,
            PostParty post when IsGate => words.Say(
                $"{who}; what comes before is done by any {words.Title(post.Role.Title)}", $"{who}；此前的事由任一{words.Title(post.Role.Title)}经办"),
            var person when IsGate && person is not AnyoneParty => words.Say(
                $"{who}; what comes before is done by {Person(person)}", $"{who}；此前的事由{Person(person)}经办"),
            AnyoneParty => words.Say($"{who}; done by anyone", $"{who}；可由任何人经办"),
            PostParty post => words.Say($"{who}; done by any {words.Title(post.Role.Title)}", $"{who}；由任一{words.Title(post.Role.Title)}经办"),
            var person => words.Say($"{who}; done by {Person(person)}", $"{who}；由{Person(person)}经办"),
        };
    }

    /// <summary>Who answers for a breach, where that is said; else empty.</summary>
    public string Liable() => string.Join(words.Say("; ", "；"), norm.Parties.Liable.Select(Liable));

    private bool IsGate => norm.Frame is WhenFrame && norm.Window.Closes.Anchor is FrameStart;

    private string Together(TogetherParty together)
    {
        var people = together.People.Select(Named).ToList();
        return words.Say(
            $"{string.Join(" and ", people)}, together: each of them has to do it", $"{string.Join("、", people)}共同承担，每人都须做到");
    }

    private string Person(Party party) => party switch
    {
        FieldParty field when norm.Trigger is { } trigger => words.Say(
            $"the {field.Field.Name} of the {words.Title(trigger.Type.Title)}", $"{words.Title(trigger.Type.Title)}的{field.Field.Name}"),
        FieldParty field => field.Field.Name,
        PersonParty { Moving: true } person => words.Say($"whoever is {Named(person.Person)} at each moment", $"随时由{Named(person.Person)}所指的人员"),
        PersonParty person => words.Say($"whoever is {Named(person.Person)} then", $"届时{Named(person.Person)}所指的人员"),
        _ => party.ToString(),
    };

    private string Liable(Liability liability)
    {
        var who = liability.Who switch
        {
            null => words.Say("the bearer", "责任人"),
            PostParty post when liability.At is { } at => words.Say(
                $"{words.Title(post.Role.Title)} at {window.Field(at)}", $"{window.Field(at)}时的{words.Title(post.Role.Title)}"),
            PostParty post => words.Title(post.Role.Title),
            var person => Person(person),
        };
        who = liability.If is { } condition ? words.Say($"{who} if {words.Condition(condition)}", $"{words.Condition(condition)}时，{who}") : who;
        return liability.Points is { } points ? words.Say($"{who} ({window.Points(points)})", $"{who}（{window.Points(points)}）") : who;
    }

    private string Named(Expression person) =>
        person is FieldExpression { Event: EventRole.Trigger } field ? window.Field(field.Field) : words.Condition(person);

    private string SeenIn(Role role) => HeldHow(role) + Acting(role);

    private string Acting(Role role)
    {
        var acting = words.List(role.Acting.Select(r => words.Title(r.Title)));
        return acting.Length == 0 ? "" : words.Say($" (acting while nobody holds it: {acting})", $"（无人在任时由{acting}顶岗）");
    }

    private string HeldHow(Role role) => role.IsHeldOnShift ? words.Say(" (whoever is on shift)", "（以排班为准）")
        : role.SeenIn is { } type
        ? words.Say($" (everyone seen in {words.Title(type.Title)})", $"（凡有“{words.Title(type.Title)}”记录者）")
        : "";
}
