using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>From a decision to a verdict: birth, exceptions, people (rules W4, X1, B1).</summary>
internal sealed partial class NormState
{
    /// <summary>Ends an instance with a decision, dated not before its birth (rule W4), after exceptions (rule X1).</summary>
    private void Commit(Instance instance, Decision decision)
    {
        if (decision.Cut < instance.BirthCut)
        {
            decision = decision with { DecidedAt = instance.BirthDecidedAt, Cut = instance.BirthCut, Event = null };
        }

        _instances.Remove(instance);
        MarkDecided(instance);
        Emit(instance, WasUnassigned(instance, decision) ? decision with { Status = VerdictStatus.Undetermined, Reason = ReasonCode.Unassigned } : Excuse(instance, decision));
    }

    /// <summary>What silence decides of a post on shift says nothing if nobody was on shift (rule F8).</summary>
    private bool WasUnassigned(Instance instance, Decision decision) =>
        decision is { Status: VerdictStatus.Breached, Event: null } && _plan.OnShift && !_plan.Each && _plan.HasWindow && !_plan.IsAct
        && _plan.ShiftFrame is null && _verdicts.HoldersOf(instance, decision.Cut).IsEmpty;

    private Decision Excuse(Instance instance, Decision decision)
    {
        if (instance.Clock is { WasUnknown: true } && decision.Status == VerdictStatus.Fulfilled && _plan.Norm.Content is CountContent { Times.Upper: not null })
        {
            return decision.Undetermined();
        }

        if (decision.Status != VerdictStatus.Breached)
        {
            return decision;
        }

        var unknown = instance.LapseUnknown || instance.Clock is { WasUnknown: true };
        foreach (var condition in _plan.Unless)
        {
            var holds = _verdicts.Holds(condition, instance, decision);
            if (holds is { IsKnown: true, Value: true })
            {
                return decision with { Status = VerdictStatus.Excused, Reason = ReasonCode.Exception };
            }

            unknown |= !holds.IsKnown;
        }

        return unknown ? decision.Undetermined() : decision;
    }

    private void Emit(Birth birth, ResolvedWindow window, Decision decision) =>
        Emit(NewInstance(birth, window, AtOnce.Instance), decision);

    private void Emit(Instance instance, Decision decision) => _sink(_verdicts.Of(instance, decision));
}
