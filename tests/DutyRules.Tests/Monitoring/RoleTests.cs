using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>Roles that include others, acting holders, and conditions that ask who holds a role (B3, B6, H8).</summary>
public sealed class RoleTests
{
    private static readonly Role Chief = new("chief", LocalizedText.Same("chief"));
    private static readonly Role Deputy = new("deputy", LocalizedText.Same("deputy"));

    /// <summary>Chief or agent.</summary>
    private static readonly Role Staff = new("staff", LocalizedText.Same("staff")) { Includes = [Chief, Hotline.Agent] };

    /// <summary>The chief; when there is none the deputy; when there is none either, whoever is on guard.</summary>
    private static readonly Role InCharge = new("in-charge", LocalizedText.Same("in charge")) { Includes = [Chief], Acting = [Deputy, Hotline.Guard] };

    /// <summary>As above, by assignment alone.</summary>
    private static readonly Role Head = new("head", LocalizedText.Same("head")) { Acting = [Deputy] };

    private static readonly Hotline World = new Hotline().Having(Chief, Deputy, Staff, InCharge, Head);

    [Fact]
    public void Whoever_holds_an_included_role_holds_it() => Course.Of(
            World.Assigned(Held("Chen", "chief"), Held("Li", "agent"), Held("Wang", "deputy")).Policies(
                Hotline.Must("each", new EachParty(Staff), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Answer))),
                Hotline.Must("post", new PostParty(Staff), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Reset))),
                Hotline.Must("gate", new AnyoneParty(), new WhenFrame(new EventPattern(Hotline.Reset)), Window.Moment, new ActorContent(Staff))))
        .When(Hotline.Replied("a", "2026-03-02 09:00", "x", "Chen"), Hotline.Replied("b", "2026-03-02 09:00", "x", "Wang"))
        .When(Hotline.WasReset("w", "2026-03-02 10:00", "Wang"))
        .AdvanceTo("2026-03-03 00:01")
        .Expect(
            "each post gate",
            "each Chen 2026-03-02 @ 03-02 09:00:00: Fulfilled Done",
            "each Li 2026-03-02 @ 03-03 00:00:00: Breached NotDone",
            "post 2026-03-02 @ 03-03 00:00:00: Breached NotDone, people Chen Li, liable Chen Li",
            "gate Wang w @ 03-02 10:00:00: Breached NotAllowed");

    /// <summary>The deputy bears what the chief would, while there is no chief.</summary>
    [Fact]
    public void The_acting_holder_changes_within_a_window() => Course.Of(
            World.Assigned(Held("Chen", "head", to: "2026-03-02 12:00"), Held("Wang", "deputy"), Held("Zhao", "head", from: "2026-03-02 18:00")).Policies(
                Hotline.Must("post", new PostParty(Head), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Answer)) { Times = Bound<long>.AtLeast(3) }),
                Hotline.Must("morning", new PostParty(Head), new EveryFrame(PeriodKind.Day), From(0, 12), new CountContent(new EventPattern(Hotline.Answer)) { Times = Bound<long>.AtLeast(2) }),
                Hotline.Must("each", new EachParty(Head), new WhenFrame(new EventPattern(Hotline.Reset)), Hotline.Within(600), new CountContent(new EventPattern(Hotline.Answer)))))
        .When(Hotline.Replied("early", "2026-03-02 11:00", "x", "Wang"), Hotline.Replied("a", "2026-03-02 12:00", "x", "Wang"), Hotline.Replied("b", "2026-03-02 18:01", "x", "Wang"))
        .When(Hotline.WasReset("r", "2026-03-02 13:00"), Hotline.WasReset("q", "2026-03-02 20:00"))
        .AdvanceTo("2026-03-03 00:01")
        .Expect(
            "post morning each",
            "post 2026-03-02 @ 03-03 00:00:00: Breached NotDone, people Chen Wang Zhao, liable Zhao",
            "morning 2026-03-02 @ 03-02 12:00:00: Breached NotDone, people Chen, liable Chen",
            "each Wang r @ 03-02 18:00:00: Void NoLongerHolds");

    /// <summary>Who acts may be said by shifts that become known late.</summary>
    [Fact]
    public void Whoever_is_on_guard_is_in_charge_when_nobody_else_is()
    {
        var guard = Hotline.Planned("g", "Guo", "2026-03-02 08:00", "2026-03-02 16:00", "2026-03-02 07:00");
        Course.Of(World.Assigned(Held("Chen", "chief", from: "2026-03-02 12:00")).Policies(
                Hotline.Must("gate", new AnyoneParty(), new WhenFrame(new EventPattern(Hotline.Reset)), Window.Moment, new ActorContent(InCharge)),
                Hotline.Must("post", new PostParty(InCharge), new EveryFrame(PeriodKind.Day), From(9, 13), new CountContent(new EventPattern(Hotline.Answer)))))
            .AdvanceTo("2026-03-02 07:05")
            .When(Hotline.WasReset("a", "2026-03-02 09:00", "Guo"))
            .When(guard)
            .When(Hotline.WasReset("b", "2026-03-02 13:00", "Guo"), Hotline.WasReset("c", "2026-03-02 13:00", "Chen"))
            .AdvanceTo("2026-03-02 20:00")
            .Expect(
                "gate post",
                "gate Guo a @ 03-02 09:00:00: Fulfilled Allowed",
                "gate Guo b @ 03-02 13:00:00: Breached NotAllowed",
                "gate Chen c @ 03-02 13:00:00: Fulfilled Allowed",
                "post 2026-03-02 @ 03-02 13:00:00: Breached NotDone, people Chen Guo, liable Chen");
    }

    [Fact]
    public void A_late_swap_changes_who_was_in_charge()
    {
        var planned = Hotline.Planned("g", "Guo", "2026-03-02 08:00", "2026-03-02 16:00", "2026-03-02 07:00");
        Course.Of(World.Policies(Hotline.Must("gate", new AnyoneParty(), new WhenFrame(new EventPattern(Hotline.Reset)), Window.Moment, new ActorContent(InCharge))))
            .When(planned, Hotline.WasReset("a", "2026-03-02 09:00", "Guo"))
            .AdvanceTo("2026-03-02 09:05").Expect("gate", "gate Guo a @ 03-02 09:00:00: Fulfilled Allowed")
            .When(Hotline.Planned("g", "Wang", "2026-03-02 08:00", "2026-03-02 16:00", "2026-03-02 08:56"))
            .AdvanceTo("2026-03-02 09:06").Expect("gate", "gate Guo a @ 03-02 09:00:00: Breached NotAllowed")
            .AdvanceTo("2026-03-02 12:00").Expect("gate", "gate Guo a @ 03-02 09:00:00: Breached NotAllowed");
    }

    /// <summary>B6: a reset by others than guards is forbidden; the roster of shifts is read though only a condition speaks of it.</summary>
    [Fact]
    public void A_condition_asks_who_holds_a_role()
    {
        var person = new FieldExpression(EventRole.Tested, Hotline.Reset.FindField("person")!, default);
        var isGuard = new HoldsExpression(person, Hotline.Guard, default);
        var norm = Hotline.MustNot(
            "no-resets", new AnyoneParty(), new WhenFrame(new EventPattern(Hotline.Reset, new UnaryExpression(UnaryOperator.Not, isGuard, FieldType.Truth, default))), Window.Moment, new HappeningContent());
        Course.Of(World.Policies(norm))
            .When(Hotline.Planned("g", "Guo", "2026-03-02 08:00", "2026-03-02 16:00", "2026-03-02 07:00"))
            .When(Hotline.WasReset("a", "2026-03-02 09:00", "Guo"), Hotline.WasReset("b", "2026-03-02 09:00", "Li"), Hotline.WasReset("c", "2026-03-02 16:00", "Guo"))
            .AdvanceTo("2026-03-02 16:05").Expect(
                "no-resets", "no-resets Li b @ 03-02 09:00:00: Breached ForbiddenAct", "no-resets Guo c @ 03-02 16:00:00: Breached ForbiddenAct")
            .When(Hotline.Planned("h", "Guo", "2026-03-02 15:58", "2026-03-02 17:00", "2026-03-02 15:58"))
            .AdvanceTo("2026-03-02 18:00").Expect("no-resets", "no-resets Li b @ 03-02 09:00:00: Breached ForbiddenAct");
    }

    private static Assignment Held(string person, string role, string? from = null, string? to = null) =>
        new(person, role, "S1", from is null ? null : Hotline.At(from), to is null ? null : Hotline.At(to));

    private static Window From(int opens, int closes) => new(
        new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(opens, 0)), true), new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(closes, 0)), false));
}
