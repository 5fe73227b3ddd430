using System.Numerics;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>The time in the window during which a condition holds, all told (C14).</summary>
internal sealed class TotalJudgement(Partition partition, Instance instance, TotalContent content, ISet<string> rules) : IContentJudgement
{
    private Opening Window => instance.Window!.Value;

    public Decision Decide()
    {
        rules.Add("C14");
        var values = Stretch.Over(
            Window.Open, Window.Close, partition.InstantsIn(Window.Open, Window.Close), Counted);
        var (held, unknown) = (TimeOf(values, true), TimeOf(values, null));
        if (content.Time.Upper is { } upper)
        {
            var least = (content.MeanOf * (BigInteger)upper.Value.InTicks()) + (upper.Inclusive ? 1 : 0);
            if (values.FirstAfter(true, least) is { } x)
                return At(x, VerdictStatus.Breached, ReasonCode.TooLong, least);
        }
        else if (content.Time.Lower is { } lower)
        {
            var least = (content.MeanOf * (BigInteger)lower.Value.InTicks()) + (lower.Inclusive ? 0 : 1);
            if (values.FirstAfter(true, least) is { } x)
                return At(x, VerdictStatus.Fulfilled, ReasonCode.Held, least);
        }

        var (status, reason) = Within(held) && Within(held + unknown) ? (VerdictStatus.Fulfilled, ReasonCode.Held)
            : !Reached(held + unknown) ? (VerdictStatus.Breached, ReasonCode.TooShort)
            : (VerdictStatus.Undetermined, ReasonCode.NotKnown);
        return Decision.AtClose(Window, status, reason) with { Total = Duration.FromTicks(held) };
    }

    /// <summary>The condition, but for what is lifted (X5).</summary>
    private bool? Counted(long time) => Truths.And(
        partition.HoldsAt(content.Condition, time, instance, rules),
        Truths.Not(new Lifting(instance.Norm, rules).Holds(condition => partition.HoldsAt(condition, time, instance, rules))));

    private Decision At(long x, VerdictStatus status, ReasonCode reason, BigInteger total)
    {
        var decision = x == Window.Close ? Decision.AtClose(Window, status, reason) : new Decision(status, reason, x, x, Precedence.Silence);
        return decision with { Total = Duration.FromTicks((long)BigInteger.Max(0, total)) };
    }

    /// <summary>Within k times the bounds.</summary>
    private bool Within(long time) => Reached(time) && (content.Time.Upper is not { } upper
        || (upper.Inclusive ? time <= content.MeanOf * (BigInteger)upper.Value.InTicks() : time < content.MeanOf * (BigInteger)upper.Value.InTicks()));

    private bool Reached(long time) => content.Time.Lower is not { } lower
        || (lower.Inclusive ? time >= content.MeanOf * (BigInteger)lower.Value.InTicks() : time > content.MeanOf * (BigInteger)lower.Value.InTicks());

    private static long TimeOf(IEnumerable<Stretch> values, bool? value) => values.Where(s => s.Value == value).Sum(s => s.Length);
}
