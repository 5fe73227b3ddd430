using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Tests.Generation;

/// <summary>Makes bearers that roles and expressions name, and lists of those who answer for a breach.</summary>
internal sealed class PartyChoices(Choices choices, World world, Conditions conditions, IReadOnlySet<Feature> features)
{
    public Norm With(Norm norm)
    {
        if (norm.Parties.Who is not TogetherParty && features.Contains(Feature.NamedPerson) && norm.Trigger is { } trigger && choices.Chance(75))
        {
            // An act has a bearer of its own, so nobody can move.
            norm = norm with { Parties = norm.Parties with { Who = new PersonParty(conditions.Person(trigger.Type), !NormChoices.IsAct(norm) && choices.Chance(50)) } };
        }
        else if (norm.Parties.Who is not TogetherParty && world.More.Manager is { } manager && choices.Chance(65))
        {
            norm = norm with { Parties = norm.Parties with { Who = Managed(norm, manager) } };
        }

        return features.Contains(Feature.Liable) && choices.Chance(80)
            ? norm with { Parties = norm.Parties with { Liable = [.. Enumerable.Range(0, choices.Between(1, 3)).Select(_ => MakeLiability(norm))] } }
            : norm;
    }

    /// <summary>The manager in place of whoever else holds a role. Of those on shift only a post can be meant, but for acts.</summary>
    private Party Managed(Norm norm, Role manager)
    {
        if (norm.Frame is EveryFrame { Period: ShiftPeriod } || norm.Parties.Who is EachParty { Role.SeenIn: not null })
            return norm.Parties.Who;

        var isOnShift = manager.Includes.Concat(manager.Acting).Contains(world.Guard) && world.Guard.OnShift;
        var mayBeEach = !isOnShift || NormChoices.IsAct(norm);
        return mayBeEach && (norm.Parties.Who is EachParty || choices.Chance(30)) ? new EachParty(manager) : new PostParty(manager);
    }

    private Liability MakeLiability(Norm norm)
    {
        var trigger = norm.Trigger?.Type;
        Liability Of(Party? who) => new(who)
        {
            If = choices.Chance(40) ? conditions.Any(new Conditions.Scope(null, trigger)) : null,
            Points = choices.Chance(50) ? (Term<long>)(long)choices.Between(0, 3) : null,
        };
        return choices.Below(6) switch
        {
            0 => Of(null),
            1 when trigger?.FindField("person") is { } person => Of(new FieldParty(person)),
            2 when trigger is not null && features.Contains(Feature.NamedPerson) => Of(new PersonParty(conditions.Person(trigger))),
            3 when trigger?.FindField(World.By) is { } by => Of(new PostParty(choices.Pick(world.Keeper, world.More.Manager ?? world.Deputy))) with { At = by },
            _ => Of(new PostParty(choices.Pick(world.Keeper, world.More.Manager ?? world.Keeper, world.Guard.OnShift ? world.Guard : world.Deputy))),
        };
    }
}
