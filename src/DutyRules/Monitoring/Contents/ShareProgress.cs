using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>A condition that holds for a share of the window (rule C9).</summary>
internal sealed class ShareProgress(StayContent content, ResolvedWindow window) : Progress(window)
{
    private readonly decimal _share = content.Share!.Value.Value;
    private HeldTime _held = new(window.Open);

    /// <summary>So much time true keeps it.</summary>
    private long Needed => (long)Math.Ceiling(_share * (Window.Close - Window.Open));

    /// <summary>So much time false breaches it: the least that is more than the rest.</summary>
    private long Fatal => (long)Math.Floor((1 - _share) * (Window.Close - Window.Open)) + 1;

    public override long? Threshold
    {
        get
        {
            if (!_held.Value.IsKnown)
            {
                return null;
            }

            var at = _held.Since + (_held.Value.Value ? Needed - _held.True : Fatal - _held.False);
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
        return _held.True >= Needed ? new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, time, time)
            : _held.False >= Fatal ? new Decision(VerdictStatus.Breached, ReasonCode.ShareTooSmall, time, time)
            : null;
    }

    public override Decision OnClose()
    {
        _held.CountTo(Window.Close);
        var decision = new Decision(VerdictStatus.Fulfilled, ReasonCode.Held, Window.Due, Window.Close)
        {
            Share = Math.Round((decimal)_held.True / (Window.Close - Window.Open), 4, MidpointRounding.ToEven),
        };
        return _held.True >= Needed ? decision
            : _held.False >= Fatal ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.ShareTooSmall }
            : decision.Undetermined();
    }

    public override Progress Clone() => new ShareProgress(content, Window) { _held = _held };

    public override void Write(SnapshotWriter writer) => _held.Write(writer);

    public override void Read(SnapshotReader reader) => _held.Read(reader);
}
