using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>What came of reading one row of a table of assignments. <see cref="Assignment"/> is null when there was an error.</summary>
public readonly record struct AssignmentReading(Assignment? Assignment, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Who holds which role where, from a CSV file: one row an assignment, with the columns <c>person,role,site</c> and, where wanted, <c>from,to</c>, in any order and in English or Chinese.
/// </summary>
public static class AssignmentCsv
{
    /// <summary>
    /// Reads the assignments one by one; the stream is left open. From is inclusive, to exclusive; a date is its midnight at the site, and an empty cell sets no bound. A bad row is reported and the rest goes on.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="vocabulary">What declares the roles and sites; a row that repeats one of its assignments is pointed out.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<AssignmentReading> Read(Stream stream, string name, Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        using var table = new Table(stream, name);
        if (table.Problems.Length > 0)
        {
            yield return new AssignmentReading(null, table.Problems);
            yield break;
        }

        var problems = new List<Diagnostic>();
        var cells = ShapedTable<AssignmentColumn>.Find(table, name, AssignmentColumns.Shape, vocabulary, problems);
        if (problems.Count > 0)
        {
            yield return new AssignmentReading(null, [.. problems]);
        }

        if (cells is null)
        {
            yield break;
        }

        var rows = new AssignmentRows(cells, vocabulary);
        while (table.Read(out var problem))
        {
            cancellation.ThrowIfCancellationRequested();
            if (problem is not null)
            {
                yield return new AssignmentReading(null, [problem]);
            }
            else if (!cells.IsBlank)
            {
                yield return rows.Read();
            }
        }
    }
}
