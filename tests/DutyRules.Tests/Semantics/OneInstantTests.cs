using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>Several things in one second (T4, T5, T6, T8, X1).</summary>
public sealed class OneInstantTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02");

    [Fact]
    public void An_answer_in_the_second_of_the_complaint_by_one_who_clocks_out_in_it_counts()
    {
        var answer = Hall.Must(
            "answer", new SiteParty(), Hall.When("complaint"), Hall.Within(Duration.FromHours(1)),
            new CountContent(Hall.Each("answer", Hall.ActorIs("on-duty", "answer"))) { Same = ["case"] });
        Scenario.Given(Hall, answer)
            .When(
                Hall.Event("i", "clock-in", "08:00", ("person", "Li")),
                Hall.Event("c", "complaint", "10:00", ("case", "c1")),
                Hall.Event("a", "answer", "10:00", ("case", "c1"), ("person", "Li")),
                Hall.Event("o", "clock-out", "10:00", ("person", "Li")))
            .AdvanceTo("10:01")
            .Expect("answer S1 c1 c: Fulfilled Done 10:00");
    }

    [Fact]
    public void The_trigger_is_never_its_own_content()
    {
        var again = Hall.Must("again", new SiteParty(), Hall.When("cash-check"), Hall.Within(Duration.FromHours(2)), Hall.Count("cash-check"));
        Scenario.Given(Hall, again)
            .When(Hall.Event("e1", "cash-check", "08:00", ("person", "Li")), Hall.Event("e2", "cash-check", "09:00", ("person", "Li")))
            .AdvanceTo("12:00")
            .Expect("again S1 e1: Fulfilled Done 09:00", "again S1 e2: Breached NotDone 11:00");
    }

    [Theory]
    [InlineData("18:00:00", null)]
    [InlineData("18:00:00.0000001", "no-check S1 Li k: Breached ForbiddenAct 18:00:00.0000001, liable Li")]
    public void A_cash_check_in_the_second_in_which_duty_ends_is_no_offence(string time, string? breach)
    {
        Scenario.Given(Hall, NoCheckOffDuty())
            .When(
                Hall.Event("i", "clock-in", "08:00", ("person", "Li")),
                Hall.Event("o", "clock-out", "18:00", ("person", "Li")),
                Hall.Event("k", "cash-check", time, ("person", "Li")))
            .AdvanceTo("18:01")
            .Expect(breach is null ? [] : [breach]);
    }

    [Fact]
    public void Clocking_out_and_in_in_one_second_leaves_one_on_duty()
    {
        Scenario.Given(Hall, NoCheckOffDuty())
            .When(
                Hall.Event("i", "clock-in", "08:00", ("person", "Li")),
                Hall.Event("o", "clock-out", "12:00", ("person", "Li")),
                Hall.Event("p", "clock-in", "12:00", ("person", "Li")),
                Hall.Event("k", "cash-check", "13:00", ("person", "Li")))
            .AdvanceTo("18:00")
            .Expect();
    }

    [Fact]
    public void A_row_number_tells_one_second_apart()
    {
        Scenario.Given(Hall, NoCheckOffDuty())
            .When(
                Hall.Event("i", "clock-in", "08:00", ("person", "Li")),
                Hall.Event("o", "clock-out", "18:00", ("person", "Li")) with { Sequence = 1 },
                Hall.Event("k", "cash-check", "18:00", ("person", "Li")) with { Sequence = 2 })
            .AdvanceTo("18:01")
            .Expect("no-check S1 Li k: Breached ForbiddenAct 18:00, liable Li");
    }

    [Theory]
    [InlineData("17:00", "stay S1 Li o: Excused Exception 17:00")]
    [InlineData("17:00:00.0000001", "stay S1 Li o: Breached ForbiddenAct 17:00, liable Li")]
    public void Leave_granted_at_the_instant_of_leaving_excuses_a_tick_later_it_does_not(string granted, string expected)
    {
        var stay = Hall.MustNot(
            "stay", new AnyoneParty(), Hall.When("clock-out"), Window.Moment, new HappeningContent()) with
        {
            Exceptions = [new UnlessException(Hall.ActorIs("on-leave", "clock-out"))],
        };
        Scenario.Given(Hall, stay)
            .When(Hall.Event("o", "clock-out", "17:00", ("person", "Li")), Hall.Event("l", "leave", granted, ("person", "Li")))
            .AdvanceTo("18:00")
            .Expect(expected);
    }

    private static Norm NoCheckOffDuty() => Hall.MustNot(
        "no-check", new AnyoneParty(), Hall.When("cash-check", Hall.Not(Hall.ActorIs("on-duty", "cash-check"))), Window.Moment, new HappeningContent());
}
