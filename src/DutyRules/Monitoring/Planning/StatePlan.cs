using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>What an event does to a state.</summary>
internal enum SourceEffect
{
    /// <summary>Turns on, adds one, lets in, samples.</summary>
    Raise,

    /// <summary>Turns off, takes one away, lets out, sets back.</summary>
    Lower,
}

/// <summary>One source of a state, ready to run.</summary>
/// <param name="Order">Its place among the sources as declared.</param>
/// <param name="Type">The type of its events.</param>
/// <param name="Effect">What they do.</param>
/// <param name="Key">The fields that make the key.</param>
/// <param name="Where">The condition; null: none.</param>
internal sealed record StateSource(int Order, EventType Type, SourceEffect Effect, ImmutableArray<Field> Key, Func<IEvaluationScope, Maybe<bool>>? Where)
{
    /// <summary>The field that names the member, for memberships.</summary>
    public Field? Member { get; init; }

    /// <summary>The field with the amount or the sample; null: there is none, and a sample is the event's place in time.</summary>
    public Field? Amount { get; init; }
}

/// <summary>A state, ready to run.</summary>
internal sealed class StatePlan
{
    public StatePlan(StateDefinition definition, Func<EventType, Duration> latenessOf)
    {
        Definition = definition;
        IEnumerable<StateSource?> sources = definition switch
        {
            SwitchState s => [.. All(s.On, SourceEffect.Raise), .. All(s.Off, SourceEffect.Lower)],
            CountState s => [.. All(s.Up, SourceEffect.Raise), .. All(s.Down, SourceEffect.Lower)],
            MembershipState s => [.. s.In.Select(p => Of(p, SourceEffect.Raise, s.Member)), .. s.Out.Select(p => Of(p, SourceEffect.Lower, s.Member))],
            LatestState s => [.. s.Samples.Select(x => Of(x.Pattern, SourceEffect.Raise, amount: x.Field)), .. All(s.Back, SourceEffect.Lower)],
            SumState s => [.. All(s.Plus, SourceEffect.Raise), .. All(s.Minus, SourceEffect.Lower)],
            CalendarState => [],
            _ => throw new NotSupportedException($"the state `{definition.Name}` is of a kind the engine does not know"),
        };
        Sources = [.. sources.OfType<StateSource>().Select((source, order) => source with { Order = order })];
        Types = [.. Sources.Select(s => s.Type).Distinct()];
        Lateness = Types.Aggregate(Duration.Zero, (most, type) => Duration.Max(most, latenessOf(type)));
        RunsFor = definition switch
        {
            LatestState s => s.StaleAfter,
            SwitchState s => s.OnFor,
            CountState s => s.Over,
            SumState s => s.Over,
            _ => null,
        } is { } length ? Ticks.Of(length) : null;
        Per = (definition as CountState)?.Per ?? (definition as SumState)?.Per;
    }

    public StateDefinition Definition { get; }

    public ImmutableArray<StateSource> Sources { get; }

    public ImmutableArray<EventType> Types { get; }

    public Duration Lateness { get; }

    /// <summary>
    /// How long what an event does holds by itself, in ticks: a sample until it is stale, a switch that is on for a time, what counts in a rolling state; null: until the next event.
    /// </summary>
    public long? RunsFor { get; }

    /// <summary>The periods with which it begins anew; null: it never does.</summary>
    public CalendarUnit? Per { get; }

    private IEnumerable<StateSource?> All(IEnumerable<AmountSource> sources, SourceEffect effect) => sources.Select(s => Of(s.Pattern, effect, amount: s.Amount));

    private IEnumerable<StateSource?> All(IEnumerable<EventPattern> patterns, SourceEffect effect) => patterns.Select(p => Of(p, effect));

    /// <summary>Null if no event of it can touch the state, because it has not the fields of its key.</summary>
    private StateSource? Of(EventPattern pattern, SourceEffect effect, string? member = null, Field? amount = null)
    {
        var key = Definition.Of.Select(pattern.Type.FindField).ToArray();
        var memberField = member is null ? null : pattern.Type.FindField(member);
        return Array.Exists(key, f => f is null) || (member is not null && memberField is null) ? null
            : new StateSource(0, pattern.Type, effect, [.. key!], pattern.Where is null ? null : ExpressionCompiler.CompileCondition(pattern.Where))
            {
                Member = memberField,
                Amount = amount,
            };
    }
}
