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
    private readonly IReadOnlyCollection<PolicyEdition> _editions;
    private readonly Dictionary<PolicyName, LocalizedText> _open = [];

    private OpenFigures(Vocabulary vocabulary, IReadOnlyCollection<PolicyEdition> editions, DiagnosticBag bag)
    {
        _editions = editions;
        _vocabulary = vocabulary;
        _bag = bag;
    }

    /// <summary>The norms that run, and the entries of those that do not.</summary>
    public static (ImmutableArray<Norm> Norms, ImmutableArray<CatalogueEntry> Entries) PutAside(
        ImmutableArray<Norm> norms, Vocabulary vocabulary, IReadOnlyCollection<PolicyEdition> editions, DiagnosticBag bag)
    {
        var figures = new OpenFigures(vocabulary, editions, bag);
        figures.FindBlanks(norms);
        figures.FindListeners(norms);
        return figures._open.Count == 0 ? (norms, [])
            : ([.. norms.Where(n => !figures.IsAside(n))], [.. norms.Where(figures.IsAside).DistinctBy(n => (n.Id, n.Revision)).Select(figures.Entry)]);
    }

    private static PolicyName PolicyOf(Norm norm) => new(norm.Policy, norm.Revision);

    private bool IsAside(Norm norm) => _open.ContainsKey(PolicyOf(norm));

    private SourceSpan PlaceOf(PolicyName policy) => _editions.First(e => e.Name == policy.Name && e.Revision == policy.Revision).Span;

    private void FindBlanks(ImmutableArray<Norm> norms)
    {
        foreach (var policy in norms.GroupBy(PolicyOf))
        {
            var read = policy.Select(n => new Read(n, [.. Sources(n).SelectMany(ExpressionParts.Of)])).ToList();
            foreach (var parameter in read.SelectMany(OpenParameters).DistinctBy(p => p.Name))
            {
                _open.TryAdd(policy.Key, new LocalizedText($"parameter `{parameter.Name}` has no value", $"参数 `{parameter.Name}` 尚未取值"));
                _bag.Add(CompositionDiagnostics.ParameterOpen.At(PlaceOf(policy.Key), policy.Key.Name, parameter.Name, parameter.Span.ToString()));
            }

            foreach (var table in read.SelectMany(r => Tables(r).Where(t => TableText.Blanks(t) is not null)).Distinct())
            {
                _open.TryAdd(policy.Key, new LocalizedText($"table `{table.Name}` is not filled in", $"分档表 `{table.Name}` 尚未填完"));
                _bag.Add(CompositionDiagnostics.TableOpen.At(PlaceOf(policy.Key), policy.Key.Name, table.Name, table.Span.ToString(), TableText.Blanks(table)!));
            }
        }
    }

    private void FindListeners(ImmutableArray<Norm> norms)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var byId = norms.ToLookup(n => n.Id);
        while (norms.Where(n => !IsAside(n)).Select(n => (Norm: n, To: NormReads.Outcomes(n, _vocabulary).SelectMany(o => byId[o.NormId]).FirstOrDefault(IsAside))).FirstOrDefault(f => f.To is not null) is { To: { } to, Norm: var norm })
        {
            _open.Add(PolicyOf(norm), new LocalizedText($"it listens to `{to.Id}`, which does not run", $"它以 `{to.Id}` 的结果为前提，而后者不运行"));
            _bag.Add(CompositionDiagnostics.ListensToOpen.At(PlaceOf(PolicyOf(norm)), norm.Policy, norm.Id, to.Id, to.Policy));
        }
    }

    private static IEnumerable<Parameter> OpenParameters(Read read)
    {
        var open = read.Norm.Figures.Where(p => p.IsOpen).ToList();
        return (open.Count == 0 ? [] : NormReads.Parameters(read.Norm).Select(name => open.Find(p => p.Name == name)).OfType<Parameter>())
            .Concat(read.Behind.OfType<ParameterExpression>().Select(e => e.Parameter).Where(p => p.IsOpen));
    }

    private static IEnumerable<Table> Tables(Read read) => NormReads.Tables(read.Norm).Concat(read.Behind.OfType<TableExpression>().Select(e => e.Table));

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

    private sealed record PolicyName(string Name, string Revision);

    /// <summary>A norm, and what is read by that which its states and events follow from.</summary>
    private sealed record Read(Norm Norm, Expression[] Behind);
}
