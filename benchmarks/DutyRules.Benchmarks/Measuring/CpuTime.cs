using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>The processor time of the calling thread, so that whatever else the machine does is not counted. Elapsed time where that is not to be had.</summary>
internal static class CpuTime
{
    private const int ThreadClock = 3;

    public static TimeSpan Now => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out UnixTime time);

    private readonly record struct UnixTime(long Seconds, long Nanoseconds);
}
