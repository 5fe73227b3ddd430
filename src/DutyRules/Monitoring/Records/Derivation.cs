using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.States;

namespace DutyRules.Monitoring.Records;

/// <summary>Makes of an event what it counts as (rule D1).</summary>
internal sealed class Derivation
{
    private readonly EvaluationScope _scope;
    private readonly Dictionary<EventType, Made[]> _made = [];

    private sealed record Source(EventType Type, Func<IEvaluationScope, Maybe<bool>>? Where, Field?[] Fields);

    private sealed record Made(EventType Type, Source[] Sources, int Rank);

    /// <param name="derived">The types that are made, each after those it is made of; at least one.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="scope">What conditions see.</param>
    public Derivation(IReadOnlyList<CountsAs> derived, Vocabulary vocabulary, EvaluationScope scope)
    {
        _scope = scope;
        var all = derived.Select((d, i) => new Made(d.Type, [.. d.Sources.Select(s => SourceOf(s, d.Type))], i + 1)).ToList();
        foreach (var type in vocabulary.Events)
        {
            var reached = new HashSet<EventType> { type };
            var made = all.Where(m => Array.Exists(m.Sources, s => reached.Contains(s.Type)) && reached.Add(m.Type)).ToArray();
            if (made.Length > 0)
            {
                _made.Add(type, made);
            }
        }
    }

    /// <summary>The types of which an event of a type may make one.</summary>
    public IEnumerable<EventType> TypesMadeOf(EventType type) => _made.TryGetValue(type, out var made) ? made.Select(m => m.Type) : [];

    /// <summary>What an event counts as, each after what it is made of.</summary>
    public ImmutableArray<LoggedEvent> Of(LoggedEvent item)
    {
        if (!_made.TryGetValue(item.Type, out var made))
        {
            return [];
        }

        var events = new List<LoggedEvent> { item };
        foreach (var type in made)
        {
            if (Make(type, events) is { } derived)
            {
                events.Add(derived);
            }
        }

        return [.. events.Skip(1)];
    }

    private LoggedEvent? Make(Made made, List<LoggedEvent> events)
    {
        LoggedEvent? perhaps = null;
        foreach (var source in made.Sources)
        {
            if (events.Find(e => e.Type == source.Type) is not { } item)
            {
                continue;
            }

            var match = source.Where?.Invoke(_scope.ForEvent(item)) ?? new(true);
            if (match is { IsKnown: true, Value: true } && !item.Unsure)
            {
                return New(made, source, item, unsure: false);
            }

            if (match is not { IsKnown: true, Value: false })
            {
                perhaps ??= New(made, source, item, unsure: true);
            }
        }

        return perhaps;
    }

    private static LoggedEvent New(Made made, Source source, LoggedEvent item, bool unsure) => new(
        item.Record with
        {
            Type = made.Type,
            Fields = [.. source.Fields.Select(field => field is null ? null : item.Record[field])],
        },
        unsure,
        made.Rank);

    private static Source SourceOf(EventPattern pattern, EventType type) => new(
        pattern.Type,
        pattern.Where is null ? null : ExpressionCompiler.CompileCondition(pattern.Where),
        [.. type.Fields.Select(f => pattern.Type.FindField(f.Name))]);
}
