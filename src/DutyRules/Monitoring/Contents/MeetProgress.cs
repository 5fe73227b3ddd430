using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that must come true (rule C18).</summary>
internal sealed class MeetProgress(ResolvedWindow window) : Progress(window)
{
    private bool _unsure;

    public override Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of)
    {
        _unsure |= !value.IsKnown;
        return value is { IsKnown: true, Value: true }
            ? Decision.At(time, VerdictStatus.Fulfilled, ReasonCode.Met) with { Slack = Window.Due - time }
            : null;
    }

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.NotMet, Window.Due, Window.Close);
        return _unsure ? decision.Undetermined() : decision;
    }

    public override Progress Clone() => new MeetProgress(Window) { _unsure = _unsure };

    public override void Write(SnapshotWriter writer) => writer.Write(_unsure);

    public override void Read(SnapshotReader reader) => _unsure = reader.ReadBoolean();
}
