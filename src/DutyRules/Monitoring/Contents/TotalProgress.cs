using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds for so much of the window, all told (rule C14).</summary>
internal sealed class TotalProgress(TotalContent content, ResolvedWindow window) : Progress(window)
{
    private HeldTime _held = new(window.Open);

    /// <summary>The least time true that reaches the lower end; null: there is none.</summary>
    private long? Needed => content.Time.Lower is { } lower ? Limit(lower) + (lower.Inclusive ? 0 : 1) : null;

    /// <summary>The least time true that exceeds the upper end; null: there is none.</summary>
    private long? Fatal => content.Time.Upper is { } upper ? Limit(upper) + (upper.Inclusive ? 1 : 0) : null;

    /// <summary>So much time true decides before the close.</summary>
    private long? Decisive => Fatal ?? Needed;

    public override long? Threshold
    {
        get
        {
            if (Decisive is not { } decisive || (decisive > _held.True && _held.Value is not { IsKnown: true, Value: true }))
            {
                return null;
            }

            var at = _held.Since + Math.Max(0, decisive - _held.True);
            return at < Window.Close ? at : null;
        }
    }

    public override Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of)
    {
        _held.Set(time, value);
        return null;
    }

    public override Decision? OnThreshold(long time)
    {
        _held.CountTo(time);
        return _held.True < Decisive ? null
            : new Decision(Fatal is null ? VerdictStatus.Fulfilled : VerdictStatus.Breached, Fatal is null ? ReasonCode.Held : ReasonCode.TooLong, time, time)
            {
                Total = _held.True,
            };
    }

    public override Decision OnClose()
    {
        _held.CountTo(Window.Close);
        var most = Window.Close - Window.Open - _held.False;
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, Window.Due, Window.Close) { Total = _held.True };
        return _held.True >= Fatal ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooLong }
            : most < Needed ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooShort }
            : !(_held.True < Needed) && !(most >= Fatal) ? decision
            : decision.Undetermined();
    }

    public override Progress Clone() => new TotalProgress(content, Window) { _held = _held };

    public override void Write(SnapshotWriter writer) => _held.Write(writer);

    public override void Read(SnapshotReader reader) => _held.Read(reader);

    private long Limit(Limit<Duration> limit) => Ticks.Of(limit.Value) * content.MeanOf;
}
