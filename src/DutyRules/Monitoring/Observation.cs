using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Monitoring.Instances;
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
}
