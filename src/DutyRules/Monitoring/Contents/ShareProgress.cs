using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds for a share of the window (rule C9).</summary>
internal sealed class ShareProgress(StayContent content, ResolvedWindow window) : Progress
{
    private readonly decimal _share = content.Share!.Value.Value;
    private long _true;
    private long _false;
    private long _since = window.Open;
    private Maybe<bool> _value;

    /// <summary>So much time true keeps it.</summary>
    private long Needed => (long)Math.Ceiling(_share * (window.Close - window.Open));

    /// <summary>So much time false breaches it: the least that is more than the rest.</summary>
    private long Fatal => (long)Math.Floor((1 - _share) * (window.Close - window.Open)) + 1;

    public override long? Threshold
    {
        get
        {
            if (!_value.IsKnown)
            {
                return null;
            }

            var at = _since + (_value.Value ? Needed - _true : Fatal - _false);
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
        return _true >= Needed ? new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, time, time)
            : _false >= Fatal ? new Decision(VerdictStatus.Breached, ReasonCode.ShareTooSmall, time, time)
            : null;
    }

    public override Decision OnClose()
    {
        Run(window.Close);
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, window.Due, window.Close)
        {
            Share = Math.Round((decimal)_true / (window.Close - window.Open), 4, MidpointRounding.ToEven),
        };
        return _true >= Needed ? decision
            : _false >= Fatal ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.ShareTooSmall }
            : decision.Undetermined();
    }

    public override Progress Clone() => new ShareProgress(content, window)
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
