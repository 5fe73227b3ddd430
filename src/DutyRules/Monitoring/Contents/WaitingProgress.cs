using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>The event that begins the window has not come yet (rule W6).</summary>
internal sealed class WaitingProgress(ResolvedWindow window) : Progress(window)
{
    public override Decision OnClose() => new(VerdictStatus.Void, ReasonCode.NeverCame, Window.Due, Window.Close);

    public override Progress Clone() => new WaitingProgress(Window);
}
