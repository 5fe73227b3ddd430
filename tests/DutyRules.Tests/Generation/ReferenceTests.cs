using System.Diagnostics;
using System.Globalization;
using DutyRules.Reference;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>The reference on its own, on generated cases: it has an answer to everything, says of each instance one thing, and meets every rule. DUTYRULES_REFERENCE_CASES makes a longer run.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("DUTYRULES_REFERENCE_CASES"), CultureInfo.InvariantCulture, out var value) ? value : 1_000;

    [Fact]
    public void Reference_judges_every_generated_case()
    {
        var watch = Stopwatch.StartNew();
        var coverage = new Coverage();
        Parallel.For(0, Cases, i =>
        {
            var @case = Case.Generate((ulong)(90_000 + i));
            var judged = ReferenceEvaluator.Judge(@case.Policies, @case.Start, @case.Records, @case.End);
            foreach (var verdict in judged.Select(j => j.Verdict))
                Check(@case, verdict);

            var twice = judged.GroupBy(j => (j.Verdict.Partition, j.Verdict.Instance)).Where(group => group.Count() > 1).Select(group => CaseText.Of(group.First().Verdict));
            Assert.True(!twice.Any(), $"seed {@case.Seed}, said twice: {string.Join('\n', twice)}");
            lock (coverage)
                coverage.Add(judged, 0);
        });

        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {coverage}");
        if (Cases >= 1_000 && PolicyChoices.AllAreOn)
            Assert.Empty(coverage.NeverHit);
    }

    private static void Check(Case @case, Verdict verdict)
    {
        var text = $"seed {@case.Seed}: {CaseText.Of(verdict)}";
        Assert.True(verdict.Cut == verdict.DecidedAt || verdict.Cut == verdict.DecidedAt + NodaTime.Duration.FromTicks(1), text);
        Assert.True(verdict.Opens <= verdict.Due, text);
        Assert.True(verdict.Liable.IsEmpty || verdict.Status == VerdictStatus.Breached, text);
    }
}
