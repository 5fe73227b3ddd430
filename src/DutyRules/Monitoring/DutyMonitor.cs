using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Lanes;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>
/// Judges norms against events. Time moves only when <see cref="AdvanceTo"/> is called; no clock, thread, file or culture is read.
/// Not thread safe. Partitions have nothing to do with each other: <see cref="ParallelMonitor"/> runs them on several threads, and so do several monitors of one policy set, one per thread,
/// each of which is handed the records of its own sites. Policies, records and verdicts are immutable and pass between threads freely.
/// </summary>
public sealed partial class DutyMonitor
{
    private readonly Plan _plan;
    private readonly MonitorOptions _options;
    private readonly long _start;
    private readonly Admission _admission;
    private readonly ChangeOrder _order;
    private readonly TextTable<PartitionMonitor> _partitions = new();
    private readonly PriorityQueue<PartitionMonitor, long> _wakes = new();
    private readonly HashSet<PartitionMonitor> _touched = [];
    private readonly LaneMonitor _lanes;
    private readonly LaneVerdicts _laneVerdicts;
    private readonly List<VerdictChange> _changes = [];
    private readonly Func<string, bool> _has;
    private bool _isShare;
    private long _now;
    private long _complete;
    private readonly long _maxAhead;

    /// <summary>A monitor whose record begins at <paramref name="start"/>: periods that begin earlier are not judged, earlier events are refused.</summary>
    /// <param name="policies">The norms and their vocabulary.</param>
    /// <param name="start">Where the record begins, inclusive; floored to 100 ns.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="ArgumentException">A norm follows one that is not in the set.</exception>
    public DutyMonitor(PolicySet policies, Instant start, MonitorOptions? options = null)
        : this(policies, start, options, site => true)
    {
    }

    /// <summary>A monitor of some of the sites; it must be handed no record of another.</summary>
    internal static DutyMonitor OfShare(PolicySet policies, Instant start, MonitorOptions? options, Shares shares, int share) =>
        new(policies, start, options, site => shares.Of(site) == share) { _isShare = shares.Count > 1 };

    private DutyMonitor(PolicySet policies, Instant start, MonitorOptions? options, Func<string, bool> has)
    {
        ArgumentNullException.ThrowIfNull(policies);
        _options = options ?? new MonitorOptions();
        _plan = Plans.For(policies, _options.Timeline);
        _order = new ChangeOrder(_plan);
        _start = _now = _complete = Ticks.Of(start);
        _admission = new Admission(_plan.Vocabulary, _options);
        _shapes = [.. _plan.Vocabulary.Events.Select(_admission.ShapeOf)];
        _maxAhead = Ticks.Of(_options.MaxAhead);
        string[] sites = [.. _plan.Vocabulary.Sites.Select(s => s.Name).Where(has)];
        _has = has;
        _laneVerdicts = new LaneVerdicts(_options.Statuses, _changes);
        _lanes = new LaneMonitor(_plan, _start, _laneVerdicts, sites);
        foreach (var site in sites)
        {
            AddPartition(site);
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
            || !_partitions.TryFind(shape.PartitionOf(record), out var partition) || !partition.Hold(record, shape, time))
        {
            return false;
        }

        _lanes.Await(partition.Lane!);
        _admission.CountAccepted(1);
        return true;
    }

    private Observation Join(EventRecord record)
    {
        if (_admission.Refuses(record, _start, _now, WatermarkOf(record.Type.Lateness)) is { } refused)
        {
            return _admission.Refuse(refused);
        }

        var name = record[record.Type.FindField(_plan.Vocabulary.PartitionField)!]!.Value.AsText;
        _ = _partitions.TryFind(name, out var partition);
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
        Advance(all: false);
        return TakeChanges();
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
        Advance(all: true);
        return TakeChanges();
    }

    /// <summary>The instances that are open now, by due time, then norm and key.</summary>
    public IReadOnlyList<UpcomingDuty> Upcoming() =>
        Sorted(_partitions.Entries.SelectMany(p => p.Upcoming(_now)));

    /// <summary>
    /// The duties that fall due in <c>[from, to)</c>, as far as they are known now: the open instances, and those that periods and planned shifts will bring. What waits for an event, a condition or
    /// another norm's outcome is not among them before it opens. By due time, then norm and key.
    /// </summary>
    /// <remarks>A roster that was taken in counts from the next <see cref="AdvanceTo"/> beyond the times of its records on. Duties of every day have no end: ask for as long as is needed.</remarks>
    /// <param name="from">The least due time, inclusive; what fell due before now is decided and not listed.</param>
    /// <param name="to">The greatest due time, exclusive.</param>
    public IReadOnlyList<UpcomingDuty> Upcoming(Instant from, Instant to) =>
        Sorted(_partitions.Entries.SelectMany(p => p.Upcoming(_now, Ticks.Of(from), Ticks.Of(to))));

    /// <summary>The order of what is said at one time.</summary>
    internal IComparer<VerdictChange> Order => _order;

    /// <summary>Whether moving time on to an instant takes more than noting it.</summary>
    internal bool HasWork(long now) => _touched.Count > 0 || _lanes.HasWork(now) || (_wakes.TryPeek(out _, out var wake) && wake <= now);

    /// <summary>What monitors that share the sites say, each in order, in the order of all. No two speak of one partition.</summary>
    internal IReadOnlyList<VerdictChange> Merge(IEnumerable<IReadOnlyList<VerdictChange>> said) =>
        said.Where(changes => changes.Count > 0).DefaultIfEmpty([]).Aggregate(Merge);

    private List<VerdictChange> Merge(IReadOnlyList<VerdictChange> left, IReadOnlyList<VerdictChange> right)
    {
        var merged = new List<VerdictChange>(left.Count + right.Count);
        for (var (i, j) = (0, 0); i + j < left.Count + right.Count;)
        {
            var takeLeft = j == right.Count || (i < left.Count && _order.Compare(left[i], right[j]) <= 0);
            merged.Add(takeLeft ? left[i++] : right[j++]);
        }

        return merged;
    }

    /// <summary>In the order in which they are told.</summary>
    internal static IReadOnlyList<UpcomingDuty> Sorted(IEnumerable<UpcomingDuty> duties) =>
    [
        .. duties.OrderBy(d => d.Due).ThenBy(d => d.Norm.Id, StringComparer.Ordinal).ThenBy(d => d.Partition, StringComparer.Ordinal)
            .ThenBy(d => d.Instance.ToString(), StringComparer.Ordinal),
    ];

    private PartitionMonitor AddPartition(string name)
    {
        var partition = new PartitionMonitor(_plan, name, _start, _options.SettleAfter);
        partition.Lane = partition.IsDeclared ? _lanes.Add(partition) : null;
        _partitions.Add(name, partition);
        _touched.Add(partition);
        return partition;
    }

    private IReadOnlyList<VerdictChange> TakeChanges()
    {
        if (_changes.Count == 0)
        {
            return [];
        }

        VerdictChange[] taken = [.. _changes];
        _changes.Clear();
        return taken;
    }

    /// <summary>Runs up to now. What there is to say stands in order among the changes afterwards.</summary>
    private void Advance(bool all)
    {
        _lanes.Run(_now);
        if (all)
        {
            _touched.UnionWith(_partitions.Entries);
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
            AdvanceTouched(all);
        }

        if (_changes.Count > 1)
        {
            _changes.Sort(_order);
        }
    }

    private void AdvanceTouched(bool all)
    {
        foreach (var partition in _touched)
        {
            partition.Advance(_now, WatermarkOf, all, _changes);
            if (partition.NextWake is var next && next < partition.ScheduledWake)
            {
                partition.ScheduledWake = next;
                _wakes.Enqueue(partition, next);
            }
        }

        _touched.Clear();
        _changes.RemoveAll(c => (_options.FinalsOnly && !c.IsFinal) || !IsAskedFor(c));
    }

    private bool IsAskedFor(VerdictChange change) => _options.Statuses.IsDefaultOrEmpty || _options.Statuses.Contains(change.Status)
        || (change.Previous is { } previous && _options.Statuses.Contains(previous.Status));

    private long WatermarkOf(Duration lateness) => Math.Max(_complete, _now - Ticks.Of(lateness));
}
