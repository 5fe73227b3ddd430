using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>What must be done so many times (rules C3, C4).</summary>
internal sealed class RequiredCount(CountContent content, Bound<long> times, ResolvedWindow window) : CountProgress(content, times, window)
{
    private readonly CountContent _content = content;

    public override Decision? AtBirth => Times.Upper is null && Times.Least() <= 0
        ? new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, 0, 0) { Counted = 0, Needed = Needed }
        : null;

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, Window.Due, Window.Close)
        {
            Evidence = Evidence,
            Counted = Low,
            Needed = Needed,
        };
        if (!Times.ReachedBy(High))
        {
            return decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.NotDone };
        }

        return Times.ReachedBy(Low) && !(High > Times.Greatest()) ? decision : decision.Undetermined();
    }

    public override Progress Clone() => CopyTo(new RequiredCount(_content, Times, Window));

    protected override Decision? OnCounted(LoggedEvent item)
    {
        if (Low > Times.Greatest())
        {
            return ByEvent(item, VerdictStatus.Breached, ReasonCode.TooMany);
        }

        return Times.Upper is null && Times.ReachedBy(Low)
            ? ByEvent(item, VerdictStatus.Fulfilled, ReasonCode.Done) with { Slack = Window.Due - item.Time }
            : null;
    }

}
