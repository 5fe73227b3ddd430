using System.Collections.Immutable;
using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>Who bears an instance, who acted, who answers for it where the norm does not say (B1).</summary>
internal sealed class People(Partition partition, Instance instance, ISet<string> rules)
{
    private Party Who => instance.Norm.Parties.Who;

    /// <summary>The bearer; for a post all holders whose assignment meets the window, of a post held on shift as far as it was decided.</summary>
    public ImmutableArray<string> Bearing(Opening window, Decision decision) => Who is PostParty post && !instance.IsAct
        ? HoldersOf(post, window.Open, post.Role.IsOnShift ? Math.Min(window.Close, decision.Cut) : window.Close)
        : Bearer(decision);

    /// <summary>The actors of the counted evidence; of the act itself in act frames.</summary>
    public ImmutableArray<string> Performing(IEnumerable<Occurrence> counted) =>
    [
        .. (instance.IsAct ? [instance.Trigger!] : counted)
            .Select(o => o.Actor).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The bearer; for a post its holders at the decisive instant.</summary>
    public ImmutableArray<string> Liable(Decision decision) =>
        Who is PostParty post && !instance.IsAct ? HoldersOf(post, decision.DecisiveInstant, decision.DecisiveInstant + 1) : Bearer(decision);

    /// <summary>Where it moves, the one who is named on pre of the decisive instant (F13).</summary>
    private ImmutableArray<string> Bearer(Decision decision) =>
        Who is TogetherParty ? [.. instance.Together.Order(StringComparer.Ordinal)]
        : Who is PersonParty { Moving: true } ? new PersonNamed(partition, instance, rules).At(decision.DecisiveInstant) is { } named ? [named] : []
        : Who is not SiteParty && instance.Bearer is { } bearer ? [bearer]
        : [];

    /// <summary>The person of the plan is a holder throughout (H5).</summary>
    private ImmutableArray<string> HoldersOf(PostParty post, long from, long to) =>
        post.Role.SeenIn is not null || from >= to ? []
        : instance.Shift is { } shift ? [.. partition.Holders(post.Role, from, to).Append(shift.Person).Distinct().Order(StringComparer.Ordinal)]
        : [.. partition.Holders(post.Role, from, to)];
}
