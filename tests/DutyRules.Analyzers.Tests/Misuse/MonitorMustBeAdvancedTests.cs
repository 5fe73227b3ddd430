using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class MonitorMustBeAdvancedTests
{
    [Fact]
    public Task A_local_that_is_only_handed_records_Triggers() => Rule<MonitorMustBeAdvanced>.Finds("""
        static long Take(PolicySet policies, Instant start, IEnumerable<EventRecord> records)
        {
            var monitor = new DutyMonitor(policies, start);
            foreach (var record in records)
            {
                _ = [|monitor.Observe(record)|];
            }

            return monitor.Counts.Accepted;
        }
        """);

    [Fact]
    public Task A_field_that_is_only_handed_records_Triggers() => Rule<MonitorMustBeAdvanced>.Finds("""
        sealed class Desk(PolicySet policies, Instant start)
        {
            private DutyMonitor? _monitor;

            public Observation Take(EventRecord record)
            {
                _monitor ??= new DutyMonitor(policies, start);
                return [|_monitor.Observe(record)|];
            }
        }
        """);

    [Fact]
    public Task Advanced_here_or_perhaps_elsewhere_DoesNotTrigger() => Rule<MonitorMustBeAdvanced>.Finds("""
        sealed class Desk(PolicySet policies, Instant start)
        {
            private readonly DutyMonitor _one = new(policies, start);
            private readonly DutyMonitor _other = new(policies, start);

            public DutyMonitor Other => _other;

            public IReadOnlyList<VerdictChange> Take(EventRecord record)
            {
                _ = _one.Observe(record);
                _ = _other.Observe(record);
                return _one.AdvanceTo(record.Time);
            }
        }
        """);
}
