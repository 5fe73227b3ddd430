using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DutyRules.Cli.Coverage;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Output;

/// <summary>Writes what became of clauses as one page that needs nothing else: each clause, the rule in both languages and its tests side by side.</summary>
/// <param name="policies">The policies.</param>
/// <param name="language">The language of headings.</param>
internal sealed class CoveragePage(PolicySet policies, Language language)
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --dim: #777; --mark: #8882; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 110rem; padding: 1rem; }
        header { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid var(--line); z-index: 1; }
        h1 { font-size: 1.3rem; margin: 0 0 .3rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; } h3 { font-size: 1rem; margin: 0; }
        input, select { font: inherit; padding: .2rem .4rem; } input { width: min(28rem, 90%); }
        table.counts { border-collapse: collapse; } .counts td, .counts th { padding: .1rem .6rem; border-bottom: 1px solid var(--line); text-align: right; } .counts :is(td, th):first-child { text-align: left; }
        article { display: grid; grid-template-columns: 16rem 1fr; gap: 1rem; border-top: 1px solid var(--line); padding: .6rem 0; }
        .id { font-weight: 600; overflow-wrap: anywhere; } .dim { color: var(--dim); } .badge { background: var(--mark); border-radius: .5rem; padding: 0 .5rem; font-size: .85rem; }
        .none .badge, .gap { color: #d33; font-weight: 600; }
        .rule { display: grid; grid-template-columns: 2fr 2fr 1.3fr; gap: 1rem; margin-bottom: .8rem; } .rule > h3 { grid-column: 1 / -1; }
        dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0 .6rem; } dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; } ul { margin: 0; padding-left: 1.1rem; }
        [hidden] { display: none !important; }
        @media (max-width: 70rem) { article, .rule { grid-template-columns: 1fr; } }
        """;

    private const string Script = """
        const find = document.getElementById('find'), only = document.getElementById('only'), count = document.getElementById('count');
        const all = [...document.querySelectorAll('article')].map(a => [a, a.textContent.toLowerCase()]);
        const show = () => {
          const words = find.value.toLowerCase().split(/\s+/).filter(w => w);
          let shown = 0;
          for (const [a, text] of all) {
            a.hidden = !(words.every(w => text.includes(w)) && (!only.value || a.dataset.is === only.value));
            shown += !a.hidden;
          }
          for (const s of document.querySelectorAll('section')) s.hidden = ![...s.querySelectorAll('article')].some(a => !a.hidden);
          count.textContent = shown + ' / ' + all.length;
        };
        find.oninput = only.onchange = show;
        show();
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new();
    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);

    public string Of(CoverageTrace trace)
    {
        var documents = string.Join(", ", trace.Clauses.Select(c => c.Clause.Document).Distinct());
        var title = Say($"Clauses: {documents}", $"条款对照：{documents}");
        Line($"<!DOCTYPE html>\n<html lang=\"{Say("en", "zh")}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<header>\n<h1>{Text(title)}</h1>");
        Line($"<input id=\"find\" type=\"search\" placeholder=\"{Text(Say("Search clauses, rules, tests", "搜索条款、职责、测试"))}\" aria-label=\"{Text(Say("Search", "搜索"))}\">");
        Line($"<select id=\"only\" aria-label=\"{Text(Say("Only", "只看"))}\"><option value=\"\">{Text(Say("all", "全部"))}</option>");
        foreach (var disposition in trace.Clauses.Select(c => c.Disposition).Distinct().Order())
        {
            Line($"<option value=\"{disposition.Name()}\">{Text(disposition.Title().In(language))}</option>");
        }

        Line("</select> <span id=\"count\" class=\"dim\"></span>\n</header>");
        Counts(trace);
        Gaps(trace);
        foreach (var section in trace.Clauses.GroupBy(c => c.Clause.Section.Length == 0 ? c.Clause.Document : $"{c.Clause.Document}/{c.Clause.Section}"))
        {
            Line($"<section>\n<h2>{Text(section.Key)}</h2>");
            foreach (var clause in section)
            {
                Clause(clause);
            }

            Line("</section>");
        }

        Line($"<script>\n{Script}\n</script>\n</body>\n</html>");
        return _page.ToString();
    }

    private void Counts(CoverageTrace trace)
    {
        var columns = trace.Clauses.Select(c => c.Disposition).Distinct().Order().ToList();
        Line("<table class=\"counts\">");
        Line($"<tr><th></th><th>{Text(Say("clauses", "条款"))}</th>{string.Concat(columns.Select(c => $"<th>{Text(c.Title().In(language))}</th>"))}</tr>");
        foreach (var document in trace.Clauses.GroupBy(c => c.Clause.Document))
        {
            Line($"<tr><td>{Text(document.Key)}</td><td>{document.Count()}</td>{string.Concat(columns.Select(c => $"<td>{document.Count(d => d.Disposition == c)}</td>"))}</tr>");
        }

        Line("</table>");
    }

    private void Gaps(CoverageTrace trace)
    {
        List<string> gaps =
        [
            .. trace.Uncovered.Select(c => $"{c.Clause.Id}: {(c.Why ?? Disposition.None.Title()).In(language)}"),
            .. trace.NormsWithoutClause.Select(n => Say($"{n} cites no clause", $"{n} 没有依据条款")),
            .. trace.UnknownCitations.Select(u => Say($"{u.By} cites {u.Clause}, which is not in the index", $"{u.By} 引用的 {u.Clause} 不在条款目录中")),
        ];
        Line(gaps.Count == 0 ? $"<p>{Text(Say("No gap.", "没有缺口。"))}</p>" : $"<ul class=\"gap\">{string.Concat(gaps.Select(g => $"<li>{Text(g)}</li>"))}</ul>");
    }

    private void Clause(ClauseTrace trace)
    {
        var clause = trace.Clause;
        Line($"<article data-is=\"{trace.Disposition.Name()}\" class=\"{trace.Disposition.Name()}\">\n<div>\n<div class=\"id\">{Text(clause.Id)}</div>");
        foreach (var gist in new[] { clause.Gist?.Zh, clause.Gist?.En }.OfType<string>().Distinct())
        {
            Line($"<div>{Text(gist)}</div>");
        }

        Line($"<span class=\"badge\">{Text(trace.Disposition.Title().In(language))}</span>");
        Line(string.Join(' ', new[] { clause.Kind, clause.Measurable, clause.DuplicateOf is { } other ? "= " + other : null }.OfType<string>().Select(t => $"<span class=\"dim\">{Text(t)}</span>")));
        Line("</div>\n<div>");
        foreach (var entry in trace.Entries)
        {
            Line(_rules.TryGetValue(entry.Id, out var rule) ? rule : _rules[entry.Id] = Rule(entry));
        }

        if (trace.Why is { } why)
        {
            Line($"<p class=\"gap\">{Text(why.In(language))}</p>");
        }

        Line("</div>\n</article>");
    }

    private string Rule(TraceEntry entry)
    {
        var norms = entry.Norms.IsEmpty ? "" : entry.Disposition switch
        {
            Disposition.Definition => Say("used by ", "用于 "),
            Disposition.Conflict => Say("between ", "涉及 "),
            _ => Say("lifts ", "解除 "),
        } + string.Join(Say(", ", "、"), entry.Norms);
        var heading = $"<h3>{Text(entry.Title.Zh)}{(entry.Title.En != entry.Title.Zh ? $" · {Text(entry.Title.En)}" : "")} <span class=\"dim\">{Text(entry.Id)}</span> <span class=\"badge\">{Text(entry.Disposition.Title().In(language))}</span></h3>";
        return $"<div class=\"rule\">{heading}{Said(entry, Language.Chinese)}{Said(entry, Language.English)}<div>{(norms.Length > 0 ? $"<p>{Text(norms)}</p>" : "")}{Tests(entry)}</div></div>";
    }

    private string Said(TraceEntry entry, Language said)
    {
        var facts = entry.Runs.IsEmpty
            ? new[] { (Zh: "要旨", En: "Gist", Text: entry.Gist), (Zh: "原因", En: "Because", Text: entry.Because), (Zh: "条文理解", En: "Reading", Text: entry.Reading) }
                .Where(f => f.Text is not null).Select(f => (Label: said == Language.Chinese ? f.Zh : f.En, Text: f.Text!.In(said)))
            : Explanations.Of(entry.Runs, policies, said).SelectMany(e => e.Facts).Select(f => (f.Label, f.Text)).Distinct();
        return $"<dl lang=\"{(said == Language.Chinese ? "zh" : "en")}\">{string.Concat(facts.Select(f => $"<dt>{Text(f.Label)}</dt><dd>{Text(f.Text)}</dd>"))}</dl>";
    }

    private string Tests(TraceEntry entry)
    {
        if (entry.Runs.IsEmpty)
        {
            return "";
        }

        return entry.Tests.IsEmpty
            ? $"<p class=\"gap\">{Text(Say("no test", "没有测试"))}</p>"
            : $"<ul>{string.Concat(entry.Tests.Select(t => $"<li>{Text(t.Test)} <span class=\"dim\">{Text(string.Join(", ", t.Statuses))} · {Text(t.Suite)}</span></li>"))}</ul>";
    }

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;

    private static string Text(string text) => Encoder.Encode(text);

    private void Line(string text) => _page.Append(text).Append('\n');
}
