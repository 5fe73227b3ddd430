using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class PolicyMustNotReadTheClockTests
{
    [Fact]
    public Task Clock_read_while_a_policy_is_built_Triggers() => Rule<PolicyMustNotReadTheClock>.Finds("""
        record ClockIn(PersonId Person) : Happening;

        static class Hall
        {
            public static LoadResult Load() => Duties.With("hall.vocabulary.yaml").Policy("hall", p =>
            {
                p.Duty("a").Who(TheSite).Every(Day).Must<ClockIn>(c => c.At > [|SystemClock.Instance.GetCurrentInstant()|]);
                Dated(p);
            }).Load();

            private static void Dated(PolicyBuilder p) => p.EffectiveFrom(LocalDate.FromDateTime([|DateTime.Today|]));
        }
        """);

    [Fact]
    public Task Clock_read_elsewhere_DoesNotTrigger() => Rule<PolicyMustNotReadTheClock>.Finds("""
        static IReadOnlyList<VerdictChange> Tick(DutyMonitor monitor) => monitor.AdvanceTo(SystemClock.Instance.GetCurrentInstant());
        """);
}
