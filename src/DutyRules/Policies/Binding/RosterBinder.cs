using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>sites</c> and <c>roster</c>: where, and who holds what.</summary>
internal sealed class RosterBinder(FileScope file, DateTimeZone zone, TimeBinder? times = null)
{
    private static readonly ImmutableArray<Keyword> AssignmentKeys =
        [Keywords.Person, Keywords.Role, Keywords.Site, Keywords.From, Keywords.To];

    private static readonly ImmutableArray<Keyword> SiteKeys =
        [Keywords.Title, Keywords.Zone, Keywords.Calendar, Keywords.OpeningHours, Keywords.OtherHours];

    /// <summary>A list of names, or names with a title, a zone, a calendar and hours.</summary>
    public ImmutableArray<Site> Sites(YamlNode? node, SourceSpan place)
    {
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        if (node is YamlMapping mapping)
        {
            return [.. mapping.Entries.Where(e => !e.Key.IsFaulty && e.Key.Text.Length > 0).Select(e => Site(e.Key, e.Value))];
        }

        return [.. file.Words(node, place).Where(w => file.IsFirst(seen, w.Text, w.Span))
            .Select(w => new Site(w.Text, LocalizedText.Same(w.Text), null, w.Span))];
    }

    public ImmutableArray<Assignment> Assignments(YamlNode? node, ImmutableArray<Role> roles, ImmutableArray<Site> sites)
    {
        if (node is not (null or YamlSequence or YamlScalar { IsEmpty: true } or YamlScalar { IsFaulty: true }))
        {
            file.Report(KeyDiagnostics.ListNeeded, node.Span);
        }

        return node is YamlSequence list
            ? [.. list.Items.Select(item => Assignment(item, roles, sites)).OfType<Assignment>()]
            : [];
    }

    private Site Site(YamlScalar key, YamlNode node)
    {
        var keyed = KeyedNode.Read(node, SiteKeys, file, key.Span);
        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(key.Text);
        var zoneScalar = keyed.KeyOf(Keywords.Zone) is { } zoneKey ? file.Scalar(keyed[Keywords.Zone], zoneKey.Span) : null;
        return new Site(key.Text, title, zoneScalar is null ? null : new Values(file).Zone(zoneScalar), key.Span)
        {
            Calendar = times?.Calendar(keyed),
            Hours = new HoursBinder(file).Bind(keyed),
        };
    }

    private Assignment? Assignment(YamlNode node, ImmutableArray<Role> roles, ImmutableArray<Site> sites)
    {
        var keyed = KeyedNode.Read(node, AssignmentKeys, file, node.Span);
        var person = file.Text(keyed.Need(Keywords.Person, file), node.Span);
        var roleScalar = file.Scalar(keyed.Need(Keywords.Role, file), node.Span);
        var siteScalar = file.Scalar(keyed.Need(Keywords.Site, file), node.Span);
        var role = roleScalar is null ? null
            : file.FindDeclared(roles, r => r.Name, roleScalar.Text.Trim(), roleScalar.Span, NameDiagnostics.UnknownRole);
        var site = siteScalar is null ? null
            : file.FindDeclared(sites, s => s.Name, siteScalar.Text.Trim(), siteScalar.Span, NameDiagnostics.UnknownSite);
        var from = Instant(keyed, Keywords.From, site?.Zone ?? zone);
        var to = Instant(keyed, Keywords.To, site?.Zone ?? zone);
        if (from is { } start && to is { } end && start >= end)
        {
            file.Report(VocabularyDiagnostics.EndsBeforeItBegins, keyed[Keywords.To]!.Span);
        }

        if (role is { OnShift: true })
        {
            file.Report(TimeDiagnostics.AssignedOnShift, roleScalar!.Span, role.Name);
        }

        return person is null || role is null || site is null ? null
            : new Assignment(person, role.Name, site.Name, from, to, node.Span);
    }

    private Instant? Instant(KeyedNode keyed, Keyword word, DateTimeZone at) =>
        keyed.KeyOf(word) is { } key && file.Scalar(keyed[word], key.Span) is { } scalar && new Values(file).DateTime(scalar) is { } local
            ? at.AtLeniently(local).ToInstant()
            : null;
}
