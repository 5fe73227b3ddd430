using System.Globalization;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>
/// What is final stays (E5, O1), on the reference itself: however late records arrive, a verdict whose cut is not after the watermark of its norm is not changed, and none is found later.
/// DUTYRULES_CUT_CASES makes a longer run.
/// </summary>
public sealed class FinalityTests
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("DUTYRULES_CUT_CASES"), CultureInfo.InvariantCulture, out var value) ? value : 150;

    [Fact]
    public void What_is_final_stays() => Try(40_000, Features.ChooseOfAll);

    /// <summary>The same with derived events, states, frames, windows and parties.</summary>
    [Fact]
    public void What_is_final_stays_in_a_larger_world() => Try(30_000, Features.ChooseOfWorld);

    private static void Try(int seed, Func<Choices, HashSet<Feature>> choose) => Parallel.For(0, Cases, i =>
    {
        var @case = Case.Generate((ulong)(seed + i), choose: choose);
        foreach (var script in new DeliveryChoices(new Choices(@case.Seed), @case).Make().Where(script => script.Name is "late" or "random"))
            Check(@case, script);
    });

    private static void Check(Case @case, Script script)
    {
        var admission = new ReferenceAdmission(@case.Policies, @case.Start, Case.MaxAhead);
        HashSet<Verdict> finals = [];
        var watermarks = @case.Policies.Norms.ToDictionary(norm => norm, _ => @case.Start - Duration.FromTicks(1));
        foreach (var step in script.Steps)
        {
            switch (step)
            {
                case Observe observe:
                    admission.Observe(observe.Record);
                    continue;
                case Advance advance:
                    admission.AdvanceTo(advance.To);
                    break;
                case Complete complete:
                    admission.CompleteTo(complete.To);
                    break;
                default:
                    continue;
            }

            var view = ReferenceEvaluator.Judge(@case.Policies, @case.Start, admission.Admitted, admission.Now).Select(judged => judged.Verdict).ToHashSet();
            var lost = finals.Except(view).Select(verdict => $"lost {CaseText.Of(verdict)}");
            var found = view.Where(verdict => verdict.Cut <= watermarks[verdict.Norm] && !finals.Contains(verdict)).Select(verdict => $"found late {CaseText.Of(verdict)}");
            var all = lost.Concat(found).ToList();
            Assert.True(all.Count == 0, CaseText.Of(@case, new Discrepancy(script, script.Steps.IndexOf(step), string.Join('\n', all))));

            foreach (var norm in @case.Policies.Norms)
                watermarks[norm] = admission.Watermark(norm);
            finals = [.. view.Where(verdict => verdict.Cut <= watermarks[verdict.Norm])];
        }
    }
}
