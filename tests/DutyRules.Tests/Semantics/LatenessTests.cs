using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>What arrives late revises what was said, and unwinds what followed from it (E4, E5, O1).</summary>
public sealed class LatenessTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02", lateness: [("answer", Duration.FromMinutes(10))]);
    private static readonly Norm Answer = Hall.Must(
        "answer", new SiteParty(), Hall.When("complaint"), Hall.Within(Duration.FromHours(1)), Hall.Count("answer", same: "case"));
    private static readonly Norm TakeOver = Hall.Must(
        "take-over", new SiteParty(), new OutcomeFrame("answer", VerdictStatus.Breached, Answer.Trigger), Hall.Within(Duration.FromMinutes(2)),
        Hall.Count("takeover", same: "case")) with { Stratum = 1 };
    private static readonly EventRecord Complaint = Hall.Event("c", "complaint", "09:00", ("case", "c7"));
    private static readonly EventRecord Answered = Hall.Event("a", "answer", "09:59", ("case", "c7"));
    private static readonly EventRecord OtherCase = Hall.Event("b", "answer", "09:58", ("case", "c8"));
    private static readonly EventRecord TakenOver = Hall.Event("t", "takeover", "10:01", ("case", "c7"));

    [Fact]
    public void A_late_answer_cures_the_breach_and_retracts_the_take_over() => Scenario.Given(Hall, Answer, TakeOver)
        .AdvanceTo("09:00")
        .When(Complaint)
        .AdvanceTo("10:02:30")
        .Expect(
            "answer S1 c7 c: Breached NotDone 10:00",
            "take-over S1 c7 answer(site=S1, case=c7) @ c: Breached NotDone 10:02")
        .ExpectFinal()
        .When(Answered)
        .AdvanceTo("10:03")
        .Expect("answer S1 c7 c: Fulfilled Done 09:59")
        .Restart()
        .AdvanceTo("10:10")
        .ExpectFinal("answer S1 c7 c: Fulfilled Done 09:59")
        .Refuses(Answered with { Id = "a2" });

    [Fact]
    public void What_follows_a_breach_counts_from_its_due_and_opens_after_it() => Scenario.Given(Hall, Answer, TakeOver)
        .When(Complaint, Hall.Event("t0", "takeover", "10:00", ("case", "c7")))
        .AdvanceTo("10:02:00.0000001")
        .Expect(
            "answer S1 c7 c: Breached NotDone 10:00",
            "take-over S1 c7 answer(site=S1, case=c7) @ c: Breached NotDone 10:02");

    [Fact]
    public void Every_order_of_arrival_comes_to_the_same()
    {
        EventRecord[] records = [Complaint, Answered, OtherCase, TakenOver];
        foreach (var order in Orders(records))
        {
            Scenario.Given(Hall, Answer, TakeOver).When(order).Restart().CompleteTo("12:00")
                .ExpectFinal("answer S1 c7 c: Fulfilled Done 09:59");
        }
    }

    private static IEnumerable<EventRecord[]> Orders(EventRecord[] records) => records.Length == 0
        ? [[]]
        : records.SelectMany(first => Orders([.. records.Except([first])]).Select(rest => (EventRecord[])[first, .. rest]));
}
