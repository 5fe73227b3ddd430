using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>What must, or must not, be in the window.</summary>
public abstract record Content;

/// <summary>
/// A number of matching events in the window. An obligation counts interval events that lie wholly in it; a prohibition is offended by any overlap.
/// In a window that ends at the frame's start (a gate: <c>only after</c>) it is what had to come before the act.
/// </summary>
public sealed record CountContent(EventPattern Event) : Content
{
    /// <summary>How many. For a prohibition: what is allowed, if there is an upper end; else what is forbidden (<c>at least 1</c>: none is allowed).</summary>
    public Bound<long> Times { get; init; } = Bound<long>.AtLeast(1);

    /// <summary>How long each must have lasted to count; null: any length.</summary>
    public Bound<Duration>? EachLasting { get; init; }

    /// <summary>The least time from the end of one counted event to the beginning of the next, inclusive; null: none.</summary>
    public Term<Duration>? Apart { get; init; }

    /// <summary>Fields that must equal those of the same name in the trigger (case fields, as a rule).</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(CountContent? other) => other is not null && Event == other.Event && Times == other.Times
        && EachLasting == other.EachLasting && Apart == other.Apart && Same.SequenceEqual(other.Same);

    /// <inheritdoc />
    public override int GetHashCode() => Event.GetHashCode();
}

/// <summary>At least one matching event for every word of a choice field.</summary>
/// <param name="Event">The events.</param>
/// <param name="Field">The choice field.</param>
public sealed record OneOfEachContent(EventPattern Event, Field Field) : Content
{
    /// <summary>Fields that must equal those of the same name in the trigger.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(OneOfEachContent? other) =>
        other is not null && Event == other.Event && Field == other.Field && Same.SequenceEqual(other.Same);

    /// <inheritdoc />
    public override int GetHashCode() => Event.GetHashCode();
}

/// <summary>
/// A condition that holds throughout the window, or for a share of it.
/// </summary>
/// <param name="Condition">The condition, of type truth.</param>
public sealed record StayContent(Expression Condition) : Content
{
    /// <summary>The least share of the time, between 0 and 1, inclusive; null: all of it.</summary>
    public Term<decimal>? Share { get; init; }

    /// <summary>The share is of the time during which this holds; null: of the whole window. Only with <see cref="Share"/>.</summary>
    public Expression? Of { get; init; }

    /// <summary>Gaps up to this long, inclusive, are allowed; null: none. Not with <see cref="Share"/>.</summary>
    public Term<Duration>? Gaps { get; init; }
}

/// <summary>The time in the window during which a condition holds, all told, within bounds. Only with <see cref="Modality.Must"/>.</summary>
/// <param name="Condition">The condition, of type truth.</param>
/// <param name="Time">The bounds; with <paramref name="MeanOf"/> periods, those of the mean.</param>
/// <param name="MeanOf">Over how many periods the mean is taken; 1: the bounds are those of the total.</param>
public sealed record TotalContent(Expression Condition, Bound<Duration> Time, int MeanOf = 1) : Content;

/// <summary>A condition at the instant of the act (<c>only if</c>). The frame is the act.</summary>
public sealed record ConditionContent(Expression Condition) : Content;

/// <summary>The actor holds a role at the instant of the act (<c>only by</c>). The frame is the act.</summary>
public sealed record ActorContent(Role Role) : Content;

/// <summary>The spell of the frame is itself what must not be: the act, or the condition that lasts too long. Only with <see cref="Modality.MustNot"/>.</summary>
public sealed record HappeningContent : Content;
