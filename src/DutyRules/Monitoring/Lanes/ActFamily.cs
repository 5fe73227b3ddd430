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

    /// <summary>Whether an act is none of those it speaks of.</summary>
    public bool PassesOver(Reading trigger) => Matches(trigger) is { IsKnown: true, Value: false };

    public void Judge(LaneMoment moment, Reading trigger, Reading onlyIf, LaneVerdicts verdicts)
    {
        var matches = Matches(trigger);
        if (members[0].Plan.Whose is { } role && !IsHolder(moment, role))
        {
            return;
        }

        var (status, reason) = !matches.IsKnown ? (VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : _isForbidden ? (VerdictStatus.Breached, ReasonCode.ForbiddenAct)
            : WhetherAllowed(Conditions.Or(onlyIf.Before, onlyIf.After));
        if (!verdicts.Wants(status))
        {
            return;
        }

        var time = moment.Time;
        var decision = LaneDecision.ByEvent(time, status, reason);
        foreach (var member in members)
        {
            verdicts.Say(moment.Site.Norm(member), moment.Record!, moment.Actor, new ResolvedWindow(time, time + 1, time, true), decision, null);
        }
    }

    private Maybe<bool> Matches(Reading trigger) => _isForbidden ? Conditions.And(trigger.Before, trigger.After) : trigger.Before;

    private static (VerdictStatus Status, ReasonCode Reason) WhetherAllowed(Maybe<bool> holds) => !holds.IsKnown ? (VerdictStatus.Undetermined, ReasonCode.NotKnown)
        : holds.Value ? (VerdictStatus.Fulfilled, ReasonCode.Allowed)
        : (VerdictStatus.Breached, ReasonCode.NotAllowed);

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
    }

    protected override long NextDue() => long.MaxValue;

    private bool IsHolder(LaneMoment moment, DutyRules.Events.Role role) =>
        moment.Actor is { } actor && (role.SeenIn is not null || moment.Site.Norm(members[0]).Context.Holds(actor, moment.Time));
}
