using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds all the time, but for allowed gaps (rule C8).</summary>
internal sealed class StayProgress(StayContent content, ResolvedWindow window) : Progress(window)
{
    private readonly long _gap = content.Gaps is { } gaps ? Ticks.Of(gaps.Value) : 0;
    private long? _falseSince;
    private long? _notTrueSince;
    private bool _unsure;

    public override long? Threshold =>
        content.Gaps is not null && _falseSince is { } since && since + _gap + 1 <= Window.Close ? since + _gap + 1 : null;

    public override Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of)
    {
        var isTrue = value is { IsKnown: true, Value: true };
        var isFalse = value is { IsKnown: true, Value: false };
        if (isFalse && content.Gaps is null)
        {
            return Decision.At(time, VerdictStatus.Breached, ReasonCode.Broken);
        }

        _falseSince = isFalse ? _falseSince ?? time : null;
        if (!isTrue)
        {
            _notTrueSince ??= time;
        }
        else if (_notTrueSince is { } since)
        {
            _unsure |= time - since > _gap;
            _notTrueSince = null;
        }

        return null;
    }

    public override Decision? OnThreshold(long time) => new(VerdictStatus.Breached, ReasonCode.Broken, time - 1, time);

    public override Decision OnClose()
    {
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, Window.Due, Window.Close);
        var unsure = _unsure || (_notTrueSince is { } since && Window.Close - since > _gap);
        return unsure ? decision.Undetermined() : decision;
    }

    public override Progress Clone() => new StayProgress(content, Window)
    {
        _falseSince = _falseSince,
        _notTrueSince = _notTrueSince,
        _unsure = _unsure,
    };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_falseSince);
        writer.Write(_notTrueSince);
        writer.Write(_unsure);
    }

    public override void Read(SnapshotReader reader)
    {
        _falseSince = reader.ReadNullableInt64();
        _notTrueSince = reader.ReadNullableInt64();
        _unsure = reader.ReadBoolean();
    }
}
