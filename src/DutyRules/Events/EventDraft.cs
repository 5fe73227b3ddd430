using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// The named values of one event as they were written, before anyone knows what they mean; <see cref="Complete"/> checks them against the vocabulary.
/// Reused from event to event. Not thread safe.
/// </summary>
internal sealed class EventDraft
{
    private const int MostText = 64 * 1024;

    private readonly EventSchema _schema;
    private readonly Func<RawValue, SourceSpan> _place;
    private readonly Func<SourceSpan> _whole;
    private readonly Func<string, SourceSpan> _placeOfName;
    private readonly List<RawValue> _values = [];
    private readonly int[] _reserved = new int[ReservedNames.All.Count];
    private readonly List<Diagnostic> _problems = [];
    private byte[] _text = new byte[1024];
    private int _textLength;

    /// <param name="schema">What the events are written in.</param>
    /// <param name="place">Finds the place of a value in the file.</param>
    /// <param name="whole">Finds the place of the whole event.</param>
    public EventDraft(EventSchema schema, Func<RawValue, SourceSpan> place, Func<SourceSpan> whole)
    {
        (_schema, _place, _whole) = (schema, place, whole);
        _placeOfName = name => Find(name) is { } raw ? _place(raw) : _whole();
    }

    /// <summary>The texts that were met before.</summary>
    public TextCache Texts { get; } = new();

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        _values.Clear();
        _problems.Clear();
        Array.Clear(_reserved);
        _textLength = 0;
        if (_text.Length > MostText)
        {
            _text = new byte[MostText];
        }
    }

    /// <summary>Takes a value with its text in UTF-8.</summary>
    public void Add(string name, RawKind kind, ReadOnlySpan<byte> text, int start, int length)
    {
        if (text.Length > _text.Length - _textLength)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        }

        text.CopyTo(_text.AsSpan(_textLength));
        Add(new RawValue(name, kind, _textLength, text.Length, start, length));
        _textLength += text.Length;
    }

    /// <summary>Takes a list of texts.</summary>
    public void Add(string name, IEnumerable<string> texts, int start, int length) =>
        Add(new RawValue(name, RawKind.List, 0, 0, start, length) { List = [.. texts] });

    /// <summary>Makes the record, or says why there is none.</summary>
    public EventReading Complete()
    {
        ReportRepeatedNames();
        var id = Required("id");
        var typeName = Required("type");
        var at = RequiredTime("at");
        if (typeName is null || FindType(typeName.Value) is not { } type)
        {
            return new EventReading(null, [.. _problems]);
        }

        var until = OptionalTime("until");
        var fields = ReadFields(type);
        if (id is null || at is null)
        {
            return new EventReading(null, [.. _problems]);
        }

        var record = new EventRecord
        {
            Id = Encoding.UTF8.GetString(TextOf(id.Value)),
            Type = type,
            At = at.Value,
            Until = until,
            Sequence = Whole("seq"),
            Revision = ReadRevision(),
            Withdrawn = Find("withdrawn") is { } withdrawn && Read(withdrawn, FieldType.Truth) is { AsTruth: true },
            Was = ReadWas(),
            Fields = fields,
        };
        EventChecks.Check(record, _schema.Vocabulary, _placeOfName, _problems);
        var failed = _problems.Exists(p => p.Severity == DiagnosticSeverity.Error);
        return new EventReading(failed ? null : record, [.. _problems]);
    }

    private void Add(RawValue value)
    {
        _values.Add(value);
        if (ReservedNames.IndexOf(value.Name) is >= 0 and var index && _reserved[index] == 0)
        {
            _reserved[index] = _values.Count;
        }
    }

    private void ReportRepeatedNames()
    {
        for (var i = 1; i < _values.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (_values[j].Name == _values[i].Name)
                {
                    Report(EventDiagnostics.RepeatedName, _values[i], _values[i].Name);
                    break;
                }
            }
        }
    }

    private EventType? FindType(RawValue name)
    {
        var text = Texts.Get(TextOf(name));
        var type = _schema.FindType(text);
        if (type is null)
        {
            _problems.Add(EventDiagnostics.UnknownType.At(_place(name), text) with
            {
                Help = ClosestWord.Help(text, _schema.Vocabulary.Events.Select(e => e.Name)),
            });
        }

        return type;
    }

    private ImmutableArray<Value?> ReadFields(EventType type)
    {
        var fields = new Value?[type.Fields.Length];
        foreach (var raw in _values)
        {
            if (ReservedNames.Contains(raw.Name))
            {
                continue;
            }

            if (_schema.FindField(type, raw.Name) is { } field)
            {
                fields[field.Index] = Read(raw, field.Type);
            }
            else
            {
                _problems.Add(EventDiagnostics.UnknownField.At(_place(raw), type.Name, raw.Name) with
                {
                    Help = ClosestWord.Help(raw.Name, type.Fields.Select(f => f.Name).Concat(ReservedNames.All)),
                });
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    private Value? Read(RawValue raw, FieldType type)
    {
        var readable = raw.Kind switch
        {
            RawKind.Text => true,
            RawKind.Number => type.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.Money,
            RawKind.Truth => type.Kind is ValueKind.Truth,
            _ => false,
        };
        var reading = readable ? ValueText.Parse(TextOf(raw), type, Texts, out var value) : WrongType(out value);
        switch (reading)
        {
            case ValueReading.Floored:
                Report(EventDiagnostics.Floored, raw, raw.Name);
                return value;
            case ValueReading.Read:
                return value;
            case ValueReading.NotAChoice:
                _problems.Add(EventDiagnostics.NotAChoice.At(_place(raw), Written(raw), raw.Name) with
                {
                    Help = ClosestWord.Help(Written(raw), type.Choices),
                });
                return null;
            case ValueReading.NoOffset:
                ReportNoOffset(raw, Written(raw));
                return null;
            default:
                Report(EventDiagnostics.WrongType, raw, raw.Name, ValueText.Describe(type), Written(raw));
                return null;
        }
    }

    private static ValueReading WrongType(out Value value)
    {
        value = default;
        return ValueReading.WrongType;
    }

    // A list is written as a whole, and has no text of its own.
    private RawValue? Required(string name)
    {
        if (Find(name) is not { } raw || raw.TextLength == 0)
        {
            _problems.Add(EventDiagnostics.Missing.At(_whole(), name));
            return null;
        }

        if (raw.Kind == RawKind.Text)
        {
            return raw;
        }

        Report(EventDiagnostics.WrongType, raw, raw.Name, ValueText.Describe(FieldType.Text), Written(raw));
        return null;
    }

    private Instant? RequiredTime(string name)
    {
        if (Find(name) is not null)
        {
            return OptionalTime(name);
        }

        _problems.Add(EventDiagnostics.Missing.At(_whole(), name));
        return null;
    }

    private Instant? OptionalTime(string name)
    {
        if (Find(name) is not { } raw)
        {
            return null;
        }

        var instant = default(Instant);
        var reading = raw.Kind == RawKind.Text ? InstantText.Parse(TextOf(raw), out instant) : InstantReading.NotATime;
        return reading == InstantReading.Read ? instant : Doubtful(raw, Written(raw), reading, instant);
    }

    private Instant? ReadTime(RawValue raw, string text) =>
        InstantText.Parse(text, out var instant) is var reading and not InstantReading.Read ? Doubtful(raw, text, reading, instant) : instant;

    private Instant? Doubtful(RawValue raw, string text, InstantReading reading, Instant instant)
    {
        switch (reading)
        {
            case InstantReading.Floored:
                Report(EventDiagnostics.Floored, raw, raw.Name);
                return instant;
            case InstantReading.NoOffset:
                ReportNoOffset(raw, text);
                return null;
            default:
                Report(EventDiagnostics.NotATime, raw, raw.Name, text);
                return null;
        }
    }

    private ImmutableArray<Instant> ReadWas()
    {
        if (Find("was") is not { } raw)
        {
            return [];
        }

        // In a table cell, where there are no lists, the times stand one after the other.
        var texts = raw.Kind switch
        {
            RawKind.List => raw.List,
            RawKind.Text => [.. Written(raw).Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            _ => [Written(raw)],
        };
        return [.. texts.Select(text => ReadTime(raw, text)).OfType<Instant>()];
    }

    private int ReadRevision()
    {
        var revision = Whole("rev");
        if (revision is >= 0 and <= int.MaxValue)
        {
            return (int)revision;
        }

        Report(EventDiagnostics.WrongType, Find("rev")!.Value, "rev", new LocalizedText("0, 1, 2 …", " 0、1、2 … "), revision);
        return 0;
    }

    private long Whole(string name) => Find(name) is { } raw && Read(raw, FieldType.Integer) is { } value ? value.AsInteger : 0;

    private ReadOnlySpan<byte> TextOf(RawValue raw) => _text.AsSpan(raw.TextStart, raw.TextLength);

    private string Written(RawValue raw) => Encoding.UTF8.GetString(TextOf(raw));

    private RawValue? Find(string name)
    {
        if (ReservedNames.IndexOf(name) is >= 0 and var index)
        {
            return _reserved[index] > 0 ? _values[_reserved[index] - 1] : null;
        }

        foreach (var value in _values)
        {
            if (value.Name == name)
            {
                return value;
            }
        }

        return null;
    }

    private void ReportNoOffset(RawValue raw, string text)
    {
        var zone = _schema.Vocabulary.Zone;
        var offset = "";
        if (InstantText.TryParse(text, zone, out var instant))
        {
            offset = zone.GetUtcOffset(instant).ToString("+HH:mm", CultureInfo.InvariantCulture);
        }

        Report(EventDiagnostics.NoOffset, raw, raw.Name, text, offset, zone.Id);
    }

    private void Report(DiagnosticDescriptor kind, RawValue raw, params object[] args) => _problems.Add(kind.At(_place(raw), args));
}
