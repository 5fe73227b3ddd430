using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>Enough records for a monitor to forget what nobody reads any more; what is said does not depend on it (O4).</summary>
public sealed class ForgettingTests
{
    /// <summary>B1, F8: who was on shift in the morning bears the day, though the shift was swapped later and is over.</summary>
    [Fact]
    public void Who_was_on_shift_is_remembered_as_long_as_the_window_is_open()
    {
        var hall = Hall.On("2026-03-02").Alone();
        var norm = Hall.Must("checked", new PostParty(Hall.Cashier), new EveryFrame(PeriodKind.Day), Window.WholeFrame, hall.Count("cash-check"));
        Scenario.Given(hall, norm)
            .When(hall.Planned("s", "Li", "08:00", "12:00"), hall.Swapped("s", "Wang", "10:00"))
            .When([.. Many(hall)]).AdvanceTo("20:00").When([.. Many(hall, "20:00")]).AdvanceTo("23:00")
            .AdvanceTo("2026-03-03 00:00")
            .Expect("checked S1 2026-03-02: Breached NotDone 2026-03-03 00:00");
    }

    /// <summary>H2, H4: a shift that is over is not planned anew under its id.</summary>
    [Fact]
    public void A_shift_that_is_over_stays_over()
    {
        var hall = Hall.On("2026-03-02").Alone();
        var norm = Hall.Must("in", new EachParty(Hall.Cashier), Hall.EveryShift, Hall.Within(Duration.FromMinutes(10)), hall.Count("clock-in"));
        Scenario.Given(hall, norm)
            .When(hall.Planned("s", "Li", "08:00", "12:00")).When([.. Many(hall)]).AdvanceTo("13:00")
            .When(hall.Planned("s", "Li", "15:00", "18:00", "14:00"), hall.Planned("t", "Li", "15:00", "18:00", "14:00"))
            .AdvanceTo("20:00")
            .Expect("in S1 Li s: Breached NotDone 08:10, liable Li", "in S1 Li t: Breached NotDone 15:10, liable Li");
    }

    private static IEnumerable<EventRecord> Many(Hall hall, string time = "12:30") =>
        Enumerable.Range(0, 1100).Select(i => hall.Event($"{time}/{i}", "queue", time, ("waiting", i)) with { At = hall.At(time) + Duration.FromSeconds(i) });
}
