using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace DutyRules.Events;

/// <summary>Writes events as JSON. Not thread safe.</summary>
internal sealed class EventJsonWriter(Vocabulary vocabulary)
{
    // Chinese text stays readable: the lines are data, never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, DateTimeZone> _zones = [];
    private Utf8JsonWriter? _json;

    public void Write(EventRecord record, IBufferWriter<byte> target)
    {
        var json = _json ??= new Utf8JsonWriter(target, Options);
        json.Reset(target);
        var zone = ZoneOf(record);
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("type", record.Type.Name);
        json.WriteString("at", InstantText.Format(record.At, zone));
        if (record.Until is { } until)
        {
            json.WriteString("until", InstantText.Format(until, zone));
        }

        foreach (var field in record.Type.Fields)
        {
            if (record[field] is { } value)
            {
                json.WritePropertyName(field.Name);
                WriteValue(json, value, zone);
            }
        }

        WriteRevision(json, record, zone);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes a value as events hold it.</summary>
    public static void WriteValue(Utf8JsonWriter json, Value value, DateTimeZone zone)
    {
        switch (value.Kind)
        {
            case ValueKind.Number or ValueKind.Money:
                json.WriteNumberValue(value.AsNumber);
                break;
            case ValueKind.Integer:
                json.WriteNumberValue(value.AsInteger);
                break;
            case ValueKind.Truth:
                json.WriteBooleanValue(value.AsTruth);
                break;
            case ValueKind.Duration:
                json.WriteStringValue(DurationText.ToIso(value.AsDuration));
                break;
            case ValueKind.Instant:
                json.WriteStringValue(InstantText.Format(value.AsInstant, zone));
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteRevision(Utf8JsonWriter json, EventRecord record, DateTimeZone zone)
    {
        if (record.Revision != 0)
        {
            json.WriteNumber("rev", record.Revision);
        }

        if (record.Withdrawn)
        {
            json.WriteBoolean("withdrawn", true);
        }

        if (record.Was.Length > 0)
        {
            json.WriteStartArray("was");
            foreach (var time in record.Was)
            {
                json.WriteStringValue(InstantText.Format(time, zone));
            }

            json.WriteEndArray();
        }

        if (record.Sequence != 0)
        {
            json.WriteNumber("seq", record.Sequence);
        }
    }

    private DateTimeZone ZoneOf(EventRecord record)
    {
        if (record.Type.FindField(vocabulary.PartitionField) is not { } field || record[field] is not { } partition)
        {
            return vocabulary.Zone;
        }

        var name = partition.ToString();
        if (!_zones.TryGetValue(name, out var zone))
        {
            _zones[name] = zone = vocabulary.ZoneOf(name);
        }

        return zone;
    }
}
