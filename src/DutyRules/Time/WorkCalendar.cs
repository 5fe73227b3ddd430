using System.Collections.Immutable;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Time;

/// <summary>What a date is in a work calendar.</summary>
public enum DateKind
{
    /// <summary>A day of work by its weekday.</summary>
    Working,

    /// <summary>A weekday on which nobody works, as a rule the weekend.</summary>
    RestDay,

    /// <summary>A day off that was published as such, whatever its weekday.</summary>
    Holiday,

    /// <summary>A day of work that was published as such, on a weekday that would be a rest day: it makes up for a holiday.</summary>
    MakeUp,
}

/// <summary>A holiday: consecutive days off under one name.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="First">The first day off.</param>
/// <param name="Last">The last day off, inclusive.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Holiday(LocalizedText Name, LocalDate First, LocalDate Last, SourceSpan Span = default)
{
    /// <summary>True when the date is one of its days.</summary>
    public bool Covers(LocalDate date) => First <= date && date <= Last;
}

/// <summary>A day of work in place of a rest day.</summary>
/// <param name="Date">The day.</param>
/// <param name="For">The holiday it makes up for; null if that is not said.</param>
/// <param name="Span">Where it was written.</param>
public sealed record MakeUpDay(LocalDate Date, LocalizedText? For = null, SourceSpan Span = default);

/// <summary>
/// Which dates are days of work: weekdays, published holidays and make-up days. A date of a year whose holidays are not published is <i>not known</i>, unless it is listed itself:
/// what depends on it is undetermined, never guessed. Immutable; any thread may read it.
/// </summary>
public sealed record WorkCalendar
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Which edition it is; verdicts that depend on the calendar carry it.</summary>
    public required string Revision { get; init; }

    /// <summary>The weekdays that are days of work.</summary>
    public ImmutableArray<IsoDayOfWeek> WorkingWeekdays { get; init; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>The years whose holidays are all listed, ascending.</summary>
    public ImmutableArray<int> KnownYears { get; init; } = [];

    /// <summary>The holidays, by date; no two share a day.</summary>
    public ImmutableArray<Holiday> Holidays { get; init; } = [];

    /// <summary>The make-up days, by date.</summary>
    public ImmutableArray<MakeUpDay> MakeUpDays { get; init; } = [];

    /// <summary>Where it was declared.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The name and the revision, as verdicts carry them: <c>cn 2026-1</c>.</summary>
    public string Edition => $"{Name} {Revision}";

    /// <summary>What a date is; null when that is not known. A date that is listed is known whatever its year.</summary>
    public DateKind? KindOf(LocalDate date) =>
        HolidayOn(date) is not null ? DateKind.Holiday
        : MakeUpDays.Any(day => day.Date == date) ? DateKind.MakeUp
        : !KnownYears.Contains(date.Year) ? null
        : WorkingWeekdays.Contains(date.DayOfWeek) ? DateKind.Working
        : DateKind.RestDay;

    /// <summary>Whether a date is a day of work; null when that is not known.</summary>
    public bool? IsWorkingDay(LocalDate date) => KindOf(date) is { } kind ? kind is DateKind.Working or DateKind.MakeUp : null;

    /// <summary>The holiday that a date belongs to, if it is listed in one.</summary>
    public Holiday? HolidayOn(LocalDate date) => Holidays.FirstOrDefault(holiday => holiday.Covers(date));

    /// <summary>The last year whose holidays are listed; null if there is none.</summary>
    public int? LastKnownYear => KnownYears.IsEmpty ? null : KnownYears[^1];

    /// <inheritdoc />
    public bool Equals(WorkCalendar? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Edition.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Edition;
}
