using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>A post and its holders, each holder for himself, and a post that changes hands (F3, C1, X4, B1).</summary>
public sealed class HandsTests
{
    private static readonly Window Morning = Hall.Between(new LocalTime(7, 0), new LocalTime(7, 40));

    [Fact]
    public void Any_holder_keeps_the_duty_of_a_post()
    {
        var hall = Hall.On("2026-03-02", roster: Managers("Li", "Wang"));
        Scenario.Given(hall, Hall.Must("open", new PostParty(Hall.Manager), new EveryFrame(PeriodKind.Day), Morning, hall.Count("clock-in")))
            .When(hall.Event("e1", "clock-in", "07:10", ("person", "Zhao")), hall.Event("e2", "clock-in", "07:20", ("person", "Wang")))
            .AdvanceTo("08:00")
            .Expect("open S1 2026-03-02: Fulfilled Done 07:20", "open S2 2026-03-02: Undetermined Unassigned 00:00");
    }

    [Fact]
    public void Each_holder_has_a_duty_of_his_own()
    {
        var hall = Hall.On("2026-03-02", roster: Managers("Li", "Wang"));
        Scenario.Given(hall, Hall.Must("open", new EachParty(Hall.Manager), new EveryFrame(PeriodKind.Day), Morning, hall.Count("clock-in")))
            .When(hall.Event("e2", "clock-in", "07:20", ("person", "Wang")))
            .AdvanceTo("08:00")
            .Expect(
                "open S1 Li 2026-03-02: Breached NotDone 07:40, liable Li",
                "open S1 Wang 2026-03-02: Fulfilled Done 07:20",
                "open S2 2026-03-02: Undetermined Unassigned 00:00");
    }

    [Fact]
    public void When_a_post_passes_at_noon_the_sum_counts_and_the_holder_at_the_end_answers()
    {
        var hall = Noon();
        Scenario.Given(hall, TwoInspections(hall, new PostParty(Hall.Manager)))
            .When(hall.Event("i", "inspection", "09:00-09:30", ("person", "Li")))
            .When(hall.Event("j", "inspection", "15:00-15:30", ("person", "Li")))
            .AdvanceTo("2026-03-03 00:00")
            .Expect(
                "inspect S1 2026-03-02: Breached NotDone 2026-03-03 00:00, liable Wang",
                "inspect S2 2026-03-02: Undetermined Unassigned 00:00",
                "inspect S2 2026-03-03: Undetermined Unassigned 2026-03-03 00:00");
    }

    [Fact]
    public void The_new_holder_finishes_what_the_old_began()
    {
        var hall = Noon();
        Scenario.Given(hall, TwoInspections(hall, new PostParty(Hall.Manager)))
            .When(hall.Event("i", "inspection", "09:00-09:30", ("person", "Li")))
            .When(hall.Event("j", "inspection", "15:00-15:30", ("person", "Wang")))
            .AdvanceTo("16:00")
            .Expect("inspect S1 2026-03-02: Fulfilled Done 15:30", "inspect S2 2026-03-02: Undetermined Unassigned 00:00");
    }

    [Fact]
    public void One_who_hands_over_no_longer_owes_and_one_who_joins_later_does_not_yet()
    {
        var hall = Noon();
        Scenario.Given(hall, TwoInspections(hall, new EachParty(Hall.Manager)))
            .When(hall.Event("i", "inspection", "09:00-09:30", ("person", "Li")))
            .AdvanceTo("2026-03-03 00:00:00.0000001")
            .Expect(
                "inspect S1 Li 2026-03-02: Void NoLongerHolds 12:00",
                "inspect S2 2026-03-02: Undetermined Unassigned 00:00",
                "inspect S2 2026-03-03: Undetermined Unassigned 2026-03-03 00:00");
    }

    private static Norm TwoInspections(Hall hall, Party who) => Hall.Must(
        "inspect", who, new EveryFrame(PeriodKind.Day), Window.WholeFrame, hall.Count("inspection", Bound<long>.AtLeast(2)));

    private static Assignment[] Managers(params string[] people) => [.. people.Select(person => new Assignment(person, Hall.Manager.Name, "S1"))];

    private static Hall Noon()
    {
        var noon = Hall.On("2026-03-02").At("12:00");
        return Hall.On(
            "2026-03-02",
            roster: [new Assignment("Li", Hall.Manager.Name, "S1", To: noon), new Assignment("Wang", Hall.Manager.Name, "S1", From: noon)]);
    }
}
