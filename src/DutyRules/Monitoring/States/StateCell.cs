using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

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
