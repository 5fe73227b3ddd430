using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads the norms of a policy: each once, or once for each group of sites at which the figures that it reads are the same.</summary>
internal sealed class EntryBinder(FileScope file, PolicyGround ground, PolicyHeader header, SourceSpan policy)
{
    private readonly SiteFigures _figures = new(ground.Vocabulary);

    public ImmutableArray<Norm> Bind(ImmutableArray<FamilyMember> entries)
    {
        var norms = ImmutableArray.CreateBuilder<Norm>();
        var runs = header with { Traits = header.Traits with { At = header.Traits.At.And(Complete(entries)) } };
        var made = new MadeFindings(file);
        foreach (var entry in entries)
        {
            var said = entry.IsMade ? made.Of(entry) : file;
            var roles = ground.Acting.For(TraitsOf(entry.Node, Keywords.Tags).Tags.Concat(header.Traits.Tags));
            foreach (var (vocabulary, at) in _figures.Groups(_figures.ReadBy(entry.Node), AtOf(entry.Node).And(runs.Traits.At)))
            {
                var here = new NormScope(said, ground with { Vocabulary = vocabulary with { Roles = roles } }, runs with { Traits = runs.Traits with { At = runs.Traits.At.And(at) } });
                if (!HasFaultyPart(entry, here))
                {
                    new NormBinder(here, norms).Bind(entry.Key.Text.Trim(), entry.Key, entry.Node);
                }

                // What is wrong is wrong with every figure, and said once.
                said = file.Aside();
            }
        }

        made.Report();
        return norms.ToImmutable();
    }

    // What is wrong with a part is said of the part.
    private static bool HasFaultyPart(FamilyMember entry, NormScope scope)
    {
        foreach (var probe in entry.Probes)
        {
            var aside = scope.File.Aside();
            new NormBinder(new NormScope(aside, scope.Ground, scope.Header), ImmutableArray.CreateBuilder<Norm>()).Bind(entry.Key.Text.Trim(), entry.Key, probe.Node);
            scope.File.Bag.AddRange(aside.Bag.Items.Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => probe.Number is { } number && IsAboutType(d) ? CompositionDiagnostics.StepNeeded.At(number.Span, number.Text) : d));
        }

        return scope.File.Bag.HasErrors && entry.Probes.Length > 0;
    }

    private static bool IsAboutType(Diagnostic found) =>
        found.Span.IsWhole && (found.Id == ExpressionDiagnostics.NotComparable.Id || found.Id == ExpressionDiagnostics.NoOrder.Id);

    // The sites at which nothing that the policy reads is left open; null: all.
    private SiteChoice? Complete(ImmutableArray<FamilyMember> entries)
    {
        var without = new List<string>();
        foreach (var readers in entries.SelectMany(e => _figures.ReadBy(e.Node).Select(p => new Reader(p, AtOf(e.Node).And(header.Traits.At)))).GroupBy(r => r.Parameter.Name))
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

    /// <summary>An entry that reads a parameter, by where it holds.</summary>
    private sealed record Reader(Parameter Parameter, SiteChoice? At);
}
