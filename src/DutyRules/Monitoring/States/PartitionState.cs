using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>One state of one partition as a function of time, as far as it is known now.</summary>
internal abstract class PartitionState(StatePlan plan)
{
    public StatePlan Plan { get; } = plan;

    /// <summary>Nothing that comes in changes it before this.</summary>
    public abstract long BasePosition { get; }

    /// <summary>The least now at which a value changes with no further record; <see cref="long.MaxValue"/> if none does.</summary>
    public abstract long NextWake { get; }

    /// <summary>How many changes are kept, in order.</summary>
    public abstract int ChangeCount { get; }

    /// <summary>The time of a change.</summary>
    public abstract long ChangeTimeAt(int index);

    /// <summary>Every key that ever had a value, with its value; only of states that follow from events.</summary>
    public virtual IEnumerable<(StateKey Key, Value? Value)> All(Viewpoint viewpoint) => [];

    /// <summary>The value for a key; null when unknown.</summary>
    public abstract Value? At(StateKey key, Viewpoint viewpoint);

    /// <summary>Runs up to <paramref name="to"/>, exclusive. Returns the time of the first value that is new or different; null if there is none.</summary>
    public abstract long? Run(long to);

    /// <summary>Notes that the history changed at a time.</summary>
    public virtual void Touch(long time)
    {
    }

    /// <summary>Moves the base up, to <paramref name="watermark"/> at most, and forgets values before <paramref name="readFrom"/>.</summary>
    public virtual void Settle(long watermark, long readFrom)
    {
    }

    public abstract void Write(SnapshotWriter writer);

    public abstract void Read(SnapshotReader reader);

    /// <summary>The index of the first change with a time of at least <paramref name="time"/>.</summary>
    public int ChangesFrom(long time) =>
        Ordered.First(ChangeCount, this, time, static (state, i, goal) => state.ChangeTimeAt(i) >= goal);
}
