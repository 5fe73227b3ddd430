using DutyRules.Events;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <content>Snapshots. One of several monitors that share the sites is the same as one of a monitor of all of them.</content>
public sealed partial class DutyMonitor
{
    private const byte Format = 5;
    private static readonly byte[] _head = [.. "DUTYSNAP"u8, Format];

    /// <summary>
    /// Writes the whole state. Restoring it and going on gives the same verdicts as never having stopped, with this monitor as with a <see cref="ParallelMonitor"/>. The stream stays open.
    /// </summary>
    public void Snapshot(Stream stream) => Write(stream, [this]);

    /// <summary>A monitor that goes on from a snapshot taken with the same policies.</summary>
    /// <exception cref="InvalidDataException">The snapshot is damaged, of another format, or of other policies.</exception>
    public static DutyMonitor Restore(PolicySet policies, Stream stream) => Read(policies, stream, 1)[0];

    /// <summary>Writes the state of monitors that share the sites.</summary>
    internal static void Write(Stream stream, DutyMonitor[] monitors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new SnapshotWriter(stream, _head);
        monitors[0].WriteOptions(writer);
        MonitorCounts.Sum(monitors.Select(m => m.Counts)).Write(writer);
        writer.Write(monitors.Sum(m => m._partitions.Count));
        foreach (var monitor in monitors)
        {
            foreach (var partition in monitor._partitions.Entries)
            {
                partition.JoinHeld();
                writer.Write(partition.Name);
                partition.Write(writer);
            }
        }

        writer.End();
    }

    /// <summary>Monitors that share the sites and go on from a snapshot.</summary>
    internal static DutyMonitor[] Read(PolicySet policies, Stream stream, int degree)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(stream);
        ReadHead(stream);
        try
        {
            using var reader = new SnapshotReader(stream, _head, policies.Vocabulary);
            var monitors = Read(policies, reader, new Shares(policies.Vocabulary, degree));
            reader.End();
            return monitors;
        }
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
        {
            // Whatever damaged bytes lead to, it is they that are at fault.
            throw new InvalidDataException("the snapshot is damaged", e);
        }
    }

    private static void ReadHead(Stream stream)
    {
        var head = new byte[_head.Length];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read < head.Length || !head.AsSpan(0, head.Length - 1).SequenceEqual(_head.AsSpan(0, head.Length - 1)))
        {
            throw new InvalidDataException("this is not a snapshot of a monitor");
        }

        if (head[^1] != Format)
        {
            throw new InvalidDataException($"the snapshot is of format {head[^1]}; this version reads format {Format}");
        }
    }

    private void WriteOptions(SnapshotWriter writer)
    {
        writer.Write(_plan.Fingerprint);
        writer.Write(_start);
        writer.Write(_now);
        writer.Write(_complete);
        writer.Write(_maxAhead);
        writer.Write(_options.Strict);
        writer.Write(_options.FinalsOnly);
        writer.Write(_options.Statuses.IsDefaultOrEmpty ? [] : [.. _options.Statuses.Select(s => s.ToString())]);
        writer.Write((int)_options.Timeline);
        writer.Write(_options.SettleAfter);
    }

    private static DutyMonitor[] Read(PolicySet policies, SnapshotReader reader, Shares shares)
    {
        var fingerprint = reader.ReadString();
        var start = Ticks.ToInstant(reader.ReadInt64());
        var (now, complete) = (reader.ReadInt64(), reader.ReadInt64());
        var options = new MonitorOptions
        {
            MaxAhead = Duration.FromTicks(reader.ReadInt64()),
            Strict = reader.ReadBoolean(),
            FinalsOnly = reader.ReadBoolean(),
            Statuses = [.. reader.ReadStrings().Select(Enum.Parse<VerdictStatus>)],
            Timeline = (Timelines)reader.ReadInt32(),
            SettleAfter = reader.ReadInt32(),
        };
        DutyMonitor[] monitors =
        [
            .. Enumerable.Range(0, shares.Count).Select(share => OfShare(policies, start, options, shares, share)),
        ];
        foreach (var monitor in monitors)
        {
            (monitor._now, monitor._complete) = (now, complete);
        }

        if (fingerprint != monitors[0]._plan.Fingerprint)
        {
            throw new InvalidDataException("the snapshot was taken with other policies");
        }

        monitors[0]._admission.Restore(MonitorCounts.Read(reader));
        foreach (var monitor in monitors)
        {
            monitor._lanes.BeginRestoring();
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var name = reader.ReadString();
            monitors[shares.Of(name)].Read(name, reader);
        }

        foreach (var monitor in monitors)
        {
            monitor._lanes.EndRestoring(now);
        }

        return monitors;
    }

    private void Read(string name, SnapshotReader reader)
    {
        var partition = _partitions.TryFind(name, out var known) ? known : AddPartition(name);
        partition.Read(reader);
        partition.RestoreWaiting(_now);
        if (partition.Lane is { Waits: true } lane)
        {
            _lanes.Await(lane);
        }
    }
}
