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

    public static ImmutableArray<RosterShift> Of(PolicySet policies, LocalDate from, LocalDate to)
    {
        var vocabulary = policies.Vocabulary;
        if (vocabulary.Shifts is not { } events)
        {
            return [];
        }

        var roles = vocabulary.Roles.Where(r => r.OnShift || policies.Norms.Any(n => n.Frame is EveryFrame { Period: ShiftPeriod period } && period.Role.Name == r.Name)).ToList();
        // What only looks to whoever is on shift is of the same people as the post of nearly that name.
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

            var (begins, ends) = (open.Min(o => o.Start), open.Max(o => o.End));
            var length = Duration.Min(Duration.Min(Usual, events.Longest), ends - begins);
            var kinds = events.Kinds.Length;
            for (var i = 0; i < Math.Min(kinds, people.Count); i++)
            {
                // Who is off today is on tomorrow, and takes another kind.
                var kind = (i + day) % kinds;
                var starts = begins + (kinds == 1 ? Duration.Zero : (ends - begins - length) * kind / (kinds - 1));
                starts -= Duration.FromTicks(starts.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);
                yield return new RosterShift($"{LocalDatePattern.Iso.Format(date)}-{role.Name}-{i + 1}", world.Name, people[(i + day) % people.Count], role.Name, events.Kinds[kind], starts, starts + length);
            }
        }
    }

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
