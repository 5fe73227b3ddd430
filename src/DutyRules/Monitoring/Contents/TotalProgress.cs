using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds for so much of the window, all told (rule C14).</summary>
internal sealed class TotalProgress(TotalContent content, ResolvedWindow window) : Progress
{
    private long _true;
    private long _false;
    private long _since = window.Open;
    private Maybe<bool> _value;

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
            if (Decisive is not { } decisive || (decisive > _true && _value is not { IsKnown: true, Value: true }))
            {
                return null;
            }

            var at = _since + Math.Max(0, decisive - _true);
            return at < window.Close ? at : null;
        }
    }

    public override Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of)
    {
        Run(time);
        _value = value;
        return null;
    }

    public override Decision? OnThreshold(long time)
    {
        Run(time);
        return _true < Decisive ? null
            : new Decision(Fatal is null ? VerdictStatus.Fulfilled : VerdictStatus.Breached, Fatal is null ? ReasonCode.Held : ReasonCode.TooLong, time, time)
            {
                Total = _true,
            };
    }

    public override Decision OnClose()
    {
        Run(window.Close);
        var most = window.Close - window.Open - _false;
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, window.Due, window.Close) { Total = _true };
        return _true >= Fatal ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooLong }
            : most < Needed ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.TooShort }
            : !(_true < Needed) && !(most >= Fatal) ? decision
            : decision.Undetermined();
    }

    public override Progress Clone() => new TotalProgress(content, window)
    {
        _true = _true,
        _false = _false,
        _since = _since,
        _value = _value,
    };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_true);
        writer.Write(_false);
        writer.Write(_since);
        writer.Write(_value);
    }

    public override void Read(SnapshotReader reader)
    {
        _true = reader.ReadInt64();
        _false = reader.ReadInt64();
        _since = reader.ReadInt64();
        _value = reader.ReadTruth();
    }

    private long Limit(Limit<Duration> limit) => Ticks.Of(limit.Value) * content.MeanOf;

    private void Run(long time)
    {
        if (_value is { IsKnown: true, Value: true })
        {
            _true += time - _since;
        }
        else if (_value.IsKnown)
        {
            _false += time - _since;
        }

        _since = time;
    }
}
