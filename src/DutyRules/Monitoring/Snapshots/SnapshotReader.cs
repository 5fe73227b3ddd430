using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote.</summary>
/// <param name="stream">Where from, after the head; it stays open.</param>
/// <param name="head">What stood before everything else.</param>
/// <param name="vocabulary">The types of the events.</param>
internal sealed class SnapshotReader(Stream stream, ReadOnlySpan<byte> head, Vocabulary vocabulary) : IDisposable
{
    private readonly BlockReader _blocks = new(stream, head);
    private readonly Dictionary<string, EventType> _typesByName = vocabulary.Events.ToDictionary(e => e.Name, StringComparer.Ordinal);
    private readonly List<EventType> _types = [];
    private readonly SharedTexts _texts = new();
    private long _time;

    public bool ReadBoolean() => _blocks.ReadByte() != 0;

    public int ReadInt32() => unchecked((int)(uint)_blocks.ReadNumber());

    public long ReadInt64()
    {
        var number = _blocks.ReadNumber();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    public string ReadString() => _blocks.ReadText();

    /// <summary>A time that was told by how far it is from the last.</summary>
    public long ReadTime() => _time = unchecked(_time + ReadInt64());

    /// <summary>A text that is likely to have come before.</summary>
    public string ReadShared()
    {
        var written = ReadInt32();
        var place = written >> 1;
        return (written & 1) == 0 ? _texts[place]! : _texts[place] = ReadString();
    }

    /// <summary>Everything is read, and nothing follows.</summary>
    public void End() => _blocks.End();

    public long? ReadNullableInt64() => ReadBoolean() ? ReadInt64() : null;

    public string? ReadNullableString() => ReadBoolean() ? ReadString() : null;

    public Expressions.Maybe<bool> ReadTruth() => ReadInt32() switch
    {
        0 => new(false),
        1 => new(true),
        _ => default,
    };

    public Place ReadPlace() => new(ReadInt64(), ReadInt64());

    /// <summary>A plan of the shift of that id.</summary>
    public PlannedShift? ReadShift(string id) => ReadBoolean()
        ? new PlannedShift(id, ReadShared(), ReadShared(), ReadNullableString(), ReadInt64(), ReadInt64())
        : null;

    public PeriodSpan ReadPeriod() => new(ReadShared(), ReadInt64(), ReadInt64())
    {
        IsKnown = ReadBoolean(),
        Ordinal = ReadInt32(),
        FirstDate = NodaTime.LocalDate.MinIsoValue.PlusDays((int)ReadInt64()),
    };

    public Value? ReadValue() => _blocks.ReadByte() is var kind && kind == SnapshotWriter.None ? null : ReadValue((ValueKind)kind);

    public StateKey ReadKey()
    {
        var parts = ImmutableArray.CreateBuilder<Value>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            parts.Add(ReadKnownValue());
        }

        return new StateKey(parts.ToImmutable());
    }

    public List<string> ReadStrings()
    {
        var values = new List<string>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            values.Add(ReadShared());
        }

        return values;
    }

    public ImmutableArray<KeyPart> ReadKeyParts()
    {
        var parts = ImmutableArray.CreateBuilder<KeyPart>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            parts.Add(new KeyPart(ReadShared(), ReadKnownValue()));
        }

        return parts.ToImmutable();
    }

    public EventRecord ReadRecord()
    {
        var type = ReadType();
        var id = ReadString();
        var at = Ticks.ToInstant(ReadTime());
        if (ReadBoolean())
        {
            return new EventRecord { Id = id, Type = type, At = at, Fields = ReadFields(type) };
        }

        var until = ReadNullableInt64() is { } end ? Ticks.ToInstant(end) : (NodaTime.Instant?)null;
        var sequence = ReadInt64();
        var revision = ReadInt32();
        var withdrawn = ReadBoolean();
        var was = ImmutableArray.CreateBuilder<NodaTime.Instant>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            was.Add(Ticks.ToInstant(ReadInt64()));
        }

        return new EventRecord
        {
            Id = id, Type = type, At = at, Until = until, Sequence = sequence, Revision = revision,
            Withdrawn = withdrawn, Fields = ReadFields(type), Was = was.ToImmutable(),
        };
    }

    public LoggedEvent? ReadEvent() => ReadBoolean() ? ReadKnownEvent() : null;

    public List<LoggedEvent> ReadEvents()
    {
        var events = new List<LoggedEvent>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            events.Add(ReadKnownEvent());
        }

        return events;
    }

    public void Dispose() => _blocks.Dispose();

    private EventType ReadType()
    {
        var number = ReadInt32();
        if (number == _types.Count)
        {
            var name = ReadString();
            _types.Add(_typesByName.GetValueOrDefault(name)
                ?? throw new InvalidDataException($"the snapshot holds an event of type `{name}`, which the vocabulary does not declare"));
        }

        return _types[number];
    }

    private ImmutableArray<Value?> ReadFields(EventType type)
    {
        var fields = new Value?[type.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = ReadValue();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fields);
    }

    private LoggedEvent ReadKnownEvent() => new(ReadRecord(), ReadBoolean(), ReadInt32());

    private Value ReadKnownValue() => ReadValue((ValueKind)_blocks.ReadByte());

    private Value ReadValue(ValueKind kind) => kind switch
    {
        ValueKind.Text => Value.Text(ReadShared()),
        ValueKind.Choice => Value.Choice(ReadShared()),
        ValueKind.Number => Value.Number(ReadDecimal()),
        ValueKind.Money => Value.Money(ReadDecimal()),
        _ => Value.FromBits(kind, ReadInt64()),
    };

    private decimal ReadDecimal() => new([ReadInt32(), ReadInt32(), ReadInt32(), ReadInt32()]);
}
