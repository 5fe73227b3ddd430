using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Instances;

/// <summary>The difference between what was said about the instances of a norm and what holds now (rules O1, O3).</summary>
internal sealed class ChangeReport
{
    private readonly Dictionary<InstanceId, Verdict> _said;
    private readonly string? _cause;
    private readonly Instant _watermark;

    public ChangeReport(IEnumerable<Outcome> said, string? cause, Instant watermark)
    {
        _said = said.ToDictionary(o => o.Verdict.Instance, o => o.Verdict);
        _cause = cause;
        _watermark = watermark;
    }

    public void AddFinals(IEnumerable<Outcome> finals, List<VerdictChange> changes)
    {
        foreach (var outcome in finals)
        {
            _said.Remove(outcome.Verdict.Instance, out var previous);
            var cause = previous is not null && !previous.Equals(outcome.Verdict) ? _cause : null;
            changes.Add(new VerdictChange(ChangeKind.Final, outcome.Verdict, previous, cause, _watermark));
        }
    }

    public void AddProvisional(IEnumerable<Outcome> outcomes, List<VerdictChange> changes)
    {
        foreach (var outcome in outcomes)
        {
            if (!_said.Remove(outcome.Verdict.Instance, out var previous))
            {
                changes.Add(new VerdictChange(ChangeKind.Verdict, outcome.Verdict, null, null, _watermark));
            }
            else if (!previous.Equals(outcome.Verdict))
            {
                changes.Add(new VerdictChange(ChangeKind.Revised, outcome.Verdict, previous, _cause, _watermark));
            }
        }
    }

    /// <summary>What was said and holds no longer. Call last.</summary>
    public void AddRetracted(List<VerdictChange> changes)
    {
        foreach (var verdict in _said.Values)
        {
            changes.Add(new VerdictChange(ChangeKind.Retracted, verdict, verdict, _cause, _watermark));
        }
    }
}
