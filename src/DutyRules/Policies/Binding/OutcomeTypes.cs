using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Binding;

/// <summary>What norms came to, as events (rule D2): one type for each norm that others, or states, speak of.</summary>
internal sealed class OutcomeTypes(NormOutlines norms, Vocabulary vocabulary)
{
    private readonly Dictionary<string, OutcomesOf> _used = new(StringComparer.Ordinal);

    /// <summary>Those that were asked for.</summary>
    public IEnumerable<OutcomesOf> Used => _used.Values.OrderBy(o => o.NormId, StringComparer.Ordinal);

    /// <summary>True when there is a norm of that id.</summary>
    public bool Knows(string id) => norms.Has(id);

    /// <summary>The event that an outcome names, with the condition on its status; null, and reported, when there is no such norm.</summary>
    public NamedEvent? Find(OutcomeName outcome, string? alias, FileScope file)
    {
        if ((norms.Has(outcome.NormId) ? outcome.NormId : file.FindDeclared(norms.Ids, i => i, outcome.NormId, outcome.Norm, OutcomeDiagnostics.UnknownNorm)) is not { } id)
        {
            return null;
        }

        if (norms.IsDisabled(id))
        {
            file.Report(OutcomeDiagnostics.DisabledNorm, outcome.Norm, id);
        }

        if (vocabulary.FindEvent(id) is not null)
        {
            file.Report(OutcomeDiagnostics.NormLikeEvent, outcome.Norm, id);
            return null;
        }

        var type = Of(id);
        return new NamedEvent(type, alias, outcome.Span) { Status = Condition(type, outcome) };
    }

    private EventType Of(string id)
    {
        if (!_used.TryGetValue(id, out var outcomes))
        {
            _used[id] = outcomes = new OutcomesOf { NormId = id, Type = TypeOf(id) };
        }

        return outcomes.Type;
    }

    private EventType TypeOf(string id)
    {
        string person = vocabulary.Events.SelectMany(e => e.Fields).FirstOrDefault(f => EventType.IsBearer(f.Name))?.Name ?? Keywords.Person.En;
        var site = vocabulary.Events.Select(e => e.FindField(vocabulary.PartitionField)).FirstOrDefault(f => f is not null)?.Type ?? FieldType.Site;
        (string Name, FieldType Type)[] own =
        [
            (vocabulary.PartitionField, site), (person, FieldType.Person), (OutcomesOf.StatusField, FieldType.Choice(Enum.GetValues<VerdictStatus>().Select(s => s.Name()))),
        ];
        var fields = own.Concat((norms.TriggerOf(id, vocabulary.Events)?.Fields ?? []).Select(f => (f.Name, f.Type))).DistinctBy(f => f.Name);
        return new EventType
        {
            Name = id,
            Title = LocalizedText.Same(id),
            Origin = EventOrigin.Outcome,
            Fields = [.. fields.Select((f, i) => new Field(f.Name, f.Type, i))],
        };
    }

    private static IsExpression Condition(EventType type, OutcomeName outcome)
    {
        var status = type.FindField(OutcomesOf.StatusField)!;
        var patterns = outcome.Statuses.Select(s => (Pattern)new ConstantPattern(Value.Choice(s.Name())));
        return new IsExpression(new FieldExpression(EventRole.Tested, status, outcome.Span), patterns.Aggregate((a, b) => new OrPattern(a, b)), outcome.Span);
    }
}
