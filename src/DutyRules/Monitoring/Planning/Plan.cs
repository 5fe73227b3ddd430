using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>A policy set, ready to run. Shared by all partitions; immutable.</summary>
internal sealed class Plan
{
    public Plan(PolicySet policies)
    {
        Vocabulary = policies.Vocabulary;
        var norms = ImmutableArray.CreateBuilder<NormPlan>();
        foreach (var norm in policies.Norms.OrderBy(n => n.Stratum))
        {
            var upstream = norm.Frame is OutcomeFrame frame
                ? norms.FirstOrDefault(n => n.Norm.Id == frame.NormId && n.Norm.Revision == norm.Revision && n.Norm.At.Includes(norm.At))
                    ?? throw new ArgumentException($"the norm `{norm.Id}` follows `{frame.NormId}`, which is not in the set or not of a lower stratum", nameof(policies))
                : null;
            norms.Add(new NormPlan(norm, norms.Count, policies.Vocabulary, upstream));
        }

        Norms = norms.ToImmutable();
        States = [.. Norms.SelectMany(n => n.States).Distinct().Select(s => new StatePlan(s))];
        Fingerprint = PolicyFingerprint.Of(policies);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>By stratum, then as given.</summary>
    public ImmutableArray<NormPlan> Norms { get; }

    /// <summary>The states that some norm reads.</summary>
    public ImmutableArray<StatePlan> States { get; }

    /// <summary>Equal for policy sets that a snapshot may pass between.</summary>
    public string Fingerprint { get; }
}
