using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>What is decided when the frame itself begins: only if, only by, and what must not happen at all (C11, C12).</summary>
internal sealed class ActJudgement(Partition partition, Instance instance, Content content, ISet<string> rules) : IContentJudgement
{
    public Decision Decide()
    {
        rules.Add(content is HappeningContent ? "C12" : "C11");
        return content switch
        {
            HappeningContent when instance.IsAct => new Decision(
                VerdictStatus.Breached, ReasonCode.ForbiddenAct, instance.Start, instance.BirthCut, Precedence.BrokenByAnEvent)
            {
                Act = instance.Trigger,
            },
            HappeningContent => new Decision(
                VerdictStatus.Breached, ReasonCode.LastedTooLong, instance.Start, instance.BirthCut, Precedence.Silence),
            ConditionContent only => Gate(Condition(only)),
            ActorContent only => Gate(instance.Trigger!.Actor is not { } actor ? null
                : only.Role.SeenIn is not null || partition.Holders(only.Role, instance.Start).Contains(actor)),
            _ => throw new NotSupportedException(content.ToString()),
        };
    }

    private bool? Condition(ConditionContent only)
    {
        var act = instance.Trigger!;
        return Truths.Either(Read(Moment.Before(act)), Read(Moment.After(act)));

        bool? Read(Moment moment) => partition.Holds(only.Condition, moment, rules, instance.Key, act, act);
    }

    private Decision Gate(bool? allowed)
    {
        var decision = new Decision(
            VerdictStatus.Fulfilled, ReasonCode.Allowed, instance.Start, instance.BirthCut, Precedence.KeptByAnEvent)
        {
            Act = instance.Trigger,
        };
        return allowed switch
        {
            true => decision,
            false => decision with
            {
                Status = VerdictStatus.Breached, Reason = ReasonCode.NotAllowed, Precedence = Precedence.BrokenByAnEvent,
            },
            null => decision.ButUnknown() with { Precedence = Precedence.BrokenByAnEvent },
        };
    }
}
