using DutyRules.Diagnostics;

namespace DutyRules.Cli.Tests.Support;

/// <summary>A folder with the files of a small business, and the command run in it.</summary>
internal sealed class Workplace : IDisposable
{
    private const string Vocabulary = """
        vocabulary: bakery
        zone: Asia/Shanghai
        partition by: shop
        sites:
          north: { title: { zh: 北店, en: North shop } }
        events:
          clock-in: { title: { zh: 到岗打卡, en: clock-in }, person, shop: site }
          oven-check: { title: { zh: 烤炉检查, en: oven check }, person, shop: site, lasts: up to 2 h, recorded: yes-no }
          order-taken: { title: { zh: 接单, en: order taken }, shop: site, case: order }
          order-served: { title: { zh: 出餐, en: order served }, person, shop: site, case: order, arrives: up to 1 h late }
        roles:
          baker: { title: { zh: 面包师, en: baker } }
        roster:
          - { person: li, role: baker, site: north }
        parameters:
          serve-limit: { is: duration, value: 10 min, because: bread goes cold }

        """;

    private const string Policy = """
        policy: bakery/daily
        uses: bakery
        norms:
          on-site:
            title: { zh: 七点四十到岗, en: On site by 07:40 }
            who: each baker
            every: day
            must: clock-in
            due: 7:40
            points: 2
            cites: handbook/1
          checks:
            title: { zh: 每天检查两次, en: Two oven checks a day }
            who: baker
            every: day
            must: oven-check
            where: recorded
            times: at least 2
            cites: [handbook/2a, handbook/2b]
          served:
            title: { zh: 十分钟内出餐, en: Served within ten minutes }
            who: site
            when: order-taken
            must: order-served
            same: order
            within: serve-limit
          monthly:
            title: { zh: 每月开会, en: Order of the month }
            who: site
            every: month
            must: order-taken

        """;

    private const string Events = """
        {"id":"c1","type":"clock-in","at":"2026-03-02T07:38:00+08:00","shop":"north","person":"li"}
        {"id":"k1","type":"oven-check","at":"2026-03-02T09:00:00+08:00","until":"2026-03-02T09:30:00+08:00","shop":"north","person":"li","recorded":true}
        {"id":"k2","type":"oven-check","at":"2026-03-02T15:00:00+08:00","until":"2026-03-02T15:10:00+08:00","shop":"north","person":"li","recorded":false}
        {"id":"s1","type":"order-served","at":"2026-03-02T10:08:00+08:00","shop":"north","person":"li","order":"A"}
        {"id":"o1","type":"order-taken","at":"2026-03-02T10:00:00+08:00","shop":"north","order":"A"}
        {"id":"o2","type":"order-taken","at":"2026-03-02T11:00:00+08:00","shop":"north","order":"B"}
        {"id":"s2","type":"order-served","at":"2026-03-02T11:11:00+08:00","shop":"north","person":"li","order":"B"}
        {"id":"c2","type":"clock-in","at":"2026-03-03T07:41:00+08:00","shop":"north","person":"li"}

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bakery-");

    public Workplace()
    {
        Write("bakery.vocabulary.yaml", Vocabulary);
        Write("daily.duty.yaml", Policy);
        Write("days.jsonl", Events);
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Folder => _folder.FullName;

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    /// <summary>Runs the command; paths in what it says are shown without the folder.</summary>
    public Run Dutyrules(params string[] args) => Dutyrules(new Surroundings(TextWriter.Null, TextWriter.Null), args);

    public Run Dutyrules(Surroundings around, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = CommandLine.Run(args, around with { Out = output, Error = error, Language = Language.English });
        return new Run(code, Shown(output), Shown(error));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Shown(StringWriter text) => text.ToString()
        .Replace(Path.GetRelativePath(".", _folder.FullName) + Path.DirectorySeparatorChar, "")
        .Replace(_folder.FullName + Path.DirectorySeparatorChar, "")
        .Replace(_folder.FullName, "FOLDER");
}

/// <summary>How a command ended and what it said.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    public override string ToString() => $"-- exit code {Code}\n-- results\n{Out}-- messages\n{Error}";
}
