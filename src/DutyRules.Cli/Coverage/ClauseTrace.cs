using System.Collections.Immutable;
using DutyRules.Cli.Clauses;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Coverage;

/// <summary>A test that looks at a norm.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="File">Its file.</param>
/// <param name="Test">The name of the test.</param>
/// <param name="Statuses">The statuses that it expects of the norm, each once.</param>
internal sealed record TestTrace(string Suite, string File, string Test, ImmutableArray<string> Statuses);

/// <summary>A norm or an entry of the catalogue, and what it makes of the clauses that it cites.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Disposition">What it makes of them.</param>
/// <param name="Title">Its title.</param>
internal sealed record TraceEntry(string Id, Disposition Disposition, LocalizedText Title)
{
    /// <summary>The policy.</summary>
    public string Policy { get; init; } = "";

    /// <summary>What it says, where it is no norm.</summary>
    public LocalizedText? Gist { get; init; }

    /// <summary>How the wording of the clause is read; null: as it stands.</summary>
    public LocalizedText? Reading { get; init; }

    /// <summary>Why it is not applied; null: it is, or needs no reason.</summary>
    public LocalizedText? Because { get; init; }

    /// <summary>Of a definition: the norms that use what it defines. Of a conflict: what it is between. Of a permission: what it lifts.</summary>
    public ImmutableArray<string> Norms { get; init; } = [];

    /// <summary>Of a norm: how it runs, in each place and revision.</summary>
    public ImmutableArray<Norm> Runs { get; init; } = [];

    /// <summary>The tests that look at it.</summary>
    public ImmutableArray<TestTrace> Tests { get; init; } = [];
}

/// <summary>A clause of the index, and what became of it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Entries">What covers it, the chief one first.</param>
internal sealed record ClauseTrace(IndexedClause Clause, ImmutableArray<TraceEntry> Entries)
{
    /// <summary>What became of it.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Why nothing covers it, where that needs a word; null: nothing cites it.</summary>
    public LocalizedText? Why { get; init; }

    /// <summary>True when the policies judge it in another way than a reader of the index thought possible.</summary>
    public bool Differs => Disposition switch
    {
        Disposition.Judged or Disposition.Power => Clause.Measurable is "attested" or "no",
        Disposition.Attested => Clause.Measurable is "events" or "no",
        Disposition.Principle or Disposition.Statement => Clause.Measurable is "events" or "attested",
        _ => false,
    };
}

/// <summary>A citation of a clause that the index does not name.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="By">The norm or entry that cites it.</param>
internal sealed record UnknownCitation(string Clause, string By);

/// <summary>What became of every clause.</summary>
/// <param name="Clauses">The clauses, in the order of the index.</param>
internal sealed record CoverageTrace(ImmutableArray<ClauseTrace> Clauses)
{
    /// <summary>The norms that cite no clause.</summary>
    public ImmutableArray<string> NormsWithoutClause { get; init; } = [];

    /// <summary>What is cited and is not in the index.</summary>
    public ImmutableArray<UnknownCitation> UnknownCitations { get; init; } = [];

    /// <summary>The documents that are cited and of which the index names no clause.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];

    /// <summary>The clauses that nothing covers.</summary>
    public IEnumerable<ClauseTrace> Uncovered => Clauses.Where(c => c.Disposition == Disposition.None);

    /// <summary>True when something is missing.</summary>
    public bool HasGap => Uncovered.Any() || !NormsWithoutClause.IsEmpty || !UnknownCitations.IsEmpty;
}
