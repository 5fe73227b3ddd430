using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>Who holds which role in one partition (B3, H8).</summary>
internal sealed class RoleHolders(Vocabulary vocabulary, string partition, ShiftPlans shifts)
{
    /// <summary>Those who hold a role at an instant, in ordinal order: of its own or by a role that it includes; if nobody does, by the first acting role that anybody holds.</summary>
    public IReadOnlyList<string> At(Role role, long time)
    {
        var holders = InOrder(OwnAt(role, time).Concat(role.Includes.SelectMany(included => At(included, time))));
        return holders.Count > 0 ? holders : role.Acting.Select(acting => At(acting, time)).FirstOrDefault(acting => acting.Count > 0) ?? [];
    }

    /// <summary>Those who hold a role at some time in <c>[from, to)</c>, in ordinal order; nobody if it is empty.</summary>
    public IReadOnlyList<string> Within(Role role, long from, long to) =>
        from >= to ? [] : InOrder(Changes(role, from, to).Prepend(from).SelectMany(time => At(role, time)));

    /// <summary>The first instant in <c>(from, to)</c> at which a person stops holding a role of the roster; null if there is none (X4).</summary>
    public long? StopsHolding(string person, Role role, long from, long to) =>
        Changes(role, from, to)
            .Where(time => At(role, time - 1).Contains(person) && !At(role, time).Contains(person))
            .Order()
            .Select(time => (long?)time)
            .FirstOrDefault();

    /// <summary>The instants in <c>(from, to)</c> at which it may change who holds a role.</summary>
    private List<long> Changes(Role role, long from, long to) =>
    [
        .. role.WithRelated().SelectMany(ChangesOfOwn).Where(time => from < time && time < to).Distinct(),
    ];

    private IEnumerable<string> OwnAt(Role role, long time) => role.OnShift
        ? shifts.Holders(role.Name, time)
        : Assignments(role).Where(a => a.Covers(time.ToInstant())).Select(a => a.Person);

    private IEnumerable<long> ChangesOfOwn(Role role) => role.OnShift
        ? shifts.Ids.SelectMany(shifts.Versions).SelectMany(version => version.Plan is { } plan ? [version.Time, plan.Starts, plan.Ends] : new[] { version.Time })
        : Assignments(role).SelectMany(a => new[] { a.From, a.To }).OfType<NodaTime.Instant>().Select(instant => instant.InTicks());

    private IEnumerable<Assignment> Assignments(Role role) => vocabulary.Roster.Where(a => a.Role == role.Name && a.Site == partition);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> people) => [.. people.Distinct().Order(StringComparer.Ordinal)];
}
