using System.Collections.Frozen;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Writing;

/// <summary>What the writers of a vocabulary and of its policies share: the language, what there is, and which names may be called where.</summary>
/// <param name="Speech">The language.</param>
/// <param name="Vocabulary">What there is.</param>
/// <param name="Definitions">The definitions that may be called.</param>
internal sealed record Ground(Speech Speech, Vocabulary Vocabulary, IReadOnlyList<Definition> Definitions)
{
    private Dictionary<string, string>? _meanings;

    /// <summary>Every name that an expression may call.</summary>
    public FrozenSet<string> Names { get; } = Vocabulary.States.Select(s => s.Name).Concat(Vocabulary.Definitions.Select(d => d.Name)).Concat(Vocabulary.Parameters.Select(p => p.Name))
        .Concat(Vocabulary.Sets.Select(s => s.Name)).Append(Keywords.Person.En).Append(Keywords.Person.Zh).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Writes conditions beside an event whose fields stand alone.</summary>
    public ConditionText Conditions(EventType? nearest) => new(this, nearest, _meanings ??= Meanings(Definitions));

    /// <summary>Writes what a definition means, which may call those before it only.</summary>
    public YamlScalar Means(Definition definition) =>
        new ConditionText(this, null, Meanings([.. Definitions.TakeWhile(d => d != definition)])).Node(definition.Means);

    /// <summary>The name of an event, or of what a norm came to, and what remains of the condition on it.</summary>
    public (string Name, Expression? Where) Event(EventPattern pattern)
    {
        if (pattern.Type.Origin != EventOrigin.Outcome)
        {
            return (pattern.Type.Name, pattern.Where);
        }

        return pattern.Where switch
        {
            IsExpression status => ($"{pattern.Type.Name} {Statuses(status)}", null),
            BinaryExpression { Operator: BinaryOperator.And, Left: IsExpression status, Right: var rest } => ($"{pattern.Type.Name} {Statuses(status)}", rest),
            _ => throw new UnsayableException(new LocalizedText($"what `{pattern.Type.Name}` came to, whatever it is", $"`{pattern.Type.Name}` 的任意结果")),
        };
    }

    /// <summary>The words for what a norm may have come to.</summary>
    public string Statuses(IReadOnlyCollection<VerdictStatus> statuses)
    {
        VerdictStatus[] settled = [VerdictStatus.Fulfilled, VerdictStatus.Breached, VerdictStatus.Excused];
        return statuses.Count == 3 && settled.All(statuses.Contains) ? Speech.Word(Keywords.Settled)
            : Speech.Join(Keywords.Or, statuses.Select(s => Speech.Word(s switch
            {
                VerdictStatus.Fulfilled => Keywords.Kept,
                VerdictStatus.Breached => Keywords.Breached,
                VerdictStatus.Excused => Keywords.Excused,
                VerdictStatus.Void => Keywords.Void,
                _ => Keywords.Undetermined,
            })));
    }

    /// <summary>An event that changes a state or counts as another: alone, or in braces with its condition.</summary>
    public YamlNode Source(EventPattern pattern, string field = "")
    {
        var (name, where) = Event(pattern);
        return where is null ? Speech.Text(name + field)
            : Speech.Map(Speech.Entry(Keywords.Event, Speech.Text(name + field)), Speech.Entry(Keywords.Where, Conditions(pattern.Type).Node(where)));
    }

    // status is breached, status is fulfilled or excused
    private string Statuses(IsExpression status)
    {
        var words = new List<VerdictStatus>();
        var patterns = new Stack<Pattern>([status.Pattern]);
        while (patterns.TryPop(out var pattern))
        {
            if (pattern is OrPattern either)
            {
                patterns.Push(either.Right);
                patterns.Push(either.Left);
            }
            else if (pattern is ConstantPattern { Value: var word })
            {
                words.Add(Enum.GetValues<VerdictStatus>().First(s => s.Name() == word.AsText));
            }
        }

        return Statuses(words);
    }

    private Dictionary<string, string> Meanings(IReadOnlyList<Definition> definitions)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            // A condition that is another name is not worth one.
            if (definition.Means is not (StateExpression or ParameterExpression))
            {
                meanings.TryAdd(new ConditionText(this, null, new Dictionary<string, string>(meanings)).Print(definition.Means), definition.Name);
            }
        }

        return meanings;
    }
}
