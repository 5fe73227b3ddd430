using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>What lifts an instance, or ends it first (H4, X1 - X4).</summary>
internal sealed class Exceptions(Partition partition, Instance instance, Opening window, ISet<string> rules)
{
    private Norm Norm => instance.Norm;

    /// <summary>Lapses are looked for from here on (X2).</summary>
    private long LapsesFrom => Math.Max(window.Open, instance.Start);

    /// <summary>Every way in which the instance may end before it is decided (H4, X2 - X4), in the order they have at one instant.</summary>
    /// <param name="hasBegun">False until the first event with which the window begins: nothing lapses (W6).</param>
    public IEnumerable<Decision> Endings(bool hasBegun)
    {
        // H4
        if (instance.CancelledAt is { } off)
            yield return Noted("H4", new Decision(VerdictStatus.Void, ReasonCode.Cancelled, off, off + 1, Precedence.PlanGone));

        // X2
        var lapse = LapseConditions.Where(_ => hasBegun)
            .SelectMany(condition => Values(condition, window.Close))
            .Where(s => s.Value == true).Select(s => (long?)s.From).Min();
        if (lapse is { } t)
            yield return Noted("X2", new Decision(VerdictStatus.Void, ReasonCode.Lapsed, t, t + 1, Precedence.Void));

        // X3
        if (instance.Interval is { } spell && spell.To != Ticks.Forever && Norm.Frame is WhileFrame { EndsFirst: EndsFirst.Lapses } frame)
        {
            var b = spell.To;
            var ended = new Decision(VerdictStatus.Void, ReasonCode.FrameEnded, b, b + 1, Precedence.Void);
            yield return Noted("X3", EndedForSure(frame, b) ? ended : ended.ButUnknown() with { Precedence = Precedence.FrameBecameUnknown });
        }

        // X4
        if (Norm.Parties.Who is EachParty { Role: { IsFromAssignments: true } role } && !instance.IsAct && instance.Bearer is not null && instance.Shift is null
            && partition.Roles.StopsHolding(instance.Bearer, role, instance.Bound, window.Close) is { } x)
        {
            yield return Noted("X4", new Decision(VerdictStatus.Void, ReasonCode.NoLongerHolds, x, x + 1, Precedence.Void));
        }
    }

    /// <summary>What becomes of a breach (X1), also where it is unknown whether the instance lapsed before (X2), or for how long its clock stood (W7).</summary>
    public Decision Excuse(Decision decision)
    {
        var mayHaveStood = instance.Clock?.IsUnknownIn(window.Open, Math.Min(decision.Cut, window.Close)) == true;
        if (mayHaveStood && IsKeptAtClose(decision))
            return decision.ButUnknown();
        if (decision.Status != VerdictStatus.Breached)
            return decision;

        var unless = Norm.Exceptions.OfType<UnlessException>().Select(e => partition.HoldsAtDecision(e.Condition, decision, instance, rules)).ToList();
        if (unless.Count > 0)
            rules.Add("X1");

        if (unless.Contains(true))
            return decision with { Status = VerdictStatus.Excused, Reason = ReasonCode.Exception };

        var mayHaveLapsed = LapseConditions.SelectMany(c => Values(c, Math.Min(decision.Cut, window.Close))).Any(s => s.Value is null);
        return unless.Contains(null) || mayHaveLapsed || mayHaveStood ? decision.ButUnknown() : decision;
    }

    /// <summary>A number with an upper end is kept by silence (C4).</summary>
    private bool IsKeptAtClose(Decision decision) =>
        decision.Status == VerdictStatus.Fulfilled && Norm.Content is CountContent { Times.Upper: not null };

    private IEnumerable<Expression> LapseConditions => Norm.Exceptions.OfType<LapsesException>().Select(e => e.Condition);

    private IReadOnlyList<Stretch> Values(Expression condition, long to) =>
        Stretch.Over(LapsesFrom, to, partition.InstantsIn(LapsesFrom, to), t => partition.HoldsAt(condition, t, instance, rules));

    /// <summary>Whether the condition of the frame became false, not unknown. Out of force is false (F2).</summary>
    private bool EndedForSure(WhileFrame frame, long b) =>
        Norm.InForceTo is { } to && partition.LocalTicks(to) <= b || partition.HoldsInFrame(Norm, frame, b, [.. instance.Key.Take(1)], rules) == false;

    private Decision Noted(string rule, Decision decision)
    {
        rules.Add(rule);
        return decision;
    }
}
