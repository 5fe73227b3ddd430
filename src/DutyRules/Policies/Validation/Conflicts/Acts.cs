using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>What must be done at a time of day at which it must not be done.</summary>
internal static class Acts
{
    public static LocalizedText? Check(Pair pair)
    {
        if (pair is not
            {
                First: { Modality: Modality.Must, Frame: EveryFrame { Period: CalendarUnit { Kind: PeriodKind.Day } or DaysOf { Class: not DayClass.Holiday } }, Content: CountContent { Times: { IsComputed: false } times } asked },
                Second: { Modality: Modality.MustNot, Frame: WhenFrame forbidden, Content: HappeningContent },
            }
            || times.ReachedBy(0) || asked.Event.Type != forbidden.Trigger.Type || asked.Event.Type.IsInterval || !Pair.Binds(pair.Second, pair.First)
            || Hours.Of(pair.First.Window) is not { } window)
        {
            return null;
        }

        var said = Pair.Said(asked.Event);
        var hours = new Hours(0, NodaConstants.TicksPerDay);
        foreach (var condition in forbidden.Trigger.Where?.Conjuncts() ?? [])
        {
            if (Hours.Of(condition) is { } some)
            {
                hours = hours.And(some);
            }
            else if (!said.Contains(ExpressionPrinter.ToCSharp(condition)))
            {
                return null;
            }
        }

        if (!hours.Includes(window))
        {
            return null;
        }

        var time = new Words(Language.English).TimeOfDay(LocalTime.FromTicksSinceMidnight(Math.Min(window.To - 1, NodaConstants.TicksPerDay - NodaConstants.TicksPerMinute) / NodaConstants.TicksPerMinute * NodaConstants.TicksPerMinute));
        var act = asked.Event.Type.Title;
        return new LocalizedText(
            $"say, on {pair.Day} at {time} at {pair.Site} `{act.En}` is done: that breaks `{pair.Second.Id}`; if it is not done by then, that breaks `{pair.First.Id}`",
            $"例如 {pair.Day} {time} 在 {pair.Site} 进行“{act.Zh}”：违反 `{pair.Second.Id}`；到时不进行：违反 `{pair.First.Id}`");
    }
}
