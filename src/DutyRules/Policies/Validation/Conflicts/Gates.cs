using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Only by this role, and only by that: nobody may.</summary>
internal static class Gates
{
    public static LocalizedText? Check(Pair pair)
    {
        if (pair is not { First: { Frame: WhenFrame one, Content: ActorContent first, Parties.Who: AnyoneParty }, Second: { Frame: WhenFrame other, Content: ActorContent second, Parties.Who: AnyoneParty } }
            || one.Trigger.Type != other.Trigger.Type || !Pair.Said(one.Trigger).SetEquals(Pair.Said(other.Trigger)) || CanBeOne(first.Role, second.Role, pair.Policies.Vocabulary))
        {
            return null;
        }

        var (act, a, b) = (one.Trigger.Type.Title, first.Role.Title, second.Role.Title);
        return new LocalizedText(
            $"say, on {pair.Day} at 10:00 at {pair.Site} a {a.En} does `{act.En}`: `{pair.First.Id}` allows it and `{pair.Second.Id}` does not; if a {b.En} does, it is the other way round",
            $"例如 {pair.Day} 10:00 在 {pair.Site}，由{a.Zh}进行“{act.Zh}”：`{pair.First.Id}` 允许，`{pair.Second.Id}` 不允许；由{b.Zh}进行则相反");
    }

    private static bool CanBeOne(Role a, Role b, Vocabulary vocabulary) =>
        a.Involved.Concat(b.Involved).Any(r => !r.IsAssigned) || a.Involved.Intersect(b.Involved).Any() || Holders(a, vocabulary).Intersect(Holders(b, vocabulary)).Any();

    private static IEnumerable<string> Holders(Role role, Vocabulary vocabulary) =>
        vocabulary.Roster.Where(held => role.Involved.Any(r => r.Name == held.Role)).Select(held => held.Person);
}
