using DutyRules.Cli.Running;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>What came of one norm when what was made up was judged.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Verdicts">How its instances ended.</param>
/// <param name="Kept">How many were meant to be kept.</param>
/// <param name="Broken">How many were meant to be broken.</param>
/// <param name="Neither">For how many nothing could be made up.</param>
internal sealed record NormCheck(Norm Norm, Tally Verdicts, int Kept, int Broken, int Neither)
{
    private const long Enough = 10;

    /// <summary>True for what gives a verdict only when it is broken.</summary>
    public bool IsForbidden => Norm.Content is HappeningContent;

    /// <summary>True when no acts could be made up for it, whether to keep or to break it.</summary>
    public bool NothingMade => Neither > 0 && Kept == 0 && Broken == 0;

    /// <summary>True when nothing ever opened it, or nothing decided it.</summary>
    public bool NeverDecided => !NothingMade && Verdicts[VerdictStatus.Fulfilled] + Verdicts[VerdictStatus.Breached] + Verdicts[VerdictStatus.Excused] == 0 && !(IsForbidden && Broken == 0 && Neither == 0);

    /// <summary>True when it was meant to be broken and never was.</summary>
    public bool NeverBroken => !NeverDecided && Broken > 0 && Verdicts[VerdictStatus.Breached] == 0;

    /// <summary>True when it was meant to be kept and never was.</summary>
    public bool NeverKept => !NeverDecided && !IsForbidden && Kept > 0 && Verdicts[VerdictStatus.Fulfilled] == 0;

    /// <summary>The part of its instances that was broken; null: there are none.</summary>
    public double? Rate => Verdicts[VerdictStatus.Breached] + Verdicts[VerdictStatus.Fulfilled] is > 0 and var all ? (double)Verdicts[VerdictStatus.Breached] / all : null;

    /// <summary>True when it was broken, or kept, much more often than it was meant to be.</summary>
    public bool IsOff(double rate) => !IsForbidden && !NothingMade && !NeverKept && !NeverBroken && Rate is { } came && Verdicts[VerdictStatus.Breached] + Verdicts[VerdictStatus.Fulfilled] >= Enough && Math.Abs(came - rate) > Math.Max(0.15, 2 * rate);
}

/// <summary>Judges what was made up, as <c>dutyrules run</c> does.</summary>
internal static class GenerationCheck
{
    public static IReadOnlyList<NormCheck> Of(Generated generated)
    {
        var monitor = new DutyMonitor(generated.Policies, generated.From, new MonitorOptions { FinalsOnly = true, MaxAhead = Duration.FromDays(36_500) });
        var tallies = generated.Policies.Norms.Select(n => n.Id).Distinct().ToDictionary(id => id, _ => new Tally());
        foreach (var shift in generated.Shifts)
        {
            monitor.Observe(shift.ToPlanned(generated.Policies.Vocabulary, $"roster/{shift.Id}", generated.From));
        }

        foreach (var record in generated.Records)
        {
            if (record.Time > monitor.Now)
            {
                Take(monitor.AdvanceTo(record.Time));
            }

            monitor.Observe(record);
        }

        Take(monitor.CompleteTo(generated.Until));
        return [.. generated.Policies.Norms.DistinctBy(n => n.Id).Select(n => Check(n, generated.Intended[n.Id]))];

        NormCheck Check(Norm norm, (int Kept, int Broken, int Neither) meant) => new(norm, tallies[norm.Id], meant.Kept, meant.Broken, meant.Neither);

        void Take(IReadOnlyList<VerdictChange> changes)
        {
            foreach (var change in changes.Where(c => c.IsFinal && c.Verdict.Opens < generated.Until))
            {
                tallies[change.Verdict.Norm.Id].Add(change.Verdict.Status);
            }
        }
    }
}
