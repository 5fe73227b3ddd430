using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Two gates before one act, or one before each of two, that nobody can pass.</summary>
internal static class Gates
{
    public static LocalizedText? Check(Pair pair)
    {
        if (pair is not { First: { Modality: Modality.Must, Frame: WhenFrame one, Parties.Who: AnyoneParty }, Second: { Modality: Modality.Must, Frame: WhenFrame other, Parties.Who: AnyoneParty } }
            || pair.Meeting is not { } meeting)
        {
            return null;
        }

        var when = meeting.When(new LocalTime(10, 0));
        var act = one.Trigger.Type.Title;
        if (one.Trigger.Type == other.Trigger.Type && Claims.Of(one.Trigger.Where).Imply(Claims.Of(other.Trigger.Where)))
        {
            return (pair.First.Content, pair.Second.Content) switch
            {
                (ActorContent { Role: var a }, ActorContent { Role: var b }) when Bearers.AreApart(a, b, pair.Policies.Vocabulary) => new LocalizedText(
                    $"say, {when.En} a {a.Title.En} does `{act.En}`: `{pair.First.Id}` allows it and `{pair.Second.Id}` does not; if a {b.Title.En} does, it is the other way round",
                    $"例如 {when.Zh}，由{a.Title.Zh}进行“{act.Zh}”：`{pair.First.Id}` 允许，`{pair.Second.Id}` 不允许；由{b.Title.Zh}进行则相反"),
                (ConditionContent a, ConditionContent b) when AreApart(pair.First, one.Trigger, a, b) => new LocalizedText(
                    $"say, {when.En} `{act.En}` is done: whatever holds then, one of the two does not allow it",
                    $"例如 {when.Zh} 进行“{act.Zh}”：无论当时情形如何，两项中总有一项不允许"),
                _ => null,
            };
        }

        return WaitsFor(pair.First, other.Trigger) && WaitsFor(pair.Second, one.Trigger)
            ? new LocalizedText(
                $"say, {when.En} one of `{act.En}` and `{other.Trigger.Type.Title.En}` is done for the first time: the other should have come before, and each waits for the other",
                $"例如 {when.Zh} 首次进行“{act.Zh}”或“{other.Trigger.Type.Title.Zh}”：另一件本应在先，二者互相等待")
            : null;
    }

    // Not what the act itself may change.
    private static bool AreApart(Norm gate, EventPattern act, ConditionContent a, ConditionContent b) =>
        !new Asked(gate, act.Type, Claims.None).Changes(a.Condition, b.Condition)
        && Claims.Of(act.Where).And(Claims.Of(a.Condition).OfAct()).And(Claims.Of(b.Condition).OfAct()).AreImpossible;

    // Only after acts of which each has to pass the other gate.
    private static bool WaitsFor(Norm gate, EventPattern other) =>
        Asked.IsGate(gate) && gate.Content is CountContent { Times: { IsComputed: false } times, Event: var awaited }
        && !times.ReachedBy(0) && awaited.Type == other.Type && Claims.Of(awaited.Where).Imply(Claims.Of(other.Where));
}
