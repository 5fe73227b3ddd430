using System.Collections.Immutable;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Time;

/// <summary>From one local time to another on a date, half-open. An end that is not after the beginning lies on the next date: <c>22:00 to 2:00</c>, <c>0:00 to 0:00</c> (all day).</summary>
/// <param name="From">The beginning, inclusive.</param>
/// <param name="To">The end, exclusive.</param>
public readonly record struct HoursSpan(LocalTime From, LocalTime To)
{
    /// <summary>True when it ends on the date after the one it begins on.</summary>
    public bool EndsNextDay => To <= From;
}

/// <summary>The hours of one date, by beginning; none: closed. Equality is by content.</summary>
public sealed record DayHours(ImmutableArray<HoursSpan> Spans)
{
    /// <summary>No hours at all.</summary>
    public static DayHours Closed { get; } = new([]);

    /// <summary>True when there are none.</summary>
    public bool IsClosed => Spans.IsEmpty;

    /// <inheritdoc />
    public bool Equals(DayHours? other) => other is not null && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc />
    public override int GetHashCode() => Spans.IsEmpty ? 0 : HashCode.Combine(Spans.Length, Spans[0]);
}

/// <summary>Other hours on some dates.</summary>
/// <param name="First">The first date.</param>
/// <param name="Last">The last date, inclusive.</param>
/// <param name="Hours">The hours of each of them.</param>
/// <param name="Because">Why; null if that is not said.</param>
/// <param name="Span">Where it was written.</param>
public sealed record HoursException(
    LocalDate First, LocalDate Last, DayHours Hours, LocalizedText? Because = null, SourceSpan Span = default)
{
    /// <summary>True when the date is one of its dates.</summary>
    public bool Covers(LocalDate date) => First <= date && date <= Last;
}

/// <summary>
/// Named hours of a site: when it is open, when it is busy. For each date the first of these that speaks of it counts: an exception (the last one that covers the date), the hours of
/// holidays, those of make-up days, those of its weekday; else it is closed. Immutable; any thread may read it.
/// </summary>
public sealed record SiteHours
{
    /// <summary>The name of the hours at which a site is open: what opening days, openings and <c>opening</c> and <c>closing</c> are made of.</summary>
    public const string Opening = "opening";

    /// <summary>The name: <see cref="Opening"/>, or another.</summary>
    public required string Name { get; init; }

    /// <summary>The hours of each weekday; one that is missing is closed.</summary>
    public ImmutableDictionary<IsoDayOfWeek, DayHours> OfWeekdays { get; init; } = ImmutableDictionary<IsoDayOfWeek, DayHours>.Empty;

    /// <summary>The hours of holidays; null: as the weekday.</summary>
    public DayHours? OfHolidays { get; init; }

    /// <summary>The hours of make-up days; null: as the weekday.</summary>
    public DayHours? OfMakeUpDays { get; init; }

    /// <summary>Other hours on some dates; of several that cover a date the last counts.</summary>
    public ImmutableArray<HoursException> Exceptions { get; init; } = [];

    /// <summary>Where they were declared.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>True when a work calendar bears on them.</summary>
    public bool NeedsCalendar => OfHolidays is not null || OfMakeUpDays is not null;

    /// <summary>The hours of a date; null when that depends on a work calendar that does not know the date (or is missing).</summary>
    public DayHours? On(LocalDate date, WorkCalendar? calendar)
    {
        if (ExceptionOn(date) is { } exception)
        {
            return exception.Hours;
        }

        if (NeedsCalendar)
        {
            switch (calendar?.KindOf(date))
            {
                case null:
                    return null;
                case DateKind.Holiday when OfHolidays is not null:
                    return OfHolidays;
                case DateKind.MakeUp when OfMakeUpDays is not null:
                    return OfMakeUpDays;
            }
        }

        return OfWeekdays.GetValueOrDefault(date.DayOfWeek, DayHours.Closed);
    }

    /// <summary>The exception that decides a date, if one does.</summary>
    public HoursException? ExceptionOn(LocalDate date) => Exceptions.LastOrDefault(exception => exception.Covers(date));

    /// <inheritdoc />
    public bool Equals(SiteHours? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
