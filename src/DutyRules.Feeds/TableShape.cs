using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>What the columns of a kind of table are called, and what is said of one that is missing or not known. Immutable.</summary>
/// <param name="Names">The columns in the order in which they are described.</param>
/// <param name="Needed">How many of them, from the first on, every such table has.</param>
/// <param name="Site">The column of the site, which may also be called as the vocabulary calls its partitions.</param>
/// <param name="Missing">Says that a column is missing: its name, the file.</param>
/// <param name="Extra">Says that a column is not read: its name.</param>
internal sealed record TableShape<TColumn>(
    ImmutableArray<(TColumn Column, LocalizedText Name)> Names, int Needed, TColumn Site, DiagnosticDescriptor Missing, DiagnosticDescriptor Extra)
    where TColumn : struct, Enum
{
    /// <summary>The column that is called <paramref name="name"/>; null: none.</summary>
    public TColumn? Find(string name, Vocabulary vocabulary)
    {
        foreach (var (column, names) in Names)
        {
            if (name.Equals(names.En, StringComparison.OrdinalIgnoreCase) || name.Equals(names.Zh, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return name == vocabulary.PartitionField ? Site : null;
    }
}
