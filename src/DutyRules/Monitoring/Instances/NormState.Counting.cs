using System.Collections.Immutable;
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
        if (_plan.ContentEvent is not { } pattern || pattern.Type != item.Type)
        {
            return;
        }

        // A copy: what is decided leaves the set.
        _sharing.Clear();
        _sharing.AddRange(_instances.Sharing(item));
        foreach (var instance in _sharing)
        {
            if (instance.Pending is null)
            {
                Count(instance, item);
            }
        }

        if (_plan.KeepsRecent)
        {
            _instances.AddRecent(item);
        }
    }

    private void Count(Instance instance, LoggedEvent item)
    {
        var match = Matches(instance, item);
        if (match is { IsKnown: true, Value: false } || instance.Progress.OnEvent(item, match.IsKnown) is not { } decision)
        {
            return;
        }

        Judge(instance, decision);
    }

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
    private Maybe<bool> Matches(Instance instance, LoggedEvent item)
    {
        if (item.Id == instance.Trigger?.Id || !InWindow(instance.Window, item) || !LongEnough(item) || !RightActor(instance, item))
        {
            return new(false);
        }

        var sure = item.Unsure ? default : new Maybe<bool>(true);
        if (_plan.ContentWhere is not { } where)
        {
            return sure;
        }

        var pre = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place)));
        var post = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.AfterStep(item.Place)));
        return Both(sure, _plan.Norm.Modality == Modality.Must ? Either(pre, post) : Both(pre, post));
    }

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

    private bool RightActor(Instance instance, LoggedEvent item)
    {
        if (!_plan.ActorMatters)
        {
            return true;
        }

        return item.Actor is { } actor && (_plan.Norm.Parties.Who is PostParty post
            ? post.Role.SeenIn is not null || actor == instance.ShiftPerson || _context.Holds(actor, item.Time)
            : actor == instance.Person);
    }

    /// <summary>What an act is at its own instant (rules C11, C12).</summary>
    private Decision JudgeAct(Instance instance)
    {
        var act = instance.Trigger!;
        var decision = Decision.At(act.Time, VerdictStatus.Fulfilled, ReasonCode.Allowed) with { Event = act };
        switch (_plan.Norm.Content)
        {
            case ConditionContent:
                var holds = Either(
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
