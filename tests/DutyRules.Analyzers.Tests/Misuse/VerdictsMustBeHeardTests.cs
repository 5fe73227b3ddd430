using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class VerdictsMustBeHeardTests
{
    [Fact]
    public Task Changes_ignored_Triggers() => Rule<VerdictsMustBeHeard>.Finds("""
        static void Tick(DutyMonitor monitor, ParallelMonitor parallel, Instant now)
        {
            [|monitor.AdvanceTo(now)|];
            [|parallel.CompleteTo(now)|];
            Action later = () => [|monitor.AdvanceTo(now)|];
        }
        """);

    [Fact]
    public Task Changes_handed_on_or_left_on_purpose_DoesNotTrigger() => Rule<VerdictsMustBeHeard>.Finds("""
        static IReadOnlyList<VerdictChange> Tick(DutyMonitor monitor, Instant now)
        {
            _ = monitor.AdvanceTo(now);
            Func<IReadOnlyList<VerdictChange>> later = () => monitor.AdvanceTo(now);
            return monitor.CompleteTo(now);
        }
        """);

    [Fact]
    public Task Fix_says_that_none_is_wanted_everywhere() => Rule<VerdictsMustBeHeard>.Mends<VerdictsMustBeHeardFix>(
        """
        static void Tick(DutyMonitor monitor, Instant now)
        {
            [|monitor.AdvanceTo(now)|];
            [|monitor.CompleteTo(now)|];
        }
        """,
        """
        static void Tick(DutyMonitor monitor, Instant now)
        {
            _ = monitor.AdvanceTo(now);
            _ = monitor.CompleteTo(now);
        }
        """);
}
