using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using System.Diagnostics;
using System.Globalization;

namespace DutyRules.Tests.Generation;

/// <summary>
/// The engine against the reference, on generated policies, histories and deliveries. DUTYRULES_CASES and DUTYRULES_SEED make a longer run, DUTYRULES_DELIVERIES one of so many orders of arrival a case.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Enough = 50;
    private const int EnoughToMeasure = 1_000;

    private static int Shown => FromEnvironment("DUTYRULES_SHOWN", 3);

    private static int Cases => FromEnvironment("DUTYRULES_CASES", 3_000);

    private static int Seed => FromEnvironment("DUTYRULES_SEED", 1);

    private static int Deliveries => FromEnvironment("DUTYRULES_DELIVERIES", int.MaxValue);

    [Fact]
    public void Engine_and_reference_agree()
    {
        var coverage = Play(seed => Case.Generate(seed));
        if (Cases >= EnoughToMeasure && Features.AllAreOn)
            CheckCoverage(coverage);
    }

    /// <summary>Where nothing comes late, norms of plain form are kept in lanes: they must not mean anything else there.</summary>
    [Fact]
    public void They_agree_on_plain_norms_whose_events_come_in_order()
    {
        var inLanes = 0;
        var coverage = Play(seed =>
        {
            var @case = Case.Generate(seed, inOrder: true, choose: Features.ChoosePlain);
            Interlocked.Add(ref inLanes, @case.Policies.Vocabulary.Sites.Max(site => Plans.For(@case.Policies, Timelines.Actual).LaneNormsAt(site.Name).Count));
            return @case;
        });
        output.WriteLine($"{inLanes} norms in lanes");
        Assert.True(inLanes > coverage.Cases / 4, "too few norms are in lanes");
    }

    private Coverage Play(Func<ulong, Case> generate)
    {
        var watch = Stopwatch.StartNew();
        var coverage = new Coverage(Features.OfTheEngine);
        var failures = new SortedDictionary<ulong, (Case Case, Discrepancy Found)>();
        Parallel.For(0, Cases, (i, loop) =>
        {
            var @case = generate((ulong)(Seed + i));
            var differential = new Differential(@case);
            var choices = new Choices(@case.Seed + 1_000_000_007);
            var scripts = choices.Shuffle(new DeliveryChoices(choices, @case).Make()).Take(Deliveries);
            var found = differential.Play(scripts);
            Assert.True(found is not null || differential.DeliveriesAreEqual, $"seed {@case.Seed}: the deliveries are of different histories");
            lock (coverage)
            {
                coverage.Add(@case.Policies, differential.Expected, differential.Revisions);
                if (found is not null)
                    failures.Add(@case.Seed, (@case, found));
                if (failures.Count >= Enough)
                    loop.Stop();
            }
        });

        output.WriteLine($"seed {Seed}, {watch.Elapsed.TotalSeconds:0.0} s: {coverage}");
        var smallest = failures.Values.OrderBy(failure => failure.Case.Policies.Norms.Length).Take(Shown).Select(Explain);
        Assert.True(failures.Count == 0, $"{failures.Count} of {coverage.Cases} cases differ.\n\n{string.Join('\n', smallest)}");
        return coverage;
    }

    /// <summary>A run in which everything is void, or in which no rule is put to the test, would prove nothing.</summary>
    private static void CheckCoverage(Coverage coverage)
    {
        Assert.Empty(coverage.NeverHit);
        Assert.True(coverage.PercentWithBreach >= 20, "too few breaches");
        Assert.True(coverage.PercentWithRevision >= (Deliveries < 5 ? 5 : 20), "too few revisions");
        Assert.True(coverage.PercentWithException >= 20, "too few exceptions");
    }

    private static string Explain((Case Case, Discrepancy Found) failure)
    {
        var (smaller, found) = Shrinker.Shrink(failure.Case, failure.Found);
        return CaseText.Of(smaller, found);
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
