using DutyRules.Expressions;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Contents;

/// <summary>
/// What a content has seen in the window of one instance. A step function: it is told events and values of conditions in order and says when
/// something is decided.
/// </summary>
internal abstract class Progress
{
    /// <summary>An event in the window that matches, surely or perhaps.</summary>
    public virtual Decision? OnEvent(LoggedEvent item, bool sure) => null;

    /// <summary>The conditions of a stay content from <paramref name="time"/> on.</summary>
    public virtual Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of) => null;

    /// <summary>The tick at which the present values, if they go on, decide; null if they do not before the close.</summary>
    public virtual long? Threshold => null;

    /// <summary>A threshold came.</summary>
    public virtual Decision? OnThreshold(long time) => null;

    /// <summary>The window is over.</summary>
    public abstract Decision OnClose();

    public abstract Progress Clone();

    public virtual void Write(SnapshotWriter writer)
    {
    }

    public virtual void Read(SnapshotReader reader)
    {
    }

    public static Progress For(NormPlan plan, ResolvedWindow window) => plan.Norm.Content switch
    {
        CountContent c when plan.Norm.Modality == Modality.MustNot => new ForbiddenCount(c, window, plan.Longest),
        CountContent c => new RequiredCount(c, window),
        OneOfEachContent c => new OneOfEachProgress(c, window),
        StayContent { Share: not null, Of: not null } c => new ShareOfTimeProgress(c, window),
        StayContent { Share: not null } c => new ShareProgress(c, window),
        StayContent c => new StayProgress(c, window),
        TotalContent c => new TotalProgress(c, window),
        ConditionContent or ActorContent or HappeningContent => AtOnce.Instance,
        _ => throw new NotSupportedException($"the engine does not know the content `{plan.Norm.Content}`"),
    };
}

/// <summary>For contents that are decided at birth.</summary>
internal sealed class AtOnce : Progress
{
    public static AtOnce Instance { get; } = new();

    public override Decision OnClose() => throw new InvalidOperationException("decided at birth");

    public override Progress Clone() => this;
}
