using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DutyRules.Examples;

/// <summary>Something that happened, with the fields of its own.</summary>
internal sealed record Happening(
    string Type, DateTime At, string Site, string? Person, DateTime? End = null, params (string Name, object Value)[] Fields);

/// <summary>Writes what happened, one JSON object a line, in the order of time.</summary>
internal static class Happenings
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, string prefix, IEnumerable<Happening> happenings)
    {
        var number = 0;
        foreach (var item in happenings.OrderBy(e => e.End ?? e.At).ThenBy(e => e.Site, StringComparer.Ordinal))
        {
            output.Write(Line(item, string.Create(CultureInfo.InvariantCulture, $"{prefix}{++number:0000}")));
            output.Write('\n');
        }
    }

    private static string Line(Happening item, string id)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", item.Type);
            json.WriteString("at", Iso(item.At));
            if (item.End is { } end)
            {
                json.WriteString("until", Iso(end));
            }

            json.WriteString("site", item.Site);
            if (item.Person is { } person)
            {
                json.WriteString("person", person);
            }

            foreach (var (name, value) in item.Fields)
            {
                switch (value)
                {
                    case bool truth:
                        json.WriteBoolean(name, truth);
                        break;
                    case int number:
                        json.WriteNumber(name, number);
                        break;
                    default:
                        json.WriteString(name, (string)value);
                        break;
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Iso(DateTime local) =>
        local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+08:00";
}
