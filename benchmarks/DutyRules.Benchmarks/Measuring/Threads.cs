using System.Diagnostics;
using System.Globalization;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>
/// The same events on so many threads, some hours of them at once; 1 is a monitor for one thread. Elapsed time is the least of all rounds, because whatever else the machine does only
/// adds to it; processor time is that of the process.
/// </summary>
internal static class Threads
{
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(2);

    /// <summary>Writes a line per number of threads: nanoseconds elapsed and of processor time per event, the ratio of throughput to the first, and the load of the machine.</summary>
    public static void Write(int sites, int rules, int[] threads, int hours, int rounds)
    {
        var policies = NormFiles.Load(sites, rules);
        var events = new Hall(sites).All();
        Expected.Check(sites, events.Length);
        var batches = new Records(policies, sites).Of(events).GroupBy(r => (long)(r.At - DutyEngine.Start).TotalHours / hours)
            .SelectMany(g => BatchEngine.BatchesOf([.. g], policies, int.MaxValue)).ToArray();
        var options = new MonitorOptions { Statuses = [VerdictStatus.Breached, VerdictStatus.Undetermined] };
        var figures = threads.ToDictionary(t => t, _ => new List<(double Elapsed, double Processor)>());
        string[]? expected = null;
        foreach (var count in threads)
        {
            for (var end = CpuTime.Now + _warmUp; CpuTime.Now < end;)
            {
                Measure(count);
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var count in threads)
            {
                figures[count].Add(Measure(count));
            }
        }

        var load = !OperatingSystem.IsLinux() ? double.NaN : double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        var first = figures[threads[0]].Min(f => f.Elapsed);
        foreach (var count in threads)
        {
            var elapsed = figures[count].Min(f => f.Elapsed);
            Line.Write(count == 1 ? "1 thread" : $"{count} threads", elapsed, Median.Of(figures[count].Select(f => f.Processor)), first / elapsed, load);
        }

        (double Elapsed, double Processor) Measure(int count)
        {
            var said = new List<VerdictChange>();
            Func<EventBatch, Action<VerdictChange>, BatchObservation> run =
                count == 1 ? new DutyMonitor(policies, DutyEngine.Start, options).Follow : new ParallelMonitor(policies, DutyEngine.Start, count, options).Follow;
            GC.Collect();
            var (elapsed, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            foreach (var batch in batches)
            {
                run(batch, said.Add);
            }

            var figure = (elapsed.Elapsed.TotalNanoseconds / events.Length, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / events.Length);
            string[] texts = [.. said.Select(c => c.Verdict.ToString())];
            expected ??= texts;
            return texts.AsSpan().SequenceEqual(expected) ? figure : throw new WrongFigures($"{count} threads say something else than {threads[0]}");
        }
    }
}
