using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Cli.Coverage;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Output;

/// <summary>Writes what became of clauses as one JSON document.</summary>
internal static class CoverageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static string Of(CoverageTrace trace)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("clauses");
            foreach (var clause in trace.Clauses)
            {
                Write(json, clause);
            }

            json.WriteEndArray();
            Write(json, "normsWithoutClause", trace.NormsWithoutClause);
            json.WriteStartArray("unknownCitations");
            foreach (var unknown in trace.UnknownCitations)
            {
                json.WriteStartObject();
                json.WriteString("clause", unknown.Clause);
                json.WriteString("by", unknown.By);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, "otherDocuments", trace.OtherDocuments);
            json.WriteBoolean("complete", !trace.HasGap);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ClauseTrace trace)
    {
        var clause = trace.Clause;
        json.WriteStartObject();
        json.WriteString("clause", clause.Id);
        json.WriteString("document", clause.Document);
        json.WriteString("section", clause.Section);
        Write(json, "gist", clause.Gist);
        Write(json, "kind", clause.Kind);
        Write(json, "measurable", clause.Measurable);
        json.WriteString("disposition", trace.Disposition.Name());
        Write(json, "duplicateOf", clause.DuplicateOf);
        Write(json, "why", trace.Why);
        json.WriteStartArray("coveredBy");
        foreach (var entry in trace.Entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("disposition", entry.Disposition.Name());
            json.WriteString("policy", entry.Policy);
            Write(json, "title", entry.Title);
            Write(json, "gist", entry.Gist);
            Write(json, "reading", entry.Reading);
            Write(json, "because", entry.Because);
            if (!entry.Norms.IsEmpty)
            {
                Write(json, NormsOf(entry.Disposition), entry.Norms);
            }

            json.WriteStartArray("tests");
            foreach (var test in entry.Tests)
            {
                json.WriteStartObject();
                json.WriteString("suite", test.Suite);
                json.WriteString("test", test.Test);
                Write(json, "expects", test.Statuses);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NormsOf(Disposition disposition) => disposition switch
    {
        Disposition.Definition => "usedBy",
        Disposition.Conflict => "conflictsWith",
        _ => "lifts",
    };

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, LocalizedText? text)
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
