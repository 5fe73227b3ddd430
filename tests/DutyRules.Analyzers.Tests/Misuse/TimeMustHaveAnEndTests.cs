using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class TimeMustHaveAnEndTests
{
    [Fact]
    public Task All_time_to_come_Triggers() => Rule<TimeMustHaveAnEnd>.Finds("""
        static void End(DutyMonitor monitor)
        {
            var end = [|Instant.MaxValue|];
            _ = monitor.CompleteTo(end);
            _ = monitor.Upcoming(monitor.Now, [|Instant.MaxValue|]);
        }
        """);

    [Fact]
    public Task A_time_DoesNotTrigger() => Rule<TimeMustHaveAnEnd>.Finds("""
        static void End(DutyMonitor monitor) => _ = monitor.Upcoming(monitor.Now, monitor.Now + Duration.FromDays(28));
        """);
}
