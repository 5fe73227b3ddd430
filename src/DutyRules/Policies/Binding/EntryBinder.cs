using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads the norms of a policy: each once, or once for each group of sites at which the figures that it reads are the same.</summary>
internal sealed class EntryBinder(FileScope file, PolicyGround ground, PolicyHeader header, SourceSpan policy)
{
    private readonly SiteFigures _figures = new(ground.Vocabulary);

    public ImmutableArray<Norm> Bind(ImmutableArray<YamlEntry> entries)
    {
        var norms = ImmutableArray.CreateBuilder<Norm>();
        var runs = header with { Traits = header.Traits with { At = header.Traits.At.And(Complete(entries)) } };
        foreach (var (key, node) in entries)
        {
            var said = file;
            var roles = ground.Acting.For(TraitsOf(node, Keywords.Tags).Tags.Concat(header.Traits.Tags));
            foreach (var (vocabulary, at) in _figures.Groups(_figures.ReadBy(node), AtOf(node).And(runs.Traits.At)))
            {
                var here = runs with { Traits = runs.Traits with { At = runs.Traits.At.And(at) } };
                new NormBinder(new NormScope(said, ground with { Vocabulary = vocabulary with { Roles = roles } }, here), norms).Bind(key.Text.Trim(), key, node);

                // What is wrong is wrong with every figure, and said once.
                said = file.Aside();
            }
        }

        return norms.ToImmutable();
    }

    // The sites at which nothing that the policy reads is left open; null: all.
    private SiteChoice? Complete(ImmutableArray<YamlEntry> entries)
    {
        var without = new List<string>();
        foreach (var readers in entries.SelectMany(e => _figures.ReadBy(e.Value).Select(p => (Parameter: p, At: AtOf(e.Value).And(header.Traits.At)))).GroupBy(r => r.Parameter.Name))
        {
            var parameter = readers.First().Parameter;
            var sites = _figures.Without(parameter).Where(s => readers.Any(r => r.At is null || r.At.Covers(s))).ToList();
            if (sites.Count > 0)
            {
                file.Report(CompositionDiagnostics.DoesNotRunAt, policy, header.Name, Listed(sites), parameter.Name, parameter.Span.ToString());
                without.AddRange(sites.Except(without));
            }
        }

        return without.Count == 0 ? null : new SiteChoice([.. without], Except: true);
    }

    private SiteChoice? AtOf(YamlNode node) => TraitsOf(node, Keywords.At).At;

    private NormTraits TraitsOf(YamlNode node, Keyword word)
    {
        var entries = (node as YamlMapping)?.Entries.Where(e => Keywords.Find(e.Key.Text) == word) ?? [];
        var aside = file.Aside();
        var keyed = KeyedNode.Read(new YamlMapping([.. entries], node.Span), [word], aside, node.Span);
        return new TraitReader(aside, ground.Vocabulary).Read(keyed, NormTraits.Usual);
    }

    private static LocalizedText Listed(IEnumerable<string> names) =>
        new(string.Join(", ", names.Select(n => $"`{n}`")), string.Join("、", names.Select(n => $"`{n}`")));
}
