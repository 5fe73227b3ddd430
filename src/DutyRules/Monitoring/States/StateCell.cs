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

    /// <summary>Since when the value holds that does not hold for ever by itself; null if there is none.</summary>
    public virtual long? RunsSince => null;

    /// <summary>Ends the value if it is still that since then. True when it did.</summary>
    public virtual bool RunOut(long since) => false;

    public abstract StateCell Clone();

    public abstract void Write(SnapshotWriter writer);

    public abstract void Read(SnapshotReader reader);

    public static StateCell For(StateDefinition definition) => definition switch
    {
        SwitchState s => new SwitchCell(s.Initially),
        CountState { Over: not null } => new RollingCell(null),
        SumState { Over: not null } s => new RollingCell(s.Type.Kind),
        CountState s => new CountCell(s.Initially?.AsInteger),
        MembershipState => new MembershipCell(),
        LatestState s => new LatestCell(s.Initially),
        SumState s => new SumCell(s.Type.Kind, s.Initially),
        _ => throw new NotSupportedException($"the state `{definition.Name}` is of a kind the engine does not know"),
    };
}
