using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>A verdict and the ids of the rules that led to it.</summary>
public sealed record Judged(Verdict Verdict, ImmutableHashSet<string> Rules);

/// <summary>
/// Says what a history means, as literally as docs/semantics.md has it: everything is computed from scratch with lists and loops. Shares nothing
/// with the engine but the records of the model.
/// </summary>
public static class ReferenceEvaluator
{
    /// <summary>The provisional view at <paramref name="now"/> (O3): the verdicts of what happened before now, where the cut is not after it.</summary>
    public static IReadOnlyList<Judged> Judge(PolicySet policies, Instant start, IEnumerable<EventRecord> records, Instant now) =>
        [.. JudgeAll(policies, start, records, now).Where(judged => judged.Verdict.Cut <= now)];

    /// <summary>The verdicts of the history restricted to time &lt; <paramref name="before"/>, whatever their cut.</summary>
    public static IReadOnlyList<Judged> JudgeAll(PolicySet policies, Instant start, IEnumerable<EventRecord> records, Instant before)
    {
        var byPartition = records.ToLookup(policies.Vocabulary.PartitionOf);
        return
        [
            .. policies.Vocabulary.Sites.Select(site => site.Name)
                .Union(byPartition.Select(group => group.Key))
                .Order(StringComparer.Ordinal)
                .SelectMany(name => JudgePartition(new Partition(policies, name, start, before, byPartition[name]))),
        ];
    }

    /// <summary>The history that records come to (E2), restricted to time &lt; <paramref name="before"/>.</summary>
    public static IReadOnlyList<EventRecord> Restrict(PolicySet policies, IEnumerable<EventRecord> records, Instant before) =>
    [
        .. records.GroupBy(policies.Vocabulary.PartitionOf)
            .OrderBy(partition => partition.Key, StringComparer.Ordinal)
            .SelectMany(History.Resolve)
            .Where(record => record.Time < before)
            .OrderBy(record => record.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<Judged> JudgePartition(Partition partition)
    {
        var judged = new List<(Instance Instance, Verdict Verdict, ImmutableHashSet<string> Rules)>();
        foreach (var stratum in partition.Policies.Norms.GroupBy(norm => norm.Stratum).OrderBy(norms => norms.Key))
        {
            // What is of this stratum reads the outcomes of all below it (D2).
            var outcomes = judged.SelectMany(below => Outcomes.Of(partition, below.Instance, below.Verdict)).ToList();
            var known = outcomes.Count > 0 ? partition.With(outcomes) : partition;
            var upstream = judged.Select(below => (below.Instance, below.Verdict)).ToList();
            foreach (var instance in stratum.SelectMany(norm => Service.Share(known, norm, [.. new Instances(known, norm, upstream).All()])).ToList())
            {
                var (verdict, rules) = new Judgement(known, instance).Conclude();
                judged.Add((instance, verdict, rules));
            }
        }

        return judged.Select(one => new Judged(one.Verdict, one.Rules));
    }
}
