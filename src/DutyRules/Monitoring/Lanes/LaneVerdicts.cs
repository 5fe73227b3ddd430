using System.Collections.Immutable;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Where families say what they decided. Verdicts that nobody asked for are not made.</summary>
internal sealed class LaneVerdicts(ImmutableArray<VerdictStatus> statuses)
{
    private readonly bool[] _wanted = [.. Enum.GetValues<VerdictStatus>().Select(status => statuses.IsDefaultOrEmpty || statuses.Contains(status))];

    /// <summary>The changes, for whoever moved time on to take.</summary>
    public List<VerdictChange> Changes { get; set; } = [];

    /// <summary>Up to when time is moved on.</summary>
    public Instant Watermark { get; set; }

    public bool Wants(VerdictStatus status) => _wanted[(int)status];

    public void Say(LaneNorm norm, Instance instance, Decision decision) =>
        Changes.Add(new VerdictChange(ChangeKind.Final, norm.Verdict(instance, decision), Watermark: Watermark));
}
