using System.Diagnostics;
using System.Globalization;

namespace DutyRules.Tests.Generation;

/// <summary>
/// The engine against the reference, on generated policies, histories and deliveries. DUTYRULES_CASES and DUTYRULES_SEED make a longer run.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static int Cases => FromEnvironment("DUTYRULES_CASES", 3_000);

    private static int Seed => FromEnvironment("DUTYRULES_SEED", 1);

    [Fact]
    public void Engine_and_reference_agree()
    {
        var watch = Stopwatch.StartNew();
        var coverage = new Coverage();
        Parallel.For(0, Cases, i =>
        {
            var @case = Case.Generate((ulong)(Seed + i));
            var differential = new Differential(@case);
            var scripts = new DeliveryChoices(new Choices(@case.Seed + 1_000_000_007), @case).Make();
            if (differential.Play(scripts) is { } found)
                Assert.Fail(CaseText.Of(@case, found));

            lock (coverage)
                coverage.Add(differential.Expected, differential.Revisions);
        });

        output.WriteLine($"seed {Seed}, {watch.Elapsed.TotalSeconds:0.0} s: {coverage}");
    }

    [Fact]
    public void Generated_cases_reach_every_rule()
    {
        var watch = Stopwatch.StartNew();
        var coverage = new Coverage();
        Parallel.For(0, Cases, i =>
        {
            var @case = Case.Generate((ulong)(Seed + i));
            var expected = new Differential(@case).Expected;
            lock (coverage)
                coverage.Add(expected, 0);
        });

        output.WriteLine($"seed {Seed}, {watch.Elapsed.TotalSeconds:0.0} s: {coverage}");
        Assert.Empty(coverage.NeverHit);
        Assert.True(coverage.PercentWithBreach >= 20, "too few breaches");
        Assert.True(coverage.PercentWithException >= 20, "too few exceptions");
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
