using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies;

/// <summary>One policy file, as far as its revisions matter.</summary>
/// <param name="Name">The name of the policy.</param>
/// <param name="Revision">The revision.</param>
/// <param name="From">In force from; null: always.</param>
/// <param name="To">In force until; null: for ever.</param>
/// <param name="Span">Where the policy is named.</param>
/// <param name="Norms">Its norms.</param>
internal sealed record PolicyEdition(string Name, string Revision, LocalDateTime? From, LocalDateTime? To, SourceSpan Span, ImmutableArray<Norm> Norms);

/// <summary>Several revisions of a policy: each that does not say until when it is in force ends where the next one begins.</summary>
internal static class PolicyRevisions
{
    public static ImmutableArray<Norm> Follow(IReadOnlyList<PolicyEdition> editions, DiagnosticBag bag)
    {
        var norms = ImmutableArray.CreateBuilder<Norm>();
        foreach (var edition in editions)
        {
            var next = editions.Where(other => other.Name == edition.Name && other.Name.Length > 0 && other.Revision != edition.Revision && IsLater(other, edition))
                .Aggregate((PolicyEdition?)null, (first, other) => first is null || IsLater(first, other) ? other : first);
            Check(edition, editions, bag);
            norms.AddRange(edition.To is null && next?.From is { } end ? edition.Norms.Select(n => Until(n, end, bag)) : edition.Norms);
        }

        return norms.ToImmutable();
    }

    private static bool IsLater(PolicyEdition a, PolicyEdition b) => a.From is { } from && (b.From is null || b.From < from);

    private static Norm Until(Norm norm, LocalDateTime end, DiagnosticBag bag)
    {
        if (norm.InForceFrom >= end)
        {
            bag.Add(NormDiagnostics.NeverInForce.At(norm.Span));
        }

        return norm.InForceTo <= end ? norm : norm with { InForceTo = end };
    }

    private static void Check(PolicyEdition edition, IReadOnlyList<PolicyEdition> editions, DiagnosticBag bag)
    {
        foreach (var earlier in editions.TakeWhile(e => e != edition).Where(e => e.Name == edition.Name && e.Name.Length > 0 && e.Revision != edition.Revision))
        {
            var (first, second) = IsLater(earlier, edition) ? (edition, earlier) : (earlier, edition);
            if (first.From == second.From)
            {
                bag.Add(PolicyDiagnostics.RevisionsBeginTogether.At(edition.Span, edition.Revision, earlier.Revision, edition.Name, earlier.Span.ToString()));
            }
            else if (first.To > second.From)
            {
                bag.Add(PolicyDiagnostics.RevisionsOverlap.At(edition.Span, first.Revision, second.Revision, edition.Name, earlier.Span.ToString()));
            }
        }
    }
}
