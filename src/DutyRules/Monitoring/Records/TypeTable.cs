using System.Runtime.CompilerServices;
using DutyRules.Events;

namespace DutyRules.Monitoring.Records;

/// <summary>What is known of each of a fixed set of event types, found by the type itself in a few instructions.</summary>
internal sealed class TypeTable<T>
    where T : class
{
    private readonly (EventType Type, T Entry)[] _entries;

    public TypeTable(IReadOnlyCollection<(EventType Type, T Entry)> entries)
    {
        _entries = new (EventType, T)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 4))];
        foreach (var entry in entries)
        {
            var place = PlaceOf(entry.Type);
            while (_entries[place].Type is not null)
            {
                place = (place + 1) & (_entries.Length - 1);
            }

            _entries[place] = entry;
        }
    }

    /// <summary>The entry of a type; null if it has none.</summary>
    public T? Find(EventType type)
    {
        for (var place = PlaceOf(type); _entries[place].Type is { } found; place = (place + 1) & (_entries.Length - 1))
        {
            if (ReferenceEquals(found, type))
            {
                return _entries[place].Entry;
            }
        }

        return null;
    }

    private int PlaceOf(EventType type) => RuntimeHelpers.GetHashCode(type) & (_entries.Length - 1);
}
