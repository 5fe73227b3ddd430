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

    /// <summary>Fields that must equal those of the same name in the trigger (case fields, as a rule), or the thing of <see cref="Norm.ForEach"/>.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <summary>True: an event serves one instance only (rule C20). Only with <see cref="Modality.Must"/> and without an upper end.</summary>
    public bool Once { get; init; }

    /// <inheritdoc />
    public bool Equals(CountContent? other) => other is not null && Event == other.Event && Times == other.Times
        && EachLasting == other.EachLasting && Apart == other.Apart && Once == other.Once && Same.SequenceEqual(other.Same);

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

/// <summary>How the items of a composite belong together.</summary>
public enum Composition
{
    /// <summary>Each of them.</summary>
    All,

    /// <summary>At least one of them.</summary>
    Any,

    /// <summary>Each of them, one after the other.</summary>
    InOrder,
}

/// <summary>One item of a composite: so many events at least.</summary>
/// <param name="Event">The events.</param>
public sealed record ContentItem(EventPattern Event)
{
    /// <summary>How many, at least 1; 1 in order.</summary>
    public Term<long> Times { get; init; } = 1L;

    /// <summary>Who does it; null: as the norm says.</summary>
    public Party? DoneBy { get; init; }

    /// <summary>It is asked for only if this holds (of type truth; reads the trigger, and states as they are before it); null: always.</summary>
    public Expression? If { get; init; }
}

/// <summary>Several things to be done in one window (rule C15). Only with <see cref="Modality.Must"/>.</summary>
/// <param name="How">All, any, or in order.</param>
/// <param name="Items">At least one.</param>
public sealed record CompositeContent(Composition How, ImmutableArray<ContentItem> Items) : Content
{
    /// <summary>Fields that must equal those of the same name in the trigger, or the thing of <see cref="Norm.ForEach"/>; every item has them.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(CompositeContent? other) =>
        other is not null && How == other.How && Items.SequenceEqual(other.Items) && Same.SequenceEqual(other.Same);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(How, Items.Length);
}

/// <summary>What is measured of events.</summary>
public enum MeasureKind
{
    /// <summary>The sum of a value.</summary>
    Sum,

    /// <summary>The mean of a value.</summary>
    Mean,

    /// <summary>The least value.</summary>
    Least,

    /// <summary>The greatest value.</summary>
    Greatest,

    /// <summary>How many different values there are.</summary>
    Distinct,

    /// <summary>The part of the events on which a condition holds, between 0 and 1.</summary>
    Share,
}

/// <summary>A figure computed of the matching events in the window, within bounds (rule C16). Only with <see cref="Modality.Must"/>.</summary>
/// <param name="Kind">Which figure.</param>
/// <param name="Event">The events.</param>
/// <param name="Of">
/// What is read from each: a number, whole number, amount of money or duration; for <see cref="MeasureKind.Distinct"/> of any type; for <see cref="MeasureKind.Share"/> the condition, of type truth.
/// </param>
/// <param name="Bounds">The bounds. Durations are in ticks of 100 ns; a share is between 0 and 1; a computed end is of the type of <paramref name="Of"/> (a number for a share, a whole number for distinct values).</param>
public sealed record MeasureContent(MeasureKind Kind, EventPattern Event, Expression Of, Bound<decimal> Bounds) : Content
{
    /// <summary>Fields that must equal those of the same name in the trigger, or the thing of <see cref="Norm.ForEach"/>.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(MeasureContent? other) => other is not null && Kind == other.Kind && Event == other.Event && Of == other.Of
        && Bounds == other.Bounds && Same.SequenceEqual(other.Same);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Event);
}

/// <summary>What a covering must cover.</summary>
public abstract record CoveredSet;

/// <summary>The holders of a role. Not of one that is seen in events.</summary>
/// <param name="Role">The role.</param>
public sealed record HoldersSet(Role Role) : CoveredSet;

/// <summary>The keys for which a switch is on.</summary>
/// <param name="State">A state of one field.</param>
public sealed record OnSet(SwitchState State) : CoveredSet;

/// <summary>The values of a field of events in the window, by whomever.</summary>
/// <param name="Event">The events.</param>
/// <param name="Field">The field; an event without it adds nothing.</param>
public sealed record ValuesSet(EventPattern Event, Field Field) : CoveredSet;

/// <summary>How a part of a number is made whole.</summary>
public enum Rounding
{
    /// <summary>To the next greater whole number.</summary>
    Up,

    /// <summary>To the next smaller.</summary>
    Down,

    /// <summary>To the nearest; halves up.</summary>
    Nearest,
}

/// <summary>Every member of a set, or a share of them, has a matching event in the window (rule C17). Only with <see cref="Modality.Must"/>.</summary>
/// <param name="Event">The events.</param>
/// <param name="Field">The field that names the member: of type text in the sense of <see cref="ValueKind"/>, or a choice.</param>
/// <param name="Set">The set.</param>
public sealed record CoveringContent(EventPattern Event, Field Field, CoveredSet Set) : Content
{
    /// <summary>The part of the set that is needed, between 0 and 1, if <see cref="ByCount"/> does not say it.</summary>
    public Term<decimal> Share { get; init; } = 1m;

    /// <summary>The part that is needed for each number of members; null: <see cref="Share"/>. One key of type whole number; of type number.</summary>
    public Table? ByCount { get; init; }

    /// <summary>How the number that is needed is made whole.</summary>
    public Rounding Rounding { get; init; } = Rounding.Up;

    /// <summary>True: the set is that of the window's opening; false: of its close. Without meaning for <see cref="ValuesSet"/>.</summary>
    public bool AsOfOpening { get; init; }

    /// <summary>Fields that must equal those of the same name in the trigger, or the thing of <see cref="Norm.ForEach"/>.</summary>
    public ImmutableArray<string> Same { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(CoveringContent? other) => other is not null && Event == other.Event && Field == other.Field && Set == other.Set
        && Share == other.Share && ByCount == other.ByCount && Rounding == other.Rounding && AsOfOpening == other.AsOfOpening && Same.SequenceEqual(other.Same);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Event, Field);
}

/// <summary>A condition that must come true in the window (rule C18). Only with <see cref="Modality.Must"/>.</summary>
/// <param name="Condition">The condition, of type truth.</param>
public sealed record MeetContent(Expression Condition) : Content;

/// <summary>Somebody says whether the duty was kept (rule C19). Only with <see cref="Modality.Must"/>.</summary>
/// <param name="Event">The events that say it, those of this norm: fields <c>bearer</c>, <c>of-case</c> and <c>thing</c>, as far as the type has them, name the instance.</param>
/// <param name="Kept">The field, of type truth, that says whether it was kept.</param>
public sealed record AttestedContent(EventPattern Event, Field Kept) : Content
{
    /// <summary>Who may say it; null: anyone.</summary>
    public Role? By { get; init; }

    /// <summary>The names of the fields that name the instance: bearer, case, thing.</summary>
    public static ImmutableArray<string> NamingFields { get; } = [AttestationEvents.BearerField, AttestationEvents.CaseField, AttestationEvents.ThingField];
}
