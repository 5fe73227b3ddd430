using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class ZonesMustNotBeOfTheMachineTests
{
    [Fact]
    public Task Zones_of_the_system_elsewhere_DoesNotTrigger() => Rule<ZonesMustNotBeOfTheMachine>.Finds("""
        Console.WriteLine(DateTimeZoneProviders.Bcl["Asia/Shanghai"]);
        """);

    [Fact]
    public Task Fix_takes_those_of_Tzdb_everywhere() => Rule<ZonesMustNotBeOfTheMachine>.Mends<ZonesMustNotBeOfTheMachineFix>(
        """
        static void Run(LocalDate day, DutyMonitor monitor)
        {
            _ = monitor.AdvanceTo(day.AtStartOfDayInZone([|DateTimeZoneProviders.Bcl|]["Asia/Shanghai"]).ToInstant());
            _ = monitor.Upcoming(monitor.Now, day.AtStartOfDayInZone([|DateTimeZoneProviders.Bcl|]["Asia/Urumqi"]).ToInstant());
        }
        """,
        """
        static void Run(LocalDate day, DutyMonitor monitor)
        {
            _ = monitor.AdvanceTo(day.AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant());
            _ = monitor.Upcoming(monitor.Now, day.AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Asia/Urumqi"]).ToInstant());
        }
        """);
}
