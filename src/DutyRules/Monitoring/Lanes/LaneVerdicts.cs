using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Where families say what they decided. What nobody asked for is not said, and verdicts are made when they are looked at.</summary>
internal sealed class LaneVerdicts(ImmutableArray<VerdictStatus> statuses, List<VerdictChange> changes)
{
    private const int MostHeard = 1024;
    private readonly bool[] _wanted = [.. Enum.GetValues<VerdictStatus>().Select(status => statuses.IsDefaultOrEmpty || statuses.Contains(status))];

    private readonly Stack<VerdictChange> _heard = new();

    /// <summary>Up to when time is moved on, in ticks.</summary>
    public long Watermark { get; set; }

    public bool Wants(VerdictStatus status) => _wanted[(int)status];

    /// <summary>Of an instance that a record opened, or of a period or a spell, by its name.</summary>
    public void Say(LaneNorm norm, object origin, string? person, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence) =>
        Next().Set(norm, origin, person, window, decision, evidence);

    /// <summary>Of an instance that a row opened which said nothing but its partition and what it has in common with events.</summary>
    public void Say(LaneNorm norm, string id, string? same, TriggerCells triggers, in ResolvedWindow window, in LaneDecision decision, EventRecord[]? evidence) =>
        Next().Set(norm, id, same, triggers, window, decision, evidence);

    /// <summary>A line that was heard: if nobody kept it, it says something else the next time.</summary>
    public void Reuse(VerdictChange line)
    {
        if (_heard.Count < MostHeard && line is { IsKept: false, Source: LaneVerdict })
        {
            _heard.Push(line);
        }
    }

    private LaneVerdict Next()
    {
        if (_heard.TryPop(out var line))
        {
            line.SayAnew(Watermark);
        }
        else
        {
            line = new VerdictChange(new LaneVerdict(), Watermark);
        }

        changes.Add(line);
        return (LaneVerdict)line.Source!;
    }
}
