using DutyRules.Benchmarks.Engines;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>The engine and nothing else, for so long, under a profiler.</summary>
internal static class Profile
{
    public static void Run(int rules, TimeSpan length)
    {
        var stage = new Stage(40, rules);
        for (var end = CpuTime.Now + length; CpuTime.Now < end;)
        {
            var run = Measuring.Run.Of("dutyrules", stage);
            Report.Say($"{run.Nanoseconds:F0} ns per event");
        }
    }
}
