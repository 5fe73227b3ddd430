using DutyRules.Expressions;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>
/// What a content has seen in the window of one instance. A step function: it is told events and values of conditions in order and says when
/// something is decided.
/// </summary>
internal abstract class Progress(ResolvedWindow window)
{
    /// <summary>The window, as far as its end is known.</summary>
    protected ResolvedWindow Window { get; private set; } = window;

    /// <summary>Gives the window another end (rules W6, W7).</summary>
    public void Reframe(ResolvedWindow window) => Window = window;

    /// <summary>An event in the window that matches, surely or perhaps.</summary>
    public virtual Decision? OnEvent(SeenEvent seen) => null;

    /// <summary>The conditions of a stay content from <paramref name="time"/> on.</summary>
    public virtual Decision? OnCondition(long time, Maybe<bool> value, Maybe<bool> of) => null;

    /// <summary>The tick at which the present values, if they go on, decide; null if they do not before the close.</summary>
    public virtual long? Threshold => null;

    /// <summary>A threshold came.</summary>
    public virtual Decision? OnThreshold(long time) => null;

    /// <summary>What is decided at birth, because nothing needs to be done; its times are those of the birth (rule F16). Null: nothing is.</summary>
    public virtual Decision? AtBirth => null;

    /// <summary>Where an event serves one instance only: whether this one lacks it (rule C20).</summary>
    public virtual bool Lacks(LoggedEvent item) => true;

    /// <summary>The window is over.</summary>
    public abstract Decision OnClose();

    public abstract Progress Clone();

    public virtual void Write(SnapshotWriter writer)
    {
    }

    public virtual void Read(SnapshotReader reader)
    {
    }

    public static Progress For(NormPlan plan, ResolvedWindow window, BirthFacts? facts) => plan.Norm.Content switch
    {
        CountContent c when plan.Norm.Parties.Who is TogetherParty => Together(plan, c, facts!, window),
        CountContent c when plan.Norm.Modality == Modality.MustNot => new ForbiddenCount(c, facts?.Times ?? c.Times, window, plan.Longest),
        CountContent c => new RequiredCount(c, facts?.Times ?? c.Times, window),
        OneOfEachContent c => new OneOfEachProgress(c, window),
        CompositeContent { How: Composition.InOrder } c => new InOrderProgress(Items.Of(c, facts), window),
        CompositeContent c => new SeveralProgress(Items.Of(c, facts), c.How, null, null, window),
        MeasureContent c => new MeasureProgress(c, window),
        CoveringContent c => new CoveringProgress(c, window),
        AttestedContent c => new AttestedProgress(c, window),
        StayContent { Share: not null } c when plan.StayOf is not null => new ShareOfTimeProgress(c, window),
        StayContent { Share: not null } c => new ShareProgress(c, window),
        StayContent c => new StayProgress(c, window),
        TotalContent c => new TotalProgress(c, window),
        MeetContent => new MeetProgress(window),
        ConditionContent or ActorContent or HappeningContent => AtOnce.Instance,
        _ => throw new NotSupportedException($"the engine does not know the content `{plan.Norm.Content}`"),
    };

    private static SeveralProgress Together(NormPlan plan, CountContent content, BirthFacts facts, ResolvedWindow window) => new(
        Items.Of(plan, content, facts),
        Composition.All,
        content.Apart is { } apart ? Ticks.Of(apart.Value) : null,
        content.Times.IsComputed ? facts.Times!.Least() : null,
        window);
}

/// <summary>For contents that are decided at birth.</summary>
internal sealed class AtOnce() : Progress(default)
{
    public static AtOnce Instance { get; } = new();

    public override Decision OnClose() => throw new InvalidOperationException("decided at birth");

    public override Progress Clone() => this;
}
