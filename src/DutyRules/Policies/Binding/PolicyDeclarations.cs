using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what a policy declares for itself: tables, states and definitions. What norms came to may feed its states and be counted by its definitions.</summary>
/// <param name="file">The file.</param>
/// <param name="vocabulary">What may be named, every parameter set.</param>
/// <param name="parameters">The parameters with the figures that they have.</param>
/// <param name="outcomes">What norms came to.</param>
/// <param name="changes">Figures from elsewhere.</param>
internal sealed class PolicyDeclarations(FileScope file, Vocabulary vocabulary, ImmutableArray<Parameter> parameters, OutcomeTypes outcomes, VocabularyChanges changes)
{
    /// <summary>The keys of a policy under which it declares something.</summary>
    public static ImmutableArray<Keyword> Keys { get; } = [Keywords.Tables, Keywords.States, Keywords.Definitions];

    /// <summary>What the policy declares, and nothing of what the vocabulary does.</summary>
    public LocalNames Bind(KeyedNode policy)
    {
        var tables = new TableBinder(file, vocabulary.Events, [.. vocabulary.Sites.Select(s => s.Name)], parameters, changes).Bind(policy[Keywords.Tables]);
        var entries = DefinitionEntry.Read(policy[Keywords.Definitions], file);
        var names = new ExpressionContext { Parameters = vocabulary.Parameters, Tables = [.. vocabulary.Tables, .. tables], AllowsBlanks = true };
        var derived = new DerivedBinder(file, new PatternBinder(file, vocabulary.Events) { Names = names, Outcomes = outcomes }, vocabulary.PartitionField).Bind(entries);
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

    /// <summary>The vocabulary with all that policies declare. A name of one policy, whatever its revision, must not be that of another or of the vocabulary.</summary>
    public static Vocabulary Join(Vocabulary vocabulary, IEnumerable<(string Policy, LocalNames Names)> policies, DiagnosticBag bag)
    {
        var taken = NamesOf(vocabulary).ToList();
        foreach (var (policy, locals) in policies)
        {
            foreach (var name in locals.Names(policy))
            {
                if (taken.Find(t => t.Name == name.Name && t.IsEvent == name.IsEvent && t.Policy != policy) is { } other)
                {
                    bag.Add(OutcomeDiagnostics.DeclaredElsewhere.At(name.Span, name.Name, other.Span.ToString()));
                }

                taken.Add(name);
            }

            vocabulary = locals.AddTo(vocabulary);
        }

        return vocabulary;
    }

    private IEnumerable<Taken> Names(string policy) =>
    [
        .. Derived.Select(d => new Taken(d.Type.Name, d.Span, policy, IsEvent: true)), .. States.Select(s => new Taken(s.Name, s.Span, policy)),
        .. Definitions.Select(d => new Taken(d.Name, d.Span, policy)), .. Tables.Select(t => new Taken(t.Name, t.Span, policy)),
    ];

    // Events have names of their own kind; all else is called by name in conditions.
    private static IEnumerable<Taken> NamesOf(Vocabulary vocabulary) =>
    [
        .. vocabulary.Events.Select(e => new Taken(e.Name, e.Span, IsEvent: true)), .. vocabulary.States.Select(s => new Taken(s.Name, s.Span)),
        .. vocabulary.Definitions.Select(d => new Taken(d.Name, d.Span)), .. vocabulary.Tables.Select(t => new Taken(t.Name, t.Span)),
        .. vocabulary.Parameters.Select(p => new Taken(p.Name, p.Span)), .. vocabulary.Roles.Select(r => new Taken(r.Name, r.Span)),
    ];

    /// <summary>A name that is given, and by which policy; null: by the vocabulary.</summary>
    private sealed record Taken(string Name, SourceSpan Span, string? Policy = null, bool IsEvent = false);
}
