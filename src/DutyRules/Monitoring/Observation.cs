using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>What became of a record that was handed in.</summary>
public enum ObservationStatus
{
    /// <summary>It is part of the history.</summary>
    Accepted,

    /// <summary>The same record, or a later revision of it, is known already.</summary>
    Repeated,

    /// <summary>It was not taken; <see cref="Observation.Problem"/> says why.</summary>
    Refused,
}

/// <summary>The answer to <see cref="DutyMonitor.Observe"/>. A problem with an accepted record is a warning.</summary>
public readonly record struct Observation(ObservationStatus Status, Diagnostic? Problem = null);

/// <summary>How a monitor behaves. Immutable.</summary>
public sealed record MonitorOptions
{
    /// <summary>An event farther ahead of now than this is refused.</summary>
    public Duration MaxAhead { get; init; } = Duration.FromDays(1);

    /// <summary>Refuses what is otherwise taken with a warning: events of an undeclared site, two contents under one id and revision.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// What the history is: what happened, or a plan read as if it had happened (<see cref="RosterPlan.History"/>). Norms that are not judged on it are left out; both: none is.
    /// </summary>
    public Norms.Timelines Timeline { get; init; } = Norms.Timelines.Actual;

    /// <summary>Reports only final verdicts.</summary>
    public bool FinalsOnly { get; init; }

    /// <summary>
    /// Only verdicts of these statuses are reported, and changes to or from them; empty: all. What nobody asked for costs next to nothing: a monitor that is asked for breaches alone makes
    /// no verdict for a duty that was kept. Norms that follow outcomes hear all of them.
    /// </summary>
    public ImmutableArray<VerdictStatus> Statuses { get; init; } = [];

    /// <summary>After so many records of a partition it forgets what nobody can read any more. Nothing that is said depends on it.</summary>
    internal int SettleAfter { get; init; } = 1024;
}

/// <summary>What a monitor took in. All counts are since its start, restarts included.</summary>
public sealed record MonitorCounts
{
    /// <summary>Records that became part of the history.</summary>
    public long Accepted { get; init; }

    /// <summary>Records known already.</summary>
    public long Repeated { get; init; }

    /// <summary>Records refused, by diagnostic id.</summary>
    public IReadOnlyDictionary<string, long> Refused { get; init; } = new Dictionary<string, long>();

    /// <summary>Records taken with a warning, by diagnostic id.</summary>
    public IReadOnlyDictionary<string, long> Warned { get; init; } = new Dictionary<string, long>();

    /// <summary>What several monitors took in together.</summary>
    internal static MonitorCounts Sum(IEnumerable<MonitorCounts> counts)
    {
        var all = counts.ToList();
        return new MonitorCounts
        {
            Accepted = all.Sum(c => c.Accepted),
            Repeated = all.Sum(c => c.Repeated),
            Refused = Sum(all.SelectMany(c => c.Refused)),
            Warned = Sum(all.SelectMany(c => c.Warned)),
        };
    }

    internal void Write(SnapshotWriter writer)
    {
        writer.Write(Accepted);
        writer.Write(Repeated);
        Write(writer, Refused);
        Write(writer, Warned);
    }

    internal static MonitorCounts Read(SnapshotReader reader) => new()
    {
        Accepted = reader.ReadInt64(),
        Repeated = reader.ReadInt64(),
        Refused = ReadById(reader),
        Warned = ReadById(reader),
    };

    private static Dictionary<string, long> Sum(IEnumerable<KeyValuePair<string, long>> counts) =>
        counts.GroupBy(c => c.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));

    private static void Write(SnapshotWriter writer, IReadOnlyDictionary<string, long> counts)
    {
        writer.Write(counts.Count);
        foreach (var (id, count) in counts)
        {
            writer.Write(id);
            writer.Write(count);
        }
    }

    private static Dictionary<string, long> ReadById(SnapshotReader reader)
    {
        var counts = new Dictionary<string, long>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            counts.Add(reader.ReadString(), reader.ReadInt64());
        }

        return counts;
    }
}
