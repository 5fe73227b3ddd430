using System.Globalization;
using System.Text;
using DutyRules.Benchmarks.Workload;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The norms of the workload as YAML: the files beside the project, and the sites and people of its size.</summary>
internal static class NormFiles
{
    /// <summary>The files name the sites of this size; for another one they are put in their place.</summary>
    private const int WrittenFor = 40;

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Norms");

    /// <summary>Reads the norms of so many rules.</summary>
    public static PolicySet Load(int sites, int rules) => Load(Read(sites, $"rules-{rules}."));

    /// <summary>Reads the one norm for many open duties.</summary>
    public static PolicySet LoadOpen() => Load(Read(1, "open."));

    /// <summary>The feed file that maps the workload as another program would log it.</summary>
    public static PolicyFile LogFeed => new("log.feed.yaml", File.ReadAllText(Path.Combine(_folder, "log.feed.yaml")));

    /// <summary>Writes the vocabularies and policies of so many rules, and the feed file, into a folder.</summary>
    public static void CopyTo(string folder, int sites, int rules)
    {
        foreach (var file in Read(sites, $"rules-{rules}."))
        {
            File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        }

        File.WriteAllText(Path.Combine(folder, "feed.yaml"), LogFeed.Text);
    }

    private static PolicySet Load(IReadOnlyList<PolicyFile> files)
    {
        var result = PolicyLoader.Load(files);
        return result.Policies ?? throw new WrongFigures(string.Join('\n', result.Diagnostics));
    }

    /// <summary>The texts of the vocabularies, and of the policies whose files are called so.</summary>
    public static IReadOnlyList<PolicyFile> Read(int sites, string name) =>
    [
        new PolicyFile("sites.vocabulary.yaml", Sites(sites)),
        new PolicyFile("hall.vocabulary.yaml", File.ReadAllText(Path.Combine(_folder, "hall.vocabulary.yaml"))),
        .. Directory.EnumerateFiles(_folder, $"{name}*").Order(StringComparer.Ordinal)
            .Select(path => new PolicyFile(Path.GetFileName(path), For(sites, File.ReadAllText(path)))),
    ];

    /// <summary>Writes the files of 6, 60 and 600 rules into a folder.</summary>
    public static void Write(string folder)
    {
        foreach (var rules in new[] { 6, 60, 600 })
        {
            foreach (var group in Replica.Of(rules).GroupBy(r => r.Group))
            {
                File.WriteAllText(Path.Combine(folder, group.Key is { } number ? $"rules-{rules}.{number}.duty.yaml" : $"rules-{rules}.duty.yaml"), Policy(group.Key, group));
            }
        }
    }

    private static string For(int sites, string text)
    {
        for (var group = 0; group < Replica.Groups; group++)
        {
            text = text.Replace(At(group, WrittenFor), At(group, sites), StringComparison.Ordinal);
        }

        return text;
    }

    private static string At(int group, int sites) =>
        $"at: [{string.Join(", ", Enumerable.Range(0, sites).Where(s => s % Replica.Groups == group).Select(s => $"s{s}"))}]";

    private static string Sites(int sites)
    {
        var text = new StringBuilder("vocabulary: sites\nsites: [").AppendJoin(", ", Enumerable.Range(0, sites).Select(s => $"s{s}"))
            .Append("]\nroles: { early-clerk: , late-clerk: }\nroster:\n");
        for (var person = 0; person < sites * Clock.PeoplePerSite; person++)
        {
            var role = Clock.IsEarly(person) ? "early-clerk" : "late-clerk";
            text.Append(CultureInfo.InvariantCulture, $"  - {{ person: p{person}, role: {role}, site: s{person / Clock.PeoplePerSite} }}\n");
        }

        return text.ToString();
    }

    private static string Policy(int? group, IEnumerable<Replica> replicas)
    {
        var text = new StringBuilder($"policy: hall{(group is { } number ? $"-{number}" : "")}\nuses: hall\n");
        if (group is { } covered)
        {
            text.Append(At(covered, WrittenFor)).Append('\n');
        }

        text.Append("norms:\n");
        foreach (var replica in replicas)
        {
            Append(text, replica);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Replica replica)
    {
        var k = replica.Number;
        var grace = replica.Grace == 0 ? "" : $" && !off-for-{replica.Grace}-min(person)";
        text.Append(CultureInfo.InvariantCulture, $"""
              {Name(Duty.Answered, k)}:
                when: complaint-received
                who: site
                must: complaint-answered
                same: complaint
                within: {replica.AnswerWithin / Clock.Second} s
              {Name(Duty.Patrolled, k)}:
                who: site
                every: day
                must: patrol
                where: minutes >= {replica.PatrolMinutes}
                times: at least 2
              {Name(Duty.QueueShort, k)}:
                who: site
                must not be: queue > {replica.QueueLimit}
                lasting: more than {replica.QueueFor / Clock.Second} s
              {Name(Duty.Reported, k)}:
                who: site
                every: month
                must: report-filed
                where: report == 1
                due: day {replica.ReportDay}, end of day
              {Name(Duty.OnTime, k)}-early:
                who: each early-clerk
                every: day
                must: clock-in
                from: 7:{60 - replica.ClockInFrom}
                to: 7:{60 - replica.ClockInTo}
              {Name(Duty.OnTime, k)}-late:
                who: each late-clerk
                every: day
                must: clock-in
                from: 13:{60 - replica.ClockInFrom}
                to: 13:{60 - replica.ClockInTo}
              {Name(Duty.CashInShift, k)}:
                who: anyone
                must not: cash-check
                where: '!on-duty(person){grace}'

            """).Append('\n');
        text.Length--;
    }

    /// <summary>The id of a norm: that of the duty and the number of the replica. One duty, <see cref="Duty.OnTime"/>, is a norm for each of two roles.</summary>
    private static string Name(Duty duty, int replica) => $"{Ids[(int)duty]}-{replica}";

    /// <summary>How the norms of a duty are called.</summary>
    public static string[] Ids { get; } = ["answered", "patrolled", "queue-short", "reported", "on-time", "cash-in-shift"];

    /// <summary>The rule that a norm is.</summary>
    public static int RuleOf(Norm norm)
    {
        var id = norm.Id.Replace("-early", "", StringComparison.Ordinal).Replace("-late", "", StringComparison.Ordinal);
        var dash = id.LastIndexOf('-');
        return (int.Parse(id.AsSpan(dash + 1), CultureInfo.InvariantCulture) * Replica.Duties) + Array.IndexOf(Ids, id[..dash]);
    }
}
