using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>One run of a contender over events.</summary>
/// <param name="Nanoseconds">Per event.</param>
/// <param name="Bytes">Allocated per event.</param>
/// <param name="Elapsed">All told.</param>
/// <param name="Breaches">How many breaches it said.</param>
/// <param name="Tally">What it said, if it was to keep it.</param>
internal sealed record Run(double Nanoseconds, double Bytes, TimeSpan Elapsed, int Breaches, Tally Tally)
{
    public static Run Of(string contender, Stage stage, bool keeps = false)
    {
        var judge = stage.New(contender, keeps);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = CpuTime.Now;
        judge.Feed(0, stage.Events.Length);
        judge.Finish();
        var elapsed = CpuTime.Now - start;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return new Run(elapsed.TotalNanoseconds / stage.Events.Length, (double)bytes / stage.Events.Length, elapsed, judge.Breaches, judge.Tell());
    }
}
