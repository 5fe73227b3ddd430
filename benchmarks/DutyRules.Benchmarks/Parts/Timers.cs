using BenchmarkDotNet.Attributes;
using DutyRules.Events;
using DutyRules.Monitoring;
using NodaTime;

namespace DutyRules.Benchmarks.Parts;

/// <summary>Complaints that open a duty each and are never answered: opening, and running out.</summary>
[MemoryDiagnoser]
public class Timers
{
    private const int Complaints = 10_000;
    private Norms.PolicySet _policies = null!;
    private EventRecord[] _records = null!;
    private DutyMonitor _monitor = null!;

    /// <summary>Makes the complaints.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _policies = PartFiles.Load("acts");
        _records = [.. Enumerable.Range(0, Complaints).Select(i => PartFiles.Record(_policies, "complaint-received", i, i + 1, ("complaint", Value.Text($"c{i}"))))];
    }

    /// <summary>A monitor that knows none of them.</summary>
    [IterationSetup(Target = nameof(Open))]
    public void Begin()
    {
        _monitor = PartFiles.Monitor(_policies);
        _monitor.AdvanceTo(PartFiles.Start);
    }

    /// <summary>A monitor with all of them open.</summary>
    [IterationSetup(Target = nameof(Expire))]
    public void BeginOpen()
    {
        Begin();
        Open();
    }

    /// <summary>Per complaint.</summary>
    [Benchmark(OperationsPerInvoke = Complaints)]
    public void Open()
    {
        foreach (var record in _records)
        {
            _monitor.AdvanceTo(record.At);
            _monitor.Observe(record);
        }

        _monitor.AdvanceTo(_records[^1].At + Duration.FromTicks(1));
    }

    /// <summary>Per complaint.</summary>
    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Expire() => _monitor.AdvanceTo(PartFiles.Start + Duration.FromHours(1)).Count;
}
