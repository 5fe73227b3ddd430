using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>What must not be done, or not more often (rule C5).</summary>
internal sealed class ForbiddenCount(CountContent content, Bound<long> times, ResolvedWindow window, long longest) : CountProgress(content, times, window)
{
    private readonly CountContent _content = content;

    private long Allowed => Times.Greatest() ?? Math.Max(0, Times.Least() - 1);

    public override Decision OnClose()
    {
        var decidedAt = longest == 0 ? Window.Due : Window.Close + longest;
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.NoOffence, decidedAt, Window.Close + longest)
        {
            Evidence = Evidence,
            Counted = Low,
            Needed = Needed,
        };
        return High > Allowed ? decision.Undetermined() : decision;
    }

    public override Progress Clone() => CopyTo(new ForbiddenCount(_content, Times, Window, longest));

    protected override Decision? OnCounted(LoggedEvent item) => Low <= Allowed ? null
        : ByEvent(item, VerdictStatus.Breached, Low == 1 ? ReasonCode.ForbiddenAct : ReasonCode.TooMany);
}
