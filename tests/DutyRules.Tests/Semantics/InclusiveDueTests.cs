using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>"By 07:40", tick by tick (T2, T3).</summary>
public sealed class InclusiveDueTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02");
    private static readonly Norm OnTime = Hall.Must(
        "on-time", new SiteParty(), new EveryFrame(PeriodKind.Day), Hall.Between(new LocalTime(7, 0), new LocalTime(7, 40)), Hall.Count("clock-in"));

    [Fact]
    public void Due_itself_is_in_time() => Scenario.Given(Hall, OnTime)
        .When(Hall.Event("e1", "clock-in", "07:40", ("person", "Li")))
        .AdvanceTo("07:40:00.0000001")
        .Expect(
            "on-time S1 2026-03-02: Fulfilled Done 07:40",
            "on-time S2 2026-03-02: Breached NotDone 07:40");

    [Fact]
    public void A_tick_later_is_not() => Scenario.Given(Hall, OnTime)
        .When(Hall.Event("e1", "clock-in", "07:40:00.0000001", ("person", "Li")))
        .AdvanceTo("08:00")
        .Expect(
            "on-time S1 2026-03-02: Breached NotDone 07:40",
            "on-time S2 2026-03-02: Breached NotDone 07:40");

    [Fact]
    public void Advancing_to_the_due_says_nothing_and_a_tick_more_breaches_once() => Scenario.Given(Hall, OnTime)
        .AdvanceTo("07:40").Expect()
        .Restart()
        .AdvanceTo("07:40:00.0000001")
        .Expect(
            "on-time S1 2026-03-02: Breached NotDone 07:40",
            "on-time S2 2026-03-02: Breached NotDone 07:40")
        .Restart()
        .AdvanceTo("2026-03-03 00:00")
        .ExpectFinal(
            "on-time S1 2026-03-02: Breached NotDone 07:40",
            "on-time S2 2026-03-02: Breached NotDone 07:40");
}
