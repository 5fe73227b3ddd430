using System.Collections.Immutable;
using System.Security.Cryptography;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Lanes;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>
/// Judges norms against events. Time moves only when <see cref="AdvanceTo"/> is called; no clock, thread, file or culture is read.
/// Not thread safe: use one monitor per thread, for instance one per partition.
/// </summary>
public sealed class DutyMonitor
{
    private const int Format = 3;
    private static readonly byte[] _magic = "DUTYSNAP"u8.ToArray();

    private readonly Plan _plan;
    private readonly MonitorOptions _options;
    private readonly long _start;
    private readonly Admission _admission;
    private readonly ChangeOrder _order;
    private readonly Dictionary<string, PartitionMonitor> _partitions = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PartitionMonitor, long> _wakes = new();
    private readonly HashSet<PartitionMonitor> _touched = [];
    private readonly LaneMonitor _lanes;
    private long _now;
    private long _complete;
    private readonly long _maxAhead;

    /// <summary>A monitor whose record begins at <paramref name="start"/>: periods that begin earlier are not judged, earlier events are refused.</summary>
    /// <param name="policies">The norms and their vocabulary.</param>
    /// <param name="start">Where the record begins, inclusive; floored to 100 ns.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="ArgumentException">A norm follows one that is not in the set.</exception>
    public DutyMonitor(PolicySet policies, Instant start, MonitorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _options = options ?? new MonitorOptions();
        _plan = Plans.For(policies, _options.Timeline);
        _order = new ChangeOrder(_plan);
        _start = _now = _complete = Ticks.Of(start);
        _admission = new Admission(_plan.Vocabulary, _options);
        _maxAhead = Ticks.Of(_options.MaxAhead);
        _lanes = new LaneMonitor(_plan, _start, _options.Statuses);
        foreach (var site in _plan.Vocabulary.Sites)
        {
            AddPartition(site.Name);
        }
    }

    /// <summary>Every record with a time before this instant was declared to be in (but for allowed lateness).</summary>
    public Instant Now => Ticks.ToInstant(_now);

    /// <summary>What was taken in, repeated and refused so far.</summary>
    public MonitorCounts Counts => _admission.Counts;

    /// <summary>
    /// Takes a record in. It is judged by the next <see cref="AdvanceTo"/>. A refused record changes nothing and is counted.
    /// </summary>
    public Observation Observe(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return IsHeldForLanes(record) ? new Observation(ObservationStatus.Accepted) : Join(record);
    }

    /// <summary>A plain record that nobody but a lane reads is held for it: it need not join the history.</summary>
    private bool IsHeldForLanes(EventRecord record)
    {
        var time = Ticks.Of(record.At);
        if (_admission.PlainShapeOf(record) is not { } shape || (time < _now || time < _start || time - _now > _maxAhead)
            || !_partitions.TryGetValue(record.Fields[shape.Partition]!.Value.AsText, out var partition) || !partition.Hold(record, shape, time))
        {
            return false;
        }

        _lanes.Await(partition.Lane!);
        _admission.CountAccepted();
        return true;
    }

    private Observation Join(EventRecord record)
    {
        if (_admission.Refuses(record, _start, _now, WatermarkOf(record.Type.Lateness)) is { } refused)
        {
            return _admission.Refuse(refused);
        }

        var name = record[record.Type.FindField(_plan.Vocabulary.PartitionField)!]!.Value.AsText;
        var partition = _partitions.GetValueOrDefault(name);
        if (partition is not { IsDeclared: true } && _options.Strict)
        {
            return _admission.Refuse(AdmissionDiagnostics.UndeclaredSite.At(SourceSpan.None, record.Id, name));
        }

        if (_options.Strict && _admission.StrangeThing(record, name) is { } strange)
        {
            return _admission.Refuse(strange);
        }

        partition ??= AddPartition(name);
        partition.JoinHeld();
        var effect = partition.Observe(record, WatermarkOf(record.Type.Lateness), _options.Strict);
        if (effect is RecordEffect.Taken or RecordEffect.TakenInConflict)
        {
            _touched.Add(partition);
            if (partition.Lane is { Waits: true } lane)
            {
                _lanes.Await(lane);
            }
        }

        return _admission.Answer(record, effect, partition, _options.Strict);
    }

    /// <summary>
    /// Declares that every record with a time before <paramref name="now"/> is in, but for those that may still be late, and returns what changed by it, ordered
    /// by cut. A smaller <paramref name="now"/> than before changes nothing and is counted.
    /// </summary>
    public IReadOnlyList<VerdictChange> AdvanceTo(Instant now)
    {
        var time = Ticks.Of(now);
        if (time < _now)
        {
            _admission.CountTimeGoingBack();
            return [];
        }

        _now = time;
        return Advance(now, all: false);
    }

    /// <summary>
    /// As <see cref="AdvanceTo"/>, and declares that nothing before <paramref name="now"/> will be late: every verdict with a cut up to it becomes final.
    /// </summary>
    public IReadOnlyList<VerdictChange> CompleteTo(Instant now)
    {
        var time = Ticks.Of(now);
        if (time < _now)
        {
            _admission.CountTimeGoingBack();
            return [];
        }

        _now = _complete = time;
        return Advance(now, all: true);
    }

    /// <summary>The instances that are open now, by due time, then norm and key.</summary>
    public IReadOnlyList<UpcomingDuty> Upcoming() =>
        Sorted(_partitions.Values.SelectMany(p => p.Upcoming(_now)));

    /// <summary>
    /// The duties that fall due in <c>[from, to)</c>, as far as they are known now: the open instances, and those that periods and planned shifts will bring. What waits for an event, a condition or
    /// another norm's outcome is not among them before it opens. By due time, then norm and key.
    /// </summary>
    /// <remarks>A roster that was taken in counts from the next <see cref="AdvanceTo"/> beyond the times of its records on. Duties of every day have no end: ask for as long as is needed.</remarks>
    /// <param name="from">The least due time, inclusive; what fell due before now is decided and not listed.</param>
    /// <param name="to">The greatest due time, exclusive.</param>
    public IReadOnlyList<UpcomingDuty> Upcoming(Instant from, Instant to) =>
        Sorted(_partitions.Values.SelectMany(p => p.Upcoming(_now, Ticks.Of(from), Ticks.Of(to))));

    private static IReadOnlyList<UpcomingDuty> Sorted(IEnumerable<UpcomingDuty> duties) =>
    [
        .. duties.OrderBy(d => d.Due).ThenBy(d => d.Norm.Id, StringComparer.Ordinal).ThenBy(d => d.Partition, StringComparer.Ordinal)
            .ThenBy(d => d.Instance.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Writes the whole state. Restoring it and going on gives the same verdicts as never having stopped. The stream stays open.</summary>
    public void Snapshot(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hashed = new HashedStream(stream);
        hashed.Write(_magic);
        using (var writer = new SnapshotWriter(hashed))
        {
            Write(writer);
        }

        stream.Write(hashed.Sum());
    }

    private void Write(SnapshotWriter writer)
    {
        writer.Write(Format);
        writer.Write(_plan.Fingerprint);
        writer.Write(_start);
        writer.Write(_now);
        writer.Write(_complete);
        writer.Write(Ticks.Of(_options.MaxAhead));
        writer.Write(_options.Strict);
        writer.Write(_options.FinalsOnly);
        writer.Write(StatusesOf(_options));
        writer.Write((int)_options.Timeline);
        writer.Write(_options.SettleAfter);
        _admission.Write(writer);
        writer.Write(_partitions.Count);
        foreach (var partition in _partitions.Values)
        {
            partition.JoinHeld();
            writer.Write(partition.Name);
            partition.Write(writer);
        }

        _lanes.Write(writer);
    }

    /// <summary>A monitor that goes on from a snapshot taken with the same policies.</summary>
    /// <exception cref="InvalidDataException">The snapshot is damaged, of another format, or of other policies.</exception>
    public static DutyMonitor Restore(PolicySet policies, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(stream);
        using var hashed = new HashedStream(stream);
        var magic = new byte[_magic.Length];
        if (hashed.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.AsSpan().SequenceEqual(_magic))
        {
            throw new InvalidDataException("this is not a snapshot of a monitor");
        }

        try
        {
            using var reader = new SnapshotReader(hashed, policies.Vocabulary);
            var monitor = Read(policies, reader);
            var sum = new byte[SHA256.HashSizeInBytes];
            var expected = hashed.Sum();
            stream.ReadExactly(sum);
            return sum.AsSpan().SequenceEqual(expected) ? monitor : throw new InvalidDataException("the snapshot is damaged");
        }
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
        {
            // Whatever damaged bytes lead to, it is they that are at fault.
            throw new InvalidDataException("the snapshot is damaged", e);
        }
    }

    private static string[] StatusesOf(MonitorOptions options) => options.Statuses.IsDefaultOrEmpty ? [] : [.. options.Statuses.Select(s => s.ToString())];

    private static DutyMonitor Read(PolicySet policies, SnapshotReader reader)
    {
        if (reader.ReadInt32() is var format && format != Format)
        {
            throw new InvalidDataException($"the snapshot is of format {format}; this version reads format {Format}");
        }

        var fingerprint = reader.ReadString();
        var start = reader.ReadInt64();
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
        var monitor = new DutyMonitor(policies, Ticks.ToInstant(start), options) { _now = now, _complete = complete };
        if (fingerprint != monitor._plan.Fingerprint)
        {
            throw new InvalidDataException("the snapshot was taken with other policies");
        }

        monitor._admission.Read(reader);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var name = reader.ReadString();
            var partition = monitor._partitions.GetValueOrDefault(name) ?? monitor.AddPartition(name);
            partition.Read(reader);
            partition.RestoreWaiting(now);
            if (partition.Lane is { Waits: true } lane)
            {
                monitor._lanes.Await(lane);
            }
        }

        monitor._lanes.Read(reader, now);
        return monitor;
    }

    private PartitionMonitor AddPartition(string name)
    {
        var partition = new PartitionMonitor(_plan, name, _start, _options.SettleAfter);
        partition.Lane = partition.IsDeclared ? _lanes.Add(partition) : null;
        _partitions.Add(name, partition);
        _touched.Add(partition);
        return partition;
    }

    private IReadOnlyList<VerdictChange> Advance(Instant now, bool all)
    {
        var changes = _lanes.Run(now, _now);
        if (all)
        {
            _touched.UnionWith(_partitions.Values);
        }

        while (_wakes.TryPeek(out var due, out var wake) && wake <= _now)
        {
            _wakes.Dequeue();
            if (due.ScheduledWake == wake)
            {
                due.ScheduledWake = long.MaxValue;
                _touched.Add(due);
            }
        }

        if (_touched.Count > 0)
        {
            changes = AdvanceTouched(all, changes ?? []);
        }

        if (changes is null)
        {
            return Array.Empty<VerdictChange>();
        }

        if (changes.Count > 1)
        {
            changes.Sort(_order);
        }

        return changes;
    }

    private List<VerdictChange> AdvanceTouched(bool all, List<VerdictChange> changes)
    {
        foreach (var partition in _touched)
        {
            partition.Advance(_now, WatermarkOf, all, changes);
            if (partition.NextWake is var next && next < partition.ScheduledWake)
            {
                partition.ScheduledWake = next;
                _wakes.Enqueue(partition, next);
            }
        }

        _touched.Clear();
        changes.RemoveAll(c => (_options.FinalsOnly && !c.IsFinal) || !IsAskedFor(c));
        return changes;
    }

    private bool IsAskedFor(VerdictChange change) => _options.Statuses.IsDefaultOrEmpty || _options.Statuses.Contains(change.Verdict.Status)
        || (change.Previous is { } previous && _options.Statuses.Contains(previous.Status));

    private long WatermarkOf(Duration lateness) => Math.Max(_complete, _now - Ticks.Of(lateness));
}
