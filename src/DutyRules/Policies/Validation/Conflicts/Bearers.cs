using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Whose acts norms are about.</summary>
internal static class Bearers
{
    /// <summary>True when whoever does what <paramref name="duty"/> asks is bound by <paramref name="ban"/>.</summary>
    public static bool Binds(Norm ban, Norm duty) => ban.Parties.DoneBy is null or AnyoneParty && ban.Parties.Who switch
    {
        AnyoneParty or SiteParty => true,
        EachParty or PostParty => ban.Parties.DoneBy is null && DoerOf(duty) is { } doer && IsIn(doer, RoleOf(ban.Parties.Who)!),
        _ => false,
    };

    /// <summary>True when what counts for a bearer of <paramref name="duty"/> counts for one of <paramref name="ban"/>.</summary>
    public static bool BindsAsOne(Norm ban, Norm duty) => Binds(ban, duty) && (ban.Parties.Who is not EachParty || duty.Parties.Who is EachParty);

    /// <summary>The role of those who do what a norm asks; null: it may be anybody, or cannot be told.</summary>
    public static Role? DoerOf(Norm norm) => RoleOf(norm.Parties.DoneBy ?? norm.Parties.Who);

    /// <summary>True when nobody is both, as far as the list of assignments tells.</summary>
    public static bool AreApart(Role a, Role b, Vocabulary vocabulary) =>
        a.Involved.Concat(b.Involved).All(r => r.IsAssigned) && !a.Involved.Intersect(b.Involved).Any() && !Holders(a, vocabulary).Intersect(Holders(b, vocabulary)).Any();

    private static bool IsIn(Role role, Role whole) => role == whole || whole.Includes.Any(r => IsIn(role, r));

    private static Role? RoleOf(Party party) => (party as EachParty)?.Role ?? (party as PostParty)?.Role;

    private static IEnumerable<string> Holders(Role role, Vocabulary vocabulary) =>
        vocabulary.Roster.Where(held => role.Involved.Any(r => r.Name == held.Role)).Select(held => held.Person);
}
