using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>The latest sample (rule S5). Turning stale is the runner's doing.</summary>
internal sealed class LatestCell(LatestState definition, Value? value) : StateCell
{
    private Value? _value = value;

    private long? _sampledAt;

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

            if (string.CompareOrdinal(input.Event.Id, latest.Event.Id) > 0)
            {
                latest = input;
            }
        }

        _value = definition.Samples[0].Field is { } field ? latest.Event.Record[field] : Events.Value.Instant(latest.Event.Record.Time);
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

    public override StateCell Clone() => new LatestCell(definition, _value) { _sampledAt = _sampledAt };

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
