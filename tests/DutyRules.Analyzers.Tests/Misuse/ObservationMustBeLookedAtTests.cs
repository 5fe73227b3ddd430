using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class ObservationMustBeLookedAtTests
{
    [Fact]
    public Task Answer_ignored_Triggers() => Rule<ObservationMustBeLookedAt>.Finds("""
        static void Take(DutyMonitor monitor, DutyMonitor? other, EventRecord record)
        {
            [|monitor.Observe(record)|];
            other?[|.Observe(record)|];
        }
        """);

    [Fact]
    public Task Answer_looked_at_or_left_on_purpose_DoesNotTrigger() => Rule<ObservationMustBeLookedAt>.Finds("""
        static Observation Take(DutyMonitor monitor, EventRecord record)
        {
            _ = monitor.Observe(record);
            if (monitor.Observe(record).Problem is { } problem)
            {
                Console.Error.WriteLine(problem);
            }

            return monitor.Observe(record);
        }
        """);

    [Fact]
    public Task Fix_reports_what_was_wrong() => Rule<ObservationMustBeLookedAt>.Mends<ObservationMustBeLookedAtFix>(
        """
        static void Take(DutyMonitor monitor, IEnumerable<EventRecord> records)
        {
            foreach (var record in records)
            {
                // One after the other.
                [|monitor.Observe(record)|];
            }
        }
        """,
        """
        static void Take(DutyMonitor monitor, IEnumerable<EventRecord> records)
        {
            foreach (var record in records)
            {
                // One after the other.
                if (monitor.Observe(record).Problem is { } problem)
                {
                    Console.Error.WriteLine(problem);
                }
            }
        }
        """);
}
