using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Generating;

/// <summary>Makes up a roster of shifts: on every day that a site is open, each kind of shift in each role that has shifts, as far as there are people.</summary>
internal static class ShiftMaker
{
    private static readonly Duration Usual = Duration.FromHours(8);
    private static readonly Duration Around = Duration.FromMinutes(30);

    public static ImmutableArray<RosterShift> Of(PolicySet policies, LocalDate from, LocalDate to)
    {
        var vocabulary = policies.Vocabulary;
        if (vocabulary.Shifts is not { } events)
        {
            return [];
        }

        var roles = vocabulary.Roles.Where(r => r.OnShift || policies.Norms.Any(n => n.Frame is EveryFrame { Period: ShiftPeriod period } && period.Role.Name == r.Name)).ToList();
        return [.. vocabulary.Sites.SelectMany(site => roles.SelectMany(role => Of(new SiteWorld(vocabulary, site.Name, []), role, events, from, to)))];
    }

    private static IEnumerable<RosterShift> Of(SiteWorld world, Role role, ShiftEvents events, LocalDate from, LocalDate to)
    {
        var people = PeopleFor(role, world);
        var day = 0;
        for (var date = from; date <= to; date = date.PlusDays(1), day++)
        {
            if (world.OpenOn(date) is not { IsEmpty: false } open)
            {
                continue;
            }

            // Somebody is there before the doors open, and somebody until they are closed and all is put away.
            var (begins, ends) = (open.Min(o => o.Start) - Around, open.Max(o => o.End) + Around);
            var length = Duration.Min(Duration.Min(Usual, events.Longest), ends - begins);
            var kinds = Kinds(events.Kinds.Length, people.Count, day);
            for (var i = 0; i < kinds.Count; i++)
            {
                var starts = begins + (events.Kinds.Length == 1 ? Duration.Zero : (ends - begins - length) * kinds[i] / (events.Kinds.Length - 1));
                starts -= Duration.FromTicks(starts.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);
                yield return new RosterShift(
                    $"{LocalDatePattern.Iso.Format(date)}-{role.Name}-{i + 1}", world.Name, people[(i + day) % people.Count], role.Name, events.Kinds[kinds[i]], starts, starts + length);
            }
        }
    }

    // Where there are not people for all kinds, the first and the last are taken, and the others in turn.
    private static List<int> Kinds(int kinds, int people, int day)
    {
        List<int> ends = kinds > 1 && people > 1 ? [0, kinds - 1] : [day % kinds];
        var between = Enumerable.Range(0, kinds).Except(ends).ToList();
        return [.. ends, .. Enumerable.Range(0, Math.Min(between.Count, Math.Max(0, people - ends.Count))).Select(i => between[(i + day) % between.Count])];
    }

    // Whoever holds the role; else, of a role that shifts give, who holds the one of nearly that name.
    private static List<string> PeopleFor(Role role, SiteWorld world)
    {
        var roster = world.Vocabulary.Roster.Where(a => a.Site == world.Name).ToList();
        var own = roster.Where(a => a.Role == role.Name);
        var near = roster.GroupBy(a => a.Role).Select(g => (People: g, Near: Parts(g.Key).Intersect(Parts(role.Name)).Sum(part => part.Length))).Where(g => g.Near > 0).OrderByDescending(g => g.Near).Select(g => g.People).FirstOrDefault();
        List<string> people = [.. (own.Any() ? own : near ?? Enumerable.Empty<Assignment>()).Select(a => a.Person).Distinct().Order(StringComparer.Ordinal)];
        return people.Count > 0 ? people : [.. Enumerable.Range(1, 3).Select(i => $"{role.Name}-{i}")];
    }

    private static IEnumerable<string> Parts(string name) => name.Split('-').Where(part => part.Length > 2).DefaultIfEmpty(name);
}
