using System.Collections.Immutable;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Where families say what they decided. What nobody asked for is not said, and verdicts are made when they are looked at.</summary>
internal sealed class LaneVerdicts(ImmutableArray<VerdictStatus> statuses, List<VerdictChange> changes)
{
    private readonly bool[] _wanted = [.. Enum.GetValues<VerdictStatus>().Select(status => statuses.IsDefaultOrEmpty || statuses.Contains(status))];

    /// <summary>Up to when time is moved on, in ticks.</summary>
    public long Watermark { get; set; }

    public bool Wants(VerdictStatus status) => _wanted[(int)status];

    public void Say(LaneVerdict verdict) => changes.Add(new VerdictChange(verdict, Watermark));
}
