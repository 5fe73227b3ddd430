using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;

// A policy is read, two events are judged, and the verdict is printed.
var policies = PolicyLoader.Load(
[
    new PolicyFile("hall.vocabulary.yaml", """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [east]
        events:
          complaint-received: { site, case: complaint }
          complaint-answered: { person, site, case: complaint }
        """),
    new PolicyFile("service.duty.yaml", """
        policy: service
        uses: hall
        norms:
          answered:
            when: complaint-received
            who: site
            must: complaint-answered
            same: complaint
            within: 30 min
        """),
]).Policies!;
var table = Encoding.UTF8.GetBytes("""
    id,type,at,site,person,complaint
    e1,complaint-received,2026-03-02T09:00:00+08:00,east,,c1
    e2,complaint-answered,2026-03-02T09:45:00+08:00,east,li,c1
    """);
var monitor = new DutyMonitor(policies, Instant.FromUtc(2026, 3, 2, 0, 0));
var verdicts = new List<Verdict>();
foreach (var (record, _) in CsvEvents.Read(new MemoryStream(table), "events.csv", policies.Vocabulary))
{
    verdicts.AddRange(monitor.AdvanceTo(record!.Time).Select(change => change.Verdict));
    monitor.Observe(record);
}

verdicts.AddRange(monitor.AdvanceTo(Instant.FromUtc(2026, 3, 3, 0, 0)).Select(change => change.Verdict));
foreach (var verdict in verdicts)
{
    Console.WriteLine($"{verdict.Norm.Id} {verdict.Instance}: {verdict.Status}");
    Console.WriteLine(verdict);
}

return verdicts is [{ Status: VerdictStatus.Breached }, ..] ? 0 : 1;
