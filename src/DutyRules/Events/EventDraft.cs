using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// Makes records of events as they were written: <see cref="Begin"/>, whatever was written to <see cref="Raw"/>, and <see cref="Complete"/>, which checks it against the vocabulary. Not thread safe.
/// </summary>
internal sealed class EventDraft
{
    private readonly EventSchema _schema;
    private readonly Func<RawValue, SourceSpan> _place;
    private readonly Func<SourceSpan> _whole;
    private readonly Func<string, SourceSpan> _placeOfName;
    private readonly List<Diagnostic> _problems = [];

    /// <param name="schema">What the events are written in.</param>
    /// <param name="place">Finds the place of a value in the file.</param>
    /// <param name="whole">Finds the place of the whole event.</param>
    public EventDraft(EventSchema schema, Func<RawValue, SourceSpan> place, Func<SourceSpan> whole)
    {
        (_schema, _place, _whole) = (schema, place, whole);
        _placeOfName = name => Raw.Find(name) is >= 0 and var found ? _place(Raw[found]) : _whole();
    }

    /// <summary>What was written.</summary>
    public RawEvent Raw { get; } = new();

    /// <summary>The texts that were met before.</summary>
    public TextCache Texts { get; } = new();

    /// <summary>Forgets everything.</summary>
    public void Begin()
    {
        Raw.Clear();
        _problems.Clear();
    }

    /// <summary>Makes the record, or says why there is none.</summary>
    public EventReading Complete()
    {
        ReportRepeatedNames();
        var id = Required("id");
        var typeName = Required("type");
        var at = RequiredTime("at");
        if (typeName < 0 || FindType(Raw[typeName]) is not { } type)
        {
            return new EventReading(null, [.. _problems]);
        }

        var until = OptionalTime("until");
        var fields = ReadFields(type);
        if (id < 0 || at is null)
        {
            return new EventReading(null, [.. _problems]);
        }

        var record = new EventRecord
        {
            Id = Raw.Written(Raw[id]),
            Type = type,
            At = at.Value,
            Until = until,
            Sequence = Whole("seq"),
            Revision = ReadRevision(),
            Withdrawn = Raw.Find("withdrawn") is >= 0 and var withdrawn && Read(Raw[withdrawn], FieldType.Truth) is { AsTruth: true },
            Was = ReadWas(),
            Fields = fields,
        };
        EventChecks.Check(record, _schema.Vocabulary, _placeOfName, _problems);
        var failed = _problems.Count > 0 && _problems.Exists(p => p.Severity == DiagnosticSeverity.Error);
        return new EventReading(failed ? null : record, [.. _problems]);
    }

    private void ReportRepeatedNames()
    {
        var values = Raw.Values;
        for (var i = 1; i < values.Length; i++)
        {
            var name = values[i].Name;
            for (var j = 0; j < i; j++)
            {
                if (values[j].Name == name)
                {
                    Report(EventDiagnostics.RepeatedName, values[i], name);
                    break;
                }
            }
        }
    }

    private EventType? FindType(in RawValue name)
    {
        var text = Texts.Get(Raw.TextOf(name));
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
        foreach (ref readonly var raw in Raw.Values)
        {
            if (raw.Reserved >= 0)
            {
                continue;
            }

            if (type.FindField(raw.Name) is { } field)
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

    private Value? Read(in RawValue raw, FieldType type)
    {
        var readable = raw.Kind switch
        {
            RawKind.Text => true,
            RawKind.Number => type.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.Money,
            RawKind.Truth => type.Kind is ValueKind.Truth,
            _ => false,
        };
        var reading = readable ? ValueText.Parse(Raw.TextOf(raw), type, Texts, out var value) : WrongType(out value);
        switch (reading)
        {
            case ValueReading.Floored:
                Report(EventDiagnostics.Floored, raw, raw.Name);
                return value;
            case ValueReading.Read:
                return value;
            case ValueReading.NotAChoice:
                var word = Raw.Written(raw);
                _problems.Add(EventDiagnostics.NotAChoice.At(_place(raw), word, raw.Name) with { Help = ClosestWord.Help(word, type.Choices) });
                return null;
            case ValueReading.NoOffset:
                ReportNoOffset(raw, Raw.Written(raw));
                return null;
            default:
                Report(EventDiagnostics.WrongType, raw, raw.Name, ValueText.Describe(type), Raw.Written(raw));
                return null;
        }
    }

    private static ValueReading WrongType(out Value value)
    {
        value = default;
        return ValueReading.WrongType;
    }

    // The place of the value; -1, reported, when there is none or it is no text.
    private int Required(string name)
    {
        var found = Raw.Find(name);
        if (found < 0 || Raw[found].TextLength == 0)
        {
            _problems.Add(EventDiagnostics.Missing.At(_whole(), name));
            return -1;
        }

        return Raw[found].Kind == RawKind.Text || Read(Raw[found], FieldType.Text) is not null ? found : -1;
    }

    private Instant? RequiredTime(string name)
    {
        if (Raw.Find(name) >= 0)
        {
            return OptionalTime(name);
        }

        _problems.Add(EventDiagnostics.Missing.At(_whole(), name));
        return null;
    }

    private Instant? OptionalTime(string name)
    {
        var found = Raw.Find(name);
        if (found < 0)
        {
            return null;
        }

        var instant = default(Instant);
        var reading = Raw[found].Kind == RawKind.Text ? InstantText.Parse(Raw.TextOf(Raw[found]), out instant) : InstantReading.NotATime;
        return reading == InstantReading.Read ? instant : Doubtful(reading, instant, Raw[found], Raw.Written(Raw[found]));
    }

    private Instant? Doubtful(InstantReading reading, Instant instant, in RawValue raw, string text)
    {
        switch (reading)
        {
            case InstantReading.Read:
                return instant;
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
        var found = Raw.Find("was");
        if (found < 0)
        {
            return [];
        }

        // In a table cell, where there are no lists, the times stand one after the other.
        var raw = Raw[found];
        var texts = raw.Kind switch
        {
            RawKind.List => raw.List,
            RawKind.Text => [.. Raw.Written(raw).Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            _ => [Raw.Written(raw)],
        };
        return [.. texts.Select(text => Doubtful(InstantText.Parse(text, out var instant), instant, raw, text)).OfType<Instant>()];
    }

    private int ReadRevision()
    {
        var revision = Whole("rev");
        if (revision is >= 0 and <= int.MaxValue)
        {
            return (int)revision;
        }

        Report(EventDiagnostics.WrongType, Raw[Raw.Find("rev")], "rev", new LocalizedText("0, 1, 2 …", " 0、1、2 … "), revision);
        return 0;
    }

    private long Whole(string name) => Raw.Find(name) is >= 0 and var found && Read(Raw[found], FieldType.Integer) is { } value ? value.AsInteger : 0;

    private void ReportNoOffset(in RawValue raw, string text)
    {
        var zone = _schema.Vocabulary.Zone;
        var offset = "";
        if (InstantText.TryParse(text, zone, out var instant))
        {
            offset = zone.GetUtcOffset(instant).ToString("+HH:mm", CultureInfo.InvariantCulture);
        }

        Report(EventDiagnostics.NoOffset, raw, raw.Name, text, offset, zone.Id);
    }

    private void Report(DiagnosticDescriptor kind, in RawValue raw, params object[] args) => _problems.Add(kind.At(_place(raw), args));
}
