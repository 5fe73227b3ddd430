using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Cli.Planning;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>Planned duties as JSON, one per line, for programs. Times are ISO 8601 with the offset of the site.</summary>
internal sealed class PlanLines(Vocabulary vocabulary, TextWriter writer) : IPlanWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DutyWords _english = new(vocabulary, Language.English);
    private readonly DutyWords _chinese = new(vocabulary, Language.Chinese);

    /// <inheritdoc />
    public bool SaysTheRest => false;

    /// <inheritdoc />
    public void Write(DutyPlan plan)
    {
        foreach (var duty in plan.Duties)
        {
            writer.WriteLine(ToLine(duty));
        }
    }

    private string ToLine(PlannedDuty planned)
    {
        var duty = planned.Duty;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("norm", duty.Norm.Id);
            WriteText(json, "title", duty.Norm.Title);
            WriteKey(json, duty, planned.Zone);
            json.WriteString("anchor", duty.Instance.Anchor);
            json.WriteString("revision", duty.Instance.Revision);
            json.WriteString("site", duty.Partition);
            json.WriteString("day", LocalDatePattern.Iso.Format(planned.Day));
            json.WriteString("opens", InstantText.Format(duty.Opens, planned.Zone));
            json.WriteString("due", InstantText.Format(duty.Due, planned.Zone));
            json.WriteBoolean("dueInclusive", duty.DueInclusive);
            WriteList(json, "people", planned.People);
            json.WriteString("role", planned.Role?.Name);
            json.WriteString("stage", duty.Stage.ToString().ToLowerInvariant());
            if (duty.Reason is not null)
            {
                WriteText(json, "reason", new LocalizedText(_english.Reason(duty)!, _chinese.Reason(duty)!));
            }

            json.WriteString("calendar", duty.Calendar);
            json.WriteStartArray("notes");
            foreach (var note in duty.Notes)
            {
                json.WriteStartObject();
                json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(note.Kind.ToString()));
                json.WriteString("zh", note.Text.Zh);
                json.WriteString("en", note.Text.En);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteList(json, "sources", duty.Norm.Cites);
            json.WriteString("policy", duty.Norm.Policy);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteKey(Utf8JsonWriter json, UpcomingDuty duty, DateTimeZone zone)
    {
        json.WriteStartObject("key");
        foreach (var (name, value) in duty.Instance.Key)
        {
            json.WritePropertyName(name);
            EventJsonWriter.WriteValue(json, value, zone);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
