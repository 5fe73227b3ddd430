using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Clauses;

/// <summary>A clause that the index names.</summary>
/// <param name="Id">Its id.</param>
internal sealed record IndexedClause(string Id)
{
    /// <summary>What it says, in short; null: the index does not tell.</summary>
    public LocalizedText? Gist { get; init; }

    /// <summary>What kind of rule a reader takes it for: obligation, prohibition, power; null: not told.</summary>
    public string? Kind { get; init; }

    /// <summary>How a reader thinks that it can be judged: <c>events</c>, <c>attested</c>, <c>no</c>; null: not told.</summary>
    public string? Measurable { get; init; }

    /// <summary>The clause whose wording it repeats; null: none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Whom it binds, as the index calls them.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The document: what stands before the first stroke of the id; empty if there is none.</summary>
    public string Document => Id.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? Id[..end] : "";

    /// <summary>The part of the document: what stands between the first stroke and the last; empty if there is nothing.</summary>
    public string Section => Id.IndexOf('/', StringComparison.Ordinal) is var first && Id.LastIndexOf('/') is var last && last > first ? Id[(first + 1)..last] : "";
}

/// <summary>The clauses of source documents, in their order, and what each says.</summary>
internal sealed record ClauseIndex(IReadOnlyList<IndexedClause> Clauses)
{
    private readonly HashSet<string> _ids = [.. Clauses.Select(c => c.Id)];

    /// <summary>Reads a file: <c>.jsonl</c> with a clause in each line, or anything else with an id in each line, and after a comma or a tab what it says.</summary>
    public static ClauseIndex Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
        }

        var text = SourceFiles.Read(path).Text;
        var clauses = IsJsonLines(path) ? IndexJson.Read(path, text) : IndexTable.Read(text);
        return clauses.Count > 0 ? new ClauseIndex([.. clauses.DistinctBy(c => c.Id)]) : throw new CannotRunException($"`{path}` names no clause", $"`{path}` 中没有条款");
    }

    /// <summary>Several files as one index.</summary>
    public static ClauseIndex Read(IEnumerable<string> paths) => new([.. paths.SelectMany(p => Read(p).Clauses).DistinctBy(c => c.Id)]);

    /// <summary>True when the index names the clause.</summary>
    public bool Has(string clause) => _ids.Contains(clause);

    /// <summary>How the index calls a clause of a document: by its id, or with the document before it.</summary>
    public string NameOf(string source, string clause) => !Has(clause) && Has($"{source}/{clause}") ? $"{source}/{clause}" : clause;

    private static bool IsJsonLines(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
}
