using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>The latest sample (rules S5, S11). Turning stale is the runner's doing.</summary>
internal sealed class LatestCell : StateCell
{
    private readonly Value? _initially;
    private Value? _value;
    private long? _sampledAt;

    public LatestCell(Value? initially) => _value = _initially = initially;

    /// <summary>When the sample was taken; null when there is none that could turn stale.</summary>
    public override long? RunsSince => _sampledAt;

    public override Value? Value => _value;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        var latest = inputs[0];
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _value = null;
                _sampledAt = null;
                return;
            }

            var order = string.CompareOrdinal(input.Event.Id, latest.Event.Id);
            if (order > 0 || (order == 0 && input.Source.Order < latest.Source.Order))
            {
                latest = input;
            }
        }

        _value = latest.Effect == SourceEffect.Raise ? latest.Sample : _initially;
        _sampledAt = latest.Event.Time;
    }

    public override bool RunOut(long since)
    {
        if (_sampledAt != since)
        {
            return false;
        }

        _value = null;
        _sampledAt = null;
        return true;
    }

    public override StateCell Clone() => new LatestCell(_initially) { _value = _value, _sampledAt = _sampledAt };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_value);
        writer.Write(_sampledAt);
    }

    public override void Read(SnapshotReader reader)
    {
        _value = reader.ReadValue();
        _sampledAt = reader.ReadNullableInt64();
    }
}
