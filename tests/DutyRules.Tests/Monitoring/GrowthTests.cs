using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>What a monitor keeps depends on what is open and on how late records may come, not on how long it has run: fifty days of a busy hall, measured by the length of the snapshot.</summary>
public sealed class GrowthTests
{
    private const int Days = 50;
    private const int FullFrom = 10;
    private const int ComplaintsPerDay = 200;

    private const string Vocabulary = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [s0, s1]
        roles: { clerk: }
        roster: [ { person: p0, role: clerk, site: s0 }, { person: p1, role: clerk, site: s1 } ]
        events:
          queue-length: { site, length: integer, LATE }
          clock-in: { person, site, LATE }
          clock-out: { person, site, LATE }
          cash-check: { person, site, LATE }
          patrol: { person, site, minutes: integer, LATE }
          complaint-received: { site, case: complaint, LATE }
          complaint-answered: { person, site, case: complaint, LATE }
        states:
          queue: { of: site, latest: queue-length.length, initially: 0 }
          on-duty: { of: person, on from: clock-in, off at: clock-out }
          just-off: { of: person, on from: clock-out, for: 2 min }
          waiting: { of: complaint, on from: complaint-received, off at: complaint-answered }
        """;

    private const string Policy = """
        policy: hall
        uses: hall
        norms:
          answered: { who: site, when: complaint-received, must: complaint-answered, same: complaint, within: 30 min }
          patrolled: { who: site, every: day, must: patrol, where: minutes >= 30, times: at least 2 }
          queue-short: { who: site, must not be: queue > 5, lasting: more than 300 s }
          on-time: { who: each clerk, every: day, must: clock-in, from: 7:45, to: 7:50 }
          cash-in-shift: { who: anyone, must not: cash-check, where: '!on-duty(person) && !just-off(person)' }
          answered-once: { who: anyone, must not: complaint-answered, where: '!waiting(complaint)' }
        """;

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 60)]
    [InlineData("arrives: up to 2 h late", 1)]
    [InlineData("arrives: up to 2 h late", 60)]
    public void Nothing_grows_with_history(string late, int minutesAtOnce)
    {
        var policies = Load(
            new PolicyFile("hall.vocabulary.yaml", Vocabulary.Replace(late.Length == 0 ? ", LATE" : "LATE", late, StringComparison.Ordinal)),
            new PolicyFile("hall.duty.yaml", Policy));
        var start = new LocalDate(2026, 6, 1).AtStartOfDayInZone(policies.Vocabulary.Zone).ToInstant();
        var monitor = new DutyMonitor(policies, start, new MonitorOptions { SettleAfter = 64 });
        var sizes = new List<long>();
        for (var day = 0; day < Days; day++)
        {
            var midnight = start + Duration.FromDays(day);
            foreach (var together in Day(policies.Vocabulary, midnight, day).GroupBy(r => (int)(r.At - midnight).TotalMinutes / minutesAtOnce))
            {
                monitor.AdvanceTo(midnight + Duration.FromMinutes(together.Key * minutesAtOnce));
                foreach (var record in together)
                {
                    Assert.Equal(ObservationStatus.Accepted, monitor.Observe(record).Status);
                }
            }

            sizes.Add(SizeOf(monitor));
        }

        Assert.True(sizes.Skip(FullFrom).Max() <= sizes.Take(FullFrom).Max() * 5 / 4, string.Join(' ', sizes));
    }

    /// <summary>Days on which nothing can be owed are no burden either: the calendar knows nothing of them, or the hall has closed down.</summary>
    [Theory]
    [InlineData("every: working day, due: 9:00")]
    [InlineData("every: day, from: opening, to: closing")]
    public void Nothing_grows_with_days_that_have_no_window(string when)
    {
        var policies = Load(
            new PolicyFile("cn.calendar.yaml", "{ calendar: cn, title: cn, revision: 1, known years: [2025] }"),
            new PolicyFile("hall.vocabulary.yaml", """
                vocabulary: hall
                zone: Asia/Shanghai
                partition by: site
                calendar: cn
                sites: [s0]
                opening hours: { every day: closed, 2025-12-31: 9:00 to 17:00 }
                events: { patrol: { person, site } }
                """),
            new PolicyFile("hall.duty.yaml", $$"""
                policy: hall
                uses: hall
                norms:
                  patrolled: { title: patrolled, who: site, {{when}}, must: patrol }
                """));
        var start = new LocalDate(2026, 1, 1).AtStartOfDayInZone(policies.Vocabulary.Zone).ToInstant();
        var monitor = new DutyMonitor(policies, start);
        var sizes = Enumerable.Range(1, Days).Select(day =>
        {
            monitor.AdvanceTo(start + Duration.FromDays(day));
            return SizeOf(monitor);
        }).ToList();

        Assert.True(sizes.Max() <= sizes[0] * 5 / 4, string.Join(' ', sizes));
    }

    /// <summary>Complaints of which half are answered in time, and the rest of a day's work.</summary>
    private static IEnumerable<EventRecord> Day(Vocabulary vocabulary, Instant midnight, int day)
    {
        var records = new List<EventRecord>();
        foreach (var site in new[] { "s0", "s1" })
        {
            var person = $"p{site[1]}";
            Add("clock-in", 7 * 60 + 48, ("person", person));
            Add("clock-out", 16 * 60, ("person", person));
            Add("cash-check", 16 * 60 + 1, ("person", person));
            for (var i = 0; i < ComplaintsPerDay; i++)
            {
                var received = (8 * 60) + (2 * i);
                var complaint = $"{site}-{day}-{i}";
                Add("complaint-received", received, ("complaint", complaint));
                Add("complaint-answered", received + (i % 2 == 0 ? 10 : 40), ("person", person), ("complaint", complaint));
                Add("queue-length", received + 1, ("length", i % 8));
                if (i % 20 == 0)
                {
                    Add("patrol", received + 2, ("person", person), ("minutes", 30));
                    Add("cash-check", received + 3, ("person", person));
                }
            }

            void Add(string type, int minute, params (string Name, object Value)[] values)
            {
                var kind = vocabulary.FindEvent(type)!;
                var fields = new Value?[kind.Fields.Length];
                fields[kind.FindField("site")!.Index] = Value.Text(site);
                foreach (var (name, value) in values)
                    fields[kind.FindField(name)!.Index] = value is int number ? Value.Integer(number) : Value.Text((string)value);

                var at = midnight + Duration.FromMinutes(minute) + Duration.FromMilliseconds(records.Count);
                records.Add(new EventRecord { Id = $"{day}-{records.Count}", Type = kind, At = at, Fields = [.. fields] });
            }
        }

        return records.OrderBy(r => r.At);
    }

    private static PolicySet Load(params PolicyFile[] files)
    {
        var loaded = PolicyLoader.Load(files);
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return loaded.Policies!;
    }

    private static long SizeOf(DutyMonitor monitor)
    {
        using var stream = new MemoryStream();
        monitor.Snapshot(stream);
        return stream.Length;
    }
}
