using System.Collections.Immutable;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// A value computed from events, one for each key: who is on duty, how many wait. As a function of time it is piecewise
/// constant and right-continuous. The <c>Where</c> of its patterns reads only the event's own fields and parameters.
/// </summary>
public abstract record StateDefinition
{
    /// <summary>The name, as conditions write it.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>
    /// The fields that make the key, without the partition field (every key lies in one partition). Empty: one value per partition.
    /// An event that lacks one of them does not touch the state.
    /// </summary>
    public ImmutableArray<string> Of { get; init; } = [];

    /// <summary>The type of the value.</summary>
    public abstract FieldType Type { get; }

    /// <summary>The value before the first event; null means unknown.</summary>
    public Value? Initially { get; init; }

    /// <summary>Where it was declared.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The parameters that say how long something counts.</summary>
    internal ImmutableArray<Parameter> Figures { get; init; } = [];

    /// <summary>The patterns of events that change it.</summary>
    public abstract IEnumerable<EventPattern> Sources { get; }

    /// <summary>The type of each key field, in the order of <see cref="Of"/>, taken from the first source that has it.</summary>
    public ImmutableArray<FieldType> KeyTypes =>
        [.. Of.Select(name => Sources.Select(s => s.Type.FindField(name)?.Type).First(t => t is not null)!)];

    /// <inheritdoc />
    public virtual bool Equals(StateDefinition? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// Yes from an event, no from another. On and off of one key in one instant (equal time and sequence) leave it as it was: a value that lasts no time does not exist.
/// </summary>
public sealed record SwitchState : StateDefinition
{
    /// <summary>What turns it on.</summary>
    public required ImmutableArray<EventPattern> On { get; init; }

    /// <summary>What turns it off.</summary>
    public required ImmutableArray<EventPattern> Off { get; init; }

    /// <summary>How long it stays on by itself, elapsed time, exclusive; null: until something turns it off.</summary>
    public Duration? OnFor { get; init; }

    /// <inheritdoc />
    public override FieldType Type => FieldType.Truth;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => On.Concat(Off);

    /// <inheritdoc />
    public bool Equals(SwitchState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>An event with a sample. One whose field is absent makes the value unknown.</summary>
/// <param name="Pattern">The events.</param>
/// <param name="Field">The field that is read; null: the event's place in time (an instant).</param>
public sealed record SampleSource(EventPattern Pattern, Field? Field = null);

/// <summary>
/// The latest value of a field, or the time of the latest event. Of several values in one instant that of the greatest event id (ordinal)
/// wins. With <see cref="StaleAfter"/> it is a gauge: unknown from that long after its last sample, and before its first.
/// </summary>
public sealed record LatestState : StateDefinition
{
    /// <summary>The events that carry a sample, at least one; all values are of one type.</summary>
    public required ImmutableArray<SampleSource> Samples { get; init; }

    /// <summary>The events that set it back to what it is initially (rule S11).</summary>
    public ImmutableArray<EventPattern> Back { get; init; } = [];

    /// <summary>After this long without a sample the value is unknown; null: it stays.</summary>
    public Duration? StaleAfter { get; init; }

    /// <inheritdoc />
    public override FieldType Type => Samples[0].Field?.Type ?? FieldType.Instant;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => Samples.Select(s => s.Pattern).Concat(Back);

    /// <inheritdoc />
    public bool Equals(LatestState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>
/// A whole number that events move by one. Changes of one instant count together. When it would fall below zero it becomes unknown, and stays so.
/// </summary>
public sealed record CountState : StateDefinition
{
    /// <summary>What adds one.</summary>
    public required ImmutableArray<EventPattern> Up { get; init; }

    /// <summary>What takes one away.</summary>
    public ImmutableArray<EventPattern> Down { get; init; } = [];

    /// <summary>It begins anew with each of these periods (rule S12); null: never. Not with <see cref="Over"/>.</summary>
    public Norms.CalendarUnit? Per { get; init; }

    /// <summary>Only events of this elapsed time back count (rule S13); null: all. Nothing takes away then, and it is 0 initially.</summary>
    public Duration? Over { get; init; }

    /// <inheritdoc />
    public override FieldType Type => FieldType.Integer;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => Up.Concat(Down);

    /// <inheritdoc />
    public bool Equals(CountState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>An event that moves a sum, and the field with the amount.</summary>
/// <param name="Pattern">The events.</param>
/// <param name="Amount">A field of type number, whole number or money.</param>
public sealed record AmountSource(EventPattern Pattern, Field Amount);

/// <summary>
/// A sum of amounts that events carry. Changes of one instant count together. An event without its amount makes it unknown, and it stays so.
/// </summary>
public sealed record SumState : StateDefinition
{
    /// <summary>What adds to it; at least one. All amounts are of one type, which is that of the state.</summary>
    public required ImmutableArray<AmountSource> Plus { get; init; }

    /// <summary>What takes away from it.</summary>
    public ImmutableArray<AmountSource> Minus { get; init; } = [];

    /// <summary>It begins anew with each of these periods (rule S12); null: never. Not with <see cref="Over"/>.</summary>
    public Norms.CalendarUnit? Per { get; init; }

    /// <summary>Only events of this elapsed time back count (rule S13); null: all. Nothing takes away then, and it is 0 initially.</summary>
    public Duration? Over { get; init; }

    /// <inheritdoc />
    public override FieldType Type => Plus[0].Amount.Type;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => Plus.Concat(Minus).Select(s => s.Pattern);

    /// <inheritdoc />
    public bool Equals(SumState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>
/// How many members are in. Each member (named by a field) is in from one event until another; entering twice counts once, leaving without
/// having entered is ignored. In and out of one member in one instant leave it as it was. Starts empty.
/// </summary>
public sealed record MembershipState : StateDefinition
{
    /// <summary>The field that names the member, carried by every source.</summary>
    public required string Member { get; init; }

    /// <summary>What lets a member in.</summary>
    public required ImmutableArray<EventPattern> In { get; init; }

    /// <summary>What lets a member out.</summary>
    public required ImmutableArray<EventPattern> Out { get; init; }

    /// <inheritdoc />
    public override FieldType Type => FieldType.Integer;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => In.Concat(Out);

    /// <inheritdoc />
    public bool Equals(MembershipState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
