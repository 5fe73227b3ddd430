using System.Diagnostics;
using System.Globalization;
using DutyRules.Reference;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>The reference on its own, on generated cases: it has an answer to everything, says of each instance one thing, and meets every rule. DUTYRULES_REFERENCE_CASES makes a longer run.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("DUTYRULES_REFERENCE_CASES"), CultureInfo.InvariantCulture, out var value) ? value : 2_000;

    [Fact]
    public void Reference_judges_every_generated_case()
    {
        var coverage = Judge(90_000, Features.ChooseOfAll);
        if (Cases >= 1_000 && Features.AllAreOn)
            Assert.Empty(coverage.NeverHit);
    }

    /// <summary>The same with derived events, states, frames, windows and parties.</summary>
    [Fact]
    public void Reference_judges_every_case_of_a_larger_world()
    {
        var coverage = Judge(70_000, Features.ChooseOfWorld);
        Assert.All(Coverage.RulesOfWorld.Append(nameof(ReasonCode.NeverCame)), name => Assert.True(coverage.HasMet(name), name));
    }

    private Coverage Judge(int seed, Func<Choices, HashSet<Feature>> choose)
    {
        var watch = Stopwatch.StartNew();
        var coverage = new Coverage(Features.All);
        Parallel.For(0, Cases, i =>
        {
            var @case = Case.Generate((ulong)(seed + i), choose: choose);
            var judged = ReferenceEvaluator.Judge(@case.Policies, @case.Start, @case.Records, @case.End);
            foreach (var verdict in judged.Select(j => j.Verdict))
                Check(@case, verdict);

            var twice = judged.GroupBy(j => (j.Verdict.Partition, j.Verdict.Instance)).Where(group => group.Count() > 1).Select(group => CaseText.Of(group.First().Verdict));
            Assert.True(!twice.Any(), $"seed {@case.Seed}, said twice: {string.Join('\n', twice)}");
            lock (coverage)
                coverage.Add(@case.Policies, judged, 0);
        });

        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s: {coverage}");
        return coverage;
    }

    /// <summary>The scopes of what the calendar and the shifts say: none of them ends alike in all histories.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_judges_every_history_of_a_small_scope(string name)
    {
        var scope = Scopes.All.Single(scope => scope.Name == name);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var @case in scope.Cases().Where(@case => @case.Seed % 23 == 0))
        {
            foreach (var verdict in ReferenceEvaluator.Judge(@case.Policies, @case.Start, @case.Records, @case.End).Select(judged => judged.Verdict))
            {
                Check(@case, verdict);
                var outcome = $"{verdict.Instance.NormId} {verdict.Status} {verdict.Reason}";
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
        }

        output.WriteLine($"{name}: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}"))}");
        Assert.True(outcomes.Count > 1 || scope.OneOutcome, "all ended alike");
    }

    public static TheoryData<string> Names => [.. CalendarScopes.All.Concat(ShiftScopes.All).Concat(AmountScopes.All).Concat(ContentScopes.All).Concat(WorldScopes.All).Select(scope => scope.Name)];

    private static void Check(Case @case, Verdict verdict)
    {
        var text = $"seed {@case.Seed}: {CaseText.Of(verdict)}";
        Assert.True(verdict.Cut == verdict.DecidedAt || verdict.Cut == verdict.DecidedAt + NodaTime.Duration.FromTicks(1), text);
        Assert.True(verdict.Opens <= verdict.Due, text);
        Assert.True((verdict.Liable.IsEmpty && verdict.Charges.IsEmpty) || verdict.Status == VerdictStatus.Breached, text);
        Assert.True(verdict.Charges.All(charge => verdict.Liable.Contains(charge.Person) && charge.Points != 0), text);
    }
}
