using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// The named values of one event as they were written, before anyone knows what they mean; <see cref="Complete"/> checks them against the vocabulary.
/// Reused from event to event. Not thread safe.
/// </summary>
internal sealed class EventDraft(EventSchema schema)
{
    private readonly List<RawValue> _values = [];
    private readonly List<Diagnostic> _problems = [];
    private Func<RawValue, SourceSpan> _place = _ => SourceSpan.None;

    /// <summary>Forgets everything; places are from now on found by <paramref name="place"/>.</summary>
    public void Begin(Func<RawValue, SourceSpan> place)
    {
        _values.Clear();
        _problems.Clear();
        _place = place;
    }

    /// <summary>Takes a value.</summary>
    public void Add(RawValue value) => _values.Add(value);

    /// <summary>Makes the record, or says why there is none. <paramref name="whole"/> is the place of the whole event.</summary>
    public EventReading Complete(SourceSpan whole)
    {
        ReportRepeatedNames();
        var id = Required("id", whole);
        var typeName = Required("type", whole);
        var at = RequiredTime("at", whole);
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
            Id = id.Value.Text,
            Type = type,
            At = at.Value,
            Until = until,
            Sequence = Whole("seq"),
            Revision = ReadRevision(),
            Withdrawn = Find("withdrawn") is { } withdrawn && Read(withdrawn, FieldType.Truth) is { AsTruth: true },
            Was = ReadWas(),
            Fields = fields,
        };
        EventChecks.Check(record, schema.Vocabulary, name => Find(name) is { } raw ? _place(raw) : whole, _problems);
        var failed = _problems.Exists(p => p.Severity == DiagnosticSeverity.Error);
        return new EventReading(failed ? null : record, [.. _problems]);
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
        var type = schema.FindType(name.Text);
        if (type is null)
        {
            _problems.Add(EventDiagnostics.UnknownType.At(_place(name), name.Text) with
            {
                Help = ClosestWord.Help(name.Text, schema.Vocabulary.Events.Select(e => e.Name)),
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

            if (schema.FindField(type, raw.Name) is { } field)
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
        var reading = readable ? ValueText.Parse(raw.Text, type, out var value) : WrongType(out value);
        switch (reading)
        {
            case ValueReading.Floored:
                Report(EventDiagnostics.Floored, raw, raw.Name);
                return value;
            case ValueReading.Read:
                return value;
            case ValueReading.NotAChoice:
                _problems.Add(EventDiagnostics.NotAChoice.At(_place(raw), raw.Text, raw.Name) with
                {
                    Help = ClosestWord.Help(raw.Text, type.Choices),
                });
                return null;
            case ValueReading.NoOffset:
                ReportNoOffset(raw, raw.Text);
                return null;
            default:
                Report(EventDiagnostics.WrongType, raw, raw.Name, ValueText.Describe(type), raw.Text);
                return null;
        }
    }

    private static ValueReading WrongType(out Value value)
    {
        value = default;
        return ValueReading.WrongType;
    }

    private RawValue? Required(string name, SourceSpan whole)
    {
        if (Find(name) is not { } raw || raw.Text.Length == 0)
        {
            _problems.Add(EventDiagnostics.Missing.At(whole, name));
            return null;
        }

        return Read(raw, FieldType.Text) is null ? null : raw;
    }

    private Instant? RequiredTime(string name, SourceSpan whole)
    {
        if (Find(name) is not null)
        {
            return OptionalTime(name);
        }

        _problems.Add(EventDiagnostics.Missing.At(whole, name));
        return null;
    }

    private Instant? OptionalTime(string name) =>
        Find(name) is { } raw ? ReadTime(raw, raw.Kind == RawKind.Text ? raw.Text : null) : null;

    private Instant? ReadTime(RawValue raw, string? text)
    {
        var instant = default(Instant);
        switch (text is null ? InstantReading.NotATime : InstantText.Parse(text, out instant))
        {
            case InstantReading.Read:
                return instant;
            case InstantReading.Floored:
                Report(EventDiagnostics.Floored, raw, raw.Name);
                return instant;
            case InstantReading.NoOffset:
                ReportNoOffset(raw, text!);
                return null;
            default:
                Report(EventDiagnostics.NotATime, raw, raw.Name, text ?? raw.Text);
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
            RawKind.Text => [.. raw.Text.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            _ => [raw.Text],
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

    private RawValue? Find(string name)
    {
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
        var zone = schema.Vocabulary.Zone;
        var offset = "";
        if (InstantText.TryParse(text, zone, out var instant))
        {
            offset = zone.GetUtcOffset(instant).ToString("+HH:mm", CultureInfo.InvariantCulture);
        }

        Report(EventDiagnostics.NoOffset, raw, raw.Name, text, offset, zone.Id);
    }

    private void Report(DiagnosticDescriptor kind, RawValue raw, params object[] args) => _problems.Add(kind.At(_place(raw), args));
}
