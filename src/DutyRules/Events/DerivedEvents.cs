using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Events;

/// <summary>Where the events of a type come from when nobody records them.</summary>
public abstract record DerivedEvents
{
    /// <summary>The type; one of <see cref="Vocabulary.Events"/>, with an <see cref="EventType.Origin"/> other than <see cref="EventOrigin.Recorded"/>.</summary>
    public required EventType Type { get; init; }

    /// <summary>Where it was declared.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>What counts as an event of the type (rule D1).</summary>
public sealed record CountsAs : DerivedEvents
{
    /// <summary>The events that count; the conditions read their own fields and parameters only. Of recorded types, or of derived types and outcomes that are declared before.</summary>
    public required ImmutableArray<EventPattern> Sources { get; init; }

    /// <inheritdoc />
    public bool Equals(CountsAs? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Type.GetHashCode();
}

/// <summary>The verdicts of a norm, as events (rule D2). The type has the fields <c>person</c> and <c>status</c>, the partition field, and those of the norm's trigger.</summary>
public sealed record OutcomesOf : DerivedEvents
{
    /// <summary>The name of the field with the status.</summary>
    public const string StatusField = "status";

    /// <summary>The norm.</summary>
    public required string NormId { get; init; }
}
