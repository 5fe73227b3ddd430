// Compiled by .ci/run against the packed libraries, outside the repository: it sees what a user of the packages sees.
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Policies;
using DutyRules.Verdicts;
using NodaTime;

const string vocabulary = """
    vocabulary: shop
    zone: Asia/Shanghai
    partition by: site
    sites: { north: { title: North shop } }
    events:
      clock-in: { person, site }
    roles:
      baker: { title: Baker }
    roster: [ { person: li, role: baker, site: north } ]
    """;
const string policy = """
    policy: shop/bakers
    uses: shop
    norms:
      early: { title: Early to work, who: each baker, every: day, must: clock-in, due: 5:00 }
    """;

var loaded = PolicyLoader.Load([new PolicyFile("shop.vocabulary.yaml", vocabulary), new PolicyFile("bakers.duty.yaml", policy)]);
foreach (var finding in loaded.Diagnostics)
{
    Console.WriteLine(finding);
}

var midnight = Instant.FromUtc(2026, 6, 1, 16, 0);
var monitor = new DutyMonitor(loaded.Policies!, midnight);
var line = """{"id":"e1","type":"clock-in","at":"2026-06-02T04:58:00+08:00","site":"north","person":"li"}""";
var reading = JsonLines.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(line)), "events.jsonl", loaded.Policies!.Vocabulary).Single();
monitor.Observe(reading.Record!);

using var stream = new MemoryStream();
monitor.Snapshot(stream);
stream.Position = 0;
var changes = DutyMonitor.Restore(loaded.Policies!, stream).AdvanceTo(midnight + Duration.FromHours(24));
foreach (var change in changes)
{
    Console.WriteLine(new VerdictJson(loaded.Policies!.Vocabulary).ToLine(change));
}

return changes is [{ Verdict.Status: VerdictStatus.Fulfilled }] ? 0 : 1;
