using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds all the time, but for allowed gaps (rule C8).</summary>
internal sealed class StayProgress(StayContent content, ResolvedWindow window) : Progress
{
    private readonly long _gap = content.Gaps is { } gaps ? Ticks.Of(gaps.Value) : 0;
    private long? _falseSince;
    private long? _notTrueSince;
    private bool _unsure;

    public override long? Threshold =>
        content.Gaps is not null && _falseSince is { } since && since + _gap + 1 <= window.Close ? since + _gap + 1 : null;

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
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, window.Due, window.Close);
        var unsure = _unsure || (_notTrueSince is { } since && window.Close - since > _gap);
        return unsure ? decision.Undetermined() : decision;
    }

    public override Progress Clone() => new StayProgress(content, window)
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

/// <summary>A condition that holds for a share of the time during which another holds (rule C10).</summary>
internal sealed class ShareOfTimeProgress(StayContent content, ResolvedWindow window) : Progress
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
        Run(window.Close);
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, window.Due, window.Close);
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

    public override Progress Clone() => new ShareOfTimeProgress(content, window)
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
