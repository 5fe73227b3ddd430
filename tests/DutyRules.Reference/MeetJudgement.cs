using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>A condition that must come true in the window (C18).</summary>
internal sealed class MeetJudgement(Partition partition, Instance instance, MeetContent content, ISet<string> rules) : IContentJudgement
{
    public Decision Decide()
    {
        rules.Add("C18");
        var window = instance.Window!.Value;
        var values = Stretch.Over(window.Open, window.Close, partition.InstantsIn(window.Open, window.Close), t => partition.HoldsAt(content.Condition, t, instance, rules));
        foreach (var met in values.Where(s => s.Value == true))
        {
            return new Decision(VerdictStatus.Fulfilled, ReasonCode.Met, met.From, met.From + 1, Precedence.KeptByAnEvent)
            {
                Slack = Duration.FromTicks(window.Due - met.From),
            };
        }

        return values.Any(s => s.Value is null)
            ? Decision.AtClose(window, VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : Decision.AtClose(window, VerdictStatus.Breached, ReasonCode.NotMet);
    }
}
