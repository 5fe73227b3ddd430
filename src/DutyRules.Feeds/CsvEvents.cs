using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Events from a CSV file whose first row holds the names that events have in JSON. An empty cell says nothing.</summary>
public static class CsvEvents
{
    /// <summary>Reads the events one by one; the stream is left open.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="vocabulary">What the events are written in.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<EventReading> Read(
        Stream stream, string name, Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        using var table = new Table(stream, name);
        if (table.Problems.Length > 0)
        {
            yield return new EventReading(null, table.Problems);
            yield break;
        }

        if (Array.Find<string>(["id", "type", "at"], column => !table.Index.ContainsKey(column)) is { } missing)
        {
            yield return new EventReading(null, [FeedDiagnostics.NotEvents.At(table.Row, name, missing)]);
            yield break;
        }

        var draft = new EventDraft(new EventSchema(vocabulary), raw => table.PlaceOf(raw.Start), () => table.Row);
        while (table.Read(out var problem))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return problem is null ? Read(table, draft) : new EventReading(null, [problem]);
        }
    }

    private static EventReading Read(Table table, EventDraft draft)
    {
        draft.Begin();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            if (table.Cell(i) is { IsEmpty: false } text)
            {
                draft.Raw.Add(table.Columns[i], RawKind.Text, text, i, 1);
            }
        }

        return draft.Complete();
    }
}
