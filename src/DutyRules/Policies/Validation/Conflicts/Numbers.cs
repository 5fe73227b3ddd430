using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>More of something is asked for than is allowed.</summary>
internal static class Numbers
{
    public static LocalizedText? Check(Pair pair)
    {
        if (pair is not
            {
                First: { Modality: Modality.Must, Frame: EveryFrame one, Content: CountContent { Times: { IsComputed: false, Lower: { } lower } } asked },
                Second: { Modality: Modality.MustNot, Frame: EveryFrame other, Content: CountContent { Times.IsComputed: false, EachLasting: null } allowed },
            }
            || one.Period != other.Period || asked.Event.Type != allowed.Event.Type || (pair.Second.Window != Window.WholeFrame && pair.Second.Window != pair.First.Window)
            || !IsOfOne(pair) || !Pair.Said(allowed.Event).IsSubsetOf(Pair.Said(asked.Event)) || allowed.Apart is not null)
        {
            return null;
        }

        var least = lower.Value + (lower.Inclusive ? 0 : 1);
        if (!allowed.Times.ExceededBy(least))
        {
            return null;
        }

        var act = asked.Event.Type.Title;
        return new LocalizedText(
            $"say, in the period that begins on {pair.Day} at {pair.Site} `{act.En}` is done {least} times, as `{pair.First.Id}` asks: that is more than `{pair.Second.Id}` allows",
            $"例如自 {pair.Day} 起的周期内，在 {pair.Site} 按 `{pair.First.Id}` 的要求进行“{act.Zh}”{least} 次，就超过了 `{pair.Second.Id}` 允许的次数");
    }

    // What counts for one counts for the other.
    private static bool IsOfOne(Pair pair) => pair.Second.Parties.Who is SiteParty || (pair.Second.Parties.Who is EachParty && pair.First.Parties.Who is EachParty && Pair.Binds(pair.Second, pair.First));
}
