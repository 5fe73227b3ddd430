using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Norms;

/// <summary>Norms that are judged together, and the vocabulary they are written in. Valid by construction of the loader. Immutable.</summary>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Norms">The norms, follow-ups included, in strata order.</param>
public sealed record PolicySet(Vocabulary Vocabulary, ImmutableArray<Norm> Norms)
{
    /// <summary>What stands beside the norms and gives no verdicts, in the order of reading.</summary>
    public ImmutableArray<CatalogueEntry> Catalogue { get; init; } = [];
}
