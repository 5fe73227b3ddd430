using DutyRules.Cli.Inputs;

namespace DutyRules.Cli.Clauses;

/// <summary>The clauses of a source document, in its order, and what each says.</summary>
internal sealed record ClauseIndex(IReadOnlyList<(string Clause, string Gist)> Clauses)
{
    /// <summary>Reads one clause a line: its id, and after a comma or a tab what it says. Lines that begin with # are left out.</summary>
    public static ClauseIndex Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException($"there is no file `{path}`", $"没有文件 `{path}`");
        }

        var lines = SourceFiles.Read(path).Text.Split('\n').Select(l => l.Trim('\r', ' ', '\t')).Where(l => l.Length > 0 && l[0] != '#').Select(Parts)
            .DistinctBy(c => c.Clause).ToList();
        return lines.Count > 0 ? new ClauseIndex(lines) : throw new CannotRunException($"`{path}` names no clause", $"`{path}` 中没有条款");
    }

    /// <summary>How the index calls a clause of a document: by its id, or with the document before it.</summary>
    public string NameOf(string source, string clause) =>
        Clauses.All(c => c.Clause != clause) && Clauses.Any(c => c.Clause == $"{source}/{clause}") ? $"{source}/{clause}" : clause;

    private static (string Clause, string Gist) Parts(string line)
    {
        var end = line.IndexOfAny([',', '\t', '，']);
        return end < 0 ? (Unquoted(line), "") : (Unquoted(line[..end]), Unquoted(line[(end + 1)..]));
    }

    private static string Unquoted(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
