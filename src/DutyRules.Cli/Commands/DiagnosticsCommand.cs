using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Cli.Output;
using DutyRules.Cli.Pages;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules diagnostics</c>: lists every kind of finding, or shows the page about one.</summary>
internal static class DiagnosticsCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Surroundings around)
    {
        var id = new Argument<string?>("ID") { Description = "A finding, such as DUTY1301: shows its page.", Arity = ArgumentArity.ZeroOrOne };
        var format = SharedOptions.Format("table", "json");
        var language = SharedOptions.Language(around);
        var command = new Command("diagnostics", "Lists what can be found wrong, or says more about one finding.") { id, format, language };
        command.SetAction(parsed => Run(parsed.GetValue(id), parsed.GetValue(format) == "json", parsed.Language(language), around));
        return command;
    }

    private static int Run(string? id, bool json, Language language, Surroundings around)
    {
        var kinds = id is null ? AllDiagnostics.List : [AllDiagnostics.Find(id) ?? throw Unknown(id)];
        if (json)
        {
            WriteJson(kinds, around.Out);
        }
        else if (id is not null)
        {
            new PageText(around.Out, new Ink(around.ColourOut), language).Write(kinds[0], DiagnosticPage.Find(kinds[0].Id) ?? throw Unknown(id));
        }
        else
        {
            WriteTable(kinds, language, around);
        }

        return ExitCode.Fine;
    }

    private static void WriteTable(IReadOnlyList<DiagnosticDescriptor> kinds, Language language, Surroundings around)
    {
        var zh = language == Language.Chinese;
        var ink = new Ink(around.ColourOut);
        string[][] rows =
        [
            zh ? ["编号", "级别", "类别", "可自动改正", "含义"] : ["id", "severity", "about", "fix", "title"],
            .. kinds.Select(k => (string[])[k.Id, KindWords.Of(k.Severity, language), KindWords.Of(k.Category, language), k.HasEdit ? zh ? "是" : "yes" : "", k.Title.In(language)]),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => TextWidth.Of(r[c]))).ToArray();
        foreach (var (number, row) in rows.Index())
        {
            var line = string.Join("  ", row.Select((cell, c) => cell + new string(' ', widths[c] - TextWidth.Of(cell)))).TrimEnd();
            around.Out.WriteLine(number == 0 ? ink.Dim(line) : line);
        }
    }

    private static void WriteJson(IReadOnlyList<DiagnosticDescriptor> kinds, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options with { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var kind in kinds)
            {
                json.WriteStartObject();
                json.WriteString("id", kind.Id);
                json.WriteString("severity", kind.Severity.ToString().ToLowerInvariant());
                json.WriteString("category", KindWords.Name(kind.Category));
                WriteText(json, "title", kind.Title.En, kind.Title.Zh);
                WriteText(json, "message", kind.En, kind.Zh);
                json.WriteBoolean("fix", kind.HasEdit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteText(Utf8JsonWriter json, string name, string en, string zh)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", zh);
        json.WriteString("en", en);
        json.WriteEndObject();
    }

    private static CannotRunException Unknown(string id)
    {
        var help = ClosestWord.Help(id.ToUpperInvariant(), AllDiagnostics.List.Select(d => d.Id));
        return new CannotRunException($"there is no finding `{id}`; {help.En}", $"没有编号 `{id}`；{help.Zh}");
    }
}
