using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>An event with a length is complete at its end (E1).</summary>
public sealed class IntervalEventTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02", lateness: [("inspection", Duration.FromMinutes(5))]);
    private static readonly Norm Daily = Hall.Must(
        "inspect", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, Hall.Count("inspection"));
    private static readonly Norm Undisturbed = Hall.MustNot(
        "undisturbed", new SiteParty(), new EveryFrame(PeriodKind.Day), Hall.Between(new LocalTime(12, 0), new LocalTime(13, 0)), Hall.Count("inspection"));

    [Fact]
    public void It_may_arrive_as_late_after_its_end_as_its_type_allows() => Scenario.Given(Hall, Daily)
        .AdvanceTo("09:35")
        .When(Hall.Event("i", "inspection", "09:00-09:30"))
        .Refuses(Hall.Event("j", "inspection", "09:00-09:29:59"))
        .AdvanceTo("09:36")
        .Expect("inspect S1 2026-03-02: Fulfilled Done 09:30");

    [Fact]
    public void Across_midnight_it_counts_for_neither_day()
    {
        var night = Hall.Event("i", "inspection", "09:00-09:30") with
        {
            At = Hall.At("23:50"), Until = Hall.At("2026-03-03 00:20"),
        };
        Scenario.Given(Hall, Daily).When(night).CompleteTo("2026-03-04 00:00").ExpectFinal(
            "inspect S1 2026-03-02: Breached NotDone 2026-03-03 00:00",
            "inspect S2 2026-03-02: Breached NotDone 2026-03-03 00:00",
            "inspect S1 2026-03-03: Breached NotDone 2026-03-04 00:00",
            "inspect S2 2026-03-03: Breached NotDone 2026-03-04 00:00");
    }

    [Fact]
    public void Any_overlap_offends_and_keeping_is_certain_only_an_hour_after_the_window() => Scenario.Given(Hall, Undisturbed)
        .When(Hall.Event("i", "inspection", "13:00-13:30"))
        .AdvanceTo("14:00")
        .Expect("undisturbed S1 2026-03-02: Breached ForbiddenAct 13:30")
        .AdvanceTo("14:00:00.0000001")
        .Expect(
            "undisturbed S1 2026-03-02: Breached ForbiddenAct 13:30",
            "undisturbed S2 2026-03-02: Fulfilled NoOffence 14:00:00.0000001");

    [Fact]
    public void A_longer_one_is_refused() => Scenario.Given(Hall, Daily).Refuses(Hall.Event("i", "inspection", "09:00-10:00:00.0000001"));
}
