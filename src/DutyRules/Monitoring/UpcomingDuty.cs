using System.Collections.Immutable;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>How far a duty that is not decided yet has come.</summary>
public enum DutyStage
{
    /// <summary>Its window has not opened.</summary>
    Scheduled,

    /// <summary>Its window is open.</summary>
    Open,

    /// <summary>It will be void: its window does not exist.</summary>
    Void,

    /// <summary>It cannot be judged: something that it depends on is missing.</summary>
    Undetermined,
}

/// <summary>A duty that falls due.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Instance">Which instance.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Opens">The first instant of its window.</param>
/// <param name="Due">The end of its window as printed.</param>
/// <param name="People">Who bears it, as far as that is known now; in ordinal order.</param>
public sealed record UpcomingDuty(
    Norm Norm, InstanceId Instance, string Partition, Instant Opens, Instant Due, ImmutableArray<string> People)
{
    /// <summary>True when <see cref="Due"/> itself is in time.</summary>
    public bool DueInclusive { get; init; }

    /// <summary>How far it has come.</summary>
    public DutyStage Stage { get; init; } = DutyStage.Open;

    /// <summary>Why it will be void or cannot be judged; null otherwise.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The edition of the work calendar that it depends on; null if it depends on none.</summary>
    public string? Calendar { get; init; }

    /// <summary>What is worth knowing about how its window was computed: a day moved, days skipped, a clock changed.</summary>
    public ImmutableArray<WindowNote> Notes { get; init; } = [];
}
