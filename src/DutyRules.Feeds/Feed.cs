using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Maps the rows of a foreign table to events, as a feed file says. Immutable; safe to share between threads.</summary>
public sealed class Feed
{
    private readonly FeedDefinition _definition;

    internal Feed(FeedDefinition definition) => _definition = definition;

    /// <summary>The name of the feed.</summary>
    public string Name => _definition.Name;

    /// <summary>Reads the events of a table, row by row; the stream is left open. A bad row is reported and the rest goes on.</summary>
    /// <param name="stream">The table.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IEnumerable<EventReading> Read(Stream stream, string name, CancellationToken cancellation = default)
    {
        using var table = new Table(stream, name, _definition.Separator);
        var problems = table.Problems.Length > 0 ? table.Problems : MissingColumns(table, name);
        if (problems.Length > 0)
        {
            yield return new EventReading(null, problems);
            yield break;
        }

        var rows = new RowReader(_definition, table);
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

    private ImmutableArray<Diagnostic> MissingColumns(Table table, string name) =>
    [
        .. _definition.Columns.Where(c => !table.Index.ContainsKey(c.Name)).Select(c =>
            FeedDiagnostics.NoSuchColumn.At(c.Span, c.Name, name) with { Help = ClosestWord.Help(c.Name, table.Columns) }),
    ];
}
