using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>A number that moves by one, or unknown for good (rule S4).</summary>
internal sealed class CountCell(long? count) : StateCell
{
    private long? _count = count;

    public override Value? Value => _count is { } count ? Events.Value.Integer(count) : null;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        foreach (var input in inputs)
        {
            _count = input.Sure ? _count + (input.Effect == SourceEffect.Raise ? 1 : -1) : null;
        }

        if (_count < 0)
        {
            _count = null;
        }
    }

    public override StateCell Clone() => new CountCell(_count);

    public override void Write(SnapshotWriter writer) => writer.Write(_count);

    public override void Read(SnapshotReader reader) => _count = reader.ReadNullableInt64();
}
