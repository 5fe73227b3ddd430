using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what a policy declares for itself: tables, states and definitions. Its states may be fed by what norms came to.</summary>
internal sealed class PolicyDeclarations(FileScope file, Vocabulary vocabulary, OutcomeTypes outcomes)
{
    /// <summary>The keys of a policy under which it declares something.</summary>
    public static ImmutableArray<Keyword> Keys { get; } = [Keywords.Tables, Keywords.States, Keywords.Definitions];

    /// <summary>What the policy declares, and nothing of what the vocabulary does.</summary>
    public LocalNames Bind(KeyedNode policy)
    {
        var tables = new TableBinder(file, vocabulary.Events, [.. vocabulary.Sites.Select(s => s.Name)]).Bind(policy[Keywords.Tables]);
        var entries = DefinitionEntry.Read(policy[Keywords.Definitions], file);
        var names = new ExpressionContext { Parameters = vocabulary.Parameters, Tables = [.. vocabulary.Tables, .. tables] };
        var derived = new DerivedBinder(file, new PatternBinder(file, vocabulary.Events) { Names = names }, vocabulary.PartitionField).Bind(entries);
        var patterns = new PatternBinder(file, [.. vocabulary.Events, .. derived.Select(d => d.Type)]) { Names = names, Outcomes = outcomes };
        bool hasCalendar = vocabulary.Calendar is not null || vocabulary.Sites.Any(s => s.Calendar is not null);
        var times = new DeclaredTimes(hasCalendar, [.. vocabulary.Hours, .. vocabulary.Sites.SelectMany(s => s.Hours)]);
        var states = new StateBinder(file, patterns, vocabulary.PartitionField, times).Bind(policy[Keywords.States]);
        var context = names with { States = [.. vocabulary.States, .. states], Definitions = vocabulary.Definitions };
        var definitions = new DefinitionBinder(file, context, vocabulary.Roles).Bind(entries);
        return new LocalNames([.. derived], states, definitions, tables);
    }
}

/// <summary>What a policy declares for itself.</summary>
internal sealed record LocalNames(
    ImmutableArray<DerivedEvents> Derived, ImmutableArray<StateDefinition> States, ImmutableArray<Definition> Definitions, ImmutableArray<Table> Tables)
{
    /// <summary>The vocabulary with these names added.</summary>
    public Vocabulary AddTo(Vocabulary vocabulary) => vocabulary with
    {
        Events = vocabulary.Events.AddRange(Derived.Select(d => d.Type)),
        Derived = vocabulary.Derived.AddRange(Derived),
        States = vocabulary.States.AddRange(States),
        Definitions = vocabulary.Definitions.AddRange(Definitions),
        Tables = vocabulary.Tables.AddRange(Tables),
    };

    /// <summary>Adds them to what there is already, of the vocabulary and of other policies; reports each name that is there.</summary>
    public Vocabulary JoinTo(Vocabulary vocabulary, DiagnosticBag bag)
    {
        var events = vocabulary.Events.Select(e => (e.Name, e.Span)).ToList();
        var values = ValuesOf(vocabulary).ToList();
        foreach (var (name, span, others) in Derived.Select(d => (d.Type.Name, d.Span, events)).Concat(ValuesOf(AddTo(vocabulary with { States = [], Definitions = [], Tables = [], Parameters = [], Roles = [] })).Select(v => (v.Name, v.Span, values))))
        {
            if (others.FirstOrDefault(o => o.Name == name) is { Name: not null } other)
            {
                bag.Add(OutcomeDiagnostics.DeclaredElsewhere.At(span, name, other.Span.ToString()));
            }
        }

        return AddTo(vocabulary);
    }

    // What conditions call by name.
    private static IEnumerable<(string Name, SourceSpan Span)> ValuesOf(Vocabulary vocabulary) =>
    [
        .. vocabulary.States.Select(s => (s.Name, s.Span)), .. vocabulary.Definitions.Select(d => (d.Name, d.Span)), .. vocabulary.Tables.Select(t => (t.Name, t.Span)),
        .. vocabulary.Parameters.Select(p => (p.Name, p.Span)), .. vocabulary.Roles.Select(r => (r.Name, r.Span)),
    ];
}
