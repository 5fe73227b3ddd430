using DutyRules.Cli.Coverage;
using DutyRules.Diagnostics;
using DutyRules.Wording;

namespace DutyRules.Cli.Output;

/// <summary>Writes what became of clauses, for people: counts by document and section, what needs a second look, and the gaps.</summary>
internal sealed class CoverageTable(TextWriter writer, Ink ink, Language language)
{
    private readonly Words _words = new(language);

    public void Write(CoverageTrace trace)
    {
        Counts(trace);
        Kinds(trace);
        Listed(
            _words.Say("Judged in another way than the index expects", "判定方式与条款目录的判断不同"),
            trace.Clauses.Where(c => c.Differs).Select(c => $"{c.Clause.Id}: {c.Clause.Measurable} → {c.Disposition.Title().In(language)} ({Ids(c)})"), t => t);
        Listed(
            _words.Say("Cited, but of documents that the index does not hold", "引用了条款目录之外的文件"), trace.OtherDocuments.Select(d => d.Length == 0 ? _words.Say("(no document)", "（未写文件）") : d), t => t);
        Listed(_words.Say("Clauses that nothing covers", "没有对应的条款"), trace.Uncovered.Select(Uncovered), ink.Red);
        Listed(_words.Say("Norms that cite no clause", "没有依据条款的职责"), trace.NormsWithoutClause, ink.Red);
        Listed(_words.Say("Cited, but not in the index", "引用了条款目录中没有的条款"), trace.UnknownCitations.Select(u => $"{u.Clause} ({u.By})"), ink.Red);
        writer.WriteLine(Summary(trace));
    }

    private static string Ids(ClauseTrace clause) => string.Join(", ", clause.Entries.Select(e => e.Id));

    private string Uncovered(ClauseTrace clause)
    {
        var said = clause.Clause.Gist is { } gist ? $"{clause.Clause.Id}  {gist.In(language)}" : clause.Clause.Id;
        return clause.Why is { } why ? _words.Say($"{said} ({why.En})", $"{said}（{why.Zh}）") : said;
    }

    private string Summary(CoverageTrace trace)
    {
        var gaps = trace.Uncovered.Count() + trace.NormsWithoutClause.Length + trace.UnknownCitations.Length;
        var duplicates = trace.Clauses.Count(c => c.Disposition == Disposition.Duplicate);
        var judged = trace.Clauses.Count(c => c.Disposition is Disposition.Judged or Disposition.Power);
        var attested = trace.Clauses.Count(c => c.Disposition == Disposition.Attested);
        var rest = trace.Clauses.Length - duplicates - judged - attested - trace.Uncovered.Count();
        return _words.Say(
            $"{trace.Clauses.Length} clauses: {judged} judged, {attested} attested, {duplicates} duplicates, {rest} accounted for otherwise; {(gaps == 0 ? "no gap" : gaps == 1 ? "1 gap" : $"{gaps} gaps")}",
            $"共 {trace.Clauses.Length} 条：{judged} 条据事件判定，{attested} 条人工确认，{duplicates} 条重复，{rest} 条另有说明；{(gaps == 0 ? "没有缺口" : $"{gaps} 处缺口")}");
    }

    private void Counts(CoverageTrace trace)
    {
        var columns = Columns(trace);
        var rows = new List<(string Name, IReadOnlyList<ClauseTrace> Clauses)>();
        foreach (var document in trace.Clauses.GroupBy(c => c.Clause.Document))
        {
            rows.Add((document.Key.Length == 0 ? _words.Say("(no document)", "（未写文件）") : document.Key, [.. document]));
            rows.AddRange(document.Where(c => c.Clause.Section.Length > 0).GroupBy(c => c.Clause.Section).Select(s => ("  " + s.Key, (IReadOnlyList<ClauseTrace>)[.. s])));
        }

        Grid(_words.Say("Document and section", "文件与章节"), columns, rows);
    }

    private void Kinds(CoverageTrace trace)
    {
        var kinds = trace.Clauses.Where(c => c.Clause.Kind is not null).GroupBy(c => c.Clause.Kind!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<ClauseTrace>)[.. g])).ToList();
        if (kinds.Count > 0)
        {
            Grid(_words.Say("Kind in the index", "目录中的性质"), Columns(trace), kinds);
        }
    }

    private static List<Disposition> Columns(CoverageTrace trace) => [.. trace.Clauses.Select(c => c.Disposition).Distinct().Order()];

    private void Grid(string title, List<Disposition> columns, IReadOnlyList<(string Name, IReadOnlyList<ClauseTrace> Clauses)> rows)
    {
        List<string> heads = [_words.Say("clauses", "条款"), .. columns.Select(c => c.Title().In(language))];
        var widths = heads.Select(h => Math.Max(5, TextWidth.Of(h))).ToList();
        var first = Math.Max(TextWidth.Of(title), rows.Max(r => TextWidth.Of(r.Name)));
        writer.WriteLine(ink.Bold(TextWidth.Pad(title, first) + string.Concat(heads.Zip(widths, (h, w) => "  " + Right(h, w)))));
        foreach (var (name, clauses) in rows)
        {
            IEnumerable<int> counts = [clauses.Count, .. columns.Select(column => clauses.Count(c => c.Disposition == column))];
            writer.WriteLine((TextWidth.Pad(name, first) + string.Concat(counts.Zip(widths, (n, w) => "  " + Right(n == 0 ? "" : $"{n}", w)))).TrimEnd());
        }

        writer.WriteLine();
    }

    private static string Right(string text, int width) => new string(' ', Math.Max(0, width - TextWidth.Of(text))) + text;

    private void Listed(string title, IEnumerable<string> lines, Func<string, string> paint)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            writer.WriteLine(ink.Bold($"{title}: {all.Count}"));
            all.ForEach(line => writer.WriteLine("  " + paint(line)));
            writer.WriteLine();
        }
    }
}
