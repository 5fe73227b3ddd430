using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Binding;

namespace DutyRules.Cli.Charters;

/// <summary>One rule of a charter: the runs of a norm, or an entry of the catalogue.</summary>
/// <param name="Group">Where it stands.</param>
internal sealed record CharterItem(CharterGroup Group)
{
    /// <summary>The norm, in each place and revision; empty for an entry.</summary>
    public ImmutableArray<Norm> Norms { get; init; } = [];

    /// <summary>The entry; null for a norm.</summary>
    public CatalogueEntry? Entry { get; init; }

    /// <summary>True when the norm does not name the role itself, but one that it is part of or acts for, or somebody whom an event names.</summary>
    public bool IsNamedOtherwise { get; init; }
}

/// <summary>What the holders of roles must, must not and may do.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Items">The rules, in the order of their policies.</param>
internal sealed record Charter(ImmutableArray<Role> Roles, ImmutableArray<CharterItem> Items)
{
    /// <summary>Those of some roles among policies.</summary>
    public static Charter Of(PolicySet policies, ImmutableArray<Role> roles)
    {
        var reader = new CharterReader(roles.Select(r => r.Name).ToHashSet(StringComparer.Ordinal));
        // That of who attests is said where it is said what he attests.
        var attesting = policies.Norms.Where(n => n.Content is AttestedContent).Select(AttestingDuty.IdOf).ToHashSet(StringComparer.Ordinal);
        var norms = policies.Norms.Where(n => !attesting.Contains(n.Id)).GroupBy(n => n.Id).SelectMany(g => reader.GroupsOf(g.Last()).Select(found => new CharterItem(found.Group) { Norms = [.. g], IsNamedOtherwise = found.Otherwise })).ToList();
        var borne = norms.Where(i => i.Group != CharterGroup.Everybody).SelectMany(i => i.Norms).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var entries = policies.Catalogue.Select(e => (Entry: e, Group: reader.GroupOf(e, borne))).Where(e => e.Group is not null)
            .Select(e => new CharterItem(e.Group!.Value) { Entry = e.Entry });
        return new Charter(roles, [.. norms.Concat(entries)]);
    }
}
