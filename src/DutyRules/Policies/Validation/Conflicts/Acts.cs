using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>What must be done must not be done then, or may not.</summary>
internal static class Acts
{
    public static LocalizedText? Check(Pair pair) => Stopped(pair.Second) is { } act && pair.First.Content.Patterns().Any(p => p.Type == act)
        ? Asked.By(pair.First).Select(asked => Check(pair, asked)).FirstOrDefault(e => e is not null)
        : null;

    // Seen at a glance; most pairs have nothing to do with each other.
    private static EventType? Stopped(Norm norm) => norm.Frame is WhenFrame frame && norm.Content is HappeningContent or ConditionContent or ActorContent
        ? frame.Trigger.Type
        : norm is { Modality: Modality.MustNot, Content: CountContent count } ? count.Event.Type : null;

    private static LocalizedText? Check(Pair pair, Asked asked)
    {
        if (!(IsForbidden(asked, pair.Second) || IsBarred(asked, pair.Second, pair)) || pair.Meeting is not { } meeting)
        {
            return null;
        }

        var time = asked.Hours is { } hours ? LocalTime.FromTicksSinceMidnight((hours.To - 1) / NodaConstants.TicksPerMinute * NodaConstants.TicksPerMinute) : new LocalTime(10, 0);
        var (when, act) = (meeting.When(time), asked.Act.Title);
        return new LocalizedText(
            $"say, {when.En} `{act.En}` is done: that breaks `{pair.Second.Id}`; if it is never done, that breaks `{pair.First.Id}`",
            $"例如 {when.Zh} 进行“{act.Zh}”：违反 `{pair.Second.Id}`；始终不进行：违反 `{pair.First.Id}`");
    }

    private static bool IsForbidden(Asked asked, Norm ban) => ban.Modality == Modality.MustNot && Bearers.Binds(ban, asked.Norm) && ban switch
    {
        { Frame: WhenFrame { Trigger: var act }, Content: HappeningContent } => act.Type == asked.Act && asked.Claims.Imply(Claims.Of(act.Where)) && !asked.Changes(act.Where),
        { Content: CountContent { EachLasting: null, Same.IsEmpty: true, Times: { IsComputed: false } times, Event: var act } } =>
            act.Type == asked.Act && times.ExceededBy(1) && asked.Claims.Imply(Claims.Of(act.Where)) && !asked.Changes(act.Where) && IsWithin(asked, ban),
        _ => false,
    };

    // Whenever it is done in time, it is done in the window of the ban.
    private static bool IsWithin(Asked asked, Norm ban) => (ban.Frame, asked.Norm.Frame) switch
    {
        (EveryFrame { Period: CalendarUnit }, EveryFrame) when ban.Window == Window.WholeFrame => true,
        (EveryFrame one, EveryFrame other) => one.Period == other.Period && Hours.Include(ban, asked.Norm),
        (WhenFrame one, WhenFrame other) => one.Trigger.Type == other.Trigger.Type && Claims.Of(other.Trigger.Where).Imply(Claims.Of(one.Trigger.Where)) && Hours.Include(ban, asked.Norm),
        _ => false,
    };

    // A gate that is not open then, or not to those who have to do it.
    private static bool IsBarred(Asked asked, Norm gate, Pair pair) =>
        gate.Frame is WhenFrame { Trigger: var act } && act.Type == asked.Act && asked.Claims.Imply(Claims.Of(act.Where)) && Bearers.Binds(gate, asked.Norm) && gate.Content switch
        {
            ConditionContent { Condition: var condition } => !asked.Changes(condition, act.Where) && asked.Claims.And(Claims.Of(condition).OfAct()).AreImpossible,
            ActorContent { Role: var role } => Bearers.DoerOf(asked.Norm) is { } doer && Bearers.AreApart(doer, role, pair.Policies.Vocabulary),
            _ => false,
        };
}
