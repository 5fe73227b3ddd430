using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class VerdictMustBeFinalTests
{
    [Fact]
    public Task Asked_whether_it_is_final_DoesNotTrigger() => Rule<VerdictMustBeFinal>.Finds("""
        static void Tick(DutyMonitor monitor, Instant now, List<VerdictChange> all)
        {
            foreach (var change in monitor.AdvanceTo(now))
            {
                if (change.IsFinal)
                {
                    Console.WriteLine(change.Verdict);
                }
            }

            foreach (var change in monitor.AdvanceTo(now))
            {
                all.Add(change);
            }
        }
        """);

    [Fact]
    public Task A_monitor_that_says_finals_only_DoesNotTrigger() => Rule<VerdictMustBeFinal>.Finds("""
        static void Tick(PolicySet policies, Instant start, Instant now)
        {
            var monitor = new DutyMonitor(policies, start, new MonitorOptions { FinalsOnly = true });
            foreach (var change in monitor.AdvanceTo(now))
            {
                Console.WriteLine(change.Verdict);
            }
        }
        """);

    [Fact]
    public Task Fix_leaves_provisional_verdicts_out() => Rule<VerdictMustBeFinal>.Mends<VerdictMustBeFinalFix>(
        """
        static void Tick(DutyMonitor monitor, Instant now)
        {
            foreach (var change in [|monitor.AdvanceTo(now)|])
            {
                Console.WriteLine(change.Verdict.Status);
            }
        }
        """,
        """
        static void Tick(DutyMonitor monitor, Instant now)
        {
            foreach (var change in monitor.AdvanceTo(now).Where(change => change.IsFinal))
            {
                Console.WriteLine(change.Verdict.Status);
            }
        }
        """);
}
