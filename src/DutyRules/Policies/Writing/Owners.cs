using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Policies.Writing;

/// <summary>Finds out who declares what. The model has it all in one vocabulary; what reads outcomes, or figures of a policy, only a policy can declare.</summary>
internal sealed class Owners
{
    private readonly Vocabulary _vocabulary;
    private readonly IReadOnlyList<Edition> _editions;
    private readonly HashSet<object> _bound = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Edition> _owners = new(ReferenceEqualityComparer.Instance);

    public Owners(PolicySet set, IReadOnlyList<Edition> editions)
    {
        (_vocabulary, _editions) = (set.Vocabulary, editions);
        var all = _vocabulary.Tables.Concat<object>(_vocabulary.Derived.OfType<CountsAs>()).Concat(_vocabulary.States).Concat(_vocabulary.Definitions).ToList();
        var twice = all.GroupBy(NameOf).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (object declared in all)
        {
            bool isBound = twice.Contains(declared) || ReadsWhatPoliciesSay(declared);
            if (((isBound ? Reader(declared) : null) ?? Writer(declared)) is { } owner)
            {
                _owners[declared] = owner;
            }
            else if (isBound)
            {
                throw new UnsayableException(new LocalizedText($"`{NameOf(declared)}`, which several policies read and only one can declare", $"`{NameOf(declared)}`：几个制度都读取它，而只能由一个制度声明"));
            }

            if (_owners.ContainsKey(declared))
            {
                _bound.Add(declared is CountsAs counts ? counts.Type : declared);
            }
        }
    }

    /// <summary>What a policy declares; null: what the vocabulary does.</summary>
    public Declared Of(Edition? edition)
    {
        bool IsMeant(object declared) => _owners.GetValueOrDefault(declared) == edition;
        return new([.. _vocabulary.Tables.Where(IsMeant)], [.. _vocabulary.States.Where(IsMeant)], [.. _vocabulary.Derived.OfType<CountsAs>().Where(IsMeant)], [.. _vocabulary.Definitions.Where(IsMeant)]);
    }

    private static string NameOf(object declared) => declared switch { Table t => t.Name, CountsAs c => c.Type.Name, StateDefinition s => s.Name, _ => ((Definition)declared).Name };

    private static SourceSpan SpanOf(object declared) => declared switch { Table t => t.Span, CountsAs c => c.Span, StateDefinition s => s.Span, _ => ((Definition)declared).Span };

    // What it was written beside.
    private Edition? Writer(object declared)
    {
        string? file = SpanOf(declared).File;
        return string.IsNullOrEmpty(file) || file == _vocabulary.Span.File ? null : _editions.Where(e => e.Files.Contains(file)).ToList() is [var only] ? only : null;
    }

    private Edition? Reader(object declared) => _editions.Where(e => e.Norms.Any(n => Reads(n, declared))).ToList() is [var only] ? only : null;

    private static bool Reads(Norm norm, object declared) => declared switch
    {
        Table table => NormReads.Tables(norm).Contains(table),
        CountsAs counts => norm.Patterns().Concat(NormReads.States(norm).SelectMany(s => s.Sources)).Any(p => p.Type == counts.Type),
        StateDefinition state => NormReads.States(norm).Contains(state),
        _ => false,
    };

    private bool ReadsWhatPoliciesSay(object declared)
    {
        var sources = declared switch { CountsAs counts => counts.Sources, StateDefinition state => state.Sources, _ => [] };
        var parts = sources.Select(s => s.Where).Append((declared as Definition)?.Means).OfType<Expression>().SelectMany(ExpressionParts.Of).ToList();
        return sources.Any(s => s.Type.Origin == EventOrigin.Outcome || _bound.Contains(s.Type))
            || parts.Any(p => p is StateExpression s && _bound.Contains(s.State) || p is TableExpression t && _bound.Contains(t.Table) || p is ParameterExpression f && IsOfPolicy(f.Parameter))
            || (declared is StateDefinition of && of.Figures.Any(IsOfPolicy));
    }

    private bool IsOfPolicy(Parameter parameter) => _vocabulary.FindParameter(parameter.Name) is not { } known || (known.Value is { } value && value != parameter.Value);
}
