using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DutyRules.Benchmarks.Parts;

/// <summary>The parts by themselves. In this process, so that nothing is built anew.</summary>
internal static class AllParts
{
    public static void Run(string[] arguments)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "dutyrules-benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(AllParts).Assembly).Run(arguments.Contains("--filter") ? arguments : [.. arguments, "--filter", "*"], config);
    }
}
