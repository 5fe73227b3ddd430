using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>
/// A roster read as if it had happened: its history, and which norms are judged on it (rules P1 and P2). The counterpart for what did happen stands here too: <see cref="JudgedOnWhatHappened"/>.
/// </summary>
public static class RosterPlan
{
    /// <summary>The history of a plan: the records of shifts, and the beginning and the end of every shift that has a plan at the last of them.</summary>
    /// <param name="vocabulary">A vocabulary that declares shifts.</param>
    /// <param name="records">Records in any order, revisions and withdrawals included; those that are not about shifts are passed over.</param>
    /// <returns>Ordered by time, sequence and id; of each id one record.</returns>
    public static ImmutableArray<EventRecord> History(Vocabulary vocabulary, IEnumerable<EventRecord> records)
    {
        var resolved = ShiftHistory.Resolve(vocabulary, records);
        var happening = new ShiftHappenings(vocabulary);
        return Sorted(resolved.Concat(PlansOf(vocabulary, resolved).SelectMany(h => happening.Of(h.Plan!))));
    }

    /// <summary>The shifts that have a plan at the last record, by site, start and id.</summary>
    /// <param name="vocabulary">A vocabulary that declares shifts.</param>
    /// <param name="records">Records in any order, revisions and withdrawals included; those that are not about shifts are passed over.</param>
    public static ImmutableArray<RosterShift> Shifts(Vocabulary vocabulary, IEnumerable<EventRecord> records) =>
    [
        .. PlansOf(vocabulary, ShiftHistory.Resolve(vocabulary, records)).Select(h => h.Plan!)
            .OrderBy(s => s.Site, StringComparer.Ordinal).ThenBy(s => s.Starts).ThenBy(s => s.Id, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The records for a monitor that starts at <paramref name="start"/>: what was published earlier becomes, for each shift that then has a plan, one record published at the start.
    /// </summary>
    /// <param name="vocabulary">A vocabulary that declares shifts.</param>
    /// <param name="records">Records in any order, revisions and withdrawals included; those that are not about shifts are passed over.</param>
    /// <param name="start">Where the record of the monitor begins.</param>
    /// <returns>Ordered by time, sequence and id; of each id one record. That of an earlier plan has the id <c>roster/</c> and that of the shift.</returns>
    public static ImmutableArray<EventRecord> From(Vocabulary vocabulary, IEnumerable<EventRecord> records, Instant start)
    {
        var resolved = ShiftHistory.Resolve(vocabulary, records);
        var earlier = PlansOf(vocabulary, [.. resolved.Where(r => r.Time < start)])
            .Where(h => h.Plan!.Ends > start)
            .Select(h => h.Plan!.ToPlanned(vocabulary, $"roster/{h.Plan.Id}", start));
        // They come before what was published at the start itself, which may speak of them.
        return Sorted(earlier.Select(r => r with { Sequence = -1 }).Concat(resolved.Where(r => r.Time >= start)));
    }

    /// <summary>The norms that are judged on a history of that kind; both: all.</summary>
    internal static PolicySet On(PolicySet policies, Timelines timeline) => timeline switch
    {
        Timelines.Actual => JudgedOnWhatHappened(policies).Policies,
        Timelines.Plan => Judged(policies).Policies,
        _ => policies,
    };

    /// <summary>The norms that are judged on a plan, and those that are not.</summary>
    public static (PolicySet Policies, ImmutableArray<Norm> Others) Judged(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return Select(policies, norm => norm.JudgedOn is { } on ? on.HasFlag(Timelines.Plan) : UnplannedReads(norm, policies.Vocabulary).IsEmpty);
    }

    /// <summary>The norms that are judged on what happened, and those that are judged on nothing but a plan.</summary>
    public static (PolicySet Policies, ImmutableArray<Norm> Others) JudgedOnWhatHappened(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return Select(policies, norm => norm.JudgedOn?.HasFlag(Timelines.Actual) ?? true);
    }

    /// <summary>
    /// The events that a norm reads and a plan does not have, by name. Who is there is planned, so the states that follow from it are; that somebody clocks in is not, so a norm that looks for
    /// that act itself is judged on a plan only when it says so. What other norms read, which it follows or of whose outcomes it speaks, is not among them.
    /// </summary>
    public static ImmutableArray<EventType> UnplannedReads(Norm norm, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(norm);
        ArgumentNullException.ThrowIfNull(vocabulary);
        EventType[] records = vocabulary.Shifts is { } shifts ? [.. shifts.Types] : [];
        EventType?[] happenings = [vocabulary.Shifts?.Begins, vocabulary.Shifts?.Ends];
        return
        [
            .. EventReads.Acts(norm).Except(records)
                .Union(EventReads.Sources(norm).Except(records).Except(happenings.OfType<EventType>()))
                .Where(t => !IsOutcome(t))
                .OrderBy(t => t.Name, StringComparer.Ordinal),
        ];

        bool IsOutcome(EventType type) => type.Origin == EventOrigin.Outcome
            || (vocabulary.Derived.OfType<CountsAs>().FirstOrDefault(d => d.Type == type) is { } counts && counts.Sources.All(s => IsOutcome(s.Type)));
    }

    private static IEnumerable<ShiftHistory> PlansOf(Vocabulary vocabulary, ImmutableArray<EventRecord> resolved) =>
        ShiftHistory.Of(vocabulary, resolved).Where(h => h.Plan is not null);

    private static ImmutableArray<EventRecord> Sorted(IEnumerable<EventRecord> records) =>
        [.. records.OrderBy(r => r.Time).ThenBy(r => r.Sequence).ThenBy(r => r.Id, StringComparer.Ordinal)];

    // A norm that follows another, or reads its outcomes, is judged where that one is, or it would have nothing to follow.
    private static (PolicySet Policies, ImmutableArray<Norm> Others) Select(PolicySet policies, Func<Norm, bool> isJudged)
    {
        var origins = new EventOrigins(policies);
        var judged = new HashSet<(string Id, string Revision)>();
        foreach (var norm in policies.Norms.OrderBy(n => n.Stratum))
        {
            var behind = origins.NormsBehind(norm).ToHashSet(StringComparer.Ordinal);
            if (isJudged(norm) && (norm.Frame is not OutcomeFrame || policies.Norms.Any(n => norm.Follows(n) && judged.Contains((n.Id, n.Revision))))
                && policies.Norms.Where(n => behind.Contains(n.Id)).All(n => judged.Contains((n.Id, n.Revision))))
            {
                judged.Add((norm.Id, norm.Revision));
            }
        }

        var groups = policies.Norms.ToLookup(n => judged.Contains((n.Id, n.Revision)));
        return (policies with { Norms = [.. groups[true]] }, [.. groups[false]]);
    }
}
