using System.Globalization;
using DutyRules.Events;
using DutyRules.Reference;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Causality, on the reference itself: whatever happens at or after the cut of a verdict, it stays. DUTYRULES_CUT_CASES makes a longer run.</summary>
public sealed class CutTests
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("DUTYRULES_CUT_CASES"), CultureInfo.InvariantCulture, out var value) ? value : 400;

    [Fact]
    public void Nothing_at_or_after_its_cut_changes_a_verdict() => Parallel.For(0, Cases, i =>
    {
        var @case = Case.Generate((ulong)(50_000 + i));
        var history = ReferenceEvaluator.Restrict(@case.Policies, @case.Records, @case.End);
        var verdicts = ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, history, @case.End).Select(judged => judged.Verdict).ToList();
        for (var k = 1UL; k <= 4; k++)
        {
            var other = ReferenceEvaluator.Restrict(@case.Policies, @case.OtherHistory(@case.Seed + (k * 1_000_000)), @case.End);
            foreach (var cut in verdicts.Select(verdict => verdict.Cut).Where(cut => cut <= @case.End).Distinct())
            {
                var changed = ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, Spliced(history, other, cut), @case.End)
                    .Select(judged => judged.Verdict).ToHashSet();
                var lost = verdicts.Where(verdict => verdict.Cut <= cut && !changed.Contains(verdict)).Select(CaseText.Of).ToList();
                Assert.True(lost.Count == 0, $"seed {@case.Seed}, other {k}, cut {cut}:\n{string.Join('\n', lost)}");
            }
        }
    });

    /// <summary>What happened before the cut, and then something else.</summary>
    private static IEnumerable<EventRecord> Spliced(IEnumerable<EventRecord> history, IEnumerable<EventRecord> other, Instant cut) =>
        history.Where(record => record.Time < cut).Concat(other.Where(record => record.Time >= cut).Select(record => record with { Id = $"other-{record.Id}" }));
}
