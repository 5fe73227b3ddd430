using System.Diagnostics;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>From nothing to the first breach in a fresh process: reading the norms, making the monitor, and the events of a first morning.</summary>
internal static class ColdStart
{
    private const int Sites = 40;

    /// <summary>
    /// Writes a line: the contender, milliseconds until it is set up, until its first breach, how many of these it had a processor, and how many of those from the norms as they are in memory on.
    /// </summary>
    public static void Write(string contender, int rules)
    {
        var events = new Hall(Sites).Day(0);
        var watch = Stopwatch.StartNew();
        var processor = CpuTime.Now;
        if (contender == "hand-written")
        {
            var hand = new HandWritten(events, Sites, rules);
            var setUp = watch.Elapsed;
            for (var i = 0; hand.Breaches == 0; i++)
            {
                hand.Feed(i, i + 1);
            }

            var used = (CpuTime.Now - processor).TotalMilliseconds;
            Line.Write(contender, setUp.TotalMilliseconds, watch.Elapsed.TotalMilliseconds, used, used);
        }
        else
        {
            var policies = NormFiles.Load(Sites, rules);
            var (loaded, loadedProcessor) = (watch.Elapsed, CpuTime.Now - processor);
            var records = new Records(policies, Sites).Of(events);
            watch.Restart();
            processor = CpuTime.Now;
            var engine = new RecordEngine(records, policies, rules);
            var setUp = loaded + watch.Elapsed;
            for (var i = 0; engine.Breaches == 0; i++)
            {
                engine.Feed(i, i + 1);
            }

            var used = CpuTime.Now - processor;
            Line.Write(contender, setUp.TotalMilliseconds, (loaded + watch.Elapsed).TotalMilliseconds, (loadedProcessor + used).TotalMilliseconds, used.TotalMilliseconds);
        }
    }
}
