using DutyRules.Expressions;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Instances;

/// <summary>A clock that stands still while a condition holds (rule W7).</summary>
/// <param name="allowed">How much time is allowed, in ticks.</param>
internal sealed class PausedClock(long allowed)
{
    private long _since;
    private long _run;

    /// <summary>A clock that starts at an instant.</summary>
    public static PausedClock Starting(long start, long allowed) => new(allowed) { _since = start };

    /// <summary>True while it stands still.</summary>
    public bool Stands { get; private set; }

    /// <summary>True when it was unknown at some instant whether it stands still.</summary>
    public bool WasUnknown { get; private set; }

    /// <summary>Notes whether it is unknown if it stands still.</summary>
    public void Note(Maybe<bool> pauses) => WasUnknown |= !pauses.IsKnown;

    /// <summary>Whether it stands still from an instant on.</summary>
    public void Set(long time, Maybe<bool> pauses)
    {
        _run = RunAt(time);
        _since = time;
        Stands = pauses is { IsKnown: true, Value: true };
    }

    /// <summary>When the allowed time is over if the clock runs from an instant on.</summary>
    public long DueFrom(long time) => time + Math.Max(0, allowed - RunAt(time));

    /// <summary>A window with its end as things stand: none while the clock stands.</summary>
    public ResolvedWindow Frame(ResolvedWindow window)
    {
        var due = DueFrom(_since);
        return window with { Due = due, Close = Stands ? long.MaxValue : due + 1, DueInclusive = true };
    }

    /// <summary>A window with the end that a decision at an instant has.</summary>
    public ResolvedWindow FrameAt(ResolvedWindow window, long time)
    {
        var due = DueFrom(time);
        return window with { Due = due, Close = due + 1, DueInclusive = true };
    }

    public PausedClock Clone() => new(allowed) { _since = _since, _run = _run, Stands = Stands, WasUnknown = WasUnknown };

    public void Write(SnapshotWriter writer)
    {
        writer.Write(allowed);
        writer.Write(_since);
        writer.Write(_run);
        writer.Write(Stands);
        writer.Write(WasUnknown);
    }

    public static PausedClock Read(SnapshotReader reader) => new(reader.ReadInt64())
    {
        _since = reader.ReadInt64(), _run = reader.ReadInt64(), Stands = reader.ReadBoolean(), WasUnknown = reader.ReadBoolean(),
    };

    private long RunAt(long time) => _run + (Stands ? 0 : time - _since);
}
