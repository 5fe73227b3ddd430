using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote.</summary>
internal sealed class SnapshotReader(Stream stream, Vocabulary vocabulary) : IDisposable
{
    private readonly BinaryReader _reader = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
    private readonly Dictionary<string, EventType> _types = vocabulary.Events.ToDictionary(e => e.Name, StringComparer.Ordinal);

    public bool ReadBoolean() => _reader.ReadBoolean();

    public int ReadInt32() => _reader.Read7BitEncodedInt();

    public long ReadInt64() => _reader.Read7BitEncodedInt64();

    public string ReadString() => _reader.ReadString();

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
        ? new PlannedShift(id, ReadString(), ReadString(), ReadNullableString(), ReadInt64(), ReadInt64())
        : null;

    public PeriodSpan ReadPeriod() => new(ReadString(), ReadInt64(), ReadInt64())
    {
        IsKnown = ReadBoolean(),
        Ordinal = ReadInt32(),
        FirstDate = NodaTime.LocalDate.MinIsoValue.PlusDays((int)ReadInt64()),
    };

    public Value? ReadValue() => ReadBoolean() ? ReadKnownValue() : null;

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
            values.Add(ReadString());
        }

        return values;
    }

    public ImmutableArray<KeyPart> ReadKeyParts()
    {
        var parts = ImmutableArray.CreateBuilder<KeyPart>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            parts.Add(new KeyPart(ReadString(), ReadKnownValue()));
        }

        return parts.ToImmutable();
    }

    public EventRecord ReadRecord()
    {
        var name = ReadString();
        if (!_types.TryGetValue(name, out var type))
        {
            throw new InvalidDataException($"the snapshot holds an event of type `{name}`, which the vocabulary does not declare");
        }

        var id = ReadString();
        var at = Ticks.ToInstant(ReadInt64());
        var until = ReadNullableInt64() is { } end ? Ticks.ToInstant(end) : (NodaTime.Instant?)null;
        var sequence = ReadInt64();
        var revision = ReadInt32();
        var withdrawn = ReadBoolean();
        var fields = new Value?[type.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = ReadValue();
        }

        var was = ImmutableArray.CreateBuilder<NodaTime.Instant>();
        for (var count = ReadInt32(); count > 0; count--)
        {
            was.Add(Ticks.ToInstant(ReadInt64()));
        }

        return new EventRecord
        {
            Id = id, Type = type, At = at, Until = until, Sequence = sequence, Revision = revision,
            Withdrawn = withdrawn, Fields = [.. fields], Was = was.ToImmutable(),
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

    public void Dispose() => _reader.Dispose();

    private LoggedEvent ReadKnownEvent() => new(ReadRecord(), ReadBoolean(), ReadInt32());

    private Value ReadKnownValue()
    {
        var kind = (ValueKind)ReadInt32();
        return kind switch
        {
            ValueKind.Text => Value.Text(ReadString()),
            ValueKind.Choice => Value.Choice(ReadString()),
            ValueKind.Number => Value.Number(_reader.ReadDecimal()),
            ValueKind.Money => Value.Money(_reader.ReadDecimal()),
            _ => Value.FromBits(kind, ReadInt64()),
        };
    }
}
