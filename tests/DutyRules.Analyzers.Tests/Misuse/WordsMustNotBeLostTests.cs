using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class WordsMustNotBeLostTests
{
    [Fact]
    public Task A_clause_of_a_duty_DoesNotTrigger() => Rule<WordsMustNotBeLost>.Finds("""
        static void Say(PolicyBuilder p)
        {
            var duty = p.Duty("a");
            duty.Who(TheSite);
            duty.Times(AtLeast(2));
        }
        """);

    [Fact]
    public Task Fix_keeps_what_the_call_returns_everywhere() => Rule<WordsMustNotBeLost>.Mends<WordsMustNotBeLostFix>(
        """
        record CashPaidIn(PersonId Person) : Happening;

        static class Till
        {
            public static void Say(PolicyBuilder p, Occurrence<CashPaidIn> paid)
            {
                var bounds = AtLeast(2);
                [|bounds.AndAtMost(5)|];
                [|paid.Times(bounds).DoneBy(Anyone)|];
            }
        }
        """,
        """
        record CashPaidIn(PersonId Person) : Happening;

        static class Till
        {
            public static void Say(PolicyBuilder p, Occurrence<CashPaidIn> paid)
            {
                var bounds = AtLeast(2);
                bounds = bounds.AndAtMost(5);
                paid = paid.Times(bounds).DoneBy(Anyone);
            }
        }
        """);
}
