using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyRules.Cli.Clauses;
using DutyRules.Diagnostics;
using DutyRules.Wording;

namespace DutyRules.Cli.Output;

/// <summary>Writes what covers which clause: as a table, in Markdown, or a line a clause for programs.</summary>
internal sealed class ClauseTable(Surroundings around, Language language)
{
    private const int MostClause = 34;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Ink _ink = new(around.ColourOut);
    private readonly Words _words = new(language);

    /// <summary>For people: clause by clause, what covers it below what it says.</summary>
    public void WriteTable(IReadOnlyList<ClauseCoverage> clauses)
    {
        foreach (var source in clauses.GroupBy(c => c.Source))
        {
            if (source.Key.Length > 0)
            {
                around.Out.WriteLine(_ink.Bold(source.Key));
            }

            var width = Math.Min(MostClause, source.Max(c => TextWidth.Of(c.Clause)));
            foreach (var clause in source)
            {
                WriteClause(clause, width);
            }

            around.Out.WriteLine();
        }

        WriteSummary(clauses);
    }

    /// <summary>To print or to pass on.</summary>
    public void WriteMarkdown(IReadOnlyList<ClauseCoverage> clauses)
    {
        Row([_words.Say("Clause", "条款"), _words.Say("Says", "要旨"), _words.Say("Kind", "性质"), _words.Say("Covered by", "对应"), _words.Say("Reading", "条文理解")]);
        around.Out.WriteLine("|---|---|---|---|---|");
        foreach (var clause in clauses)
        {
            foreach (var entry in clause.Entries)
            {
                Row([clause.Clause, clause.Gist?.In(language) ?? "", KindOf(entry), $"{Titled(entry)}{(clause.IsIndexed ? "" : $" ({NotIndexed()})")}", entry.Reading?.In(language) ?? ""]);
            }

            if (clause.Entries.Count == 0)
            {
                Row([clause.Clause, clause.Gist?.In(language) ?? "", $"**{Nobody()}**", "", ""]);
            }
        }
    }

    /// <summary>For programs.</summary>
    public void WriteLines(IReadOnlyList<ClauseCoverage> clauses)
    {
        foreach (var clause in clauses)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                Write(json, clause);
            }

            around.Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
    }

    private static void Write(Utf8JsonWriter json, ClauseCoverage clause)
    {
        json.WriteStartObject();
        json.WriteString("clause", clause.Clause);
        json.WriteString("source", clause.Source);
        json.WriteString("gist", clause.Gist?.En ?? "");
        if (clause.Gist is { } gist && gist.Zh != gist.En)
        {
            json.WriteString("gistZh", gist.Zh);
        }

        json.WriteBoolean("indexed", clause.IsIndexed);
        json.WriteStartArray("coveredBy");
        foreach (var entry in clause.Entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("kind", entry.Kind);
            Write(json, "title", entry.Title);
            Write(json, "reading", entry.Reading);
            Write(json, "because", entry.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
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

    private void WriteClause(ClauseCoverage clause, int width)
    {
        var start = "  " + _ink.Blue(TextWidth.Pad(clause.Clause, width)) + "  ";
        var rest = new string(' ', width + 4);
        if (clause.Gist is { } gist)
        {
            Wrapped(gist.In(language), _ink.Dim);
        }

        foreach (var entry in clause.Entries)
        {
            var because = entry.Because is { } why ? _words.Say($", because {why.En}", $"，因为{why.Zh}") : "";
            Wrapped($"{KindOf(entry)}  {Titled(entry)}{because}{(clause.IsIndexed ? "" : $"  [{NotIndexed()}]")}", t => t);
            if (entry.Reading is { } reading)
            {
                Wrapped(_words.Say($"read as: {reading.En}", $"条文理解：{reading.Zh}"), _ink.Yellow);
            }
        }

        if (clause.Entries.Count == 0)
        {
            Wrapped(Nobody(), _ink.RedBold);
        }

        void Wrapped(string text, Func<string, string> paint)
        {
            foreach (var line in TextWidth.Wrap(text, Math.Max(30, around.Width - rest.Length)))
            {
                around.Out.WriteLine(start + paint(line));
                start = rest;
            }
        }
    }

    private void WriteSummary(IReadOnlyList<ClauseCoverage> clauses)
    {
        var duties = clauses.Count(c => c.Entries.Any(e => e.Kind == "duty"));
        var none = clauses.Count(c => c.Entries.Count == 0);
        var others = clauses.Count - duties - none;
        around.Out.WriteLine(_words.Say(
            $"{clauses.Count} clauses: {duties} with a duty, {others} accounted for otherwise, {none} covered by nothing",
            $"共 {clauses.Count} 条：{duties} 条有对应职责，{others} 条另有说明，{none} 条没有对应"));
    }

    private string KindOf(ClauseEntry entry) => entry.KindTitle.In(language);

    private string Titled(ClauseEntry entry) => entry.Title.In(language) is var title && title != entry.Id ? $"{title} ({entry.Id})" : entry.Id;

    private string Nobody() => _words.Say("covered by nothing", "没有对应");

    private string NotIndexed() => _words.Say("not in the index", "不在条款目录中");

    private void Row(IEnumerable<string> cells) =>
        around.Out.WriteLine($"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")))} |");
}
