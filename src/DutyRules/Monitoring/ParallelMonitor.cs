using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>
/// Judges norms against events as <see cref="DutyMonitor"/> does, on several threads, and says exactly the same in the same order. The sites are dealt out in shares: declared ones in the
/// order of the vocabulary, others by their name.
/// </summary>
/// <remarks>
/// <para>It is for batches, and for a machine with processors to spare: hand in all records of some hours or of a day with <see cref="Observe(IReadOnlyList{EventRecord})"/>, then move time on.
/// Each call waits for the slowest share, so that to hand in one record and move time on by it is work for a <see cref="DutyMonitor"/>. A share in which nothing happened and nothing falls
/// due is not run, and where only one has something to do, no other thread is called.</para>
/// <para>Not thread safe: one thread at a time calls it. Each call returns when all is done; the other threads are those of the pool.</para>
/// </remarks>
public sealed class ParallelMonitor
{
    private readonly DutyMonitor[] _monitors;
    private readonly Shares _shares;
    private readonly string _partitionField;

    /// <summary>A monitor whose record begins at <paramref name="start"/>: periods that begin earlier are not judged, earlier events are refused.</summary>
    /// <param name="policies">The norms and their vocabulary.</param>
    /// <param name="start">Where the record begins, inclusive; floored to 100 ns.</param>
    /// <param name="degree">In how many shares the sites are run at once, at least 1: as many as there are processors to be had.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="ArgumentException">A norm follows one that is not in the set.</exception>
    public ParallelMonitor(PolicySet policies, Instant start, int degree, MonitorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        _shares = new Shares(policies.Vocabulary, degree);
        _partitionField = policies.Vocabulary.PartitionField;
        _monitors = [.. Enumerable.Range(0, degree).Select(share => DutyMonitor.OfShare(policies, start, options, _shares, share))];
    }

    private ParallelMonitor(Vocabulary vocabulary, DutyMonitor[] monitors)
    {
        _shares = new Shares(vocabulary, monitors.Length);
        _partitionField = vocabulary.PartitionField;
        _monitors = monitors;
    }

    /// <summary>In how many shares the sites are run at once.</summary>
    public int Degree => _monitors.Length;

    /// <summary>Every record with a time before this instant was declared to be in (but for allowed lateness).</summary>
    public Instant Now => _monitors[0].Now;

    /// <summary>What was taken in, repeated and refused so far.</summary>
    public MonitorCounts Counts => MonitorCounts.Sum(_monitors.Select(m => m.Counts));

    /// <summary>Takes a record in. It is judged by the next <see cref="AdvanceTo"/>. A refused record changes nothing and is counted.</summary>
    public Observation Observe(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _monitors[ShareOf(record)].Observe(record);
    }

    /// <summary>Takes records in, each as <see cref="Observe(EventRecord)"/> does, those of each share in their order and the shares at once.</summary>
    /// <returns>What became of each, in their order.</returns>
    public IReadOnlyList<Observation> Observe(IReadOnlyList<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var observations = new Observation[records.Count];
        var places = new List<int>[Degree];
        for (var i = 0; i < records.Count; i++)
        {
            (places[ShareOf(records[i])] ??= []).Add(i);
        }

        RunAll([.. Enumerable.Range(0, Degree).Where(share => places[share] is not null)], share =>
        {
            foreach (var place in places[share])
            {
                observations[place] = _monitors[share].Observe(records[place]);
            }
        });
        return observations;
    }

    /// <summary>
    /// Takes the rows of a batch in as <see cref="DutyMonitor.Follow(EventBatch, Action{VerdictChange})"/> does, each share those of its sites, and then says what changed: the same changes in the same order, but after the last row
    /// and not between rows.
    /// </summary>
    /// <param name="batch">The rows, of the vocabulary of the policies that are judged: many, so that there is work for every share.</param>
    /// <param name="said">Hears each change, on the thread that calls. What an exception of it keeps it from hearing is not said again.</param>
    /// <returns>How many rows were taken in, and which of them there is something to say about.</returns>
    /// <exception cref="ArgumentException">The batch is of another vocabulary.</exception>
    public BatchObservation Follow(EventBatch batch, Action<VerdictChange> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Follow(batch, (_, change) => said(change));
    }

    /// <summary>As <see cref="Follow(EventBatch, Action{VerdictChange})"/>, for whoever looks at many changes and keeps few: a change that is not kept costs no memory for long.</summary>
    /// <param name="batch">The rows, of the vocabulary of the policies that are judged: many, so that there is work for every share.</param>
    /// <param name="listener">Hears each change, on the thread that calls. What an exception of it keeps it from hearing is not said again.</param>
    /// <returns>How many rows were taken in, and which of them there is something to say about.</returns>
    /// <exception cref="ArgumentException">The batch is of another vocabulary.</exception>
    public BatchObservation Follow(EventBatch batch, IChangeListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return Follow(batch, (share, change) =>
        {
            listener.Hear(new ChangeView(change));
            _monitors[share].Reuse(change);
        });
    }

    private BatchObservation Follow(EventBatch batch, Action<int, VerdictChange> said)
    {
        _monitors[0].CheckVocabulary(batch);
        var heard = new List<(int Row, VerdictChange Change)>[Degree];
        var observed = new BatchObservation[Degree];
        RunAll([.. Enumerable.Range(0, Degree)], share =>
        {
            var changes = heard[share] = [];
            observed[share] = _monitors[share].FollowShare(batch, strays: share == 0, (row, change) => changes.Add((row, change)));
        });
        Say(heard, said);
        return new BatchObservation(observed.Sum(o => o.Accepted), [.. observed.SelectMany(o => o.Others).OrderBy(o => o.Row)]);
    }

    /// <summary>
    /// Declares that every record with a time before <paramref name="now"/> is in, but for those that may still be late, and returns what changed by it, ordered
    /// by cut. A smaller <paramref name="now"/> than before changes nothing and is counted.
    /// </summary>
    public IReadOnlyList<VerdictChange> AdvanceTo(Instant now) => Run(now, all: false, monitor => monitor.AdvanceTo(now));

    /// <summary>
    /// As <see cref="AdvanceTo"/>, and declares that nothing before <paramref name="now"/> will be late: every verdict with a cut up to it becomes final.
    /// </summary>
    public IReadOnlyList<VerdictChange> CompleteTo(Instant now) => Run(now, all: true, monitor => monitor.CompleteTo(now));

    /// <summary>The instances that are open now, by due time, then norm and key.</summary>
    public IReadOnlyList<UpcomingDuty> Upcoming() => DutyMonitor.Sorted(_monitors.SelectMany(m => m.Upcoming()));

    /// <summary>The duties that fall due in <c>[from, to)</c>, as far as they are known now; see <see cref="DutyMonitor.Upcoming(Instant, Instant)"/>.</summary>
    /// <param name="from">The least due time, inclusive; what fell due before now is decided and not listed.</param>
    /// <param name="to">The greatest due time, exclusive.</param>
    public IReadOnlyList<UpcomingDuty> Upcoming(Instant from, Instant to) => DutyMonitor.Sorted(_monitors.SelectMany(m => m.Upcoming(from, to)));

    /// <summary>
    /// Writes the whole state: the same snapshot that a <see cref="DutyMonitor"/> writes, which can be restored by one, or by a parallel monitor of whatever degree. The stream stays open.
    /// </summary>
    public void Snapshot(Stream stream) => DutyMonitor.Write(stream, _monitors);

    /// <summary>A monitor that goes on from a snapshot taken with the same policies, by a monitor of either kind.</summary>
    /// <param name="policies">The norms and their vocabulary.</param>
    /// <param name="stream">The snapshot.</param>
    /// <param name="degree">In how many shares the sites are run at once, whatever it was before.</param>
    /// <exception cref="InvalidDataException">The snapshot is damaged, of another format, or of other policies.</exception>
    public static ParallelMonitor Restore(PolicySet policies, Stream stream, int degree)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return new ParallelMonitor(policies.Vocabulary, DutyMonitor.Read(policies, stream, degree));
    }

    /// <summary>Says what each share heard, all in order, and which share it was.</summary>
    private void Say(List<(int Row, VerdictChange Change)>[] heard, Action<int, VerdictChange> said)
    {
        var told = new int[Degree];
        while (true)
        {
            var first = -1;
            for (var share = 0; share < Degree; share++)
            {
                if (told[share] < heard[share].Count && (first < 0 || IsBefore(heard[share][told[share]], heard[first][told[first]])))
                {
                    first = share;
                }
            }

            if (first < 0)
            {
                return;
            }

            said(first, heard[first][told[first]++].Change);
        }
    }

    private bool IsBefore((int Row, VerdictChange Change) left, (int Row, VerdictChange Change) right) =>
        left.Row != right.Row ? left.Row < right.Row : _monitors[0].Order.Compare(left.Change, right.Change) < 0;

    // What is no record of any site is refused, by whomever.
    private int ShareOf(EventRecord record) => record.Type.FindField(_partitionField) is { Index: var index } && index < record.Fields.Length
        && record.Fields[index] is { Kind: ValueKind.Text or ValueKind.Choice } partition ? _shares.Of(partition.AsText) : 0;

    private IReadOnlyList<VerdictChange> Run(Instant now, bool all, Func<DutyMonitor, IReadOnlyList<VerdictChange>> run)
    {
        if (Ticks.Of(now) < Ticks.Of(Now))
        {
            // Counted once.
            return run(_monitors[0]);
        }

        var said = new IReadOnlyList<VerdictChange>[Degree];
        var busy = Enumerable.Range(0, Degree).ToLookup(share => all || _monitors[share].HasWork(Ticks.Of(now)));
        RunAll([.. busy[true]], share => said[share] = run(_monitors[share]));
        foreach (var share in busy[false])
        {
            said[share] = run(_monitors[share]);
        }

        return _monitors[0].Merge(said);
    }

    private static void RunAll(int[] shares, Action<int> run)
    {
        if (shares.Length > 1)
        {
            Parallel.For(0, shares.Length, i => run(shares[i]));
        }
        else if (shares is [var only])
        {
            run(only);
        }
    }
}
