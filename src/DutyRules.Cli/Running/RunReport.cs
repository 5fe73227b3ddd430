using System.Collections.Immutable;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>How a run went.</summary>
/// <param name="Policies">What was judged.</param>
/// <param name="From">From when on.</param>
/// <param name="Until">Until when.</param>
/// <param name="Events">How many events were judged.</param>
/// <param name="LeftOut">How many events lie outside the period that was asked for.</param>
/// <param name="Open">The instances that are still open.</param>
/// <param name="Tallies">How the instances of each norm ended, by the norm's id.</param>
internal sealed record RunReport(
    PolicySet Policies, Instant From, Instant Until, long Events, long LeftOut, IReadOnlyList<UpcomingDuty> Open, IReadOnlyDictionary<string, Tally> Tallies)
{
    /// <summary>What was judged: what happened, or a plan.</summary>
    public Timelines Timeline { get; init; } = Timelines.Actual;

    /// <summary>The norms that are judged on the other one only.</summary>
    public ImmutableArray<Norm> NotJudged { get; init; } = [];

    /// <summary>How many shifts of the roster lie in the period.</summary>
    public int Shifts { get; init; }

    /// <summary>True when the first and the last shift gave the period, and not the first and the last event.</summary>
    public bool DaysOfShifts { get; init; }

    /// <summary>The breaches among the final verdicts.</summary>
    public long Breaches => Tallies.Values.Sum(t => t[VerdictStatus.Breached]);

    /// <summary>Norms that had no instance, judged or open.</summary>
    public IEnumerable<Norm> NeverApplied => Policies.Norms
        .DistinctBy(n => n.Id)
        .Where(n => !Tallies.ContainsKey(n.Id) && !Open.Any(o => o.Norm.Id == n.Id));
}

/// <summary>How often the instances of a norm ended in each way.</summary>
internal sealed class Tally
{
    private readonly long[] _counts = new long[Enum.GetValues<VerdictStatus>().Length];

    public long this[VerdictStatus status] => _counts[(int)status];

    public long Total => _counts.Sum();

    public void Add(VerdictStatus status) => _counts[(int)status]++;
}
