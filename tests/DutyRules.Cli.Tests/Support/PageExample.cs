using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DutyRules.Cli.Pages;

namespace DutyRules.Cli.Tests.Support;

/// <summary>
/// What a page about a finding shows as bad or as good, written to files and read by the command. A block of YAML is a file, which its first key tells, or else a list of norms of
/// a policy; any other block is a file of events, or what its name says: of a roster, of holidays. What a page does not show comes from the world of <c>docs/diagnostics/README.md</c>.
/// A block of C# is the script of a policy, or what its name says: a file that the script loads. <c># &lt;- DUTY1301</c> at the end of a line says that this is found there,
/// <c># 300 times</c> that the line stands so often; neither is part of the file.
/// </summary>
internal sealed partial class PageExample : IDisposable
{
    private const string Script = "page/policy.duty.csx";

    private const string Head = "policy: page\nuses: hall\nnorms:\n";

    private static readonly (string[] Keys, string Ending)[] Kinds =
    [
        (["vocabulary", "词汇表"], "vocabulary.yaml"), (["calendar", "日历"], "calendar.yaml"), (["policy", "制度"], "duty.yaml"), (["suite", "测试集"], "test.yaml"), (["feed", "数据源"], "feed.yaml"),
    ];

    private readonly Workplace _place = new();
    private readonly List<string> _files = [];
    private readonly List<string> _options = [];
    private readonly Dictionary<(string File, int Line), int> _repeated = [];

    private PageExample()
    {
    }

    /// <summary>Where the page says that something is found: file and line.</summary>
    public HashSet<(string Id, string File, int Line)> Marked { get; } = [];

    public IReadOnlyList<string> Files => _files;

    public static PageExample Of(DiagnosticPage page, string heading, DiagnosticPage world)
    {
        var example = new PageExample();
        foreach (var (info, text) in page.Blocks(heading))
        {
            example.Write(info, text);
        }

        var shown = example._files.Select(EndingOf).ToHashSet();
        foreach (var (info, text) in world.Blocks("The world of the examples").Where(b => !shown.Contains(EndingOfText(b.Text))))
        {
            example.Write(info, text);
        }

        return example;
    }

    /// <summary>The line of a file as the page shows it: of lines that stand there often, the first.</summary>
    public int Shown(string file, int line) => _repeated.GetValueOrDefault((file, line), line);

    public string PathOf(string file) => _place[file];

    public string TextOf(string file) => File.ReadAllText(_place[file]);

    /// <summary>What is found, each at file and line; line 0 where it has no place.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var holidays = _files.Where(f => Path.GetFileName(f).StartsWith("holidays", StringComparison.Ordinal)).ToList();
        var rosters = _files.Where(f => Path.GetFileName(f).StartsWith("roster", StringComparison.Ordinal)).ToList();
        var scripts = _files.Where(f => f.EndsWith(".csx", StringComparison.Ordinal)).ToList();
        var events = _files.Where(f => !f.EndsWith(".yaml", StringComparison.Ordinal)).Except(scripts).Except(rosters).Except(holidays).ToList();
        var feeds = _files.Where(f => EndingOf(f) == "feed.yaml").ToList();
        if (holidays.Count > 0)
        {
            return InBoth(["calendar", "import", .. Paths(holidays), .. _options]);
        }

        if (rosters.Count + events.Count > 0)
        {
            var policies = _files.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Except(feeds);
            return InBoth(
            [
                "run", .. Paths(policies),
                .. events.Count > 0 ? ["--events", .. Paths(events)] : Array.Empty<string>(),
                .. rosters.Count > 0 ? ["--roster", .. Paths(rosters)] : Array.Empty<string>(),
                .. feeds.Count > 0 ? ["--feed", .. Paths(feeds)] : Array.Empty<string>(),
                .. _options,
            ]);
        }

        var run = Run(["validate", .. Paths(_files.Where(f => f == Script || !scripts.Contains(f))), .. _options, "--format", "jsonl"]);
        var suites = _files.Where(f => EndingOf(f) == "test.yaml").ToList();
        return
        [
            .. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FromJson),
            .. suites.Count > 0 ? InBoth(["test", .. Paths(suites)]) : [],
        ];
    }

    /// <summary>Has the command mend the files.</summary>
    public void Fix() => Run(["validate", .. Paths(_files), .. _options, "--fix"]);

    public void Dispose() => _place.Dispose();

    /// <summary>All that the command said the last time.</summary>
    public string LastOutput { get; private set; } = "";

    private Run Run(string[] args)
    {
        var run = _place.Dutyrules(args);
        LastOutput = run.ToString();
        return run;
    }

    private IEnumerable<string> Paths(IEnumerable<string> files) => files.Select(f => _place[f]);

    private void Write(string info, string text)
    {
        var words = info.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = words.SkipWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToList();
        _options.AddRange(options);
        var named = words.Skip(1).FirstOrDefault(w => w.Contains('.', StringComparison.Ordinal) && !options.Contains(w));
        if (named is null && words[0] == "yaml" && EndingOfText(text) is "")
        {
            text = Head + string.Join('\n', text.Split('\n').Select(l => l.Length == 0 ? l : "  " + l));
        }

        var ending = EndingOfText(text) is { Length: > 0 } known ? known : "duty.yaml";
        var file = "page/" + (named ?? (words[0] == "csharp" ? Path.GetFileName(Script) : words[0] == "yaml" ? $"{_files.Count}.{ending}" : $"{_files.Count}.{words[0]}"));
        _files.Add(file);
        _place.Write(file, string.Join('\n', Lines(text, file)));
    }

    private List<string> Lines(string text, string file)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var plain = line;
            foreach (Match mark in Mark().Matches(line))
            {
                Marked.Add((mark.Groups[1].Value, file, lines.Count + 1));
                plain = Mark().Replace(line, "");
            }

            var times = Times().Match(plain);
            var first = lines.Count + 1;
            lines.AddRange(Enumerable.Repeat(times.Success ? plain[..times.Index] : plain, times.Success ? int.Parse(times.Groups[1].Value, CultureInfo.InvariantCulture) : 1));
            for (var next = first + 1; next <= lines.Count; next++)
            {
                _repeated[(file, next)] = first;
            }
        }

        return lines;
    }

    private static string EndingOfText(string text) =>
        text.Split('\n').FirstOrDefault(l => l.Length > 0 && l[0] is not ('#' or '%' or '-')) is { } first
            ? Kinds.FirstOrDefault(k => k.Keys.Contains(first.Split(':')[0])).Ending ?? ""
            : "";

    private static string EndingOf(string file) => Kinds.FirstOrDefault(k => file.EndsWith(k.Ending, StringComparison.Ordinal)).Ending ?? "";

    private Finding FromJson(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Finding(
            root.GetProperty("id").GetString()!, Relative(root.GetProperty("file").GetString()!), root.GetProperty("line").GetInt32(),
            root.GetProperty("message").GetProperty("en").GetString()!, root.GetProperty("message").GetProperty("zh").GetString()!)
        {
            HasEdit = root.TryGetProperty("edit", out _),
        };
    }

    private IReadOnlyList<Finding> InBoth(string[] args) =>
        [.. FromText(Run([.. args, "--lang", "zh"]).Error).Zip(FromText(Run([.. args, "--lang", "en"]).Error), (zh, en) => en with { Zh = zh.En })];

    // Both ways in which findings are written for people: the place before the finding, or below it. Their number, at the end, has no place.
    private List<Finding> FromText(string text)
    {
        var found = new List<Finding>();
        foreach (Match m in Placed().Matches(text))
        {
            found.Add(new Finding(m.Groups["id"].Value, Relative(m.Groups["file"].Value), m.Groups["line"] is { Success: true } l ? int.Parse(l.Value, CultureInfo.InvariantCulture) : 0, m.Groups["text"].Value, ""));
        }

        foreach (Match m in Counted().Matches(text))
        {
            if (!found.Exists(f => f.Id == m.Groups["id"].Value))
            {
                found.Add(new Finding(m.Groups["id"].Value, "", 0, m.Groups["text"].Value, ""));
            }
        }

        return found;
    }

    private string Relative(string file) => file.Length == 0 ? "" : "page/" + Path.GetFileName(file);

    [GeneratedRegex(@"\s*(?:# |// )?<- (DUTY\d{4})$")]
    private static partial Regex Mark();

    [GeneratedRegex(@" *# (\d+) times$")]
    private static partial Regex Times();

    [GeneratedRegex(@"^(?:(?<file>[^\s:]+)(?::(?<line>\d+):\d+)?: )?(?:error|warning|note|错误|警告|提示) (?<id>DUTY\d{4}): (?<text>.*)(?:\n *--> (?<file>[^\s:]+)(?::(?<line>\d+):\d+)?)?", RegexOptions.Multiline)]
    private static partial Regex Placed();

    [GeneratedRegex(@"^(?<id>DUTY\d{4})(?:: |：)[\d,]+ .*?(?:, for instance: |，例如：)(?<text>.*)", RegexOptions.Multiline)]
    private static partial Regex Counted();

    /// <summary>What the command found.</summary>
    public sealed record Finding(string Id, string File, int Line, string En, string Zh)
    {
        public bool HasEdit { get; init; }
    }
}
