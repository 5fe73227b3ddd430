using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>From noon on a second revision is in force (F2).</summary>
public sealed class InForceTests
{
    private static readonly Hall Hall = Hall.On(
        "2026-03-02", lateness: [("complaint", Duration.FromMinutes(10)), ("answer", Duration.FromMinutes(10))]);
    private static readonly Norm Old = Hall.Must(
        "answer", new SiteParty(), Hall.When("complaint"), Hall.Within(Duration.FromHours(24)), Hall.Count("answer", same: "case")) with
    {
        InForceTo = Hall.Local("12:00"),
    };
    private static readonly Norm New = Old with
    {
        Revision = "2", Window = Hall.Within(Duration.FromHours(12)), InForceFrom = Hall.Local("12:00"), InForceTo = null,
    };

    [Fact]
    public void A_complaint_belongs_to_the_revision_of_its_time_however_late_it_arrives() => Scenario.Given(Hall, Old, New)
        .AdvanceTo("12:03")
        .When(
            Hall.Event("c1", "complaint", "11:59:59.9999999", ("case", "a")),
            Hall.Event("c2", "complaint", "12:00", ("case", "b")))
        .Restart()
        .AdvanceTo("2026-03-03 00:30")
        .Expect("answer S1 b c2: Breached NotDone 2026-03-03 00:00")
        .AdvanceTo("2026-03-03 12:10")
        .ExpectFinal(
            "answer S1 b c2: Breached NotDone 2026-03-03 00:00",
            "answer S1 a c1: Breached NotDone 2026-03-03 11:59:59.9999999");

    [Fact]
    public void A_spell_is_cut_at_the_change()
    {
        var five = new Limit<Duration>(Duration.FromMinutes(5), false);
        var old = Hall.MustNot("crowded", new SiteParty(), new WhileFrame(Hall.WaitingAbove(5), five), Window.Moment, new HappeningContent()) with
        {
            InForceTo = Hall.Local("12:00"),
        };
        Scenario.Given(Hall, old, old with { Revision = "2", InForceFrom = Hall.Local("12:00"), InForceTo = null })
            .When(Hall.Event("q", "queue", "11:58", ("waiting", 6)))
            .AdvanceTo("13:00")
            .Expect("crowded S1 12:00:00: Breached LastedTooLong 12:05");
    }

    [Fact]
    public void A_month_in_which_it_was_not_yet_in_force_when_it_began_is_not_judged()
    {
        var monthly = Hall.Must("monthly", new SiteParty(), new EveryFrame(PeriodKind.Month), Window.WholeFrame, Hall.Count("cash-check")) with
        {
            InForceFrom = Hall.Local("2026-04-15 00:00"),
        };
        Scenario.Given(Hall, monthly).AdvanceTo("2026-06-01 00:00").Expect(
            "monthly S1 2026-05: Breached NotDone 2026-06-01 00:00", "monthly S2 2026-05: Breached NotDone 2026-06-01 00:00");
    }
}
