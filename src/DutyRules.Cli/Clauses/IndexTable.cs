using System.Text;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Clauses;

/// <summary>
/// Reads an index with a clause in each line: its id, and after a comma or a tab what it says. Lines that begin with # are left out. A first line <c>id,gist,…</c> names the columns, which may then be those of <see cref="IndexJson"/>.
/// </summary>
internal static class IndexTable
{
    public static IReadOnlyList<IndexedClause> Read(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim('\r', ' ', '\t')).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var header = lines.Count > 0 ? Cells(lines[0]) : [];
        return header is ["id", _, ..] ? [.. lines.Skip(1).Select(l => Named(header, Cells(l)))] : [.. lines.Select(Plain)];
    }

    private static IndexedClause Plain(string line)
    {
        var end = line.IndexOfAny([',', '\t', '，']);
        return end < 0 ? new IndexedClause(Unquoted(line)) : new IndexedClause(Unquoted(line[..end])) { Gist = Same(Unquoted(line[(end + 1)..])) };
    }

    private static IndexedClause Named(List<string> header, List<string> cells)
    {
        var (en, zh) = (Cell("gist"), Cell("gist_zh"));
        return new IndexedClause(cells[0])
        {
            Gist = en is null && zh is null ? null : new LocalizedText(en ?? zh!, zh ?? en!),
            Kind = Cell("norm") ?? Cell("kind"),
            Measurable = Cell("measurable"),
            DuplicateOf = Cell("duplicate_of"),
            Roles = Cell("roles")?.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [],
        };

        string? Cell(string name) => header.IndexOf(name) is >= 0 and var i && i < cells.Count && cells[i].Length > 0 ? cells[i] : null;
    }

    private static LocalizedText? Same(string text) => text.Length == 0 ? null : LocalizedText.Same(text);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (!quoted && c is ',' or '\t')
            {
                cells.Add(Unquoted(cell.ToString()));
                cell.Clear();
                continue;
            }

            quoted ^= c == '"';
            cell.Append(c);
        }

        return [.. cells, Unquoted(cell.ToString())];
    }

    private static string Unquoted(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
