using DutyRules.Cli.Inputs;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>What <c>dutyrules run</c> was asked to do.</summary>
internal sealed record RunRequest
{
    /// <summary>From when on to judge; null: the local day of the first event.</summary>
    public Instant? From { get; init; }

    /// <summary>Until when to judge; null: the end of the local day of the last event.</summary>
    public Instant? Until { get; init; }

    /// <summary>True when the whole changelog is wanted, not just what is final.</summary>
    public bool Changes { get; init; }

    /// <summary>True when the order of the files is the order of arrival.</summary>
    public bool AsArrived { get; init; }

    /// <summary>True when nothing doubtful is taken.</summary>
    public bool Strict { get; init; }

    /// <summary>True when the roster is judged as if it had happened.</summary>
    public bool Planned { get; init; }

    /// <summary>Which norms are wanted.</summary>
    public NormFilter Norms { get; init; } = NormFilter.None;

    /// <summary>The statuses that are wanted; empty: all.</summary>
    public IReadOnlySet<VerdictStatus> Statuses { get; init; } = new HashSet<VerdictStatus>();

    /// <summary>True when this change is to be written.</summary>
    public bool Wants(VerdictChange change) =>
        (Changes || change.IsFinal) && (Statuses.Count == 0 || Statuses.Contains(change.Verdict.Status));
}
