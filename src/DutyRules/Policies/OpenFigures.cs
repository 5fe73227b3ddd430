using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies;

/// <summary>A policy that reads a figure that is left open does not run, nor does one that listens to it: its norms are kept on the list only.</summary>
internal sealed class OpenFigures
{
    private readonly Vocabulary _vocabulary;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<(string Policy, string Revision), LocalizedText> _open = [];

    private OpenFigures(Vocabulary vocabulary, DiagnosticBag bag)
    {
        _vocabulary = vocabulary;
        _bag = bag;
    }

    /// <summary>The norms that run, and the entries of those that do not.</summary>
    public static (ImmutableArray<Norm> Norms, ImmutableArray<CatalogueEntry> Entries) PutAside(
        ImmutableArray<Norm> norms, Vocabulary vocabulary, IEnumerable<PolicyEdition> editions, DiagnosticBag bag)
    {
        var figures = new OpenFigures(vocabulary, bag);
        var places = editions.DistinctBy(e => (e.Name, e.Revision)).ToDictionary(e => (e.Name, e.Revision), e => e.Span);
        figures.FindBlanks(norms, places);
        figures.FindListeners(norms, places);
        return figures._open.Count == 0 ? (norms, [])
            : ([.. norms.Where(n => !figures.IsAside(n))], [.. norms.Where(figures.IsAside).DistinctBy(n => (n.Id, n.Revision)).Select(figures.Entry)]);
    }

    private static (string, string) PolicyOf(Norm norm) => (norm.Policy, norm.Revision);

    private bool IsAside(Norm norm) => _open.ContainsKey(PolicyOf(norm));

    private void FindBlanks(ImmutableArray<Norm> norms, Dictionary<(string, string), SourceSpan> places)
    {
        foreach (var policy in norms.GroupBy(PolicyOf))
        {
            foreach (var parameter in policy.SelectMany(OpenParameters).DistinctBy(p => p.Name))
            {
                _open.TryAdd(policy.Key, new LocalizedText($"parameter `{parameter.Name}` has no value", $"参数 `{parameter.Name}` 尚未取值"));
                _bag.Add(CompositionDiagnostics.ParameterOpen.At(places[policy.Key], policy.Key.Item1, parameter.Name, parameter.Span.ToString()));
            }

            foreach (var table in policy.SelectMany(n => Tables(n).Where(t => TableText.Blanks(t) is not null)).Distinct())
            {
                _open.TryAdd(policy.Key, new LocalizedText($"table `{table.Name}` is not filled in", $"分档表 `{table.Name}` 尚未填完"));
                _bag.Add(CompositionDiagnostics.TableOpen.At(places[policy.Key], policy.Key.Item1, table.Name, table.Span.ToString(), TableText.Blanks(table)!));
            }
        }
    }

    private void FindListeners(ImmutableArray<Norm> norms, Dictionary<(string, string), SourceSpan> places)
    {
        var byId = norms.ToLookup(n => n.Id);
        while (norms.Where(n => !IsAside(n)).Select(n => (Norm: n, To: NormReads.Outcomes(n, _vocabulary).SelectMany(o => byId[o.NormId]).FirstOrDefault(IsAside))).FirstOrDefault(f => f.To is not null) is { To: { } to, Norm: var norm })
        {
            _open.Add(PolicyOf(norm), new LocalizedText($"it listens to `{to.Id}`, which does not run", $"它以 `{to.Id}` 的结果为前提，而后者不运行"));
            _bag.Add(CompositionDiagnostics.ListensToOpen.At(places[PolicyOf(norm)], norm.Policy, norm.Id, to.Id, to.Policy));
        }
    }

    private IEnumerable<Parameter> OpenParameters(Norm norm) => NormReads.Parameters(norm)
        .Select(name => norm.Figures.FirstOrDefault(p => p.Name == name)).OfType<Parameter>()
        .Concat(Sources(norm).SelectMany(ExpressionParts.Of).OfType<ParameterExpression>().Select(e => e.Parameter))
        .Where(p => p.IsOpen);

    private IEnumerable<Table> Tables(Norm norm) =>
        NormReads.Tables(norm).Concat(Sources(norm).SelectMany(ExpressionParts.Of).OfType<TableExpression>().Select(e => e.Table));

    // The conditions of what its states and events follow from.
    private IEnumerable<Expression> Sources(Norm norm)
    {
        var sources = NormReads.States(norm).SelectMany(s => s.Sources).ToList();
        return sources.Concat(sources.Concat(norm.Patterns()).SelectMany(p => Behind(p.Type))).Select(p => p.Where).OfType<Expression>();
    }

    private IEnumerable<EventPattern> Behind(EventType type) =>
        type.Origin == EventOrigin.Derived ? _vocabulary.Derived.OfType<CountsAs>().Where(d => d.Type == type).SelectMany(d => d.Sources).SelectMany(s => Behind(s.Type).Prepend(s)) : [];

    private CatalogueEntry Entry(Norm norm) => new(norm.Id, CatalogueKind.Disabled, norm.Title, norm.Span)
    {
        Policy = norm.Policy,
        Revision = norm.Revision,
        Cites = norm.Cites,
        Reading = norm.Reading,
        Because = _open[PolicyOf(norm)],
    };
}
