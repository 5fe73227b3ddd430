using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>
/// Puts events in order, however many there are: up to <see cref="InMemory"/> are held at a time, further ones go to temporary files as sorted runs that are
/// merged in the end. The files are deleted when the reading ends, however it ends.
/// </summary>
public sealed class SortedEvents
{
    private const int MostRuns = 64;

    private readonly Vocabulary _vocabulary;

    /// <summary>Sorts events of <paramref name="vocabulary"/>.</summary>
    public SortedEvents(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>How many events are held in memory at a time.</summary>
    public int InMemory { get; init; } = 100_000;

    /// <summary>The folder for temporary files; null: that of the system.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>The events in <see cref="EventOrder"/>. Nothing is read before the first is asked for.</summary>
    /// <param name="events">The events in any order.</param>
    /// <param name="read">Is told how many events were read so far, every ten thousand.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IEnumerable<EventRecord> Sort(
        IEnumerable<EventRecord> events, Action<long>? read = null, CancellationToken cancellation = default)
    {
        using var runs = new SortedRuns(_vocabulary, TemporaryFolder);
        var buffer = new List<EventRecord>();
        var inOrder = true;
        long count = 0;
        foreach (var record in events)
        {
            cancellation.ThrowIfCancellationRequested();
            if (buffer.Count == InMemory)
            {
                Put(buffer, inOrder);
                runs.Add(buffer);
                buffer.Clear();
                inOrder = true;
                if (runs.Count == MostRuns)
                {
                    runs.Merge();
                }
            }

            inOrder = inOrder && (buffer.Count == 0 || EventOrder.Instance.Compare(buffer[^1], record) <= 0);
            buffer.Add(record);
            if (++count % 10_000 == 0)
            {
                read?.Invoke(count);
            }
        }

        Put(buffer, inOrder);
        foreach (var record in runs.Count == 0 ? buffer : runs.MergedWith(buffer))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    private static void Put(List<EventRecord> events, bool inOrder)
    {
        if (!inOrder)
        {
            events.Sort(EventOrder.Instance);
        }
    }
}
