using NodaTime;

namespace DutyRules.Monitoring.Calendars;

/// <summary>One period of a frame: its name and its half-open extent in ticks.</summary>
/// <param name="Name">As instances are named by it.</param>
/// <param name="Start">Its first tick.</param>
/// <param name="End">The first tick after it.</param>
internal sealed record PeriodSpan(string Name, long Start, long End)
{
    /// <summary>False: the calendar does not say whether there is such a period.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>For openings: which of its date it is, from 1; 0 for all else.</summary>
    public int Ordinal { get; init; }

    /// <summary>Its first date.</summary>
    public LocalDate FirstDate { get; init; }
}
