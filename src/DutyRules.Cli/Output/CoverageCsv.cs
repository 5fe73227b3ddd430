using DutyRules.Cli.Coverage;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Output;

/// <summary>Writes what became of clauses as a table: a row for each clause and what covers it, one for a clause that nothing covers.</summary>
internal static class CoverageCsv
{
    public static string Of(CoverageTrace trace, Language language)
    {
        var rows = new List<string[]> { new[] { "clause", "document", "section", "gist", "kind", "measurable", "disposition", "duplicate_of", "covered_by", "covered_as", "policy", "title", "reading", "because", "norms", "tests" } };
        foreach (var clause in trace.Clauses)
        {
            var of = clause.Clause;
            string[] head = [of.Id, of.Document, of.Section, of.Gist?.In(language) ?? "", of.Kind ?? "", of.Measurable ?? "", clause.Disposition.Name(), of.DuplicateOf ?? ""];
            if (clause.Entries.IsEmpty)
            {
                rows.Add([.. head, "", "", "", "", "", clause.Why?.In(language) ?? "", "", ""]);
            }

            rows.AddRange(clause.Entries.Select(e => (string[])
            [
                .. head, e.Id, e.Disposition.Name(), e.Policy, e.Title.In(language), e.Reading?.In(language) ?? "", e.Because?.In(language) ?? "", string.Join(' ', e.Norms), $"{e.Tests.Length}",
            ]));
        }

        rows.AddRange(trace.NormsWithoutClause.Select(n => (string[])["", "", "", "", "", "", Disposition.None.Name(), "", n, "no-clause", "", "", "", "", "", ""]));
        rows.AddRange(trace.UnknownCitations.Select(u => (string[])[u.Clause, "", "", "", "", "", "not-in-index", "", u.By, "", "", "", "", "", "", ""]));
        return string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\n"));
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
