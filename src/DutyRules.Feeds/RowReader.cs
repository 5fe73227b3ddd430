using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Feeds;

/// <summary>Turns the current row of a table into events. Not thread safe.</summary>
internal sealed class RowReader : IEvaluationScope
{
    private readonly FeedDefinition _feed;
    private readonly Table _table;
    private readonly List<EventReading> _events = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly TextCache _texts = new();
    private readonly Value?[] _values;
    private readonly int[] _places;
    private readonly EventRecord _row;
    private readonly Func<string, SourceSpan> _placeOfName;
    private RowEvent? _event;

    public RowReader(FeedDefinition feed, Table table)
    {
        (_feed, _table) = (feed, table);
        _values = new Value?[feed.Row.Fields.Length];
        _places = [.. feed.Row.Fields.Select(f => table.Index[f.Name])];
        // One record that conditions read, with other values for each row.
        _row = new EventRecord { Id = "", Type = feed.Row, At = default, Fields = ImmutableCollectionsMarshal.AsImmutableArray(_values) };
        _placeOfName = name => PlaceOf(name, _event!);
    }

    DateTimeZone IEvaluationScope.Zone => _feed.Times.Zone;

    EventRecord? IEvaluationScope.Event(EventRole role) => _row;

    Value? IEvaluationScope.State(StateDefinition state, ImmutableArray<Value> key) => null;

    bool? IEvaluationScope.Holds(Role role, string person) => null;

    Value? IEvaluationScope.Key(string name) => null;

    /// <summary>The events of the row, and what is wrong with it. Valid until the next row is read.</summary>
    public List<EventReading> Read()
    {
        _events.Clear();
        _problems.Clear();
        if (!ReadColumns() || (_feed.SkipWhen is { } skip && Answer(skip, null) is not false))
        {
            Take(null);
            return _events;
        }

        if (_feed.Id.Fill(_table).IsEmpty)
        {
            _problems.Add(FeedDiagnostics.EmptyId.At(_feed.Id.PlaceIn(_table)));
            Take(null);
            return _events;
        }

        foreach (var rowEvent in _feed.Events)
        {
            _event = rowEvent;
            _problems.Clear();
            Take(rowEvent.When is { } when && Answer(when, rowEvent) is not true ? null : ReadEvent(rowEvent));
        }

        return _events;
    }

    private void Take(EventRecord? record)
    {
        if (_problems.Count > 0)
        {
            // What is wrong with a cell is said once, however many events read it.
            _problems.RemoveAll(p => _events.Exists(e => e.Diagnostics.Any(d => d.Id == p.Id && d.Span == p.Span && d.Message == p.Message)));
        }

        if (record is not null || _problems.Count > 0)
        {
            _events.Add(new EventReading(record, [.. _problems]));
        }
    }

    private static LocalizedText Skipped { get; } = new("the row was left out", "跳过本行");

    private static LocalizedText NotMade(RowEvent rowEvent) =>
        new($"it yields no `{rowEvent.Type.Name}`", $"本行不产生 `{rowEvent.Type.Name}`");

    private bool ReadColumns()
    {
        foreach (var column in _feed.Row.Fields)
        {
            var place = _places[column.Index];
            var text = _table.Cell(place);
            _values[column.Index] = null;
            if (text.IsEmpty)
            {
                continue;
            }

            if (ValueText.Parse(text, column.Type, _texts, out var value) is ValueReading.Read or ValueReading.Floored)
            {
                _values[column.Index] = value;
            }
            else
            {
                _problems.Add(FeedDiagnostics.WrongCell.At(_table.PlaceOf(place), column.Name, ValueText.Describe(column.Type), _table[place]));
            }
        }

        return _problems.Count == 0;
    }

    // Null, and reported, when the condition reads an empty cell: the event is not made, or without one the row is left out.
    private bool? Answer(Condition condition, RowEvent? rowEvent)
    {
        var answer = condition.Holds(this);
        if (answer.IsKnown)
        {
            return answer.Value;
        }

        _problems.Add(FeedDiagnostics.Undecided.At(_table.Row, condition.Text, rowEvent is null ? Skipped : NotMade(rowEvent)));
        return null;
    }

    private EventRecord? ReadEvent(RowEvent rowEvent)
    {
        Instant? least = null;
        foreach (var template in rowEvent.NotBefore)
        {
            if (ReadTime(template, least) is not { } earlier)
            {
                return null;
            }

            least = earlier;
        }

        var at = ReadTime(rowEvent.At, least);
        var until = rowEvent.Until is { } end && at is not null ? ReadTime(end, at) : null;
        var fields = ReadFields(rowEvent);
        if (at is null || _problems.Count > 0)
        {
            return null;
        }

        var record = new EventRecord
        {
            Id = IdOf(rowEvent),
            Type = rowEvent.Type,
            At = at.Value,
            Until = until,
            Sequence = _feed.InRowOrder ? _table.Line : 0,
            Fields = fields,
        };
        EventChecks.Check(record, _feed.Vocabulary, _placeOfName, _problems);
        return _problems.Count == 0 ? record : null;
    }

    private SourceSpan PlaceOf(string name, RowEvent rowEvent) =>
        name == "until" && rowEvent.Until is { } until ? until.PlaceIn(_table)
        : rowEvent.Fields.OfType<TemplateField>().FirstOrDefault(f => f.Field.Name == name) is { } field ? field.Template.PlaceIn(_table)
        : _table.Row;

    private Instant? ReadTime(Template template, Instant? notBefore)
    {
        if (_feed.Times.Read(template, _table, notBefore, out var instant) is not { } problem)
        {
            return instant;
        }

        _problems.Add(problem);
        return null;
    }

    private string IdOf(RowEvent rowEvent)
    {
        var id = _feed.Id.Fill(_table);
        Span<char> text = id.Length <= 256 ? stackalloc char[256] : new char[id.Length];
        return string.Concat(text[..Encoding.UTF8.GetChars(id, text)], rowEvent.IdSuffix);
    }

    private ImmutableArray<Value?> ReadFields(RowEvent rowEvent)
    {
        var values = new Value?[rowEvent.Type.Fields.Length];
        foreach (var source in rowEvent.Fields)
        {
            values[source.Field.Index] = source switch
            {
                ConstantField constant => constant.Value,
                ComputedField computed => computed.Compute(this),
                TemplateField template => ReadField(template, rowEvent.Type),
                _ => null,
            };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private Value? ReadField(TemplateField source, EventType type)
    {
        var text = source.Template.Fill(_table);
        if (text.IsEmpty)
        {
            return null;
        }

        if (ValueText.Parse(text, source.Field.Type, _texts, out var value) is ValueReading.Read or ValueReading.Floored)
        {
            return value;
        }

        _problems.Add(FeedDiagnostics.WrongValue.At(
            source.Template.PlaceIn(_table), source.Field.Name, type.Name, ValueText.Describe(source.Field.Type), Encoding.UTF8.GetString(text)));
        return null;
    }
}
