using System.Collections.Immutable;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;
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
        var (judged, _) = test.Planned ? RosterPlan.Judged(policies) : RosterPlan.JudgedOnWhatHappened(policies);
        var (from, now, events) = test.Planned ? Planned(test) : Happened(test);
        var monitor = new DutyMonitor(judged, from, new MonitorOptions { Timeline = test.Planned ? Timelines.Plan : Timelines.Actual });
        var ledger = new Dictionary<InstanceId, Verdict>();
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (known, record) in events.Where(e => e.Known < now).OrderBy(e => e.Known))
        {
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

    // Authors group events as they like: each arrives at its time, unless the test says when.
    private (Instant From, Instant Now, IEnumerable<(Instant Known, EventRecord Record)> Events) Happened(TestCase test)
    {
        var (from, now) = PeriodOf(test);
        ImmutableArray<EventRecord> published = test.Roster.IsEmpty ? [] : RosterPlan.From(policies.Vocabulary, test.Roster, from);
        return (from, now, published.Select(r => (r.Time, r)).Concat(test.Events.Select(e => (e.Arrives ?? e.Record.Time, e.Record))));
    }

    private (Instant From, Instant Now, IEnumerable<(Instant Known, EventRecord Record)> Events) Planned(TestCase test)
    {
        var history = new RunHistory(policies.Vocabulary, new RunRequest { From = test.From, Until = test.Now, Planned = true }, test.Roster);
        var records = history.Of(test.Events.Select(e => e.Record)).ToList();
        var from = history.From ?? NodaConstants.UnixEpoch;
        return (from, history.Until ?? from, records.Select(r => (r.Time, r)));
    }

    private (Instant From, Instant Now) PeriodOf(TestCase test)
    {
        var zone = policies.Vocabulary.Zone;
        List<RosterShift> shifts = test.Roster.IsEmpty ? [] : [.. RosterPlan.Shifts(policies.Vocabulary, test.Roster)];
        List<Instant> times = [.. test.Events.Select(e => e.Record.Time), .. shifts.Select(s => s.Starts), .. shifts.Select(s => s.Ends - Duration.FromTicks(1))];
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
