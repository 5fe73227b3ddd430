using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>What an event does to a state.</summary>
internal enum SourceEffect
{
    /// <summary>Turns on, adds one, lets in, samples.</summary>
    Raise,

    /// <summary>Turns off, takes one away, lets out.</summary>
    Lower,
}

/// <summary>One source of a state, ready to run.</summary>
internal sealed record StateSource(
    EventPattern Pattern, SourceEffect Effect, ImmutableArray<Field> Key, Field? Member, Func<IEvaluationScope, Maybe<bool>>? Where, Field? Amount = null);

/// <summary>A state, ready to run.</summary>
internal sealed class StatePlan
{
    public StatePlan(StateDefinition definition)
    {
        Definition = definition;
        Sources = definition switch
        {
            SwitchState s => [.. All(s.On, SourceEffect.Raise), .. All(s.Off, SourceEffect.Lower)],
            CountState s => [.. All(s.Up, SourceEffect.Raise), .. All(s.Down, SourceEffect.Lower)],
            MembershipState s => [.. All(s.In, SourceEffect.Raise, s.Member), .. All(s.Out, SourceEffect.Lower, s.Member)],
            LatestState s => [.. All(s.Samples.Select(x => x.Pattern), SourceEffect.Raise)],
            SumState s => [.. All(s.Plus, SourceEffect.Raise), .. All(s.Minus, SourceEffect.Lower)],
            CalendarState => [],
            _ => throw new NotSupportedException($"the state `{definition.Name}` is of a kind the engine does not know"),
        };
        Types = [.. Sources.Select(s => s.Pattern.Type).Distinct()];
        Lateness = Types.Select(t => t.Lateness).DefaultIfEmpty(Duration.Zero).Max();
        RunsFor = definition switch
        {
            LatestState { StaleAfter: { } stale } => Ticks.Of(stale),
            SwitchState { OnFor: { } length } => Ticks.Of(length),
            _ => null,
        };
    }

    public StateDefinition Definition { get; }

    public ImmutableArray<StateSource> Sources { get; }

    public ImmutableArray<EventType> Types { get; }

    public Duration Lateness { get; }

    /// <summary>How long a value holds by itself, in ticks: a sample until it is stale, a switch that is on for a time; null: until the next event.</summary>
    public long? RunsFor { get; }

    private IEnumerable<StateSource> All(IEnumerable<AmountSource> sources, SourceEffect effect) =>
        sources.SelectMany(source => All([source.Pattern], effect).Select(s => s with { Amount = source.Amount }));

    private IEnumerable<StateSource> All(IEnumerable<EventPattern> patterns, SourceEffect effect, string? member = null)
    {
        foreach (var pattern in patterns)
        {
            var key = Definition.Of.Select(pattern.Type.FindField).ToArray();
            var memberField = member is null ? null : pattern.Type.FindField(member);
            if (Array.TrueForAll(key, f => f is not null) && (member is null || memberField is not null))
            {
                yield return new StateSource(
                    pattern, effect, [.. key!], memberField,
                    pattern.Where is null ? null : ExpressionCompiler.CompileCondition(pattern.Where));
            }
        }
    }
}
