using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>A correction is as if the first record had never been (E2, E3).</summary>
public sealed class CorrectionTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02", lateness: [("clock-in", Duration.FromHours(1))]);
    private static readonly Norm OnTime = Hall.Must(
        "on-time", new SiteParty(), new EveryFrame(PeriodKind.Day), Hall.Between(new LocalTime(7, 0), new LocalTime(7, 40)),
        Hall.Count("clock-in"));
    private static readonly EventRecord First = Hall.Event("e1", "clock-in", "07:39", ("person", "Li"));
    private static readonly EventRecord Corrected = Hall.Event("e1", "clock-in", "07:41", ("person", "Li")) with { Revision = 1, Was = [First.Time] };

    [Fact]
    public void A_correction_across_the_due_takes_the_act_away() => Scenario.Given(Hall, OnTime)
        .When(First)
        .AdvanceTo("07:50")
        .Expect("on-time S1 2026-03-02: Fulfilled Done 07:39", "on-time S2 2026-03-02: Breached NotDone 07:40")
        .When(Corrected)
        .AdvanceTo("07:51")
        .Expect("on-time S1 2026-03-02: Breached NotDone 07:40", "on-time S2 2026-03-02: Breached NotDone 07:40");

    [Fact]
    public void It_may_come_before_what_it_corrects_and_repeats_change_nothing() => Scenario.Given(Hall, OnTime)
        .When(Corrected, First, First, Corrected)
        .CompleteTo("09:00")
        .ExpectFinal("on-time S1 2026-03-02: Breached NotDone 07:40", "on-time S2 2026-03-02: Breached NotDone 07:40");

    [Fact]
    public void A_withdrawal_may_come_first_too() => Scenario.Given(Hall, OnTime)
        .When(First with { Withdrawn = true }, First)
        .CompleteTo("09:00")
        .ExpectFinal("on-time S1 2026-03-02: Breached NotDone 07:40", "on-time S2 2026-03-02: Breached NotDone 07:40");

    [Fact]
    public void Of_two_contents_of_one_revision_the_greater_text_wins()
    {
        var byLi = Hall.Event("e1", "clock-in", "07:39", ("person", "Li"));
        var byWang = Hall.Event("e1", "clock-in", "07:39", ("person", "Wang"));
        foreach (var order in new[] { new[] { byLi, byWang }, [byWang, byLi] })
        {
            Scenario.Given(Hall, OnTime with { Content = new CountContent(Hall.Each("clock-in", Wangs)) })
                .When(order)
                .CompleteTo("09:00")
                .ExpectFinal("on-time S1 2026-03-02: Fulfilled Done 07:39", "on-time S2 2026-03-02: Breached NotDone 07:40");
        }
    }

    [Fact]
    public void A_correction_is_too_late_when_what_it_replaces_is() => Scenario.Given(Hall, OnTime)
        .When(First)
        .AdvanceTo("08:39:00.0000001")
        .Refuses(Corrected)
        .ExpectFinal("on-time S1 2026-03-02: Fulfilled Done 07:39");

    private static Expression Wangs => new BinaryExpression(
        BinaryOperator.Equal,
        new FieldExpression(EventRole.Tested, Hall.Type("clock-in").FindField("person")!, default),
        new LiteralExpression(Value.Text("Wang"), FieldType.Person, default),
        FieldType.Truth,
        default);
}
