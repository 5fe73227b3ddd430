using DutyRules.Benchmarks.Engines;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>The engine and nothing else, for so long, under a profiler; and what it allocates.</summary>
internal static class Profile
{
    public static void Run(int rules, TimeSpan length)
    {
        var stage = new Stage(40, rules);
        stage.New("dutyrules");
        for (var end = CpuTime.Now + length; CpuTime.Now < end;)
        {
            var run = Measuring.Run.Of("dutyrules", stage);
            Report.Say($"{run.Nanoseconds:F0} ns, {run.Bytes:F0} B per event");
        }
    }

    /// <summary>One run, with a list of the types that it allocates.</summary>
    public static void Allocations(int rules)
    {
        var stage = new Stage(4, rules);
        stage.New("dutyrules");
        using var allocations = new Allocations();
        var run = Measuring.Run.Of("dutyrules", stage);
        foreach (var (type, share) in allocations.Greatest(25))
        {
            Report.Say($"{share * run.Bytes,8:F0} B per event {type}");
        }
    }
}
