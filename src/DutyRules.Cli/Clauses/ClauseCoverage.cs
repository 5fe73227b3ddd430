using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Clauses;

/// <summary>A norm or an entry of the catalogue that cites a clause.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is, for programs.</param>
/// <param name="KindTitle">What it is, for people.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reading">How the wording of the clause is read; null: as it stands.</param>
/// <param name="Because">Why it is not applied; null: it is, or needs no reason.</param>
internal sealed record ClauseEntry(string Id, string Kind, LocalizedText KindTitle, LocalizedText Title, LocalizedText? Reading, LocalizedText? Because);

/// <summary>A clause of a source document, and what covers it.</summary>
/// <param name="Source">The document; empty where policies name none.</param>
/// <param name="Clause">The id of the clause.</param>
/// <param name="Gist">What it says, as far as the index tells; null: it does not.</param>
/// <param name="Entries">What covers it; empty: nothing does.</param>
internal sealed record ClauseCoverage(string Source, string Clause, LocalizedText? Gist, IReadOnlyList<ClauseEntry> Entries)
{
    /// <summary>False when there is an index, and it does not name the clause.</summary>
    public bool IsIndexed { get; init; } = true;
}
