using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
                ? norms.FirstOrDefault(n => n.Norm.Id == frame.NormId && n.Norm.Revision == norm.Revision)
                    ?? throw new ArgumentException($"the norm `{norm.Id}` follows `{frame.NormId}`, which is not in the set or not of a lower stratum", nameof(policies))
                : null;
            norms.Add(new NormPlan(norm, norms.Count, policies.Vocabulary, upstream));
        }

        Norms = norms.ToImmutable();
        States = [.. Norms.SelectMany(n => n.States).Distinct().Select(s => new StatePlan(s))];
        Fingerprint = FingerprintOf(policies);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>By stratum, then as given.</summary>
    public ImmutableArray<NormPlan> Norms { get; }

    /// <summary>The states that some norm reads.</summary>
    public ImmutableArray<StatePlan> States { get; }

    /// <summary>Equal for policy sets that a snapshot may pass between.</summary>
    public string Fingerprint { get; }

    private static string FingerprintOf(PolicySet policies)
    {
        var text = new StringBuilder();
        foreach (var type in policies.Vocabulary.Events)
        {
            text.Append(type.Name).Append('(').AppendJoin(',', type.Fields.Select(f => $"{f.Name}:{f.Type.Kind}")).Append(')').Append(type.Lateness).Append('\n');
        }

        foreach (var state in policies.Vocabulary.States)
        {
            text.Append(state.Name).Append(':').Append(state.GetType().Name).Append('(').AppendJoin(',', state.Of).Append(")\n");
        }

        foreach (var norm in policies.Norms)
        {
            text.Append(norm.Id).Append('@').Append(norm.Revision).Append(':')
                .Append(norm.Modality).Append(' ').Append(norm.Frame.GetType().Name).Append(' ').Append(norm.Window).Append(' ')
                .Append(norm.Content.GetType().Name).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
