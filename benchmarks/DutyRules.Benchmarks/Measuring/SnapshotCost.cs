using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Monitoring;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>A monitor with so many open duties, written into memory and restored. The restored one says the same as the other when all of them run out.</summary>
internal static class SnapshotCost
{
    private const int Few = 20_000;

    /// <summary>Writes a line: bytes, and nanoseconds per duty to write and to restore it.</summary>
    public static void Write(int count, int rounds)
    {
        for (var end = CpuTime.Now + TimeSpan.FromSeconds(1); CpuTime.Now < end;)
        {
            Measure(Few);
        }

        var all = Enumerable.Range(0, rounds).Select(_ => Measure(count)).ToList();
        Line.Write("snapshot", Median.Of(all.Select(f => f[0])), Median.Of(all.Select(f => f[1])), Median.Of(all.Select(f => f[2])));
    }

    private static double[] Measure(int count)
    {
        var events = OpenDuties.Received(count);
        var policies = NormFiles.LoadOpen();
        var engine = new RecordEngine(new Records(policies, 1).Of(events), policies, Replica.Duties);
        engine.Feed(0, count);
        var end = DutyEngine.At(events[^1].Ticks) + NodaTime.Duration.FromTicks(1);
        engine.Monitor.AdvanceTo(end);

        var stream = new MemoryStream(count * 128);
        GC.Collect();
        var start = CpuTime.Now;
        engine.Monitor.Snapshot(stream);
        var written = CpuTime.Now - start;
        var bytes = stream.Position;
        stream.Position = 0;
        GC.Collect();
        start = CpuTime.Now;
        var restored = DutyMonitor.Restore(policies, stream);
        var read = CpuTime.Now - start;

        var breaches = restored.AdvanceTo(end + NodaTime.Duration.FromDays(1)).Count;
        if (breaches != count)
        {
            throw new WrongFigures($"{breaches} of {count} restored duties ran out");
        }

        return [bytes, written.TotalNanoseconds / count, read.TotalNanoseconds / count];
    }
}
