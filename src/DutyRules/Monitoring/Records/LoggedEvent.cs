using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Monitoring.Records;

/// <summary>An event of the history with its place in ticks.</summary>
/// <param name="record">What was recorded, or is made of it.</param>
/// <param name="unsure">Whether it is unknown that it is an event of its type.</param>
/// <param name="rank">0 if it was recorded; of what derives from one event, the place among the derived types.</param>
internal sealed class LoggedEvent(EventRecord record, bool unsure = false, int rank = 0) : IComparable<LoggedEvent>
{
    public EventRecord Record { get; } = record;

    /// <summary>It follows from another event, and it is unknown whether it is one (rule D1).</summary>
    public bool Unsure { get; } = unsure;

    /// <summary>An event comes before what it counts as.</summary>
    public int Rank { get; } = rank;

    /// <summary>The events that follow from it.</summary>
    public ImmutableArray<LoggedEvent> Derived { get; set; } = [];

    public string Id => Record.Id;

    public EventType Type => Record.Type;

    /// <summary>When it began.</summary>
    public long At { get; } = Ticks.Of(record.At);

    /// <summary>Its place in time: its end.</summary>
    public long Time { get; } = Ticks.Of(record.Time);

    public Place Place => new(Time, Record.Sequence);

    public string? Actor { get; } = record.Actor;

    /// <summary>(time, seq, id), an event before what it counts as (rules E8, D1).</summary>
    public int CompareTo(LoggedEvent? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPlace = Place.CompareTo(other.Place);
        byPlace = byPlace != 0 ? byPlace : string.CompareOrdinal(Id, other.Id);
        return byPlace != 0 ? byPlace : Rank.CompareTo(other.Rank);
    }
}
