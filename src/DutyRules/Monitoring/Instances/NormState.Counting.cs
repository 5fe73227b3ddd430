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
        var isCounted = _plan.Parts.Any(p => p.Type == item.Type);
        if (isCounted)
        {
            // A copy: what is decided leaves the set.
            _sharing.Clear();
            _sharing.AddRange(_instances.Sharing(item));
            foreach (var instance in _sharing)
            {
                if (_plan.Once && !_plan.IsGate && _newborn.Contains(instance))
                {
                    _postponed.Add((instance, item));
                }
                else
                {
                    Count(instance, item);
                }
            }

            if (_plan.Once)
            {
                _offers.Add(item);
            }
        }

        if (_plan.KeepsRecent)
        {
            _instances.AddRecent(item, isCounted, _plan.IsFirst(item.Type));
        }
    }

    /// <summary>Lets an instance count an event as every part of the content that it matches; where an event serves one instance only, it is offered later.</summary>
    private void Count(Instance instance, LoggedEvent item)
    {
        if (_instances.Find(instance.Serial) is null || (instance.Pending is not null && instance.Progress is not AttestedProgress))
        {
            return;
        }

        Decision? decision = null;
        foreach (var part in _plan.Parts)
        {
            if (part.Type == item.Type && Matches(instance, item, part) is var match && match is not { IsKnown: true, Value: false }
                && !(_plan.Once && match.IsKnown))
            {
                decision = Tell(instance, item, part, match.IsKnown) ?? decision;
            }
        }

        if (decision is not null)
        {
            Judge(instance, decision);
        }
    }

    private Decision? Tell(Instance instance, LoggedEvent item, ContentPart part, bool sure)
    {
        var window = instance.Window;
        if (instance.Clock is { } clock)
        {
            Reframe(instance, clock.FrameAt(window, item.Time));
        }

        var decision = instance.Progress.OnEvent(new SeenEvent(item, sure, part.Index, Measured(instance, item, part)));
        if (decision is null && instance.Clock is not null)
        {
            Reframe(instance, window);
        }

        return decision;
    }

    /// <summary>
    /// Where an event serves one instance only: gives what came before this instant, and nobody took, to those born in it (rule C20). Before an event of that instant is
    /// counted, since what is not sure counts only as far as something is lacking.
    /// </summary>
    private void ServeNewborn(long time)
    {
        if (!_plan.Once || _plan.IsGate || _newborn.Count == 0)
        {
            return;
        }

        var part = _plan.Parts[0];
        var before = _newborn.SelectMany(_instances.RecentFor).Where(i => i.Type == part.Type && i.Time < time && !_instances.IsTaken(i));
        foreach (var item in before.Distinct().Order().ToList())
        {
            Serve(_newborn.Where(i => HasSame(i, item, _plan.Same)), item, part);
        }

        _newborn.Clear();
    }

    private void CountPostponed()
    {
        foreach (var (newborn, item) in _postponed)
        {
            Count(newborn, item);
        }

        _postponed.Clear();
    }

    /// <summary>
    /// Where an event serves one instance only: gives each event of the present instant to the instance that lacks it and is over first (rule C20). Acts take what came before
    /// them, one after the other.
    /// </summary>
    private void ServeOnce()
    {
        if (!_plan.Once || (_offers.Count == 0 && _newborn.Count == 0))
        {
            return;
        }

        var part = _plan.Parts[0];
        foreach (var act in _newborn.OrderBy(i => i.Trigger))
        {
            foreach (var item in _instances.RecentFor(act).Where(i => i.Type == part.Type && !_instances.IsTaken(i)).ToList())
            {
                Serve([act], item, part);
            }
        }

        foreach (var item in _offers.Where(i => !_plan.IsGate && i.Type == part.Type && !_instances.IsTaken(i)).Distinct().Order().ToList())
        {
            Serve(_instances.Sharing(item), item, part);
        }

        _offers.Clear();
        _newborn.Clear();
    }

    private void Serve(IEnumerable<Instance> instances, LoggedEvent item, ContentPart part)
    {
        var first = instances.Where(i => IsOpen(i) && i.Progress.Lacks(item) && Matches(i, item, part) is { IsKnown: true, Value: true })
            .Order(Comparer<Instance>.Create(CompareByClose)).FirstOrDefault();
        if (first is null)
        {
            return;
        }

        if (_plan.KeepsRecent)
        {
            _instances.Take(item);
        }

        if (Tell(first, item, part, sure: true) is { } decision)
        {
            Judge(first, decision);
        }
    }

    private static int CompareByClose(Instance left, Instance right)
    {
        var byClose = left.Window.Close.CompareTo(right.Window.Close);
        byClose = byClose != 0 ? byClose : left.BirthCut.CompareTo(right.BirthCut);
        byClose = byClose != 0 || left.Trigger is null ? byClose : left.Trigger.CompareTo(right.Trigger);
        byClose = byClose != 0 ? byClose : left.Key.Zip(right.Key, (a, b) => a.Value.CompareTo(b.Value)).FirstOrDefault(c => c != 0);
        return byClose != 0 ? byClose : string.CompareOrdinal(left.Anchor, right.Anchor);
    }

    private bool IsOpen(Instance instance) => instance.Pending is null && _instances.Find(instance.Serial) is not null;

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
            _pending.Remove(instance);
            Commit(instance, decision);
            return;
        }

        if (instance.Pending is null)
        {
            _pending.Add(instance);
        }

        instance.Pending = decision;
    }

    /// <summary>Rule C1, but for what the index of instances has seen to.</summary>
    private Maybe<bool> Matches(Instance instance, LoggedEvent item, ContentPart part)
    {
        if (item.Id == instance.Trigger?.Id || instance.OpenedBy.Contains(item.Id) || instance.Progress is WaitingProgress
            || !InWindow(instance.Window, item) || !LongEnough(item) || !Names(instance, item) || !((_instances.IsShared && !_plan.HasFirsts) || !part.Shares || HasSame(instance, item, _plan.Same)))
        {
            return new(false);
        }

        var match = RightActor(instance, item, part);
        if (match is { IsKnown: true, Value: false })
        {
            return match;
        }

        if (item.Unsure)
        {
            match = default;
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
        PerformerKind.Owner => Owns(instance, item, part.Owner!),
        PerformerKind.Holder => new(item.Actor is { } actor && (part.Role!.SeenIn is not null || _context.HoldsRole(actor, part.Role, item.Time))),
        PerformerKind.Named when item.Actor is { } actor && instance.Facts!.Named[_plan.Birth!.Named.Length > 1 ? part.Index : 0] is var name =>
            name is null && part.MayBeAnybody ? default : new(name == actor),
        PerformerKind.Named => new(false),
        _ => new(item.Actor is { } actor && (_plan.Norm.Parties.Who is PostParty post
            ? post.Role.SeenIn is not null || actor == instance.ShiftPerson || _context.Holds(actor, item.Time)
            : actor == instance.Person)),
    };

    // The expression names the actor on pre or on post (rule F13).
    private Maybe<bool> Owns(Instance instance, LoggedEvent item, Func<IEvaluationScope, Maybe<string>> owner)
    {
        if (item.Actor is not { } actor)
        {
            return new(false);
        }

        var (pre, post) = (Named(Viewpoint.BeforeStep(item.Place)), Named(Viewpoint.AfterStep(item.Place)));
        return Conditions.Or(pre, post);

        Maybe<bool> Named(Viewpoint viewpoint) =>
            owner(_context.Scope.For(null, instance.Trigger, instance.Key, viewpoint)) is { IsKnown: true, Value: var name } ? new(name == actor) : default;
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
