using System.Collections.Immutable;
using NodaTime;

namespace DutyRules.Time.Recurrences;

/// <summary>What a rule steps by.</summary>
internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday; with an ordinal the nth one of the month or year, counted from its end when negative.</summary>
internal readonly record struct WeekdayPart(int? Ordinal, IsoDayOfWeek Day);

/// <summary>A rule, part by part. A list that is empty was not written. Immutable.</summary>
internal sealed record RecurrenceParts
{
    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    /// <summary>The last date that may recur, inclusive.</summary>
    public LocalDate? Until { get; init; }

    public ImmutableArray<int> ByMonth { get; init; } = [];

    public ImmutableArray<int> ByWeekNo { get; init; } = [];

    public ImmutableArray<int> ByYearDay { get; init; } = [];

    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    public ImmutableArray<WeekdayPart> ByDay { get; init; } = [];

    public ImmutableArray<int> BySetPos { get; init; } = [];

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Years are those of weeks where weeks of the year are asked for: each date belongs to the year of its week.</summary>
    public bool HasWeekYears => !ByWeekNo.IsEmpty;

    /// <summary>True when an ordinal counts weekdays within the month, false within the year.</summary>
    public bool CountsInMonth => Frequency == Frequency.Monthly || !ByMonth.IsEmpty;

    /// <summary>The same rule with everything written that is taken from the first date where it is left out.</summary>
    public RecurrenceParts CompletedBy(LocalDate start)
    {
        if (!ByDay.IsEmpty || !ByMonthDay.IsEmpty || !ByYearDay.IsEmpty)
        {
            return this;
        }

        return Frequency switch
        {
            Frequency.Daily => this,
            Frequency.Monthly => this with { ByMonthDay = [start.Day] },
            Frequency.Yearly when !HasWeekYears => this with
            {
                ByMonth = ByMonth.IsEmpty ? [start.Month] : ByMonth,
                ByMonthDay = [start.Day],
            },
            _ => this with { ByDay = [new WeekdayPart(null, start.DayOfWeek)] },
        };
    }
}
