using System.Runtime.CompilerServices;
using DutyRules.Events;
using DutyRules.Monitoring.Lanes;
using DutyRules.Monitoring.Records;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring;

/// <content>Batches of events.</content>
public sealed partial class DutyMonitor
{
    private readonly SiteNames _names = new();
    private readonly RecordShape?[] _shapes;
    private bool _follows;
    private int _instant;

    /// <summary>
    /// Takes the rows of a batch in, one after the other, and lets them move time on: for each, time is moved on to when it happened, as by <see cref="AdvanceTo"/>, if that is later than now; then it is
    /// taken in, as by <see cref="Observe"/>. What changes is said at once, before the next row is looked at, in the same order. After the last row, now is the time of the latest one, which is judged
    /// when time moves on beyond it.
    /// </summary>
    /// <remarks>
    /// A late row changes what it can still change and is refused otherwise, like a late record. Since rows move time on, none is too far ahead. The monitor keeps nothing of the batch, which may be
    /// cleared and filled again. An exception that <paramref name="said"/> throws ends the call; what was not said yet is said when time moves on the next time, and the same batch handed in again goes
    /// on where it stopped: the rows that were taken before are then too late, or known.
    /// </remarks>
    /// <param name="batch">The rows, of the vocabulary of the policies that are judged.</param>
    /// <param name="said">Hears each change. It must neither call the monitor nor change the batch.</param>
    /// <returns>How many rows were taken in, and which of them there is something to say about.</returns>
    /// <exception cref="ArgumentException">The batch is of another vocabulary.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="said"/> called the monitor with a batch, or changed the batch.</exception>
    public BatchObservation Follow(EventBatch batch, Action<VerdictChange> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return FollowShare(batch, strays: true, (_, change) => said(change));
    }

    /// <summary>
    /// As <see cref="Follow(EventBatch, Action{VerdictChange})"/>, for whoever looks at many changes and keeps few: a change that is not kept costs no memory.
    /// </summary>
    /// <param name="batch">The rows, of the vocabulary of the policies that are judged.</param>
    /// <param name="listener">Hears each change. It must neither call the monitor nor change the batch.</param>
    /// <returns>How many rows were taken in, and which of them there is something to say about.</returns>
    /// <exception cref="ArgumentException">The batch is of another vocabulary.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="listener"/> called the monitor with a batch, or changed the batch.</exception>
    public BatchObservation Follow(EventBatch batch, IChangeListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return FollowShare(batch, strays: true, (_, change) =>
        {
            listener.Hear(new ChangeView(change));
            Reuse(change);
        });
    }

    /// <summary>Nobody looks at a change any more, unless it was kept.</summary>
    internal void Reuse(VerdictChange change) => _laneVerdicts.Reuse(change);

    /// <summary>As <see cref="Follow(EventBatch, Action{VerdictChange})"/>, but for rows of sites that belong to others; says beside each change at which row it was said.</summary>
    internal BatchObservation FollowShare(EventBatch batch, bool strays, Action<int, VerdictChange> said)
    {
        CheckVocabulary(batch);
        if (_follows)
        {
            throw new InvalidOperationException("the monitor is following a batch");
        }

        _follows = true;
        _names.Begin(batch);
        _lanes.Begin(batch, _names);
        try
        {
            return FollowRows(batch, strays, said);
        }
        finally
        {
            _follows = false;
            _lanes.End();
        }
    }

    internal void CheckVocabulary(EventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!ReferenceEquals(batch.Vocabulary, _plan.Vocabulary))
        {
            throw new ArgumentException($"the batch is of another vocabulary, `{batch.Vocabulary.Name}`: make it with that of the policies", nameof(batch));
        }
    }

    private BatchObservation FollowRows(EventBatch batch, bool strays, Action<int, VerdictChange> said)
    {
        var own = _isShare && batch.IsOrdered ? OwnRows.Of(batch, number => number < 0 ? strays : !PartitionOf(batch, number).IsForeign) : null;
        var (taken, accepted) = (0, 0);
        List<RowObservation>? others = null;
        try
        {
            for (var first = 0; first < batch.Count;)
            {
                first = TakeWhilePlain(batch, own, first, ref taken);
                var isFirstOfInstant = MoveOnTo(batch, first, said);
                for (var (end, next) = InstantFrom(batch, first, isFirstOfInstant); first < end; first++)
                {
                    if (IsForeign(batch, first, strays))
                    {
                        continue;
                    }

                    if (next > _now && TryTake(batch, first, next))
                    {
                        taken++;
                        continue;
                    }

                    // Another look at the partition: it may be new, and it may know of ids now.
                    var observation = Observe(batch[first]);
                    _names.Forget(batch.PartitionsOfRows[first]);
                    accepted += observation.Status == ObservationStatus.Accepted ? 1 : 0;
                    if (observation is not { Status: ObservationStatus.Accepted, Problem: null })
                    {
                        (others ??= []).Add(new RowObservation(first, observation));
                    }
                }
            }
        }
        finally
        {
            _admission.CountAccepted(taken);
        }

        return new BatchObservation(taken + accepted, others ?? (IReadOnlyList<RowObservation>)[]);
    }

    /// <summary>Moves time on to a row, if it is later, and says what changed. True if it was.</summary>
    private bool MoveOnTo(EventBatch batch, int row, Action<int, VerdictChange> said)
    {
        var time = batch.Rows[row].Time;
        if (time <= _now)
        {
            return false;
        }

        _now = time;
        Advance(all: false);
        var version = batch.Version;
        SayChanges(row, said);
        return batch.Version == version ? true : throw new InvalidOperationException("the batch was changed while it was followed");
    }

    /// <summary>Where the instant of a row ends, and the time of the row after it, which is not known of the last one. The rows of each site are counted where some may be taken at once.</summary>
    private (int End, long Next) InstantFrom(EventBatch batch, int first, bool isFirstOfInstant)
    {
        var rows = batch.Rows;
        var end = first + 1;
        while (end < rows.Length && rows[end].Time == rows[first].Time)
        {
            end++;
        }

        var next = isFirstOfInstant && end < rows.Length ? rows[end].Time : long.MinValue;
        if (next > rows[first].Time)
        {
            CountAtSites(batch, batch.PartitionsOfRows[first..end]);
        }

        return (end, next);
    }

    /// <summary>
    /// Takes rows, each alone in its instant, as long as there is nothing to say and nobody but lanes has anything to do, and passes over foreign ones where they are in order. Returns the first row
    /// that it leaves, the last one at the most.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeWhilePlain(EventBatch batch, OwnRows? own, int first, ref int taken)
    {
        var rows = batch.Rows;
        var partitions = batch.PartitionsOfRows;
        var quietUntil = QuietUntil();
        while (_changes.Count == 0)
        {
            var number = Math.Min(own?.From(first) ?? first, rows.Length - 1);
            if (number > first)
            {
                if (FirstDue(rows[first..number], quietUntil) is >= 0 and var due)
                {
                    return first + due;
                }

                _now = Math.Max(_now, rows[number - 1].Time);
                first = number;
            }

            if (number + 1 >= rows.Length || partitions[number] < 0)
            {
                break;
            }

            ref readonly var row = ref rows[number];
            var (time, next) = (row.Time, rows[number + 1].Time);
            ref readonly var named = ref PartitionOf(batch, partitions[number]);
            if (time <= _now || next <= time || time >= quietUntil || named.Ways?[row.Type] is not { } listeners)
            {
                break;
            }

            if (_lanes.NextDue <= time)
            {
                _lanes.Run(time);
                if (_changes.Count > 0)
                {
                    break;
                }
            }

            _now = time;
            _lanes.Take(named, row, number, listeners, next);
            taken++;
            first++;
        }

        return first;
    }

    /// <summary>The first of rows in order at which something falls due or has to be done; -1: there is none.</summary>
    private int FirstDue(ReadOnlySpan<BatchRow> rows, long quietUntil)
    {
        var due = Math.Max(Math.Min(_lanes.NextDue, quietUntil), _now + 1);
        if (rows[^1].Time < due)
        {
            return -1;
        }

        var first = 0;
        while (rows[first].Time < due)
        {
            first++;
        }

        return first;
    }

    /// <summary>Until when nothing but lanes has anything to do; the least instant there is where something has now.</summary>
    private long QuietUntil() => _touched.Count > 0 || !_lanes.IsQuiet ? long.MinValue : _wakes.TryPeek(out _, out var wake) ? wake : long.MaxValue;

    // What a callback does not get to hear stays for the next time.
    private void SayChanges(int row, Action<int, VerdictChange> said)
    {
        var told = 0;
        try
        {
            while (told < _changes.Count)
            {
                said(row, _changes[told++]);
            }
        }
        finally
        {
            _changes.RemoveRange(0, told);
        }
    }

    /// <summary>Takes a row at once that is alone in its instant and that only lanes read, without making a record of it.</summary>
    private bool TryTake(EventBatch batch, int number, long next)
    {
        if (batch.PartitionsOfRows[number] is not (>= 0 and var place))
        {
            return false;
        }

        ref readonly var row = ref batch.Rows[number];
        ref readonly var named = ref PartitionOf(batch, place);
        if (named.Partition is not { Lane: { } lane } partition || !lane.IsAloneIn(_instant) || partition.WaysOf(_shapes)[row.Type] is not { } listeners || !_lanes.CanTake(lane)
            || (lane.HasHistory && partition.Knows(row.Id)))
        {
            return false;
        }

        _lanes.Take(named, row, number, listeners, next);
        return true;
    }

    /// <summary>The partition of a number.</summary>
    private ref readonly NamedPartition PartitionOf(EventBatch batch, int number)
    {
        ref var named = ref _names.PartitionOf(number);
        if (!named.IsKnown)
        {
            var name = batch.Partitions[number];
            named = new NamedPartition { IsKnown = true, IsForeign = !_has(name), Partition = _partitions.TryFind(name, out var partition) ? partition : null };
            if (partition?.Lane is { } lane)
            {
                (named.Index, named.Serial, named.Lanes) = (lane.Index, lane.Serial, lane.Lanes);
                named.Ways = lane.HasHistory ? null : partition.WaysOf(_shapes);
            }
        }

        return ref named;
    }

    /// <summary>Whether a row is for another monitor; one that names no partition is for the one that takes strays, who refuses it.</summary>
    private bool IsForeign(EventBatch batch, int row, bool strays) => batch.PartitionsOfRows[row] is >= 0 and var number ? PartitionOf(batch, number).IsForeign : !strays;

    /// <summary>Counts the rows of an instant at each of its sites.</summary>
    private void CountAtSites(EventBatch batch, ReadOnlySpan<int> partitions)
    {
        _instant++;
        foreach (var number in partitions)
        {
            if (number >= 0)
            {
                PartitionOf(batch, number).Partition?.Lane?.CountIn(_instant);
            }
        }
    }
}
