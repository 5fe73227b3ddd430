using System.Diagnostics;
using System.Globalization;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Policies;
using DutyRules.Verdicts;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>Files of events read, put in order and judged: how fast, and in how much memory.</summary>
internal static class Ingest
{
    /// <summary>Writes a line: the file and how far it was taken, megabytes per second, events per second, bytes allocated per event, peak working set in megabytes.</summary>
    /// <param name="folder">Where <see cref="EventFiles"/> wrote.</param>
    /// <param name="file">Which of its files.</param>
    /// <param name="stage"><c>read</c>, <c>sort</c> or <c>judge</c>, each with what comes before it.</param>
    /// <param name="sites">How many sites.</param>
    /// <param name="rules">How many rules judge.</param>
    public static void Write(string folder, string file, string stage, int sites, int rules)
    {
        var policies = NormFiles.Load(sites, rules);
        var path = Path.Combine(folder, file);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        using var stream = File.OpenRead(path);
        var readings = Read(stream, path, policies.Vocabulary).Select(r => r.Record ?? throw new WrongFigures(r.Diagnostics[0].ToString()));
        var records = stage == "read" ? readings : new SortedEvents(policies.Vocabulary).Sort(readings);
        var monitor = stage == "judge" ? new DutyMonitor(policies, DutyEngine.Start) : null;
        var (events, breaches) = (0, 0);
        foreach (var record in records)
        {
            events++;
            if (monitor is not null)
            {
                breaches += Breaches(monitor.AdvanceTo(record.At));
                monitor.Observe(record);
            }
        }

        breaches += monitor is null ? 0 : Breaches(monitor.AdvanceTo(DutyEngine.At(Clock.Days * Clock.Day)));
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        Expected.Check(sites, events);
        if (monitor is not null)
        {
            Expected.Check(sites, rules, breaches);
        }

        using var process = Process.GetCurrentProcess();
        Line.Write($"{file} {stage}", new FileInfo(path).Length / 1e6 / seconds, events / seconds, (double)bytes / events, process.PeakWorkingSet64 / 1e6);
    }

    private static IEnumerable<EventReading> Read(Stream stream, string path, Vocabulary vocabulary)
    {
        switch (Path.GetFileName(path))
        {
            case EventFiles.Lines:
                return JsonLines.Read(stream, path, vocabulary);
            case EventFiles.Table:
                return CsvEvents.Read(stream, path, vocabulary);
            default:
                var result = FeedLoader.Load(NormFiles.LogFeed, vocabulary);
                return result.Feed?.Read(stream, path) ?? throw new WrongFigures(result.Diagnostics[0].ToString());
        }
    }

    private static int Breaches(IReadOnlyList<VerdictChange> changes) => changes.Count(c => c.Verdict.Status == VerdictStatus.Breached);
}
