using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Figures that differ from site to site: a norm that reads one is read once for each group of sites at which the figures are the same.</summary>
internal sealed class SiteFigures(Vocabulary vocabulary)
{
    // A parameter, and the names under which it is read: its own, and those of conditions that read it.
    private readonly ImmutableArray<(Parameter Parameter, ImmutableArray<string> Names)> _differing =
    [
        .. vocabulary.Parameters.Where(p => !p.PerSite.IsEmpty)
            .Select(p => (p, vocabulary.DefinitionsThatRead(p).Select(d => d.Name).Prepend(p.Name).SelectMany(n => new[] { n, CSharpName.Plain(n) }).Distinct().ToImmutableArray())),
    ];

    /// <summary>Those that a norm reads. What has the name of one in it is taken for it: to read a norm once too often does no harm.</summary>
    public ImmutableArray<Parameter> ReadBy(YamlNode node) =>
        _differing.IsEmpty ? [] : [.. _differing.Where(d => Texts(node).Any(t => d.Names.Any(n => t.Contains(n, StringComparison.Ordinal)))).Select(d => d.Parameter)];

    /// <summary>The sites that have no figure.</summary>
    public IEnumerable<string> Without(Parameter parameter) => vocabulary.Sites.Where(s => parameter.ValueAt(s.Name) is null).Select(s => s.Name);

    /// <summary>The groups of sites, and the vocabulary with the figures of each.</summary>
    /// <param name="read">The parameters that are read.</param>
    /// <param name="where">The sites that matter; null: all.</param>
    public IEnumerable<(Vocabulary Vocabulary, SiteChoice? At)> Groups(ImmutableArray<Parameter> read, SiteChoice? where)
    {
        if (read.IsEmpty)
        {
            return [(vocabulary, null)];
        }

        var groups = vocabulary.Sites.Where(s => where is null || where.Covers(s.Name))
            .GroupBy(s => string.Join('|', read.Select(p => p.ValueAt(s.Name)?.ToString())))
            .Where(g => read.All(p => p.ValueAt(g.First().Name) is not null)).ToList();
        return groups.Select(g => (VocabularyAt(g.First().Name), At(read, [.. g.Select(s => s.Name)])));
    }

    // Where no site says otherwise the usual figures hold, at sites that are not declared too.
    private SiteChoice? At(ImmutableArray<Parameter> read, ImmutableArray<string> sites)
    {
        bool isUsual = read.All(p => p.Value is not null && p.ValueAt(sites[0]) == p.Value);
        return !isUsual ? new SiteChoice(sites)
            : vocabulary.Sites.Where(s => !sites.Contains(s.Name)).Select(s => s.Name).ToImmutableArray() is { IsEmpty: false } others ? new SiteChoice(others, Except: true)
            : null;
    }

    private Vocabulary VocabularyAt(string site) =>
        vocabulary.With([.. vocabulary.Parameters.Select(p => p.PerSite.IsEmpty ? p : p with { Value = p.ValueAt(site), IsDefault = p.IsDefault && !p.PerSite.ContainsKey(site), PerSite = Parameter.Nowhere })]);

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Text],
        YamlSequence list => list.Items.SelectMany(Texts),
        YamlMapping mapping => mapping.Entries.SelectMany(e => Texts(e.Value)),
        _ => [],
    };
}
