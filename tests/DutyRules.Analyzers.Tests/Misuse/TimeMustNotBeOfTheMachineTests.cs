using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class TimeMustNotBeOfTheMachineTests
{
    [Fact]
    public Task Zone_of_the_machine_on_the_way_to_a_monitor_Triggers() => Rule<TimeMustNotBeOfTheMachine>.Finds("""
        static void Run(PolicySet policies, LocalDate day, DutyMonitor monitor)
        {
            var zone = [|DateTimeZoneProviders.Tzdb.GetSystemDefault()|];
            var midnight = zone.AtStartOfDay(day);
            _ = monitor.AdvanceTo(midnight.ToInstant());
            _ = monitor.AdvanceTo(Instant.FromDateTimeUtc([|DateTime.Now|].ToUniversalTime()));
        }
        """);

    [Fact]
    public Task Zone_of_the_vocabulary_DoesNotTrigger() => Rule<TimeMustNotBeOfTheMachine>.Finds("""
        static void Run(PolicySet policies, LocalDate day, DutyMonitor monitor)
        {
            _ = monitor.AdvanceTo(policies.Vocabulary.Zone.AtStartOfDay(day).ToInstant());
            Console.WriteLine(DateTimeZoneProviders.Tzdb.GetSystemDefault());
        }
        """);

    [Fact]
    public Task Fix_takes_the_zone_of_the_vocabulary() => Rule<TimeMustNotBeOfTheMachine>.Mends<TimeMustNotBeOfTheMachineFix>(
        """
        static DutyMonitor Begin(PolicySet policies, LocalDate day) =>
            new(policies, [|DateTimeZoneProviders.Tzdb.GetSystemDefault()|].AtStartOfDay(day).ToInstant());
        """,
        """
        static DutyMonitor Begin(PolicySet policies, LocalDate day) =>
            new(policies, policies.Vocabulary.Zone.AtStartOfDay(day).ToInstant());
        """);
}
