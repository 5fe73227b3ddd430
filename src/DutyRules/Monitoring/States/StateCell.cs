using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>What one event does to one key of a state in a step.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Sure">False when it is unknown whether the event is a source at all.</param>
/// <param name="Event">The event.</param>
/// <param name="Member">The member it names, for memberships.</param>
internal readonly record struct StateInput(SourceEffect Effect, bool Sure, LoggedEvent Event, string? Member);

/// <summary>The present of one state for one key.</summary>
internal abstract class StateCell
{
    public abstract Value? Value { get; }

    public abstract void Step(IReadOnlyList<StateInput> inputs);

    public abstract StateCell Clone();

    public abstract void Write(SnapshotWriter writer);

    public abstract void Read(SnapshotReader reader);

    public static StateCell For(StateDefinition definition) => definition switch
    {
        SwitchState s => new SwitchCell(s.Initially),
        CountState s => new CountCell(s.Initially?.AsInteger),
        MembershipState => new MembershipCell(),
        LatestState s => new LatestCell(s, s.Initially),
        _ => throw new NotSupportedException($"the state `{definition.Name}` is of a kind the engine does not know"),
    };
}

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

/// <summary>Who is in, and of whom that is unknown (rule S6).</summary>
internal sealed class MembershipCell : StateCell
{
    private HashSet<string> _in = new(StringComparer.Ordinal);
    private HashSet<string> _unknown = new(StringComparer.Ordinal);

    public override Value? Value => _unknown.Count == 0 ? Events.Value.Integer(_in.Count) : null;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        if (inputs.Count == 1)
        {
            StepMember(inputs[0].Member!, inputs);
            return;
        }

        foreach (var member in inputs.GroupBy(i => i.Member!, StringComparer.Ordinal))
        {
            StepMember(member.Key, [.. member]);
        }
    }

    public override StateCell Clone() => new MembershipCell
    {
        _in = new HashSet<string>(_in, StringComparer.Ordinal),
        _unknown = new HashSet<string>(_unknown, StringComparer.Ordinal),
    };

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_in);
        writer.Write(_unknown);
    }

    public override void Read(SnapshotReader reader)
    {
        _in = reader.ReadStrings().ToHashSet(StringComparer.Ordinal);
        _unknown = reader.ReadStrings().ToHashSet(StringComparer.Ordinal);
    }

    private void StepMember(string member, IReadOnlyList<StateInput> inputs)
    {
        bool enters = false, leaves = false;
        foreach (var input in inputs)
        {
            if (!input.Sure)
            {
                _in.Remove(member);
                _unknown.Add(member);
                return;
            }

            enters |= input.Effect == SourceEffect.Raise;
            leaves |= input.Effect == SourceEffect.Lower;
        }

        if (enters == leaves)
        {
            return;
        }

        _unknown.Remove(member);
        if (enters)
        {
            _in.Add(member);
        }
        else
        {
            _in.Remove(member);
        }
    }
}

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
