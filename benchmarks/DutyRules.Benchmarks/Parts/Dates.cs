using BenchmarkDotNet.Attributes;
using DutyRules.Monitoring;
using NodaTime;

namespace DutyRules.Benchmarks.Parts;

/// <summary>Duties of opening days, working days, months and a recurrence over a quarter with holidays: foreseen, and decided day by day.</summary>
[MemoryDiagnoser]
public class Dates
{
    private const int Days = 90;
    private Norms.PolicySet _policies = null!;

    /// <summary>Reads the norms.</summary>
    [GlobalSetup]
    public void SetUp() => _policies = PartFiles.Load("dates");

    /// <summary>The whole quarter.</summary>
    [Benchmark]
    public int Upcoming() => PartFiles.Monitor(_policies).Upcoming(PartFiles.Start, PartFiles.Start + Duration.FromDays(Days)).Count;

    /// <summary>The whole quarter.</summary>
    [Benchmark]
    public int DayByDay()
    {
        var monitor = PartFiles.Monitor(_policies);
        var verdicts = 0;
        for (var day = 0; day < Days; day++)
        {
            verdicts += monitor.AdvanceTo(PartFiles.Start + Duration.FromDays(day)).Count;
        }

        return verdicts;
    }
}
