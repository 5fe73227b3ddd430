using DutyRules.Events;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What the names of a batch are to a monitor: which partition, and which number at the site where it came last.</summary>
internal sealed class SiteNames
{
    private NamedPartition[] _partitions = [];
    private (int Site, int Number)[] _numbers = [];
    private EventBatch _batch = null!;

    /// <summary>From here on the names are those of another batch.</summary>
    public void Begin(EventBatch batch)
    {
        _batch = batch;
        Clear(ref _partitions, batch.Partitions.Count);
        Clear(ref _numbers, batch.Names.Count);
    }

    /// <summary>The batch is done with.</summary>
    public void End() => _batch = null!;

    /// <summary>The partition of a number, as far as it was found out.</summary>
    public ref NamedPartition PartitionOf(int partition) => ref _partitions[partition];

    /// <summary>The number of a name at a site; -1 if it never came there.</summary>
    public int Find(int name, LaneSite site)
    {
        ref var known = ref _numbers[name];
        if (known.Site == site.Serial)
        {
            return known.Number;
        }

        var number = site.Find(_batch.Names[name]);
        if (number >= 0)
        {
            known = (site.Serial, number);
        }

        return number;
    }

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

    /// <summary>The partition; null if there is none yet.</summary>
    public PartitionMonitor? Partition;

    /// <summary>What the lanes hold of it; null: nothing.</summary>
    public LaneSite? Lane;

    /// <summary>Who listens to the rows of each type that lanes alone may read; null at a type that others read, or that is to be looked at closely; null: there are no lanes.</summary>
    public Listeners?[]? Ways;
}
