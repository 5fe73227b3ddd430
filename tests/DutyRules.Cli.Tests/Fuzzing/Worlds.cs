using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Cli.Tests.Support;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>Whole files to tamper with: those of the pages, and the examples.</summary>
internal static partial class Worlds
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<byte>> Snapshots = [];
    private static readonly ConcurrentDictionary<string, string> Folders = [];

    private static readonly ImmutableArray<World> Large = [World.OfFindings, Example("call-centre"), Example("telecom-hall/hotline"), Example("hard-clauses/unicom"), Example("hard-clauses/posts")];

    private static readonly ConcurrentDictionary<string, ImmutableArray<World>> SmallWith = [];
    private static readonly ConcurrentDictionary<string, ImmutableArray<World>> LargeWith = [];

    private static readonly string Ics = string.Join("\r\n",
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:国庆节", "DTSTART;VALUE=DATE:20301001", "DTEND;VALUE=DATE:20301004", "CATEGORIES:WORKDAY,x", "END:VEVENT",
        "BEGIN:VEVENT", "UID:2", "SUMMARY:A", "DTSTART;VALUE=DATE:20281001", "DURATION:P2D", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "EXDATE;VALUE=DATE:20301001", "END:VEVENT", "END:VCALENDAR");

    private static readonly string Shifts = string.Join("\r\n",
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:s1", "DTSTART;TZID=Europe/Berlin:20260103T073000", "DTEND:20260103T153000Z", "LOCATION:east", "CATEGORIES:cashier,early", "ATTENDEE;CN=\"Li, Na\":mailto:li.na@example.com", "END:VEVENT",
        "BEGIN:VEVENT", "UID:s2", "RECURRENCE-ID:20260103T073000", "DTSTART:20260103T073000", "DURATION:PT8H", "LOCATION:east", "X-ROLE:cashier", "X-SHIFT-KIND:early", "STATUS:CANCELLED", "ATTENDEE:mailto:li@example.com", "END:VEVENT", "END:VCALENDAR");

    /// <summary>Tables and calendars by name.</summary>
    public static ImmutableSortedDictionary<string, (string Name, string Text)> Tables { get; } = new Dictionary<string, string>
    {
        ["calls.csv"] = string.Concat(File.ReadLines(Examples.In("call-centre/calls.csv")).Take(12).Select(l => l + "\n")),
        ["events.csv"] = "id,type,at,until,site,person,kind,to,complaint,amount,length,recorded\n1,clock-in,2026-01-05T08:30:00+08:00,,east,li,,,,,,\n2,inspection,2026-01-05T09:00:00+08:00,2026-01-05T09:30:00+08:00,east,li,,,,,,true\n"
            + "3,report-filed,2026-01-05T10:00:00+08:00,,west,\"wang, er\",faults,li,,,,\n4,cash-taken,2026-01-06T10:00:00+08:00,,west,王,,,,12.50,,\n5,queue-length,2026-01-06T10:00:00.5+08:00,,west,,,,,,7,\n",
        ["roster.csv"] = "id,person,role,site,start,end,kind,issued,status\ns1,li,cashier,east,2026-01-05 08:00,2026-01-05 16:00,early,2026-01-01,\ns2,王,cashier,west,2026-01-05 16:00,2026-01-06 00:30,late,2026-01-01 09:00,cancelled\ns1,wang,cashier,east,2026-01-05 08:00,2026-01-05 16:00,early,2026-01-02,planned\n",
        ["holders.csv"] = "person,role,site,from,to\nli,clerk,east,2026-01-01,\n王,clerk,west,2026-01-01T08:00,2026-04-01\n\n\"a, b\",manager,east,,\n",
        ["holidays.json"] = """{"year": 2030, "papers": ["p"], "days": [{"name": "元旦", "date": "2030-01-01", "isOffDay": true}, {"name": "春节", "date": "2030-01-26", "isOffDay": false}]}""",
        ["holidays.ics"] = Ics,
        ["roster.ics"] = Shifts,
    }.ToImmutableSortedDictionary(t => t.Key, t => (t.Key, t.Value));

    /// <summary>All conditions that stand in policies.</summary>
    public static ImmutableArray<string> Conditions { get; } =
    [
        .. World.Wrong.Concat(World.OfFindings.Files).SelectMany(f => Condition().Matches(f.Text)).Select(m => m.Groups[1].Value.Trim('\'', '"')).Distinct(),
        "c.tier is vip && c.amount > 100 || on-duty(person) is false", "waiting is > 5 and <= 10 or 20", "c.answer-by - c.at > 1.5 h && time >= 7:40 && date == Date(2026, 3, 2)", "holds(c.person, manager) && !(staff < 3) && \"a\\u00e9\" == note",
    ];

    /// <summary>The feed of the call centre.</summary>
    public static (PolicyFile File, Feed Feed) Calls { get; } = CallsOf(Example("call-centre"));

    /// <summary>A world that has a file of a kind; mostly a small one, which takes less time.</summary>
    public static World With(string kind, Chance chance)
    {
        var small = SmallWith.GetOrAdd(kind, k => [.. World.OfForms.Where(w => w.Of(k).Any())]);
        return small.IsEmpty || chance.OneIn(20) ? chance.Of(LargeWith.GetOrAdd(kind, k => [.. Large.Where(w => w.Of(k).Any())])) : chance.Of(small);
    }

    /// <summary>The state after a few days of events.</summary>
    public static ImmutableArray<byte> SnapshotOf(World world) => Snapshots.GetOrAdd(world.Name, _ =>
    {
        var monitor = new DutyMonitor(world.Policies, Instant.FromUtc(2026, 2, 27, 16, 0));
        foreach (var (record, _) in JsonLines.Read(new MemoryStream(Happenings.Lines(world.Policies.Vocabulary, new Chance(1))), "made.jsonl", world.Policies.Vocabulary))
        {
            if (record is not null)
            {
                monitor.Observe(record);
            }
        }

        monitor.AdvanceTo(Instant.FromUtc(2026, 3, 3, 0, 0));
        using var kept = new MemoryStream();
        monitor.Snapshot(kept);
        return [.. kept.ToArray()];
    });

    /// <summary>The path of a file that stands on disk in the place of one of its world.</summary>
    public static string OnDisk(World world, string name, byte[] bytes)
    {
        var folder = Folders.GetOrAdd(world.Name, _ =>
        {
            var made = Directory.CreateTempSubdirectory("fuzz-").FullName;
            foreach (var file in world.Files.Where(f => !f.Path.EndsWith(".test.yaml", StringComparison.Ordinal)))
            {
                File.WriteAllText(Path.Combine(made, Path.GetFileName(file.Path)), file.Text);
            }

            return made;
        });
        var path = Path.Combine(folder, Path.GetFileName(name));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static World Example(string name) => new(
        name, [.. PolicyFilesIn(Examples.In(name))]);

    private static IEnumerable<PolicyFile> PolicyFilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => new PolicyFile(Path.GetFileName(f), File.ReadAllText(f)));

    private static (PolicyFile File, Feed Feed) CallsOf(World world)
    {
        var file = world.Of("feed").First();
        return (file, FeedLoader.Load(file, world.Policies.Vocabulary).Feed!);
    }

    [GeneratedRegex(@"(?:where|if|while|unless|must stay|must be|must not be|of|means|条件|处于|须保持|如): ([^{}\n\[]+[<>=(][^{}\n]+)")]
    private static partial Regex Condition();
}
