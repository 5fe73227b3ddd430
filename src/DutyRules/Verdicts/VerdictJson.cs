using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Verdicts;

/// <summary>
/// Verdicts as JSON, one per line: first what every reader can rely on (<c>norm, key, status, opens, due, decidedAt, final, revision, people, liable,
/// points, evidence, reason, sources</c>), then what was added since. Times are ISO 8601 with the offset of the partition. Not thread safe.
/// </summary>
public sealed class VerdictJson(Vocabulary vocabulary)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private Utf8JsonWriter? _json;

    /// <summary>The history that was judged; <c>"timeline": "plan"</c> is written for a plan, nothing for what happened.</summary>
    public Timelines Timeline { get; init; } = Timelines.Actual;

    /// <summary>One verdict as a line without its end.</summary>
    public string ToLine(Verdict verdict, bool final)
    {
        _buffer.ResetWrittenCount();
        Write(verdict, final, null, _buffer);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <summary>One line of the changelog without its end.</summary>
    public string ToLine(VerdictChange change)
    {
        _buffer.ResetWrittenCount();
        Write(change, _buffer);
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <summary>Writes one line of the changelog without its end.</summary>
    public void Write(VerdictChange change, IBufferWriter<byte> target) => Write(change.Verdict, change.IsFinal, change, target);

    private void Write(Verdict verdict, bool final, VerdictChange? change, IBufferWriter<byte> target)
    {
        var json = _json ??= new Utf8JsonWriter(target, Options);
        json.Reset(target);
        var zone = vocabulary.ZoneOf(verdict.Partition);
        json.WriteStartObject();
        json.WriteString("norm", verdict.Norm.Id);
        WriteKey(json, verdict, zone);
        json.WriteString("status", verdict.Status.Name());
        json.WriteString("opens", InstantText.Format(verdict.Opens, zone));
        json.WriteString("due", InstantText.Format(verdict.Due, zone));
        json.WriteString("decidedAt", InstantText.Format(verdict.DecidedAt, zone));
        json.WriteBoolean("final", final);
        json.WriteString("revision", verdict.Instance.Revision);
        WriteList(json, "people", verdict.People);
        WriteList(json, "liable", verdict.Liable);
        json.WriteNumber("points", verdict.Points);
        WriteList(json, "evidence", verdict.Evidence);
        WriteReason(json, verdict);
        WriteList(json, "sources", verdict.Norm.Cites);
        WriteExtensions(json, verdict, change, zone);
        json.WriteEndObject();
        json.Flush();
    }

    private void WriteKey(Utf8JsonWriter json, Verdict verdict, DateTimeZone zone)
    {
        json.WriteStartObject("key");
        if (!verdict.Instance.Key.Any(p => p.Name == vocabulary.PartitionField))
        {
            json.WriteString(vocabulary.PartitionField, verdict.Partition);
        }

        foreach (var (name, value) in verdict.Instance.Key)
        {
            json.WritePropertyName(name);
            EventJsonWriter.WriteValue(json, value, zone);
        }

        json.WriteEndObject();
    }

    private void WriteReason(Utf8JsonWriter json, Verdict verdict)
    {
        var reason = ReasonText.Of(verdict, vocabulary);
        json.WriteStartObject("reason");
        json.WriteString("zh", reason.Zh);
        json.WriteString("en", reason.En);
        json.WriteEndObject();
    }

    private void WriteExtensions(Utf8JsonWriter json, Verdict verdict, VerdictChange? change, DateTimeZone zone)
    {
        if (Timeline == Timelines.Plan)
        {
            json.WriteString("timeline", "plan");
        }

        if (change is not null)
        {
            json.WriteString("change", change.Kind.Name());
        }

        json.WriteString("anchor", verdict.Instance.Anchor);
        if (verdict.Performers.Length > 0)
        {
            WriteList(json, "performers", verdict.Performers);
        }

        if (verdict.Total is { } total)
        {
            json.WriteString("total", DurationText.ToIso(total));
        }

        if (verdict.Measured is { } measured)
        {
            json.WritePropertyName("measured");
            EventJsonWriter.WriteValue(json, measured, zone);
        }

        if (verdict.Needed is { } needed)
        {
            json.WriteNumber("needed", needed);
        }

        WriteCharges(json, verdict.Charges);
        if (verdict.Calendar is { } calendar)
        {
            json.WriteString("calendar", calendar);
        }

        if (verdict.Norm.Policy.Length > 0)
        {
            json.WriteString("policy", verdict.Norm.Policy);
        }

        if (verdict.Status == VerdictStatus.Breached && verdict.Norm.Consequences.Notify.Length > 0)
        {
            WriteList(json, "notify", [.. verdict.Norm.Consequences.Notify.Select(r => r.Name)]);
        }

        if (verdict.Norm.Severity != Severity.Normal)
        {
            json.WriteString("severity", verdict.Norm.Severity.Name());
        }

        if (verdict.Norm.Tags.Length > 0)
        {
            WriteList(json, "tags", verdict.Norm.Tags);
        }

        if (change?.Cause is { } cause)
        {
            json.WriteString("cause", cause);
        }

        if (change is not null && change.Watermark != default)
        {
            json.WriteString("watermark", InstantText.Format(change.Watermark, zone));
        }
    }

    private static void WriteCharges(Utf8JsonWriter json, ImmutableArray<Charge> charges)
    {
        if (charges.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("charges");
        foreach (var (person, points) in charges)
        {
            json.WriteStartObject();
            json.WriteString("person", person);
            json.WriteNumber("points", points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
