using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class PolicyMustBeSaidAtOnceTests
{
    [Fact]
    public Task A_lambda_that_awaits_Triggers() => Rule<PolicyMustBeSaidAtOnce>.Finds("""
        var result = new Duties().Policy("hall", [|async p =>
        {
            await Task.Yield();
            p.Duty("a").Who(TheSite);
        }|]).Load();
        """);

    [Fact]
    public Task Fix_makes_a_lambda_plain_that_awaits_nothing() => Rule<PolicyMustBeSaidAtOnce>.Mends<PolicyMustBeSaidAtOnceFix>(
        """
        var result = new Duties().Policy("hall", [|async p => p.Duty("a").Who(TheSite)|]).Load();
        """,
        """
        var result = new Duties().Policy("hall", p => p.Duty("a").Who(TheSite)).Load();
        """);
}
