using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class PolicyMustNotDependOnChanceTests
{
    [Fact]
    public Task Chance_while_a_policy_is_built_Triggers() => Rule<PolicyMustNotDependOnChance>.Finds("""
        var result = new Duties().Policy("hall", p =>
        {
            p.Duty($"a-{[|Random.Shared.Next()|]}").Who(TheSite).Every(Day);
            p.Duty([|Guid.NewGuid()|].ToString()).Who(TheSite).Every(Day);
        }).Load();
        """);

    [Fact]
    public Task Chance_elsewhere_DoesNotTrigger() => Rule<PolicyMustNotDependOnChance>.Finds("""
        Console.WriteLine(Guid.NewGuid());
        """);
}
