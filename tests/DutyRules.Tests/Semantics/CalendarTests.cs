using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>Days that do not exist, and local times that exist twice or not at all (T9, W1, W2).</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData(MissingDay.NotOwed, "report S1 2026-02: Void NoWindow 00:00", "report S2 2026-02: Void NoWindow 00:00")]
    [InlineData(MissingDay.LastDay, "report S1 2026-02: Breached NotDone 2026-02-28 18:00", "report S2 2026-02: Breached NotDone 2026-02-28 18:00")]
    public void Day_30_in_February(MissingDay missing, params string[] expected)
    {
        var hall = Hall.On("2026-02-01");
        Scenario.Given(hall, Day30(hall, missing)).AdvanceTo("2026-03-01 00:00:00").CompleteTo("2026-03-01 00:00").Expect(expected);
    }

    // 02:15 is skipped on 2026-03-29: it is 03:15, and 02:45 is 03:45. The night has an hour less.
    [Theory]
    [InlineData("03:14:59.9999999", "Breached NotDone 03:45")]
    [InlineData("03:15:00", "Fulfilled Done 03:15")]
    [InlineData("03:45:00", "Fulfilled Done 03:45")]
    [InlineData("03:45:00.0000001", "Breached NotDone 03:45")]
    public void A_window_in_the_gap_is_shifted_by_its_length(string time, string expected)
    {
        var hall = Hall.On("2026-03-29", "Europe/Amsterdam");
        Scenario.Given(hall, Night(hall))
            .When(hall.Event("e", "clock-in", time, ("person", "Li")))
            .AdvanceTo("04:00")
            .Expect($"night S1 2026-03-29: {expected}", "night S2 2026-03-29: Breached NotDone 03:45");
    }

    // 02:15 comes twice on 2026-10-25: the earlier is meant, for both ends.
    [Fact]
    public void A_window_in_the_overlap_is_the_earlier_one()
    {
        var hall = Hall.On("2026-10-25", "Europe/Amsterdam");
        var second = hall.Event("e", "clock-in", "02:15", ("person", "Li"));
        Scenario.Given(hall, Night(hall))
            .When(second with { At = second.At + Duration.FromHours(1) })
            .AdvanceTo("04:00")
            .Expect("night S1 2026-10-25: Breached NotDone 02:45", "night S2 2026-10-25: Breached NotDone 02:45");
    }

    [Fact]
    public void Twenty_four_hours_are_elapsed_and_the_next_day_at_ten_is_local()
    {
        var hall = Hall.On("2026-03-28", "Europe/Amsterdam");
        var elapsed = Hall.Must("elapsed", new SiteParty(), hall.When("complaint"), Hall.Within(Duration.FromHours(24)), hall.Count("answer"));
        var local = elapsed with
        {
            Id = "local",
            Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new ClockTime(new FrameDay(1), new LocalTime(10, 0)), true)),
        };
        Scenario.Given(hall, elapsed, local)
            .When(hall.Event("c", "complaint", "10:00", ("case", "a")))
            .AdvanceTo("2026-03-29 12:00")
            .Expect("elapsed S1 a c: Breached NotDone 2026-03-29 11:00", "local S1 a c: Breached NotDone 2026-03-29 10:00");
    }

    [Fact]
    public void A_share_of_a_day_of_twenty_three_hours_is_of_its_elapsed_time()
    {
        var hall = Hall.On("2026-03-29", "Europe/Amsterdam");
        var calm = Hall.Must(
            "calm", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new StayContent(hall.WaitingAtMost(5)) { Share = 0.5m });
        // Half of 23 h is 11:30 elapsed: 12:30 on the clock.
        Scenario.Given(hall, calm).AdvanceTo("23:00").Expect(
            "calm S1 2026-03-29: Fulfilled Held 12:30", "calm S2 2026-03-29: Fulfilled Held 12:30");
    }

    private static Norm Day30(Hall hall, MissingDay missing) => Hall.Must(
        "report", new SiteParty(), new EveryFrame(PeriodKind.Month),
        Hall.Between(new LocalTime(9, 0), new LocalTime(18, 0), new DayOfMonth(30, missing)), hall.Count("cash-check"));

    private static Norm Night(Hall hall) => Hall.Must(
        "night", new SiteParty(), new EveryFrame(PeriodKind.Day), Hall.Between(new LocalTime(2, 15), new LocalTime(2, 45)), hall.Count("clock-in"));
}
