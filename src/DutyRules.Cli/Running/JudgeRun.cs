using System.Collections.Immutable;
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
/// <param name="policies">What is judged.</param>
/// <param name="others">The norms that are not, because they are judged on another history.</param>
/// <param name="request">What was asked for.</param>
/// <param name="writer">Takes the verdicts.</param>
/// <param name="problems">Takes what is wrong with events.</param>
/// <param name="progress">Is told how far the run has come.</param>
internal sealed class JudgeRun(
    PolicySet policies, ImmutableArray<Norm> others, RunRequest request, IVerdictWriter writer, EventProblems problems, ProgressLine progress)
{
    private readonly Dictionary<string, Tally> _tallies = [];
    private long _events;

    /// <summary>Runs; null when there is no event and no period was given, so that nothing could be judged.</summary>
    /// <param name="input">The events.</param>
    /// <param name="roster">The records of the roster.</param>
    /// <param name="cancellation">Stops the run.</param>
    public RunReport? Run(EventInput input, IReadOnlyList<EventRecord> roster, CancellationToken cancellation)
    {
        var records = Records(input.Read(cancellation));
        var ordered = request.AsArrived
            ? records
            : new SortedEvents(policies.Vocabulary).Sort(records, progress.Reading, cancellation);
        var history = new RunHistory(policies.Vocabulary, request, roster);
        DutyMonitor? monitor = null;
        foreach (var record in history.Of(ordered))
        {
            monitor ??= Start(history.From!.Value);
            if (history.Told(record) is var told && told > monitor.Now)
            {
                Take(monitor.AdvanceTo(told));
            }

            if (monitor.Observe(record).Problem is { } problem)
            {
                problems.Add(problem with { Message = Naming(record, problem.Message) });
            }

            progress.Judging(++_events);
        }

        if (history.From is not { } start || history.Until is not { } stop)
        {
            return null;
        }

        monitor ??= Start(start);
        // What begins at the end of the run is not part of it, though it may be decided there at once.
        Take([.. monitor.CompleteTo(stop).Where(change => change.Verdict.Opens < stop)]);
        var wanted = policies with { Norms = [.. policies.Norms.Where(request.Norms.Wants)] };
        var report = new RunReport(
            wanted, start, stop, _events, history.LeftOut, [.. monitor.Upcoming().Where(d => d.Opens < stop && request.Norms.Wants(d.Norm))], _tallies)
        {
            Timeline = request.Planned ? Timelines.Plan : Timelines.Actual,
            NotJudged = [.. others.Where(request.Norms.Wants)],
            Shifts = history.Shifts,
            DaysOfShifts = history.DaysOfShifts,
        };
        progress.Clear();
        writer.Finish(report);
        return report;
    }

    private DutyMonitor Start(Instant from) =>
        new(policies, from, new MonitorOptions
        {
            Strict = request.Strict,
            FinalsOnly = !request.Changes,
            Timeline = request.Planned ? Timelines.Plan : Timelines.Actual,
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
        foreach (var change in changes.Where(c => request.Norms.Wants(c.Verdict.Norm)))
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

    // The monitor knows no files; the id says which event it was.
    private static LocalizedText Naming(EventRecord record, LocalizedText message) =>
        message.En.Contains(record.Id, StringComparison.Ordinal)
            ? message
            : new LocalizedText($"event `{record.Id}`: {message.En}", $"事件 `{record.Id}`：{message.Zh}");
}
