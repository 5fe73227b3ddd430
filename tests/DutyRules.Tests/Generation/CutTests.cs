using System.Globalization;
using DutyRules.Events;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Causality, on the reference itself: whatever happens at or after the cut of a verdict, it stays. DUTYRULES_CUT_CASES makes a longer run.</summary>
public sealed class CutTests
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("DUTYRULES_CUT_CASES"), CultureInfo.InvariantCulture, out var value) ? value : 400;

    [Fact]
    public void Nothing_at_or_after_its_cut_changes_a_verdict() => Try(50_000, Features.ChooseOfAll);

    /// <summary>The same where little else is on but the forms of contents, parties and exceptions.</summary>
    [Fact]
    public void Nothing_at_or_after_its_cut_changes_a_verdict_of_the_forms() => Try(60_000, choices => PolicyChoices.ChooseFeatures(
        choices, Features.OfForms.Concat([Feature.Where, Feature.Same, Feature.Each, Feature.Gate, Feature.Happening, Feature.Stay, Feature.Lapses, Feature.FollowUp]).ToHashSet()));

    /// <summary>The same with derived events, states, frames, windows and parties.</summary>
    [Fact]
    public void Nothing_at_or_after_its_cut_changes_a_verdict_of_a_larger_world() => Try(70_000, Features.ChooseOfWorld);

    private static void Try(int seed, Func<Choices, HashSet<Feature>> choose) => Parallel.For(0, Cases, i =>
    {
        var @case = Case.Generate((ulong)(seed + i), choose: choose);
        var history = ReferenceEvaluator.Restrict(@case.Policies, @case.Records, @case.End);
        var verdicts = ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, history, @case.End).Select(judged => judged.Verdict).ToList();
        for (var k = 1UL; k <= 4; k++)
        {
            var other = ReferenceEvaluator.Restrict(@case.Policies, @case.OtherHistory(@case.Seed + (k * 1_000_000)), @case.End);
            Compare(@case, $"other {k}", history, verdicts, other);
        }
    });

    public static TheoryData<string> Names => [.. ShiftScopes.All.Concat(CalendarScopes.All).Concat(ContentScopes.All).Concat(WorldScopes.All).Select(scope => scope.Name)];

    /// <summary>The same in small scopes, where things meet in one tick: some histories, each continued as some others.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_at_or_after_its_cut_changes_a_verdict_of_a_small_scope(string name)
    {
        var cases = Scopes.All.Single(scope => scope.Name == name).Cases().ToList();
        var chosen = cases.Where((_, i) => i % Math.Max(1, cases.Count / 60) == 0).ToList();
        foreach (var @case in chosen)
        {
            var history = ReferenceEvaluator.Restrict(@case.Policies, @case.Records, @case.End);
            var verdicts = ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, history, @case.End).Select(judged => judged.Verdict).ToList();
            foreach (var other in chosen.Where((_, i) => i % 5 == (int)@case.Seed % 5))
                Compare(@case, $"other {other.Seed}", history, verdicts, other.Records);
        }
    }

    /// <summary>CAUSALITY: what agrees before an instant comes to the same verdicts of a cut that is not after it.</summary>
    private static void Compare(Case @case, string name, IReadOnlyList<EventRecord> history, IReadOnlyList<Verdict> verdicts, IReadOnlyList<EventRecord> other)
    {
        foreach (var cut in verdicts.Select(verdict => verdict.Cut).Where(cut => cut <= @case.End).Distinct())
        {
            var changed = ReferenceEvaluator.JudgeAll(@case.Policies, @case.Start, Spliced(history, other, cut), @case.End)
                .Select(judged => judged.Verdict).Where(verdict => verdict.Cut <= cut).ToHashSet();
            var before = verdicts.Where(verdict => verdict.Cut <= cut).ToHashSet();
            var lost = before.Except(changed).Select(verdict => $"lost {CaseText.Of(verdict)}");
            var found = changed.Except(before).Select(verdict => $"found {CaseText.Of(verdict)}");
            var all = lost.Concat(found).ToList();
            Assert.True(all.Count == 0, $"seed {@case.Seed}, {name}, cut {cut}:\n{string.Join('\n', all)}");
        }
    }

    /// <summary>What happened before the cut, and then something else.</summary>
    private static IEnumerable<EventRecord> Spliced(IEnumerable<EventRecord> history, IEnumerable<EventRecord> other, Instant cut) =>
        history.Where(record => record.Time < cut).Concat(other.Where(record => record.Time >= cut).Select(record => record with { Id = $"other-{record.Id}" }));
}
