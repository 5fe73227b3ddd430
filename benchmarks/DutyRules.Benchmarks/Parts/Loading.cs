using BenchmarkDotNet.Attributes;
using DutyRules.Benchmarks.Engines;
using DutyRules.Monitoring;
using DutyRules.Policies;

namespace DutyRules.Benchmarks.Parts;

/// <summary>The norms of the workload from YAML, for forty sites.</summary>
[MemoryDiagnoser]
public class Loading
{
    private IReadOnlyList<PolicyFile> _files = [];
    private Norms.PolicySet _policies = null!;

    /// <summary>How many rules.</summary>
    [Params(6, 60, 600)]
    public int Rules { get; set; }

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _files = NormFiles.Read(40, $"rules-{Rules}.");
        _policies = NormFiles.Load(40, Rules);
    }

    /// <summary>From texts to norms.</summary>
    [Benchmark]
    public object Load() => PolicyLoader.Load(_files).Policies!;

    /// <summary>From norms to a monitor.</summary>
    [Benchmark]
    public object Monitor() => new DutyMonitor(_policies, DutyEngine.Start);
}
