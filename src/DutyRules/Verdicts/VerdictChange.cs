using NodaTime;

namespace DutyRules.Verdicts;

/// <summary>What is said about an instance, in the changelog keyed by instance.</summary>
public enum ChangeKind
{
    /// <summary>A first, provisional verdict: what holds if nothing more of before now arrives.</summary>
    Verdict,

    /// <summary>A provisional verdict took the place of another.</summary>
    Revised,

    /// <summary>The instance ceased to exist, or is open again; what was said about it no longer holds.</summary>
    Retracted,

    /// <summary>The verdict never changes again. Said once per instance, and last.</summary>
    Final,
}

/// <summary>One line of the changelog.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Verdict">The verdict that holds from now on; for <see cref="ChangeKind.Retracted"/> the one that no longer does.</param>
/// <param name="Previous">What was said before; null for a first word.</param>
/// <param name="Cause">The id of the late, withdrawn or corrected event that changed a provisional verdict; null otherwise.</param>
/// <param name="Watermark">The norm's watermark at that time.</param>
public sealed record VerdictChange(
    ChangeKind Kind, Verdict Verdict, Verdict? Previous = null, string? Cause = null, Instant Watermark = default)
{
    /// <summary>True when the verdict never changes again.</summary>
    public bool IsFinal => Kind == ChangeKind.Final;
}
