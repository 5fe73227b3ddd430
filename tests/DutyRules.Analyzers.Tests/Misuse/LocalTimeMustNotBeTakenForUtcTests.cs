using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class LocalTimeMustNotBeTakenForUtcTests
{
    [Fact]
    public Task An_instant_that_is_said_in_UTC_DoesNotTrigger() => Rule<LocalTimeMustNotBeTakenForUtc>.Finds("""
        static void Run(DutyMonitor monitor) => _ = monitor.AdvanceTo(Instant.FromUtc(2026, 6, 2, 16, 0));
        """);

    [Fact]
    public Task Fix_takes_the_zone_of_the_vocabulary_everywhere() => Rule<LocalTimeMustNotBeTakenForUtc>.Mends<LocalTimeMustNotBeTakenForUtcFix>(
        """
        static DutyMonitor Begin(PolicySet policies, LocalDateTime begin, LocalDateTime end)
        {
            var monitor = new DutyMonitor(policies, [|begin.InUtc()|].ToInstant());
            _ = monitor.AdvanceTo([|end.PlusHours(1).InUtc()|].ToInstant());
            return monitor;
        }
        """,
        """
        static DutyMonitor Begin(PolicySet policies, LocalDateTime begin, LocalDateTime end)
        {
            var monitor = new DutyMonitor(policies, begin.InZoneLeniently(policies.Vocabulary.Zone).ToInstant());
            _ = monitor.AdvanceTo(end.PlusHours(1).InZoneLeniently(policies.Vocabulary.Zone).ToInstant());
            return monitor;
        }
        """);
}
