using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Shifts;

namespace DutyRules.Monitoring.Roles;

/// <summary>Who holds which role in one partition: by assignment, by shifts, by a role that it includes, by acting for it (rules B3, H8).</summary>
internal sealed class RoleHolders(Vocabulary vocabulary, string partition, ShiftBook? book)
{
    private readonly Dictionary<string, Assignment[]> _assigned = vocabulary.Roster.Where(a => a.Site == partition)
        .GroupBy(a => a.Role, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a person holds a role at an instant.</summary>
    public bool Holds(string person, Role role, long time) =>
        role.Includes.IsEmpty && role.Acting.IsEmpty ? Own(role, time).Contains(person) : At(role, time).Contains(person);

    /// <summary>The holders at an instant, in ordinal order.</summary>
    public ImmutableArray<string> At(Role role, long time)
    {
        var holders = Sorted(Own(role, time).Concat(role.Includes.SelectMany(included => At(included, time))));
        foreach (var acting in role.Acting)
        {
            if (!holders.IsEmpty)
            {
                break;
            }

            holders = At(acting, time);
        }

        return holders;
    }

    /// <summary>Those who hold a role at some instant of <c>[from, to)</c>, in ordinal order.</summary>
    public ImmutableArray<string> Within(Role role, long from, long to)
    {
        if (from >= to)
        {
            return [];
        }

        // Who acts depends on the others; without acting each holds it or not by himself.
        return role.Involved.Any(r => !r.Acting.IsEmpty)
            ? Sorted(Changes(role, from, to).Prepend(from).SelectMany(time => At(role, time)))
            : Sorted(role.Involved.SelectMany(r => OwnWithin(r, from, to)));
    }

    /// <summary>The first instant after <paramref name="time"/> at which a person stops holding a role by assignment; <see cref="long.MaxValue"/> if there is none.</summary>
    public long HoldsUntil(string person, Role role, long time)
    {
        var held = Holds(person, role, time);
        foreach (var change in Changes(role, time + 1, long.MaxValue))
        {
            var holds = Holds(person, role, change);
            if (held && !holds)
            {
                return change;
            }

            held = holds;
        }

        return long.MaxValue;
    }

    /// <summary>All who may ever hold a role by assignment, in ordinal order.</summary>
    public ImmutableArray<string> Ever(Role role) => Sorted(role.Involved.SelectMany(Assigned).Select(a => a.Person));

    private Assignment[] Assigned(Role role) => role.IsAssigned && _assigned.TryGetValue(role.Name, out var found) ? found : [];

    private IEnumerable<string> Own(Role role, long time)
    {
        if (role.OnShift)
        {
            return book!.Covering(time).Where(p => p.Role == role.Name).Select(p => p.Person);
        }

        var instant = Ticks.ToInstant(time);
        return Assigned(role).Where(a => a.Covers(instant)).Select(a => a.Person);
    }

    private IEnumerable<string> OwnWithin(Role role, long from, long to)
    {
        if (role.OnShift)
        {
            return book!.OnShiftWithin(role.Name, from, to);
        }

        // An end that is not known yet is no instant.
        return Assigned(role).Where(a => (a.From is not { } f || Ticks.Of(f) < to) && (a.To is not { } t || Ticks.Of(t) > from)).Select(a => a.Person);
    }

    /// <summary>The instants in <c>[from, to)</c> at which the holders may change, in order.</summary>
    private SortedSet<long> Changes(Role role, long from, long to)
    {
        var changes = role.Involved.SelectMany(Assigned).SelectMany(a => new[] { a.From, a.To })
            .OfType<NodaTime.Instant>().Select(Ticks.Of).Where(time => from <= time && time < to);
        return [.. role.IsHeldOnShift ? changes.Concat(book!.ChangesWithin(from, to)) : changes];
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> people) => [.. people.Distinct().Order(StringComparer.Ordinal)];
}
