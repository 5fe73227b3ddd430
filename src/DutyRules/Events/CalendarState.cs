using NodaTime;
using DutyRules.Norms;

namespace DutyRules.Events;

/// <summary>
/// A state that no event changes: whether it is a day of some class, or whether the site is within named hours. One value per partition; unknown where the calendar does not know the date, and where the
/// partition is not declared.
/// </summary>
public abstract record CalendarState : StateDefinition
{
    /// <inheritdoc />
    public override FieldType Type => FieldType.Truth;

    /// <inheritdoc />
    public override IEnumerable<EventPattern> Sources => [];
}

/// <summary>True throughout the days of a class.</summary>
public sealed record DayState : CalendarState
{
    /// <summary>The class.</summary>
    public required DayClass Class { get; init; }

    /// <inheritdoc />
    public bool Equals(DayState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>True within named hours of the site.</summary>
public sealed record HoursState : CalendarState
{
    /// <summary>The name of the hours.</summary>
    public required string Hours { get; init; }

    /// <inheritdoc />
    public bool Equals(HoursState? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
