using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>The outcomes of norms as events (D2).</summary>
public sealed class OutcomeEventTests
{
    private static readonly EventPattern Breaches = new(Hotline.Answered, new Hotline().Condition("status is breached", Hotline.Answered));

    private static readonly CountState BreachesOfMonth = new()
    {
        Name = "breaches", Title = new("breaches", "违规次数"), Of = ["person"], Up = [Breaches], Per = new CalendarUnit(PeriodKind.Month), Initially = Value.Integer(0),
    };

    private static readonly Hotline World = new Hotline().With(BreachesOfMonth).Assigned(new Assignment("Li", "agent", "S1"), new Assignment("Wang", "agent", "S1"));

    /// <summary>The third breach of a person in a month.</summary>
    private static readonly Norm Thrice = World.Forbidden("thrice", Hotline.Answered, "status is breached && breaches >= 2") with { Stratum = 1 };

    /// <summary>At most two breaches of each agent in a month.</summary>
    private static readonly Norm Monthly = Hotline.MustNot(
        "monthly", new EachParty(Hotline.Agent), new EveryFrame(PeriodKind.Month), Window.WholeFrame, new CountContent(Breaches) { Times = Bound<long>.AtMost(2) }) with { Stratum = 1 };

    private static readonly EventRecord[] Calls =
    [
        Hotline.Called("a", "2026-03-02 09:00"), Hotline.Called("b", "2026-03-02 10:00"), Hotline.Called("c", "2026-03-02 11:00"),
        Hotline.Called("w", "2026-03-02 11:00", "Wang"),
    ];

    [Fact]
    public void The_third_breach_of_a_month_is_a_breach_itself_until_a_late_answer_undoes_it() => Course.Of(World.Policies(Hotline.AnsweredNorm, Thrice, Monthly), "2026-03-01 00:00")
        .When(Calls)
        .AdvanceTo("2026-03-02 11:30").Expect("thrice monthly")
        .AdvanceTo("2026-03-02 11:35").Expect(
            "thrice monthly",
            "thrice Li answered(site=S1, person=Li, case=c) @ c @ 03-02 11:30:00: Breached ForbiddenAct",
            "monthly Li 2026-03 @ 03-02 11:30:00: Breached TooMany")
        .When(Hotline.Replied("r", "2026-03-02 11:29", "c"))
        .AdvanceTo("2026-03-02 11:36").Expect("thrice monthly")
        .When(Hotline.Withdrawn(Hotline.Replied("r", "2026-03-02 11:29", "c")))
        .AdvanceTo("2026-03-02 11:37").Expect(
            "thrice monthly",
            "thrice Li answered(site=S1, person=Li, case=c) @ c @ 03-02 11:30:00: Breached ForbiddenAct",
            "monthly Li 2026-03 @ 03-02 11:30:00: Breached TooMany");

    /// <summary>A breach of the first minutes of April, though of a call of March, is one of April.</summary>
    [Fact]
    public void A_month_begins_anew() => Course.Of(World.Policies(Hotline.AnsweredNorm, Thrice), "2026-03-01 00:00")
        .When(Hotline.Called("a", "2026-03-31 22:00"), Hotline.Called("b", "2026-03-31 23:00"), Hotline.Called("c", "2026-03-31 23:40"))
        .AdvanceTo("2026-04-01 01:00").Expect("thrice")
        .When(Hotline.Called("d", "2026-04-01 01:00"), Hotline.Called("e", "2026-04-01 02:00"))
        .AdvanceTo("2026-04-01 03:00").Expect("thrice", "thrice Li answered(site=S1, person=Li, case=e) @ e @ 04-01 02:30:00: Breached ForbiddenAct");

    /// <summary>It names the person, and carries the fields of the trigger.</summary>
    [Fact]
    public void An_outcome_carries_the_case() => Course.Of(World.Policies(
            Hotline.AnsweredNorm,
            Hotline.Must("sorry", new FieldParty(Hotline.Answered.FindField("person")!), new WhenFrame(Breaches), Hotline.Within(60),
                new CountContent(new EventPattern(Hotline.Answer)) { Same = ["case"] }) with { Stratum = 1 }))
        .When(Calls[0], Calls[1])
        .AdvanceTo("2026-03-02 09:40")
        .When(Hotline.Replied("r", "2026-03-02 10:31", "b"), Hotline.Replied("s", "2026-03-02 10:30", "a"))
        .AdvanceTo("2026-03-02 12:00").Expect(
            "sorry",
            "sorry Li answered(site=S1, person=Li, case=a) @ a @ 03-02 10:30:00: Fulfilled Done",
            "sorry Li answered(site=S1, person=Li, case=b) @ b @ 03-02 10:31:00: Fulfilled Done");

    [Fact]
    public void What_counts_as_a_fault_may_be_an_outcome() => Course.Of(World.Policies(
            Hotline.AnsweredNorm, World.Forbidden("no-faults", Hotline.Fault) with { Stratum = 1 }))
        .When(Calls[0], Calls[3])
        .AdvanceTo("2026-03-02 09:31").Expect("no-faults", "no-faults Li answered(site=S1, person=Li, case=a) @ a @ 03-02 09:30:00: Breached ForbiddenAct")
        .When(Hotline.Replied("r", "2026-03-02 09:25", "a"))
        .AdvanceTo("2026-03-02 11:31").Expect("no-faults", "no-faults Wang answered(site=S1, person=Wang, case=w) @ w @ 03-02 11:30:00: Breached ForbiddenAct");

    /// <summary>D2: of one instant, an outcome comes after every record, so a reset at the very instant does not undo it.</summary>
    [Fact]
    public void An_outcome_is_the_last_of_its_instant()
    {
        var state = new SwitchState
        {
            Name = "failed", Title = new("failed", "未完成"), Of = ["person"], On = [Breaches], Off = [new EventPattern(Hotline.Reset)], Initially = Value.Truth(false),
        };
        var hotline = World.With(state);
        Course.Of(hotline.Policies(Hotline.AnsweredNorm, hotline.Never("never-failed", "failed", new EachParty(Hotline.Agent)) with { Stratum = 1 }))
            .When(Calls[0], Hotline.WasReset("r", "2026-03-02 09:30"))
            .AdvanceTo("2026-03-02 10:00").Expect("never-failed", "never-failed Li spell @ 03-02 09:30:00: Breached LastedTooLong")
            .When(Hotline.WasReset("s", "2026-03-02 10:00"), Hotline.Called("b", "2026-03-02 10:10"))
            .AdvanceTo("2026-03-02 11:00").Expect(
                "never-failed", "never-failed Li spell @ 03-02 09:30:00: Breached LastedTooLong", "never-failed Li spell @ 03-02 10:40:00: Breached LastedTooLong");
    }

    [Fact]
    public void What_is_never_late_is_final_at_once() => Course.Of(World.Policies(
            Hotline.ResetAgainNorm, World.Forbidden("reset-late", Hotline.ResetAgain, "status is breached") with { Stratum = 1 }))
        .When(Hotline.WasReset("a", "2026-03-02 09:00"), Hotline.WasReset("b", "2026-03-02 09:30"))
        .AdvanceTo("2026-03-02 09:45").Expect("reset-late")
        .AdvanceTo("2026-03-02 10:30").Expect("reset-late", "reset-late Li reset-again(site=S1, person=Li) @ b @ 03-02 10:00:00: Breached ForbiddenAct");

    [Fact]
    public void Who_reads_outcomes_is_of_a_higher_stratum()
    {
        Assert.Throws<ArgumentException>(() => new DutyMonitor(World.Policies(Hotline.AnsweredNorm, Monthly with { Stratum = 0 }), default));
        Assert.Throws<ArgumentException>(() => new DutyMonitor(World.Policies(Hotline.AnsweredNorm, Thrice with { Stratum = 0 }), default));
        Assert.Throws<ArgumentException>(() => new DutyMonitor(World.Policies(Thrice), default));
    }

    /// <summary>P2.</summary>
    [Fact]
    public void Outcomes_follow_from_a_plan_where_their_norm_is_judged_on_it()
    {
        var planned = Hotline.AnsweredNorm with { JudgedOn = Timelines.Both };
        var (judged, others) = RosterPlan.Judged(World.Policies(planned, Thrice, Monthly, World.Forbidden("no-complaints", Hotline.Complaint)));
        Assert.Equal(["answered", "thrice", "monthly"], judged.Norms.Select(n => n.Id));
        Assert.Equal(["no-complaints"], others.Select(n => n.Id));
        Assert.Empty(RosterPlan.Judged(World.Policies(Hotline.AnsweredNorm, Thrice, Monthly)).Policies.Norms);
    }
}
