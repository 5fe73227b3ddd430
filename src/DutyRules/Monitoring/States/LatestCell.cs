using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>The latest sample (rule S5). Turning stale is the runner's doing.</summary>
internal sealed class LatestCell(LatestState definition, Value? value) : StateCell
{
    private Value? _value = value;

    /// <summary>When the sample was taken; null when there is none that could turn stale.</summary>
    public long? SampledAt { get; private set; }

    public override Value? Value => _value;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        var latest = inputs[0];
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _value = null;
                SampledAt = null;
                return;
            }

            if (string.CompareOrdinal(input.Event.Id, latest.Event.Id) > 0)
            {
                latest = input;
            }
        }

        _value = definition.Field is { } field ? latest.Event.Record[field] : Events.Value.Instant(latest.Event.Record.Time);
        SampledAt = latest.Event.Time;
    }

    /// <summary>Makes the value unknown if it is still that of a sample taken then.</summary>
    public bool TurnStale(long sampledAt)
    {
        if (SampledAt != sampledAt)
        {
            return false;
        }

        _value = null;
        SampledAt = null;
        return true;
    }

    public override StateCell Clone() => new LatestCell(definition, _value) { SampledAt = SampledAt };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_value);
        writer.Write(SampledAt);
    }

    public override void Read(SnapshotReader reader)
    {
        _value = reader.ReadValue();
        SampledAt = reader.ReadNullableInt64();
    }
}
