using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Reads states from what has been made up so far: switches, latest values and numbers that recorded events move.</summary>
internal static class StateReplay
{
    /// <summary>The value of a state for a key at an instant; null: not known, or not of a kind that is read here.</summary>
    public static Value? Read(StateDefinition state, IReadOnlyList<Value> key, SiteWorld world, Instant at)
    {
        if (state.Sources.Any(s => s.Type.Origin != EventOrigin.Recorded))
        {
            return null;
        }

        switch (state)
        {
            case SwitchState on:
                var last = Changes(state, key, world, at, (on.On, 1), (on.Off, -1)).LastOrDefault();
                return last.Event is null ? state.Initially ?? Value.Truth(false) : Value.Truth(last.By > 0 && (on.OnFor is not { } lasts || at < last.Event.Time + lasts));
            case LatestState { StaleAfter: null } latest:
                var samples = latest.Samples.Select(s => (ImmutableArray.Create(s.Pattern), 1)).Append((latest.Back, -1));
                return Changes(state, key, world, at, [.. samples]).LastOrDefault() switch
                {
                    { Event: null } or { By: < 0 } => state.Initially,
                    var sample => latest.Samples.First(s => s.Pattern.Type == sample.Event.Type).Field is { } field ? sample.Event[field.Name] : Value.Instant(sample.Event.Time),
                };
            case CountState { Per: null, Over: null } count when (state.Initially ?? Value.Integer(0)) is var initially:
                return Value.Integer(initially.AsInteger + Changes(state, key, world, at, (count.Up, 1), (count.Down, -1)).Sum(c => c.By));
            case MembershipState:
                return Value.Integer(Members((MembershipState)state, key, world, at).Count);
            default:
                return null;
        }
    }

    /// <summary>Who or what is in, in the order of coming in.</summary>
    public static List<string> Members(MembershipState state, IReadOnlyList<Value> key, SiteWorld world, Instant at)
    {
        var members = new List<string>();
        foreach (var (draft, by) in Changes(state, key, world, at, (state.In, 1), (state.Out, -1)))
        {
            if (draft[state.Member] is { } member)
            {
                members.Remove(member.ToString());
                members.AddRange(by > 0 ? [member.ToString()] : Array.Empty<string>());
            }
        }

        return members;
    }

    private static IEnumerable<(Draft Event, int By)> Changes(
        StateDefinition state, IReadOnlyList<Value> key, SiteWorld world, Instant at, params (ImmutableArray<EventPattern> Sources, int By)[] kinds) =>
        from kind in kinds
        from source in kind.Sources
        from draft in world.Expected(source.Type, Instant.MinValue, at + Duration.FromTicks(1))
        where state.Of.Zip(key).All(k => draft[k.First] is { } value && value.ToString() == k.Second.ToString()) && Holds(source, draft, world)
        orderby draft.Time
        select (draft, kind.By);

    // The condition of a source reads the event alone.
    private static bool Holds(EventPattern source, Draft draft, SiteWorld world)
    {
        if (source.Where is null)
        {
            return true;
        }

        var record = draft.As(source.Type);
        return ExpressionCompiler.Evaluate(source.Where, new FitScope(world, record, record, [], null)) is { AsTruth: true };
    }
}
