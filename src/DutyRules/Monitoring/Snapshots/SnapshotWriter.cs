using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Writes the state of a monitor as bytes. Types and norms are written by name, once.</summary>
/// <param name="stream">Where to; it stays open.</param>
/// <param name="head">What stands before everything else.</param>
internal sealed class SnapshotWriter(Stream stream, ReadOnlySpan<byte> head) : IDisposable
{
    /// <summary>Stands where there is no value.</summary>
    public const byte None = byte.MaxValue;

    private readonly BlockWriter _blocks = new(stream, head);
    private readonly Dictionary<EventType, int> _types = new(ReferenceEqualityComparer.Instance);
    private readonly SharedTexts _texts = new();
    private long _time;

    public void Write(bool value) => _blocks.Write(value ? (byte)1 : (byte)0);

    public void Write(int value) => _blocks.Write((uint)value);

    public void Write(long value) => _blocks.Write((ulong)((value << 1) ^ (value >> 63)));

    public void Write(string value) => _blocks.Write(value);

    /// <summary>A time, told by how far it is from the last that was told so.</summary>
    public void WriteTime(long time)
    {
        Write(unchecked(time - _time));
        _time = time;
    }

    /// <summary>A text that is likely to come again.</summary>
    public void WriteShared(string text)
    {
        var place = SharedTexts.PlaceOf(text);
        if (string.Equals(_texts[place], text, StringComparison.Ordinal))
        {
            Write(place << 1);
            return;
        }

        Write((place << 1) | 1);
        Write(text);
        _texts[place] = text;
    }

    /// <summary>Writes what is left, and that nothing follows.</summary>
    public void End() => _blocks.End();

    public void Write(long? value)
    {
        Write(value.HasValue);
        if (value is { } number)
        {
            Write(number);
        }
    }

    public void WriteNullable(string? value)
    {
        Write(value is not null);
        if (value is not null)
        {
            Write(value);
        }
    }

    public void Write(Expressions.Maybe<bool> truth) => Write(truth.IsKnown ? (truth.Value ? 1 : 0) : 2);

    public void Write(Place place)
    {
        Write(place.Time);
        Write(place.Sequence);
    }

    public void Write(PlannedShift? shift)
    {
        Write(shift is not null);
        if (shift is not null)
        {
            WriteShared(shift.Person);
            WriteShared(shift.Role);
            WriteNullable(shift.Kind);
            Write(shift.Starts);
            Write(shift.Ends);
        }
    }

    public void Write(PeriodSpan period)
    {
        WriteShared(period.Name);
        Write(period.Start);
        Write(period.End);
        Write(period.IsKnown);
        Write(period.Ordinal);
        Write((long)NodaTime.Period.DaysBetween(NodaTime.LocalDate.MinIsoValue, period.FirstDate));
    }

    public void Write(Value? value)
    {
        if (value is { } known)
        {
            Write(known);
        }
        else
        {
            _blocks.Write(None);
        }
    }

    public void Write(Value value)
    {
        _blocks.Write((byte)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Text or ValueKind.Choice:
                WriteShared(value.AsText);
                break;
            case ValueKind.Number or ValueKind.Money:
                foreach (var bits in decimal.GetBits(value.AsNumber))
                {
                    Write(bits);
                }

                break;
            default:
                Write(value.Bits);
                break;
        }
    }

    public void Write(StateKey key)
    {
        Write(key.Parts.Length);
        foreach (var part in key.Parts)
        {
            Write(part);
        }
    }

    public void Write(IReadOnlyCollection<string> values)
    {
        Write(values.Count);
        foreach (var value in values)
        {
            WriteShared(value);
        }
    }

    public void Write(IReadOnlyCollection<KeyPart> key)
    {
        Write(key.Count);
        foreach (var part in key)
        {
            WriteShared(part.Name);
            Write(part.Value);
        }
    }

    public void Write(EventRecord record)
    {
        Write(record.Type);
        Write(record.Id);
        WriteTime(Ticks.Of(record.At));
        Write(record.IsPlain);
        if (!record.IsPlain)
        {
            Write(record.Until is { } until ? Ticks.Of(until) : null);
            Write(record.Sequence);
            Write(record.Revision);
            Write(record.Withdrawn);
            Write(record.Was.Length);
            foreach (var was in record.Was)
            {
                Write(Ticks.Of(was));
            }
        }

        foreach (var field in record.Fields)
        {
            Write(field);
        }
    }

    public void Write(LoggedEvent? item)
    {
        Write(item is not null);
        if (item is not null)
        {
            WriteEvent(item);
        }
    }

    public void Write(IReadOnlyCollection<LoggedEvent> items)
    {
        Write(items.Count);
        foreach (var item in items)
        {
            WriteEvent(item);
        }
    }

    private void Write(EventType type)
    {
        if (_types.TryGetValue(type, out var number))
        {
            Write(number);
            return;
        }

        Write(_types.Count);
        Write(type.Name);
        _types.Add(type, _types.Count);
    }

    private void WriteEvent(LoggedEvent item)
    {
        Write(item.Record);
        Write(item.Unsure);
        Write(item.Rank);
    }

    public void Dispose() => _blocks.Dispose();
}
