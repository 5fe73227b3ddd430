using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>On, off or unknown (rule S3).</summary>
internal sealed class SwitchCell(Value? value) : StateCell
{
    private Value? _value = value;

    public override Value? Value => _value;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        bool on = false, off = false;
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _value = null;
                return;
            }

            on |= input.Effect == SourceEffect.Raise;
            off |= input.Effect == SourceEffect.Lower;
        }

        if (on != off)
        {
            _value = Events.Value.Truth(on);
        }
    }

    public override StateCell Clone() => new SwitchCell(_value);

    public override void Write(SnapshotWriter writer) => writer.Write(_value);

    public override void Read(SnapshotReader reader) => _value = reader.ReadValue();
}
