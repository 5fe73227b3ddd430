using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>
/// A roster of shifts from a CSV file: one row a shift, with the columns <c>id,person,role,site,start,end,kind</c> and, where wanted, <c>issued,status</c>, in any order and in English or Chinese.
/// </summary>
public static class RosterCsv
{
    /// <summary>
    /// Reads the records of the roster one by one; the stream is left open. A row gives a <c>shift-planned</c>; one that is cancelled a <c>shift-cancelled</c> too. A row with the id of an earlier one and
    /// another time of issue is another plan of that shift. Ids are made of the shift's id and the time of issue. A bad row is reported and the rest goes on.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="vocabulary">What the roster is written in; it declares shifts.</param>
    /// <param name="published">When rows were published that do not say it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<EventReading> Read(
        Stream stream, string name, Vocabulary vocabulary, Instant published, CancellationToken cancellation = default)
    {
        if (vocabulary.Shifts is null)
        {
            yield return new EventReading(null, [RosterDiagnostics.NoShifts.At(new SourceSpan(name, 1, 1, 1, 2), vocabulary.Name)]);
            yield break;
        }

        using var table = new Table(stream, name);
        if (table.Problems.Length > 0)
        {
            yield return new EventReading(null, table.Problems);
            yield break;
        }

        var problems = new List<Diagnostic>();
        var cells = ShapedTable<RosterColumn>.Find(table, name, RosterColumns.Shape, vocabulary, problems);
        if (problems.Count > 0)
        {
            yield return new EventReading(null, [.. problems]);
        }

        if (cells is null)
        {
            yield break;
        }

        var rows = new RosterRows(cells, vocabulary, published);
        while (table.Read(out var problem))
        {
            cancellation.ThrowIfCancellationRequested();
            if (problem is not null)
            {
                yield return new EventReading(null, [problem]);
                continue;
            }

            foreach (var reading in rows.Read())
            {
                yield return reading;
            }
        }
    }
}
