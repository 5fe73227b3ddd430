using DutyRules.Diagnostics;
using DutyRules.Policies;
using NodaTime;
using static DutyRules.Dsl.Words;

namespace DutyRules.Dsl.Tests;

/// <summary>What is wrong with a policy in C# is said at its line, in the words of the language.</summary>
public sealed class FindingTests
{
    private enum Tier
    {
        Vip,
        Regular,
    }

    private sealed record ClockIn(PersonId Person, int Rank) : Happening;

    private sealed record ComplaintReceived(PersonId Person, Tier Tier, Money Amount) : Happening;

    private sealed record ComplaintAnswered(PersonId Person) : Happening;

    [Fact]
    public void A_finding_of_the_validator_stands_at_the_line_of_the_clause()
    {
        var found = Only(p => p.Duty("on-site")
            .Who(Each("store-managre"))
            .Every(Day)
            .Must<ClockIn>()
            .Due(At(7, 40)));

        Assert.Equal("DUTY1303", found.Id);
        Assert.EndsWith("FindingTests.cs", found.Span.File, StringComparison.Ordinal);
        Assert.Equal(LineOf(".Who(Each(\"store-managre\"))"), found.Span.Line);
        Assert.Contains("store-manager", $"{found.Message.En} {found.Help?.En}", StringComparison.Ordinal);
        Assert.Null(found.Edit);
    }

    [Fact]
    public void A_duty_without_what_it_needs_is_told_so_at_its_own_line()
    {
        var found = Only(p => p.Duty("empty of content").Who(TheSite).Every(Day));

        Assert.Equal(LineOf("p.Duty(\"empty of content\")"), found.Span.Line);
    }

    [Fact]
    public void A_field_that_the_event_does_not_have_is_found()
    {
        var found = Only(p => p.Duty("ranked").Who(TheSite).Every(Day).Must<ClockIn>(c => c.Rank > 2));

        Assert.Contains("rank", found.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_C_sharp_can_say_and_a_condition_cannot_is_named()
    {
        Assert.Equal("a call of `String.ToUpperInvariant` cannot stand in a condition: `c.Person.Name.ToUpperInvariant()`", Message(p => p.Duty("x")
            .When<ComplaintReceived>(c => c.Person.Name.ToUpperInvariant() == "LI").Who(TheSite).Must<ComplaintAnswered>().Within(1.Hours())));
        Assert.StartsWith("a test of types cannot stand in a condition", Message(p => p.Duty("x")
            .When<ComplaintReceived>(c => (object)c.Person is PersonId).Who(TheSite).Must<ComplaintAnswered>().Within(1.Hours())), StringComparison.Ordinal);
        Assert.StartsWith("`new` cannot stand in a condition", Message(p => p.Duty("x")
            .When<ComplaintReceived>(c => new Money(c.Amount.Amount) > 5).Who(TheSite).Must<ComplaintAnswered>().Within(1.Hours())), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_computed_is_named()
    {
        int[] figures = [];

        Assert.StartsWith("`", Message(p => p.Duty("x").When<ComplaintReceived>(c => c.Amount > figures[3]).Who(TheSite).Must<ComplaintAnswered>().Within(1.Hours())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forbidden_event_that_opens_nothing_cannot_be_read()
    {
        var result = Load(p =>
        {
            p.Duty("signed-in").Who(TheSite).Every(Day).Must<ClockIn>();
            p.Duty("quiet").When(Norm("signed-in").Breached).Who(TheSite).MustNot<ComplaintReceived>().Within(1.Hours()).Unless(c => c.Amount > 5);
        });

        Assert.Contains(result.Diagnostics, d => d.Message.En == "`quiet` reads the forbidden event as the one that opened the duty, but `when` opens it");
    }

    [Fact]
    public void Several_findings_come_together()
    {
        var result = Load(p =>
        {
            p.Duty("a").Who(Any("nobody")).Every(Day).Must<ClockIn>();
            p.Duty("b").Who(TheSite).Every(Day).Must<ClockIn>().Due(DayOfMonth(8).EndOfDay);
        });

        Assert.Null(result.Policies);
        Assert.Equal(2, result.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_handle_has_no_value_outside_of_conditions()
    {
        State<int> waiting = "waiting";

        var problem = Assert.Throws<InvalidOperationException>(() => (int)waiting);

        Assert.Contains("`waiting`", problem.Message, StringComparison.Ordinal);
    }

    private static string Message(Action<PolicyBuilder> say) => Only(say).Message.En;

    private static Diagnostic Only(Action<PolicyBuilder> say) => Assert.Single(Load(say).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);

    private static LoadResult Load(Action<PolicyBuilder> say) => Twins.Hall.Aggregate(new Duties(), (d, file) => d.File(file)).Policy("test", say).Load();

    private static int LineOf(string code) =>
        Repository.Read("tests/DutyRules.Dsl.Tests/FindingTests.cs").Split('\n').Select((text, i) => (text, Line: i + 1)).First(l => l.text.Contains(code, StringComparison.Ordinal) && !l.text.Contains("LineOf", StringComparison.Ordinal)).Line;
}
