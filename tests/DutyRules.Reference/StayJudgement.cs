using System.Numerics;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>A condition that holds throughout the window, or for a share of it (C8 - C10).</summary>
internal sealed class StayJudgement(Partition partition, Instance instance, StayContent content, ISet<string> rules) : IContentJudgement
{
    private readonly Lifting _lifting = new(instance.Norm, rules);

    private Opening Window => instance.Window!.Value;

    private long Length => Window.Close - Window.Open;

    public Decision Decide() =>
        content.Share is not { Value: var share } ? Throughout(content.Gaps?.Value.InTicks() ?? 0)
        : content.Of is null && !_lifting.IsPossible ? ForShare(share)
        : ForShareOfOther(share);

    private IReadOnlyList<Stretch> Values(Func<long, bool?> valueAt) =>
        Stretch.Over(Window.Open, Window.Close, partition.InstantsIn(Window.Open, Window.Close), valueAt);

    private bool? Condition(long time) => partition.HoldsAt(content.Condition, time, instance, rules);

    /// <summary>The time of which a share is asked (C10); what is lifted is no part of it (X5).</summary>
    private bool? Other(long time) => Truths.And(content.Of is null ? true : partition.HoldsAt(content.Of, time, instance, rules), Truths.Not(Lifted(time)));

    private bool? Lifted(long time) => _lifting.Holds(condition => partition.HoldsAt(condition, time, instance, rules));

    // C8
    private Decision Throughout(long gaps)
    {
        rules.Add("C8");
        var values = Values(t => Truths.Or(Lifted(t), Condition(t)));
        foreach (var no in values.Where(s => s.Value == false && s.Length > gaps))
        {
            return new Decision(VerdictStatus.Breached, ReasonCode.Broken, no.From + gaps, no.From + gaps + 1, Precedence.Silence);
        }

        return Stretch.Join(values, value => value != true).Any(s => s.Value == true && s.Length > gaps)
            ? Decision.AtClose(Window, VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : Decision.AtClose(Window, VerdictStatus.Fulfilled, ReasonCode.Held);
    }

    // C9
    private Decision ForShare(decimal share)
    {
        rules.Add("C9");
        var values = Values(Condition);
        var enough = values.FirstAfter(true, Exactly.Ceiling(share, Length));
        var tooLittle = values.FirstAfter(false, Exactly.Floor(1 - share, Length) + 1);
        var atClose = Exactly.Rounded(TimeOf(values, true), Length);

        return enough is { } kept ? At(kept, VerdictStatus.Fulfilled, ReasonCode.Held)
            : tooLittle is { } broken ? At(broken, VerdictStatus.Breached, ReasonCode.ShareTooSmall)
            : At(Window.Close, VerdictStatus.Undetermined, ReasonCode.NotKnown);

        Decision At(long x, VerdictStatus status, ReasonCode reason) => x == Window.Close
            ? Decision.AtClose(Window, status, reason) with { Share = atClose }
            : new Decision(status, reason, x, x, Precedence.Silence);
    }

    // C10
    private Decision ForShareOfOther(decimal share)
    {
        rules.Add("C10");
        var (condition, other) = (Values(Condition), Values(Other));

        long Time(Func<bool?, bool> ofOther, Func<bool?, bool> ofCondition) => (
            from o in other
            where ofOther(o.Value)
            from c in condition
            where ofCondition(c.Value)
            select Math.Max(0, Math.Min(o.To, c.To) - Math.Max(o.From, c.From))).Sum();

        var both = Time(o => o == true, c => c == true);
        var total = Time(o => o == true, _ => true);
        if (total == 0)
        {
            return other.All(o => o.Value is not null)
                ? Decision.AtClose(Window, VerdictStatus.Void, ReasonCode.NothingToMeasure)
                : Decision.AtClose(Window, VerdictStatus.Undetermined, ReasonCode.NotKnown);
        }

        var worstReached = Exactly.Reaches(both, total + Time(o => o is null, c => c != true), share);
        var bestReached = Exactly.Reaches(
            both + Time(o => o == true, c => c is null) + Time(o => o is null, c => c != false),
            total + Time(o => o is null, c => c != false),
            share);
        var decision = worstReached ? Decision.AtClose(Window, VerdictStatus.Fulfilled, ReasonCode.Held)
            : !bestReached ? Decision.AtClose(Window, VerdictStatus.Breached, ReasonCode.ShareTooSmall)
            : Decision.AtClose(Window, VerdictStatus.Undetermined, ReasonCode.NotKnown);
        return decision with { Share = Exactly.Rounded(both, total) };
    }

    private static long TimeOf(IEnumerable<Stretch> values, bool value) => values.Where(s => s.Value == value).Sum(s => s.Length);
}
