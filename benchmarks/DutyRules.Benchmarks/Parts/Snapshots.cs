using BenchmarkDotNet.Attributes;
using DutyRules.Events;
using DutyRules.Monitoring;
using NodaTime;

namespace DutyRules.Benchmarks.Parts;

/// <summary>A monitor with ten thousand open duties, written and restored.</summary>
[MemoryDiagnoser]
public class Snapshots
{
    private const int Complaints = 10_000;
    private readonly MemoryStream _stream = new();
    private Norms.PolicySet _policies = null!;
    private DutyMonitor _monitor = null!;

    /// <summary>Opens the duties.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _policies = PartFiles.Load("acts");
        _monitor = PartFiles.Monitor(_policies);
        for (var i = 0; i < Complaints; i++)
        {
            _monitor.Observe(PartFiles.Record(_policies, "complaint-received", i, i + 1, ("complaint", Value.Text($"c{i}"))));
        }

        _monitor.AdvanceTo(PartFiles.Start + Duration.FromMinutes(5));
    }

    /// <summary>All of it.</summary>
    [Benchmark]
    public long Write()
    {
        _stream.SetLength(0);
        _monitor.Snapshot(_stream);
        return _stream.Length;
    }

    /// <summary>All of it.</summary>
    [Benchmark]
    public object WriteAndRestore()
    {
        Write();
        _stream.Position = 0;
        return DutyMonitor.Restore(_policies, _stream);
    }
}
