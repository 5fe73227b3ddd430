using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Norms;

/// <summary>What an <see cref="EveryFrame"/> repeats by. The periods of a site lie in its zone.</summary>
public abstract record FramePeriod
{
    /// <summary>The calendar period of a kind.</summary>
    public static implicit operator FramePeriod(PeriodKind kind) => new CalendarUnit(kind);
}

/// <summary>The calendar periods. All are half-open, from local midnight to local midnight.</summary>
public enum PeriodKind
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January to March and so on.</summary>
    Quarter,

    /// <summary>January to June, July to December.</summary>
    HalfYear,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Calendar days, weeks, months and so on, one after the other.</summary>
/// <param name="Kind">Which.</param>
public sealed record CalendarUnit(PeriodKind Kind) : FramePeriod
{
    /// <summary>The first day of a week; Monday: ISO 8601. Without meaning for other kinds.</summary>
    public IsoDayOfWeek FirstWeekday { get; init; } = IsoDayOfWeek.Monday;
}

/// <summary>Which days are meant where not all are.</summary>
public enum DayClass
{
    /// <summary>Days of work in the calendar of the site, make-up days included.</summary>
    Working,

    /// <summary>Days on which the site opens at all.</summary>
    Opening,

    /// <summary>Published holidays.</summary>
    Holiday,
}

/// <summary>Every calendar day of a class.</summary>
public sealed record DaysOf(DayClass Class) : FramePeriod;

/// <summary>Every published holiday as a whole, from its first day to its last.</summary>
public sealed record HolidayPeriod : FramePeriod;

/// <summary>Every stretch of opening hours, from opening to closing.</summary>
public sealed record OpeningPeriod : FramePeriod;

/// <summary>The days of a recurrence.</summary>
public sealed record RecurringDays(Recurrence Rule) : FramePeriod;

/// <summary>Every planned shift of a role, from its start to its end.</summary>
/// <param name="Role">The role of the shift.</param>
public sealed record ShiftPeriod(Role Role) : FramePeriod
{
    /// <summary>The kinds of shift that are meant; empty: all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(ShiftPeriod? other) => other is not null && Role == other.Role && Kinds.SequenceEqual(other.Kinds);

    /// <inheritdoc />
    public override int GetHashCode() => Role.GetHashCode();
}
