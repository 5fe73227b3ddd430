using DutyRules.Events;
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
    /// <summary>A monitor whose record begins at <paramref name="start"/>: periods that begin earlier are not judged.</summary>
    public DutyMonitor(PolicySet policies, Instant start, MonitorOptions? options = null) => throw new NotSupportedException();

    /// <summary>Every record with a time before this instant was declared to be in (but for allowed lateness).</summary>
    public Instant Now => throw new NotSupportedException();

    /// <summary>What was taken in, ignored and refused so far.</summary>
    public MonitorCounts Counts => throw new NotSupportedException();

    /// <summary>
    /// Takes a record in. It is judged by the next <see cref="AdvanceTo"/>. A refused record changes nothing and is counted.
    /// </summary>
    public Observation Observe(EventRecord record) => throw new NotSupportedException();

    /// <summary>
    /// Declares that every record with a time before <paramref name="now"/> is in, but for those that may still be late, and returns what changed by it, in order
    /// of decision. A smaller <paramref name="now"/> than before changes nothing and is counted.
    /// </summary>
    public IReadOnlyList<VerdictChange> AdvanceTo(Instant now) => throw new NotSupportedException();

    /// <summary>As <see cref="AdvanceTo"/>, and declares that nothing before <paramref name="now"/> will be late: every verdict with a cut up to it becomes final.</summary>
    public IReadOnlyList<VerdictChange> CompleteTo(Instant now) => throw new NotSupportedException();

    /// <summary>The instances that are open now, by due time.</summary>
    public IReadOnlyList<UpcomingDuty> Upcoming() => throw new NotSupportedException();

    /// <summary>Writes the whole state. Restoring it and going on gives the same verdicts as never having stopped.</summary>
    public void Snapshot(Stream stream) => throw new NotSupportedException();

    /// <summary>A monitor that goes on from a snapshot taken with the same policies.</summary>
    /// <exception cref="InvalidDataException">The snapshot is damaged, of another format, or of other policies.</exception>
    public static DutyMonitor Restore(PolicySet policies, Stream stream) => throw new NotSupportedException();
}
