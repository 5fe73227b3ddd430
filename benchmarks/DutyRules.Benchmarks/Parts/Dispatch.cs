using BenchmarkDotNet.Attributes;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Monitoring;

namespace DutyRules.Benchmarks.Parts;

/// <summary>Events that no norm reads, at a time at which nothing is due: what finding that out costs.</summary>
[MemoryDiagnoser]
public class Dispatch
{
    private const int Events = 10_000;
    private Norms.PolicySet _policies = null!;
    private EventRecord[] _records = null!;
    private DutyMonitor _monitor = null!;

    /// <summary>How many rules there are, on four sites.</summary>
    [Params(6, 60, 600)]
    public int Rules { get; set; }

    /// <summary>Makes the events.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _policies = NormFiles.Load(4, Rules);
        var events = Enumerable.Range(0, Events).Select(i => new MeetingHeld(i * Clock.Millisecond, i % 4, 5)).ToArray();
        _records = new Records(_policies, 4).Of(events);
    }

    /// <summary>A monitor that has seen none of them.</summary>
    [IterationSetup]
    public void Begin()
    {
        _monitor = new DutyMonitor(_policies, DutyEngine.Start);
        _monitor.AdvanceTo(DutyEngine.Start);
    }

    /// <summary>Per event.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int Unread()
    {
        var changes = 0;
        foreach (var record in _records)
        {
            changes += _monitor.AdvanceTo(record.At).Count;
            _monitor.Observe(record);
        }

        return changes;
    }
}
