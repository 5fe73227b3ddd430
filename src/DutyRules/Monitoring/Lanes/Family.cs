using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Norms of one form that differ in nothing, or in a limit only, at the sites of one set of lanes.</summary>
internal abstract class Family
{
    /// <summary>The sites of its lanes, by index.</summary>
    public required IReadOnlyList<LaneSite> Sites { get; init; }

    /// <summary>What all families wake by.</summary>
    public required LaneClock Clock { get; init; }

    /// <summary>The least cut at which something of it falls due; <see cref="long.MaxValue"/> if nothing does.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>Decides all that falls due up to a cut.</summary>
    public void PassTo(long cut, LaneVerdicts verdicts)
    {
        Pass(cut, verdicts);
        Next = NextDue();
    }

    /// <summary>The record of a site begins.</summary>
    public virtual void Begin(LaneSite site)
    {
    }

    /// <summary>The open instances at a site, and those that are to come before an instant; null: only the open ones.</summary>
    public virtual IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Foresee(LaneSite site, long? to) => [];

    public virtual void Write(SnapshotWriter writer, LaneSite site)
    {
    }

    public virtual void Read(SnapshotReader reader, LaneSite site)
    {
    }

    /// <summary>Before the sites are read from a snapshot.</summary>
    public virtual void Clear()
    {
    }

    /// <summary>After every site was read.</summary>
    public virtual void Restored(long now)
    {
    }

    /// <summary>Decides all that falls due up to a cut.</summary>
    protected abstract void Pass(long cut, LaneVerdicts verdicts);

    /// <summary>The least cut at which something falls due; <see cref="long.MaxValue"/> if nothing does.</summary>
    protected abstract long NextDue();

    /// <summary>Something falls due at a cut.</summary>
    protected void Wake(long cut)
    {
        Next = Math.Min(Next, cut);
        Clock.Wake(cut);
    }

    /// <summary>Whether the performer of an event is one who counts, but for one who bears a single instance (rules C1, B4).</summary>
    protected static bool IsPerformer(ContentPart part, LaneNorm norm, LaneMoment moment) => part.Performer switch
    {
        PerformerKind.Anyone => true,
        PerformerKind.Holder => moment.Actor is { } actor && (part.Role!.SeenIn is not null || norm.Context.HoldsRole(actor, part.Role, moment.Time)),
        _ => moment.Actor is { } actor && (norm.Context.Plan.Norm.Parties.Who is not PostParty { Role.SeenIn: null } || norm.Context.Holds(actor, moment.Time)),
    };
}

/// <summary>When the next of several families falls due; told to the clock above it.</summary>
internal sealed class LaneClock(LaneClock? above)
{
    /// <summary>The least cut at which something falls due, or less; <see cref="long.MaxValue"/> if nothing does.</summary>
    public long Next { get; set; } = long.MaxValue;

    public void Wake(long cut)
    {
        if (cut < Next)
        {
            Next = cut;
            above?.Wake(cut);
        }
    }
}
