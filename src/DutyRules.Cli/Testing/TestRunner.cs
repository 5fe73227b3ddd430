using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Testing;

/// <summary>Runs single tests.</summary>
internal sealed class TestRunner(PolicySet policies)
{
    public TestOutcome Run(TestCase test)
    {
        var (from, now) = PeriodOf(test);
        var monitor = new DutyMonitor(policies, from);
        var ledger = new Dictionary<InstanceId, Verdict>();
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        // Authors group events as they like: each arrives at its time, unless the test says when.
        foreach (var (known, record) in test.Events.Select(e => (Known: e.Arrives ?? e.Record.Time, e.Record)).OrderBy(e => e.Known))
        {
            if (known >= now)
            {
                continue;
            }

            Take(monitor.AdvanceTo(Instant.Max(monitor.Now, known)), ledger);
            var observation = monitor.Observe(record);
            if (observation is { Status: ObservationStatus.Refused, Problem: { } problem })
            {
                refused.Add(problem);
            }
        }

        Take(monitor.AdvanceTo(Instant.Max(monitor.Now, now)), ledger);
        ImmutableArray<Verdict> verdicts =
            [.. ledger.Values.OrderBy(v => v.DecidedAt).ThenBy(v => v.Norm.Id, StringComparer.Ordinal).ThenBy(v => v.Instance.ToString(), StringComparer.Ordinal)];
        var matching = new Matching(test.Expected, verdicts, policies.Vocabulary);
        return new TestOutcome(
            test, matching.Missing, test.NothingElse ? matching.Rest : [], verdicts, monitor.Upcoming(), refused.ToImmutable());
    }

    private (Instant From, Instant Now) PeriodOf(TestCase test)
    {
        var zone = policies.Vocabulary.Zone;
        var times = test.Events.Select(e => e.Record.Time).ToList();
        var now = test.Now ?? (times.Count > 0 ? StartOfDay(times.Max(), 1) : NodaConstants.UnixEpoch);
        var earliest = times.Count > 0 ? Instant.Min(times.Min(), now) : now;
        // The first day of what is asked; when now is a midnight, the day that ends there.
        var from = test.From ?? StartOfDay(earliest - Duration.FromTicks(times.Count > 0 && earliest < now ? 0 : 1), 0);
        return (from, now);

        Instant StartOfDay(Instant instant, int plusDays) => zone.AtStartOfDay(instant.InZone(zone).Date.PlusDays(plusDays)).ToInstant();
    }

    private static void Take(IReadOnlyList<VerdictChange> changes, Dictionary<InstanceId, Verdict> ledger)
    {
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.Retracted)
            {
                ledger.Remove(change.Verdict.Instance);
            }
            else
            {
                ledger[change.Verdict.Instance] = change.Verdict;
            }
        }
    }
}
