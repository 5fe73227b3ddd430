using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>A condition that lasts (S5, F7, C12).</summary>
public sealed class SpellTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02", lateness: [("queue", Duration.FromMinutes(1))]);

    [Fact]
    public void Five_minutes_are_at_least_five_but_not_more_than_five() => Scenario.Given(Hall, Crowded("more", false), Crowded("least", true))
        .When(Queue("q0", "09:00", 0), Queue("q1", "10:00", 6), Queue("q2", "10:05", 2))
        .CompleteTo("10:10")
        .ExpectFinal("least S1 10:00:00: Breached LastedTooLong 10:05");

    [Fact]
    public void A_tick_longer_is_more() => Scenario.Given(Hall, Crowded("more", false))
        .When(Queue("q0", "09:00", 0), Queue("q1", "10:00", 6), Queue("q2", "10:05:00.0000001", 2))
        .CompleteTo("10:10")
        .ExpectFinal("more S1 10:00:00: Breached LastedTooLong 10:05");

    [Fact]
    public void A_dip_of_two_seconds_begins_a_new_spell() => Scenario.Given(Hall, Crowded("more", false))
        .When(Queue("q0", "09:00", 0), Queue("q1", "10:00", 6), Queue("q2", "10:04:59", 5), Queue("q3", "10:05:01", 6), Queue("q4", "10:10", 0))
        .CompleteTo("10:20")
        .ExpectFinal();

    [Fact]
    public void A_late_sample_that_splits_the_spell_retracts_its_breach() => Scenario.Given(Hall, Crowded("more", false))
        .When(Queue("q0", "09:00", 0), Queue("q1", "10:00", 6))
        .AdvanceTo("10:05:30")
        .Expect("more S1 10:00:00: Breached LastedTooLong 10:05")
        .When(Queue("q2", "10:04:30", 5), Queue("q3", "10:04:40", 6), Queue("q4", "10:06", 0))
        .AdvanceTo("10:06:30")
        .Expect()
        .CompleteTo("10:20")
        .ExpectFinal();

    [Fact]
    public void A_worse_value_ends_a_condition_with_a_ceiling() => Scenario.Given(Hall, Crowded("six-to-ten", false) with
        {
            Frame = new WhileFrame(Hall.And(Hall.WaitingAbove(5), Hall.WaitingAtMost(10)), new Limit<Duration>(Duration.FromMinutes(5), false)),
        })
        .When(Queue("q0", "09:00", 0), Queue("q1", "10:00", 8), Queue("q2", "10:04", 12), Queue("q3", "11:00", 0))
        .CompleteTo("12:00")
        .ExpectFinal();

    // Unknown from 10:02 on: it may have lasted five minutes. Before the first sample nothing is known either, nor ever at S2.
    [Fact]
    public void A_gauge_that_fell_silent_leaves_it_undetermined() => Scenario.Given(Hall, Crowded("more", false, "fresh-waiting"))
        .When(Queue("q0", "00:00", 0), Queue("q1", "00:01", 6))
        .CompleteTo("00:10")
        .ExpectFinal(
            "more S1 00:01:00: Undetermined NotKnown 00:06",
            "more S2 00:00:00: Undetermined NotKnown 00:05");

    [Fact]
    public void Gaps_up_to_ten_seconds_are_forgiven_where_allowed()
    {
        var calm = Hall.Must(
            "calm", new SiteParty(), new EveryFrame(PeriodKind.Day), Hall.Between(new LocalTime(10, 0), new LocalTime(11, 0)),
            new StayContent(Hall.WaitingAtMost(5)) { Gaps = Duration.FromSeconds(10) });
        Scenario.Given(Hall, calm)
            .When(Queue("q0", "09:00", 0), Queue("q1", "10:10", 6), Queue("q2", "10:10:10", 5))
            .When(InS2(Queue("r0", "09:00", 0)), InS2(Queue("r1", "10:10", 6)), InS2(Queue("r2", "10:10:10.0000001", 5)))
            .CompleteTo("12:00")
            .ExpectFinal("calm S1 2026-03-02: Fulfilled Held 11:00", "calm S2 2026-03-02: Breached Broken 10:10:10");
    }

    private static Norm Crowded(string id, bool atLeast, string state = "waiting") => Hall.MustNot(
        id, new SiteParty(), new WhileFrame(Hall.WaitingAbove(5, state), new Limit<Duration>(Duration.FromMinutes(5), atLeast)),
        Window.Moment, new HappeningContent());

    private static EventRecord Queue(string id, string time, int waiting) => Hall.Event(id, "queue", time, ("waiting", waiting));

    private static EventRecord InS2(EventRecord record) => record with { Fields = record.Fields.SetItem(0, Value.Text("S2")) };
}
