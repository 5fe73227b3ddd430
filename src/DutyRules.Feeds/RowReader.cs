using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>Turns the current row of a table into events. Not thread safe.</summary>
internal sealed class RowReader(FeedDefinition feed, Table table) : IEvaluationScope
{
    private EventRecord? _row;

    DateTimeZone IEvaluationScope.Zone => feed.Times.Zone;

    EventRecord? IEvaluationScope.Event(EventRole role) => _row;

    Value? IEvaluationScope.State(StateDefinition state, ImmutableArray<Value> key) => null;

    bool? IEvaluationScope.Holds(Role role, string person) => null;

    Value? IEvaluationScope.Key(string name) => null;

    /// <summary>The events of the row, and what is wrong with it.</summary>
    public IReadOnlyList<EventReading> Read()
    {
        var problems = new List<Diagnostic>();
        if (!ReadColumns(problems))
        {
            return [new EventReading(null, [.. problems])];
        }

        if (feed.SkipWhen is { } skip && Answer(skip, Skipped, problems) is not false)
        {
            return problems.Count == 0 ? [] : [new EventReading(null, [.. problems])];
        }

        var id = feed.Id.Fill(table);
        if (id.Length == 0)
        {
            return [new EventReading(null, [FeedDiagnostics.EmptyId.At(feed.Id.PlaceIn(table))])];
        }

        var events = new List<EventReading>(feed.Events.Length);
        foreach (var rowEvent in feed.Events)
        {
            problems.Clear();
            var record = rowEvent.When is { } when && Answer(when, NotMade(rowEvent), problems) is not true
                ? null
                : ReadEvent(rowEvent, id, problems);
            // What is wrong with a cell is said once, however many events read it.
            problems.RemoveAll(p => events.Exists(e => e.Diagnostics.Any(d => d.Id == p.Id && d.Span == p.Span && d.Message == p.Message)));
            if (record is not null || problems.Count > 0)
            {
                events.Add(new EventReading(record, [.. problems]));
            }
        }

        return events;
    }

    private static LocalizedText Skipped { get; } = new("the row was left out", "跳过本行");

    private static LocalizedText NotMade(RowEvent rowEvent) =>
        new($"it yields no `{rowEvent.Type.Name}`", $"本行不产生 `{rowEvent.Type.Name}`");

    private bool ReadColumns(List<Diagnostic> problems)
    {
        var values = new Value?[feed.Row.Fields.Length];
        foreach (var column in feed.Row.Fields)
        {
            var place = table.Index[column.Name];
            var text = table[place];
            if (text.Length == 0)
            {
                continue;
            }

            if (ValueText.Parse(text, column.Type, out var value) is ValueReading.Read or ValueReading.Floored)
            {
                values[column.Index] = value;
            }
            else
            {
                problems.Add(FeedDiagnostics.WrongCell.At(table.PlaceOf(place), column.Name, ValueText.Describe(column.Type), text));
            }
        }

        _row = new EventRecord
        {
            Id = "",
            Type = feed.Row,
            At = default,
            Fields = ImmutableCollectionsMarshal.AsImmutableArray(values),
        };
        return problems.Count == 0;
    }

    // Null, and reported, when the condition reads an empty cell.
    private bool? Answer(Condition condition, LocalizedText consequence, List<Diagnostic> problems)
    {
        var answer = condition.Holds(this);
        if (answer.IsKnown)
        {
            return answer.Value;
        }

        problems.Add(FeedDiagnostics.Undecided.At(table.Row, condition.Text, consequence));
        return null;
    }

    private EventRecord? ReadEvent(RowEvent rowEvent, string id, List<Diagnostic> problems)
    {
        Instant? least = null;
        foreach (var template in rowEvent.NotBefore)
        {
            if (ReadTime(template, least, problems) is not { } earlier)
            {
                return null;
            }

            least = earlier;
        }

        var at = ReadTime(rowEvent.At, least, problems);
        var until = rowEvent.Until is { } end && at is not null ? ReadTime(end, at, problems) : null;
        var fields = ReadFields(rowEvent, problems);
        if (at is null || problems.Count > 0)
        {
            return null;
        }

        var record = new EventRecord
        {
            Id = id + rowEvent.IdSuffix,
            Type = rowEvent.Type,
            At = at.Value,
            Until = until,
            Sequence = feed.InRowOrder ? table.Line : 0,
            Fields = fields,
        };
        EventChecks.Check(record, feed.Vocabulary, name => PlaceOf(name, rowEvent), problems);
        return problems.Count == 0 ? record : null;
    }

    private SourceSpan PlaceOf(string name, RowEvent rowEvent) =>
        name == "until" && rowEvent.Until is { } until ? until.PlaceIn(table)
        : rowEvent.Fields.OfType<TemplateField>().FirstOrDefault(f => f.Field.Name == name) is { } field ? field.Template.PlaceIn(table)
        : table.Row;

    private Instant? ReadTime(Template template, Instant? notBefore, List<Diagnostic> problems)
    {
        if (feed.Times.Read(template, table, notBefore, out var instant) is not { } problem)
        {
            return instant;
        }

        problems.Add(problem);
        return null;
    }

    private ImmutableArray<Value?> ReadFields(RowEvent rowEvent, List<Diagnostic> problems)
    {
        var values = new Value?[rowEvent.Type.Fields.Length];
        foreach (var source in rowEvent.Fields)
        {
            values[source.Field.Index] = source switch
            {
                ConstantField constant => constant.Value,
                ComputedField computed => computed.Compute(this),
                TemplateField template => ReadField(template, rowEvent.Type, problems),
                _ => null,
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private Value? ReadField(TemplateField source, EventType type, List<Diagnostic> problems)
    {
        var text = source.Template.Fill(table);
        if (text.Length == 0)
        {
            return null;
        }

        if (ValueText.Parse(text, source.Field.Type, out var value) is ValueReading.Read or ValueReading.Floored)
        {
            return value;
        }

        problems.Add(FeedDiagnostics.WrongValue.At(
            source.Template.PlaceIn(table), source.Field.Name, type.Name, ValueText.Describe(source.Field.Type), text));
        return null;
    }
}
