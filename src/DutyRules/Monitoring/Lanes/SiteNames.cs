using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What the names of a batch are to a monitor: which partition, and which number at the site where it came last.</summary>
internal sealed class SiteNames
{
    private NamedPartition[] _partitions = [];
    private (int Site, int Number)[] _numbers = [];

    /// <summary>From here on the names are those of another batch.</summary>
    public void Begin(EventBatch batch)
    {
        Clear(ref _partitions, batch.Partitions.Count);
        Clear(ref _numbers, batch.Names.Count);
    }

    /// <summary>The partition of a number, as far as it was found out.</summary>
    public ref NamedPartition PartitionOf(int partition) => ref _partitions[partition];

    /// <summary>A partition is to be found out anew; -1: none.</summary>
    public void Forget(int partition)
    {
        if (partition >= 0)
        {
            _partitions[partition].IsKnown = false;
        }
    }

    /// <summary>The site where a name came last, by its serial, and its number there; site 0: none.</summary>
    public ref (int Site, int Number) NumberOf(int name) => ref _numbers[name];

    /// <summary>The sites have given their names other numbers.</summary>
    public void ForgetNumbers() => Array.Clear(_numbers);

    private static void Clear<T>(ref T[] entries, int count)
    {
        if (entries.Length < count)
        {
            entries = new T[Math.Max(count, entries.Length * 2)];
        }
        else
        {
            Array.Clear(entries, 0, count);
        }
    }
}

/// <summary>The partition that a name of a batch means.</summary>
internal struct NamedPartition
{
    /// <summary>Whether it was found out.</summary>
    public bool IsKnown;

    /// <summary>It belongs to another monitor.</summary>
    public bool IsForeign;

    /// <summary>The place of the site in its lanes, and its serial.</summary>
    public int Index;
    public int Serial;

    /// <summary>Its lanes; null: none of its norms goes in one.</summary>
    public SiteLanes? Lanes;

    /// <summary>Who listens to the rows of each type that lanes alone may read; null at a type that others read, or that is to be looked at closely; null: every row is.</summary>
    public Listeners?[]? Ways;

    /// <summary>The partition; null if there is none yet.</summary>
    public PartitionMonitor? Partition;
}
