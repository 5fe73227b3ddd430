using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Cli.Charters;

/// <summary>Says what a norm, or an entry of the catalogue, has to do with roles.</summary>
/// <param name="roles">The names of the roles: those of policies may differ from those of the vocabulary in who acts for them.</param>
internal sealed class CharterReader(IReadOnlySet<string> roles)
{
    /// <summary>The groups in which a norm stands; none if it does not concern the roles.</summary>
    public IEnumerable<(CharterGroup Group, bool Otherwise)> GroupsOf(Norm norm)
    {
        var named = RoleOf(norm.Parties.Who) is { } bearer && Is(bearer) ? bearer
            : norm.Parties.Who is SiteParty && RoleOf(norm.Parties.DoneBy) is { } performer && Is(performer) ? performer
            : null;
        if (norm.Content is ActorContent actor && Is(actor.Role))
        {
            yield return (CharterGroup.Powers, !roles.Contains(actor.Role.Name));
        }
        else if (named is not null || Conditions(norm).Any(c => IsOfBearer(c, norm)))
        {
            yield return (GroupOf(norm), named is null || !roles.Contains(named.Name));
        }
        else if (norm.Parties.Who is AnyoneParty)
        {
            yield return (CharterGroup.Everybody, false);
        }

        if (norm.Content is AttestedContent { By: { } by } && Is(by))
        {
            yield return (CharterGroup.Confirms, true);
        }

        if (norm.Consequences.Notify.Any(Is) || norm.Parties.Liable.Any(l => RoleOf(l.Who) is { } liable && Is(liable)))
        {
            yield return (CharterGroup.Told, true);
        }
    }

    /// <summary>The group in which an entry stands; null if it does not concern the roles.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="norms">The ids of the norms that do.</param>
    public CharterGroup? GroupOf(CatalogueEntry entry, IReadOnlySet<string> norms) => entry.Kind switch
    {
        CatalogueKind.Permission when entry.Who is null || Is(entry.Who) => CharterGroup.Permitted,
        CatalogueKind.Principle when entry.Who is { } who && Is(who) => CharterGroup.Principles,
        CatalogueKind.Conflict when entry.ConflictsWith.Any(norms.Contains) => CharterGroup.OnRecord,
        not (CatalogueKind.Permission or CatalogueKind.Principle) when entry.Who is { } who && Is(who) => CharterGroup.OnRecord,
        _ => null,
    };

    private static CharterGroup GroupOf(Norm norm) => norm switch
    {
        { Modality: Modality.MustNot } => CharterGroup.Forbidden,
        { Frame: WhenFrame, Content: ConditionContent } or { Frame: WhenFrame, Window.Closes.Anchor: FrameStart } => CharterGroup.Always,
        { Frame: EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } or DaysOf { Class: not DayClass.Holiday } or OpeningPeriod } } => CharterGroup.Daily,
        { Frame: EveryFrame { Period: ShiftPeriod } } => CharterGroup.EachShift,
        { Frame: EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Week } } } => CharterGroup.Weekly,
        { Frame: EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Month } } } => CharterGroup.Monthly,
        { Frame: EveryFrame } => CharterGroup.Longer,
        { Frame: WhileFrame, Content: StayContent } => CharterGroup.Always,
        _ => CharterGroup.OnOccasion,
    };

    private bool Is(Role role) => role.Involved.Any(r => roles.Contains(r.Name));

    private static Role? RoleOf(Party? party) => party switch
    {
        PostParty post => post.Role,
        EachParty each => each.Role,
        _ => null,
    };

    private static IEnumerable<Expression> Conditions(Norm norm) => new[] { norm.Trigger?.Where, (norm.Frame as OutcomeFrame)?.If }.OfType<Expression>().SelectMany(Joined);

    private static IEnumerable<Expression> Joined(Expression condition) => condition is BinaryExpression { Operator: BinaryOperator.And } both
        ? Joined(both.Left).Concat(Joined(both.Right))
        : [condition];

    // when: post-left as l, if: holds(l.person, shift-leader), who: l.person
    private bool IsOfBearer(Expression condition, Norm norm) =>
        condition is HoldsExpression { Person: FieldExpression person, Role: var role } && Is(role) && norm.Parties.Who switch
        {
            FieldParty field => field.Field == person.Field,
            PersonParty { Person: FieldExpression field } => field.Field == person.Field,
            TogetherParty together => together.People.OfType<FieldExpression>().Any(f => f.Field == person.Field),
            AnyoneParty => norm.Trigger?.Type.Actor == person.Field,
            _ => false,
        };
}
