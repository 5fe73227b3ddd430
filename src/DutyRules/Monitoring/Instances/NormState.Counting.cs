using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Which events count, and what an act is at its own instant (rules C1 to C7, C11, C12).</summary>
internal sealed partial class NormState
{
    /// <summary>Lets every instance count an event of the present step.</summary>
    private void Count(LoggedEvent item)
    {
        var (isShared, isUnshared) = (false, _plan.First?.Event.Event.Type == item.Type);
        foreach (var part in _plan.Parts)
        {
            if (part.Type != item.Type)
            {
                continue;
            }

            isShared |= part.Shares;
            isUnshared |= !part.Shares;

            // A copy: what is decided leaves the set.
            _sharing.Clear();
            _sharing.AddRange(_instances.Sharing(item, part));
            if (_plan.Once)
            {
                CountOnce(item, part);
                continue;
            }

            foreach (var instance in _sharing)
            {
                if (IsOpen(instance))
                {
                    Count(instance, item, part);
                }
            }
        }

        if (_plan.KeepsRecent && isShared)
        {
            _instances.AddRecent(item, shares: true);
        }

        if (_plan.KeepsRecent && isUnshared)
        {
            _instances.AddRecent(item, shares: false);
        }
    }

    private bool IsOpen(Instance instance) => instance.Pending is null && _instances.Find(instance.Serial) is not null;

    private void Count(Instance instance, LoggedEvent item)
    {
        foreach (var part in _plan.Parts)
        {
            if (part.Type == item.Type && IsOpen(instance))
            {
                Count(instance, item, part);
            }
        }
    }

    private void Count(Instance instance, LoggedEvent item, ContentPart part)
    {
        if (Matches(instance, item, part) is var match && match is not { IsKnown: true, Value: false })
        {
            Tell(instance, item, part, match.IsKnown);
        }
    }

    private void Tell(Instance instance, LoggedEvent item, ContentPart part, bool sure)
    {
        if (instance.Clock is { } clock)
        {
            Reframe(instance, clock.FrameAt(instance.Window, item.Time));
        }

        if (instance.Progress.OnEvent(new SeenEvent(item, sure, part.Index, Measured(instance, item, part))) is { } decision)
        {
            Judge(instance, decision);
        }
    }

    /// <summary>Counts an event for one instance only: of those that it surely matches, the one that is over first (rule C20).</summary>
    private void CountOnce(LoggedEvent item, ContentPart part)
    {
        var matches = _sharing.Where(IsOpen).Select(i => (Instance: i, Match: Matches(i, item, part))).ToList();
        foreach (var (instance, _) in matches.Where(m => !m.Match.IsKnown))
        {
            Tell(instance, item, part, sure: false);
        }

        var first = matches.Where(m => m.Match is { IsKnown: true, Value: true }).Select(m => m.Instance)
            .OrderBy(i => _plan.IsGate ? 0 : i.Window.Close).ThenBy(i => i.BirthCut).ThenBy(i => i.Serial).FirstOrDefault();
        if (first is not null)
        {
            _instances.Take(item);
            Tell(first, item, part, sure: true);
        }
    }

    // What is measured is read on post; a condition on pre or post (rule C16).
    private Value? Measured(Instance instance, LoggedEvent item, ContentPart part)
    {
        if (_plan.MeasureOf is not { } of || part.Index != 0)
        {
            return null;
        }

        var post = of(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.AfterStep(item.Place)));
        if (_plan.Norm.Content is not MeasureContent { Kind: MeasureKind.Share })
        {
            return post;
        }

        var pre = of(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place)));
        return Conditions.Or(Truth(pre), Truth(post)) is { IsKnown: true, Value: var holds } ? Value.Truth(holds) : null;
    }

    private static Maybe<bool> Truth(Value? value) => value is { } known ? new(known.AsTruth) : default;

    /// <summary>Takes a decision by an event: what keeps the norm counts at once, anything else waits for ties (rule T6).</summary>
    private void Judge(Instance instance, Decision decision)
    {
        if (decision.Status == VerdictStatus.Fulfilled)
        {
            Commit(instance, decision);
            return;
        }

        instance.Pending = decision;
        _pending.Add(instance);
    }

    /// <summary>Rule C1, but for what the index of instances has seen to.</summary>
    private Maybe<bool> Matches(Instance instance, LoggedEvent item, ContentPart part)
    {
        if (item.Id == instance.Trigger?.Id || item.Id == instance.OpenedBy || instance.Progress is WaitingProgress
            || !InWindow(instance.Window, item) || !LongEnough(item) || !Names(instance, item))
        {
            return new(false);
        }

        var match = RightActor(instance, item, part);
        if (match is { IsKnown: true, Value: false })
        {
            return match;
        }

        if (part.Where is { } where)
        {
            var pre = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place)));
            var post = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.AfterStep(item.Place)));
            match = Conditions.And(match, _plan.Norm.Modality == Modality.Must ? Conditions.Or(pre, post) : Conditions.And(pre, post));
        }

        return _plan.Norm.Modality == Modality.MustNot ? Conditions.And(match, Conditions.Not(LiftedAt(instance.Trigger, instance.Key, item))) : match;
    }

    /// <summary>Whether a forbidden act is lifted: on pre or on post of it (rule X5).</summary>
    private Maybe<bool> LiftedAt(LoggedEvent? trigger, ImmutableArray<KeyPart> key, LoggedEvent item) => _plan.Lifted is not { } lifted ? new(false)
        : Conditions.Or(
            lifted(_context.Scope.For(item, trigger, key, Viewpoint.BeforeStep(item.Place))),
            lifted(_context.Scope.For(item, trigger, key, Viewpoint.AfterStep(item.Place))));

    private bool InWindow(ResolvedWindow window, LoggedEvent item)
    {
        if (_plan.Norm.Modality == Modality.Must)
        {
            return item.At >= window.Open && item.Time < window.Close;
        }

        return item.At < window.Close && (item.Time > window.Open || (item.Time == item.At && item.At == window.Open));
    }

    private bool LongEnough(LoggedEvent item) =>
        _plan.Norm.Content is not CountContent { EachLasting: { } lasting } || lasting.Contains(item.Record.Lasted);

    /// <summary>Whether what attests names the instance (rule C19).</summary>
    private bool Names(Instance instance, LoggedEvent item)
    {
        if (_plan.Norm.Content is not AttestedContent content)
        {
            return true;
        }

        if (content.By is { } role && (item.Actor is not { } actor || !(role.SeenIn is not null || _context.HoldsRole(actor, role, item.Time))))
        {
            return false;
        }

        var case_ = instance.Trigger?.Type.Case is { } field ? instance.Trigger.Record[field]?.AsText : null;
        var thing = _plan.Norm.ForEach is null ? null : instance.Key[^1].Value.AsText;
        return AttestedContent.NamingFields.Zip([instance.Person, case_, thing]).All(named =>
            named.Second is null || item.Type.FindField(named.First) is not { } naming || item.Record[naming]?.AsText == named.Second);
    }

    private Maybe<bool> RightActor(Instance instance, LoggedEvent item, ContentPart part) => part.Performer switch
    {
        PerformerKind.Anyone => new(true),
        PerformerKind.Owner => Owns(instance, item),
        PerformerKind.Holder => new(item.Actor is { } actor && (part.Role!.SeenIn is not null || _context.HoldsRole(actor, part.Role, item.Time))),
        PerformerKind.Named => new(item.Actor is not null && instance.Facts!.Named[part.Index] == item.Actor),
        _ => new(item.Actor is { } actor && (_plan.Norm.Parties.Who is PostParty post
            ? post.Role.SeenIn is not null || actor == instance.ShiftPerson || _context.Holds(actor, item.Time)
            : actor == instance.Person)),
    };

    // The expression names the actor on pre or on post (rule F13).
    private Maybe<bool> Owns(Instance instance, LoggedEvent item)
    {
        if (item.Actor is not { } actor)
        {
            return new(false);
        }

        var (pre, post) = (Named(Viewpoint.BeforeStep(item.Place)), Named(Viewpoint.AfterStep(item.Place)));
        return Conditions.Or(pre, post);

        Maybe<bool> Named(Viewpoint viewpoint) =>
            _plan.Owner!(_context.Scope.For(null, instance.Trigger, instance.Key, viewpoint)) is { IsKnown: true, Value: var name } ? new(name == actor) : default;
    }

    /// <summary>What an act is at its own instant (rules C11, C12).</summary>
    private Decision JudgeAct(Instance instance)
    {
        var act = instance.Trigger!;
        var decision = Decision.At(act.Time, VerdictStatus.Fulfilled, ReasonCode.Allowed) with { Event = act };
        switch (_plan.Norm.Content)
        {
            case ConditionContent:
                var holds = Conditions.Or(
                    _plan.OnlyIf!(_context.Scope.For(act, act, instance.Key, Viewpoint.BeforeStep(act.Place))),
                    _plan.OnlyIf!(_context.Scope.For(act, act, instance.Key, Viewpoint.AfterStep(act.Place))));
                return !holds.IsKnown ? decision.Undetermined() : holds.Value ? decision : NotAllowed(decision);
            case ActorContent content:
                return act.Actor is not { } actor ? decision.Undetermined()
                    : content.Role.SeenIn is not null || _context.HoldsRole(actor, content.Role, act.Time) ? decision
                    : NotAllowed(decision);
            default:
                return decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.ForbiddenAct };
        }
    }

    private static Decision NotAllowed(Decision decision) =>
        decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.NotAllowed };
}
