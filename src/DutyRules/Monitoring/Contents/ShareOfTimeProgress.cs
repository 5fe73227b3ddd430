using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds for a share of the time during which another holds (rule C10).</summary>
internal sealed class ShareOfTimeProgress(StayContent content, ResolvedWindow window) : Progress(window)
{
    private readonly decimal _share = content.Share!.Value.Value;
    private long _both;
    private long _ofTrue;
    private long _ofTrueConditionUnknown;
    private long _ofUnknown;
    private long _ofUnknownConditionNotTrue;
    private long _ofUnknownConditionNotFalse;
    private long _since = window.Open;
    private Maybe<bool> _value;
    private Maybe<bool> _of = new(false);

    public override Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of)
    {
        Run(time);
        _value = value;
        _of = of;
        return null;
    }

    public override Decision OnClose()
    {
        Run(Window.Close);
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, Window.Due, Window.Close);
        if (_ofTrue == 0)
        {
            return _ofUnknown > 0 ? decision.Undetermined()
                : decision with { Status = VerdictStatus.Void, Reason = ReasonCode.NothingToMeasure };
        }

        decision = decision with { Share = Math.Round((decimal)_both / _ofTrue, 4, MidpointRounding.ToEven) };
        var worstKept = _both >= _share * (_ofTrue + _ofUnknownConditionNotTrue);
        var best = _both + _ofTrueConditionUnknown + _ofUnknownConditionNotFalse;
        var bestKept = best >= _share * (_ofTrue + _ofUnknownConditionNotFalse);
        return worstKept ? decision
            : bestKept ? decision.Undetermined()
            : decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.ShareTooSmall };
    }

    public override Progress Clone() => new ShareOfTimeProgress(content, Window)
    {
        _both = _both,
        _ofTrue = _ofTrue,
        _ofTrueConditionUnknown = _ofTrueConditionUnknown,
        _ofUnknown = _ofUnknown,
        _ofUnknownConditionNotTrue = _ofUnknownConditionNotTrue,
        _ofUnknownConditionNotFalse = _ofUnknownConditionNotFalse,
        _since = _since,
        _value = _value,
        _of = _of,
    };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_both);
        writer.Write(_ofTrue);
        writer.Write(_ofTrueConditionUnknown);
        writer.Write(_ofUnknown);
        writer.Write(_ofUnknownConditionNotTrue);
        writer.Write(_ofUnknownConditionNotFalse);
        writer.Write(_since);
        writer.Write(_value);
        writer.Write(_of);
    }

    public override void Read(SnapshotReader reader)
    {
        _both = reader.ReadInt64();
        _ofTrue = reader.ReadInt64();
        _ofTrueConditionUnknown = reader.ReadInt64();
        _ofUnknown = reader.ReadInt64();
        _ofUnknownConditionNotTrue = reader.ReadInt64();
        _ofUnknownConditionNotFalse = reader.ReadInt64();
        _since = reader.ReadInt64();
        _value = reader.ReadTruth();
        _of = reader.ReadTruth();
    }

    private void Run(long time)
    {
        var span = time - _since;
        _since = time;
        var isTrue = _value is { IsKnown: true, Value: true };
        var isFalse = _value is { IsKnown: true, Value: false };
        if (_of is { IsKnown: true, Value: true })
        {
            _ofTrue += span;
            _both += isTrue ? span : 0;
            _ofTrueConditionUnknown += _value.IsKnown ? 0 : span;
        }
        else if (!_of.IsKnown)
        {
            _ofUnknown += span;
            _ofUnknownConditionNotTrue += isTrue ? 0 : span;
            _ofUnknownConditionNotFalse += isFalse ? 0 : span;
        }
    }
}
