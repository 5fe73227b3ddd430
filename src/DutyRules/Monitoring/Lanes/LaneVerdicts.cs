using System.Collections.Immutable;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Where families say what they decided. What nobody asked for is not said, and verdicts are made when they are looked at.</summary>
internal sealed class LaneVerdicts(ImmutableArray<VerdictStatus> statuses)
{
    private readonly bool[] _wanted = [.. Enum.GetValues<VerdictStatus>().Select(status => statuses.IsDefaultOrEmpty || statuses.Contains(status))];
    private readonly List<VerdictChange> _changes = [];

    /// <summary>Up to when time is moved on, in ticks.</summary>
    public long Watermark { get; set; }

    public bool Wants(VerdictStatus status) => _wanted[(int)status];

    public void Say(LaneVerdict verdict) => _changes.Add(new VerdictChange(verdict, Watermark));

    /// <summary>What was said since the last time; null if nothing was.</summary>
    public VerdictChange[]? Take()
    {
        if (_changes.Count == 0)
        {
            return null;
        }

        VerdictChange[] said = [.. _changes];
        _changes.Clear();
        return said;
    }
}
