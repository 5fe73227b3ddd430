using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>On, off or unknown (rules S3, S10). When it runs out is the runner's doing.</summary>
internal sealed class SwitchCell(Value? value) : StateCell
{
    private Value? _value = value;
    private long? _onSince;

    public override long? RunsSince => _onSince;

    public override Value? Value => _value;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        bool on = false, off = false;
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _value = null;
                _onSince = null;
                return;
            }

            on |= input.Effect == SourceEffect.Raise;
            off |= input.Effect == SourceEffect.Lower;
        }

        if (on != off)
        {
            _value = Events.Value.Truth(on);
            _onSince = on ? inputs[0].Event.Time : null;
        }
    }

    public override bool RunOut(long since)
    {
        if (_onSince != since)
        {
            return false;
        }

        _value = Events.Value.Truth(false);
        _onSince = null;
        return true;
    }

    public override StateCell Clone() => new SwitchCell(_value) { _onSince = _onSince };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_value);
        writer.Write(_onSince);
    }

    public override void Read(SnapshotReader reader)
    {
        _value = reader.ReadValue();
        _onSince = reader.ReadNullableInt64();
    }
}
