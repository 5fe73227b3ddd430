using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>An act that is forbidden, or allowed on a condition only: judged as it happens (rules F4, C11, C12). Norms that say the same of the same acts share the judgement.</summary>
internal sealed class ActFamily(IReadOnlyList<LaneMember> members) : Family
{
    private readonly bool _isForbidden = members[0].Plan.Norm.Content is HappeningContent;

    /// <summary>What all its norms ask of the act.</summary>
    public required LaneCondition? Trigger { get; init; }

    /// <summary>On which it is allowed; null where it is forbidden.</summary>
    public required LaneCondition? OnlyIf { get; init; }

    public void Judge(LaneSite site, LaneEvent item, Reading trigger, Reading onlyIf, LaneVerdicts verdicts)
    {
        var matches = _isForbidden ? Conditions.And(trigger.Before, trigger.After) : trigger.Before;
        if (matches is { IsKnown: true, Value: false } || (members[0].Plan.Whose is { } role && !IsHolder(site, role, item)))
        {
            return;
        }

        var decision = Decision.At(item.Time, VerdictStatus.Breached, ReasonCode.ForbiddenAct);
        if (!matches.IsKnown)
        {
            decision = Decision.At(item.Time, VerdictStatus.Undetermined, ReasonCode.NotKnown);
        }
        else if (!_isForbidden)
        {
            var holds = Conditions.Or(onlyIf.Before, onlyIf.After);
            decision = !holds.IsKnown ? decision.Undetermined()
                : decision with { Status = holds.Value ? VerdictStatus.Fulfilled : VerdictStatus.Breached, Reason = holds.Value ? ReasonCode.Allowed : ReasonCode.NotAllowed };
        }

        if (!verdicts.Wants(decision.Status))
        {
            return;
        }

        foreach (var member in members)
        {
            var norm = site.Norm(member);
            var instance = norm.Opened(item.Record, item.Time, item.Record.Actor, new ResolvedWindow(item.Time, item.Time + 1, item.Time, true));
            verdicts.Say(norm, instance, matches.IsKnown ? decision with { Event = instance.Trigger } : decision);
        }
    }

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
    }

    protected override long NextDue() => long.MaxValue;

    private bool IsHolder(LaneSite site, DutyRules.Events.Role role, LaneEvent item) =>
        item.Record.Actor is { } actor && (role.SeenIn is not null || site.Norm(members[0]).Context.Holds(actor, item.Time));
}
