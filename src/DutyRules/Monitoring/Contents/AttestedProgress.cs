using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>Somebody says whether the duty was kept (rule C19).</summary>
internal sealed class AttestedProgress(AttestedContent content, ResolvedWindow window) : Progress(window)
{
    public override Decision? OnEvent(SeenEvent seen)
    {
        var decision = Decision.At(seen.Item.Time, VerdictStatus.Fulfilled, ReasonCode.AttestedKept) with { Event = seen.Item, Evidence = [seen.Item] };
        return !seen.Sure || seen.Item.Record[content.Kept] is not { } kept ? decision.Undetermined()
            : kept.AsTruth ? decision
            : decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.AttestedBroken };
    }

    public override Decision OnClose() => new(VerdictStatus.Undetermined, ReasonCode.NotAttested, Window.Due, Window.Close);

    public override Progress Clone() => new AttestedProgress(content, Window);
}
