using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Lanes;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring.Planning;

/// <summary>A policy set, ready to run. Shared by all partitions; immutable.</summary>
internal sealed class Plan
{
    private readonly EventOrigins _origins;
    private readonly List<NormPlan> _norms = [];
    private readonly HashSet<EventType> _needed = [];
    private readonly ImmutableArray<bool> _inLanes;

    // Asked by snapshots only.
    private readonly Lazy<string> _fingerprint;

    public Plan(PolicySet policies)
    {
        Vocabulary = policies.Vocabulary;
        _origins = new EventOrigins(policies);
        var states = new List<StateDefinition>();
        var statesBefore = ImmutableArray.CreateBuilder<int>();
        foreach (var norm in policies.Norms.OrderBy(n => n.Stratum))
        {
            _origins.Check(norm);
            ImmutableArray<NormPlan> upstream = [.. _norms.Where(n => norm.Follows(n.Norm))];
            if (norm.Frame is OutcomeFrame frame && upstream.IsEmpty)
            {
                throw new ArgumentException($"the norm `{norm.Id}` follows `{frame.NormId}`, which is not in the set or not of a lower stratum", nameof(policies));
            }

            var plan = new NormPlan(norm, _norms.Count, policies.Vocabulary, upstream, LatenessOf);
            _norms.Add(plan);
            states.AddRange(plan.States.Except(states).ToList());
            statesBefore.Add(states.Count);
        }

        Norms = [.. _norms];
        States = [.. states.Select(s => new StatePlan(s, LatenessOf))];
        StatesBefore = statesBefore.ToImmutable();
        foreach (var type in Norms.SelectMany(n => n.Types).Concat(States.SelectMany(s => s.Types)))
        {
            Need(type);
        }

        Derived = [.. _origins.Derived.Where(d => _needed.Contains(d.Type))];
        _fingerprint = new Lazy<string>(() => PolicyFingerprint.Of(policies));
        var followed = Norms.SelectMany(n => n.Upstream).ToHashSet();
        _inLanes = [.. Norms.Select(n => LaneForm.Fits(n, Vocabulary) && !followed.Contains(n) && OutcomesOf(n) is null)];
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>By stratum, then as given.</summary>
    public ImmutableArray<NormPlan> Norms { get; }

    /// <summary>The states that some norm reads, in the order of the first norm that reads them.</summary>
    public ImmutableArray<StatePlan> States { get; }

    /// <summary>For each norm how many of the states come before it. All norms whose outcomes they are made of are of lower strata, and so come before them.</summary>
    public ImmutableArray<int> StatesBefore { get; }

    /// <summary>The types made of others that somebody reads, each after those it is made of.</summary>
    public ImmutableArray<CountsAs> Derived { get; }

    /// <summary>Equal for policy sets that a snapshot may pass between.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The norms that have instances in a partition and are run by themselves there.</summary>
    public IReadOnlyList<NormPlan> NormsAt(string partition, bool isDeclared) => [.. Norms.Where(n => IsAt(n, partition) && !(isDeclared && _inLanes[n.Order]))];

    /// <summary>The norms that go in lanes at a declared site.</summary>
    public IReadOnlyList<NormPlan> LaneNormsAt(string site) => [.. Norms.Where(n => IsAt(n, site) && _inLanes[n.Order])];

    /// <summary>How late an event of a type may be, as far as the norms that it may follow from are planned.</summary>
    public Duration LatenessOf(EventType type) => _origins.Of(type) switch
    {
        CountsAs counts => counts.Sources.Select(s => LatenessOf(s.Type)).Max(),
        OutcomesOf outcomes => _norms.Where(n => n.Norm.Id == outcomes.NormId).Select(n => n.Lateness).Append(Duration.Zero).Max(),
        _ => type.Lateness,
    };

    /// <summary>The type of a norm's outcomes as events; null if nobody reads them.</summary>
    public EventType? OutcomesOf(NormPlan norm) => _origins.OutcomesOf(norm.Norm) is { } type && _needed.Contains(type) ? type : null;

    private static bool IsAt(NormPlan norm, string partition) => norm.Norm.At is not { } at || at.Covers(partition);

    private void Need(EventType type)
    {
        if (_needed.Add(type) && _origins.Of(type) is CountsAs counts)
        {
            foreach (var source in counts.Sources)
            {
                Need(source.Type);
            }
        }
    }
}
