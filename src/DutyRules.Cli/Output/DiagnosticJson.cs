using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Output;

/// <summary>Findings as JSON, one per line, for tools.</summary>
internal static class DiagnosticJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToLine(Diagnostic diagnostic)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", diagnostic.Id);
            json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", diagnostic.Span.File);
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteNumber("endLine", diagnostic.Span.EndLine);
            json.WriteNumber("endColumn", diagnostic.Span.EndColumn);
            WriteText(json, "message", diagnostic.Message);
            WriteText(json, "help", diagnostic.Help);
            if (diagnostic.Edit is { } edit)
            {
                json.WritePropertyName("edit");
                WriteEdit(json, edit);
            }

            if (!diagnostic.Offers.IsEmpty)
            {
                json.WriteStartArray("offers");
                foreach (var offer in diagnostic.Offers)
                {
                    WriteEdit(json, offer);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteEdit(Utf8JsonWriter json, TextEdit edit)
    {
        json.WriteStartObject();
        WriteText(json, "title", edit.Title);
        json.WriteNumber("line", edit.Span.Line);
        json.WriteNumber("column", edit.Span.Column);
        json.WriteNumber("endLine", edit.Span.EndLine);
        json.WriteNumber("endColumn", edit.Span.EndColumn);
        json.WriteString("text", edit.NewText);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, LocalizedText? text)
    {
        if (text is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("zh", text.Zh);
            json.WriteString("en", text.En);
            json.WriteEndObject();
        }
    }
}
