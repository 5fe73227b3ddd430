using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Writes the state of a monitor as bytes. Types and norms are written by name.</summary>
internal sealed class SnapshotWriter(Stream stream) : IDisposable
{
    private readonly BinaryWriter _writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);

    public void Write(bool value) => _writer.Write(value);

    public void Write(int value) => _writer.Write7BitEncodedInt(value);

    public void Write(long value) => _writer.Write7BitEncodedInt64(value);

    public void Write(string value) => _writer.Write(value);

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
            Write(shift.Person);
            Write(shift.Role);
            WriteNullable(shift.Kind);
            Write(shift.Starts);
            Write(shift.Ends);
        }
    }

    public void Write(PeriodSpan period)
    {
        Write(period.Name);
        Write(period.Start);
        Write(period.End);
        Write(period.IsKnown);
        Write(period.Ordinal);
        Write((long)NodaTime.Period.DaysBetween(NodaTime.LocalDate.MinIsoValue, period.FirstDate));
    }

    public void Write(Value? value)
    {
        Write(value.HasValue);
        if (value is { } known)
        {
            Write(known);
        }
    }

    public void Write(Value value)
    {
        Write((int)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Text or ValueKind.Choice:
                Write(value.AsText);
                break;
            case ValueKind.Number or ValueKind.Money:
                _writer.Write(value.AsNumber);
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
            Write(value);
        }
    }

    public void Write(IReadOnlyCollection<KeyPart> key)
    {
        Write(key.Count);
        foreach (var part in key)
        {
            Write(part.Name);
            Write(part.Value);
        }
    }

    public void Write(EventRecord record)
    {
        Write(record.Type.Name);
        Write(record.Id);
        Write(Ticks.Of(record.At));
        Write(record.Until is { } until ? Ticks.Of(until) : null);
        Write(record.Sequence);
        Write(record.Revision);
        Write(record.Withdrawn);
        foreach (var field in record.Fields)
        {
            Write(field);
        }

        Write(record.Was.Length);
        foreach (var was in record.Was)
        {
            Write(Ticks.Of(was));
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

    private void WriteEvent(LoggedEvent item)
    {
        Write(item.Record);
        Write(item.Unsure);
        Write(item.Rank);
    }

    public void Dispose() => _writer.Dispose();
}
