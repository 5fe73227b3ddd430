using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>The order in which a history is told: by time, sequence, id (ordinal), revision, a withdrawal last.</summary>
public sealed class EventOrder : IComparer<EventRecord>
{
    private EventOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static EventOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(EventRecord? x, EventRecord? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var order = x.Time.CompareTo(y.Time);
        order = order != 0 ? order : x.Sequence.CompareTo(y.Sequence);
        order = order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
        order = order != 0 ? order : x.Revision.CompareTo(y.Revision);
        return order != 0 ? order : x.Withdrawn.CompareTo(y.Withdrawn);
    }
}
