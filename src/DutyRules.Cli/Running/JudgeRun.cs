using DutyRules.Cli.Output;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Running;

/// <summary>Judges policies on files of events, from the first to the last, and writes verdicts as they come.</summary>
internal sealed class JudgeRun(PolicySet policies, RunRequest request, IVerdictWriter writer, EventProblems problems, ProgressLine progress)
{
    private readonly Dictionary<string, Tally> _tallies = [];
    private long _events;
    private long _leftOut;

    /// <summary>Runs; null when there is no event and no period was given, so that nothing could be judged.</summary>
    public RunReport? Run(EventInput input, CancellationToken cancellation)
    {
        var records = Records(input.Read(cancellation));
        var ordered = request.AsArrived
            ? records
            : new SortedEvents(policies.Vocabulary).Sort(records, progress.Reading, cancellation);
        DutyMonitor? monitor = null;
        var from = request.From;
        Instant? last = null;
        foreach (var record in ordered)
        {
            if (record.Time < request.From || record.Time >= request.Until)
            {
                _leftOut++;
                continue;
            }

            // As arrived, an event comes at its own time; with the whole file at hand, a correction comes with what it corrects.
            var told = request.AsArrived ? record.Time : EventOrder.ToldAt(record);
            from ??= StartOfDay(told, 0);
            monitor ??= Start(from.Value);
            if (last is null || record.Time > last)
            {
                last = record.Time;
            }

            if (told > monitor.Now)
            {
                Take(monitor.AdvanceTo(told));
            }

            if (monitor.Observe(record).Problem is { } problem)
            {
                problems.Add(problem with { Message = Naming(record, problem.Message) });
            }

            progress.Judging(++_events);
        }

        var until = request.Until ?? (last is { } end ? StartOfDay(end, 1) : null);
        if (from is not { } start || until is not { } stop)
        {
            return null;
        }

        monitor ??= Start(start);
        Take(monitor.CompleteTo(stop));
        var report = new RunReport(policies, start, stop, _events, _leftOut, [.. monitor.Upcoming().Where(d => d.Opens < stop)], _tallies);
        progress.Clear();
        writer.Finish(report);
        return report;
    }

    private DutyMonitor Start(Instant from) =>
        new(policies, from, new MonitorOptions
        {
            Strict = request.Strict,
            FinalsOnly = !request.Changes,
            // With the whole file at hand, a record that is told early is no clock gone wrong.
            MaxAhead = request.AsArrived ? new MonitorOptions().MaxAhead : Duration.FromDays(36_500),
        });

    private IEnumerable<EventRecord> Records(IEnumerable<EventReading> readings)
    {
        foreach (var (record, found) in readings)
        {
            foreach (var problem in found)
            {
                problems.Add(problem);
            }

            if (record is not null)
            {
                yield return record;
            }
        }
    }

    private void Take(IReadOnlyList<VerdictChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.IsFinal)
            {
                var id = change.Verdict.Norm.Id;
                if (!_tallies.TryGetValue(id, out var tally))
                {
                    _tallies[id] = tally = new Tally();
                }

                tally.Add(change.Verdict.Status);
            }

            if (request.Wants(change))
            {
                writer.Write(change);
            }
        }
    }

    private Instant StartOfDay(Instant instant, int plusDays)
    {
        var zone = policies.Vocabulary.Zone;
        return zone.AtStartOfDay(instant.InZone(zone).Date.PlusDays(plusDays)).ToInstant();
    }

    // The monitor knows no files; the id says which event it was.
    private static LocalizedText Naming(EventRecord record, LocalizedText message) =>
        message.En.Contains(record.Id, StringComparison.Ordinal)
            ? message
            : new LocalizedText($"event `{record.Id}`: {message.En}", $"事件 `{record.Id}`：{message.Zh}");
}
