using DutyRules.Events;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>
/// The order in which a history is told when all of it is at hand: by <see cref="ToldAt"/>, sequence, id (ordinal), revision, a withdrawal last.
/// </summary>
public sealed class EventOrder : IComparer<EventRecord>
{
    private EventOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static EventOrder Instance { get; } = new();

    /// <summary>
    /// When a record is told: at its own time, or at the earliest time of what it corrects, so that a correction in a file is never too late for it.
    /// </summary>
    public static Instant ToldAt(EventRecord record)
    {
        var told = record.Time;
        foreach (var was in record.Was)
        {
            told = Instant.Min(told, was);
        }

        return told;
    }

    /// <inheritdoc />
    public int Compare(EventRecord? x, EventRecord? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var order = ToldAt(x).CompareTo(ToldAt(y));
        order = order != 0 ? order : x.Sequence.CompareTo(y.Sequence);
        order = order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
        order = order != 0 ? order : x.Revision.CompareTo(y.Revision);
        return order != 0 ? order : x.Withdrawn.CompareTo(y.Withdrawn);
    }
}
