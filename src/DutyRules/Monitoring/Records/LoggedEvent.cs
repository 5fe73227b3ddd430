using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Monitoring.Records;

/// <summary>An event of the history with its place in ticks.</summary>
internal sealed class LoggedEvent(EventRecord record, bool unsure = false) : IComparable<LoggedEvent>
{
    public EventRecord Record { get; } = record;

    /// <summary>It follows from another event, and it is unknown whether it is one (rule D1).</summary>
    public bool Unsure { get; } = unsure;

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

    /// <summary>(time, seq, id): the order of evidence.</summary>
    public int CompareTo(LoggedEvent? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPlace = Place.CompareTo(other.Place);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(Id, other.Id);
    }
}
