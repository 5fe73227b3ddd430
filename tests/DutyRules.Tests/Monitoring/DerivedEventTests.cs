using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>Events that count as others (D1).</summary>
public sealed class DerivedEventTests
{
    private static readonly Hotline Hotline = new();
    private static readonly EventPattern Complaints = new(Hotline.Complaint);

    /// <summary>A complaint is answered within 30 minutes; an order is not asked for.</summary>
    private static readonly Norm Handled = Hotline.Must(
        "handled", new SiteParty(), new WhenFrame(Complaints), Hotline.Within(30), new CountContent(new EventPattern(Hotline.Answer)) { Same = ["case"] });

    [Fact]
    public void What_counts_as_a_complaint_opens_a_duty() => Course.Of(Hotline.Policies(Handled))
        .When(Hotline.Called("a", "2026-03-02 09:00", kind: "complaint"), Hotline.Called("b", "2026-03-02 09:00"))
        .AdvanceTo("2026-03-02 09:31")
        .Expect("handled", "handled a @ 03-02 09:30:00: Breached NotDone");

    [Fact]
    public void It_comes_and_goes_with_the_record()
    {
        var call = Hotline.Called("a", "2026-03-02 09:00");
        Course.Of(Hotline.Policies(Hotline.Forbidden("no-complaints", Hotline.Complaint)))
            .When(call)
            .AdvanceTo("2026-03-02 09:01").Expect("no-complaints")
            .When(Hotline.Corrected(call, ("kind", Value.Choice("complaint"))))
            .AdvanceTo("2026-03-02 09:02").Expect("no-complaints", "no-complaints Li a @ 03-02 09:00:00: Breached ForbiddenAct")
            .When(Hotline.Called("late", "2026-03-02 08:55", kind: "complaint"))
            .AdvanceTo("2026-03-02 09:03").Expect(
                "no-complaints", "no-complaints Li a @ 03-02 09:00:00: Breached ForbiddenAct", "no-complaints Li late @ 03-02 08:55:00: Breached ForbiddenAct")
            .When(Hotline.Withdrawn(Hotline.Corrected(call)))
            .AdvanceTo("2026-03-02 10:00").Expect("no-complaints", "no-complaints Li late @ 03-02 08:55:00: Breached ForbiddenAct");
    }

    /// <summary>Trouble is a call of weight, or a complaint, which is a call itself; of one call it is one.</summary>
    [Fact]
    public void What_several_sources_make_of_one_event_is_one() => Course.Of(Hotline.Policies(
            Hotline.MustNot("calm", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Trouble)) { Times = Bound<long>.AtMost(2) })))
        .When(Hotline.Called("a", "2026-03-02 09:00", kind: "complaint", weight: 9), Hotline.Called("b", "2026-03-02 09:00", weight: 5))
        .When(Hotline.Replied("c", "2026-03-02 10:00", "a", weight: 6))
        .AdvanceTo("2026-03-02 11:00").Expect("calm")
        .When(Hotline.Called("d", "2026-03-02 12:00", weight: 5.1m))
        .AdvanceTo("2026-03-02 12:30").Expect("calm", "calm 2026-03-02 @ 03-02 12:00:00: Breached TooMany");

    [Fact]
    public void One_that_is_unknown_neither_counts_nor_does_not()
    {
        var call = Hotline.Called("a", "2026-03-02 09:00", kind: null, weight: 1);
        Course.Of(Hotline.Policies(
                Handled,
                Hotline.Must("some", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(Complaints)),
                Hotline.Must("by-li", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Trouble, Hotline.Condition("person is \"Li\"", Hotline.Trouble)))),
                Hotline.Must("by-wang", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(new EventPattern(Hotline.Trouble, Hotline.Condition("person is \"Wang\"", Hotline.Trouble))))))
            .When(call)
            .AdvanceTo("2026-03-02 09:01").Expect("handled", "handled a @ 03-02 09:00:00: Undetermined NotKnown")
            .AdvanceTo("2026-03-03 00:01").Expect(
                "some by-li by-wang",
                "some 2026-03-02 @ 03-03 00:00:00: Undetermined NotKnown",
                "by-li 2026-03-02 @ 03-03 00:00:00: Undetermined NotKnown",
                "by-wang 2026-03-02 @ 03-03 00:00:00: Breached NotDone");
    }

    /// <summary>S2: the condition of a state's source is unknown.</summary>
    [Fact]
    public void One_that_is_unknown_makes_a_state_unknown()
    {
        var state = new CountState { Name = "complaints", Title = new("complaints", "投诉"), Up = [Complaints], Initially = Value.Integer(0) };
        var hotline = Hotline.With(state);
        var odd = Hotline.Called("odd", "2026-03-02 09:05", kind: null);
        Course.Of(hotline.Policies(hotline.Never("few", "complaints > 1")))
            .When(Hotline.Called("a", "2026-03-02 09:00", kind: "complaint"), odd)
            .AdvanceTo("2026-03-02 09:10").Expect("few", "few spell @ 03-02 09:05:00: Undetermined NotKnown")
            .When(Hotline.Corrected(odd, ("kind", Value.Choice("complaint"))))
            .AdvanceTo("2026-03-02 09:20").Expect("few", "few spell @ 03-02 09:05:00: Breached LastedTooLong");
    }

    /// <summary>W6: whether it is the first, which ends the window, is unknown.</summary>
    [Fact]
    public void One_that_is_unknown_may_be_a_first_event()
    {
        var backstop = Hotline.Within(60);
        var norm = Hotline.Must(
            "before-complaint", new SiteParty(), new WhenFrame(new EventPattern(Hotline.Reset)),
            new Window(backstop.Opens, new WindowEnd(new FirstEvent(Complaints) { Backstop = backstop.Closes, StillOwed = true }, true)), new CountContent(new EventPattern(Hotline.Answer)));
        var odd = Hotline.Called("odd", "2026-03-02 09:10", kind: null);
        Course.Of(Hotline.Policies(norm))
            .When(Hotline.WasReset("r", "2026-03-02 09:00"), odd)
            .AdvanceTo("2026-03-02 09:15").Expect("before-complaint", "before-complaint r @ 03-02 09:10:00: Undetermined NotKnown")
            .When(Hotline.Corrected(odd, ("kind", Value.Choice("complaint"))))
            .AdvanceTo("2026-03-02 09:16").Expect("before-complaint", "before-complaint r @ 03-02 09:10:00: Breached NotDone")
            .When(Hotline.Withdrawn(Hotline.Corrected(odd)))
            .AdvanceTo("2026-03-02 09:17").Expect("before-complaint");
    }

    /// <summary>T8: the call that opens a duty is not the trouble that it asks for, though it counts as such.</summary>
    [Fact]
    public void An_event_and_what_follows_from_it_are_one() => Course.Of(Hotline.Policies(
            Hotline.Must("escalated", new SiteParty(), new WhenFrame(new EventPattern(Hotline.Call)), Hotline.Within(30), new CountContent(new EventPattern(Hotline.Trouble)))))
        .When(Hotline.Called("a", "2026-03-02 09:00", weight: 9), Hotline.Called("b", "2026-03-02 09:10", weight: 9))
        .AdvanceTo("2026-03-02 10:00").Expect(
            "escalated", "escalated a @ 03-02 09:10:00: Fulfilled Done", "escalated b @ 03-02 09:40:00: Breached NotDone");

    [Fact]
    public void Nobody_records_what_follows_from_others()
    {
        var record = new EventRecord { Id = "x", Type = Hotline.Complaint, At = Hotline.At("2026-03-02 09:00"), Fields = [Value.Text("S1"), Value.Text("a"), Value.Text("Li")] };
        Course.Of(Hotline.Policies(Handled))
            .Refuses(record, "DUTY4012")
            .Refuses(record with { Type = Hotline.Answered, Fields = [Value.Text("S1"), null, null, null] }, "DUTY4012")
            .Refuses(Hotline.Called("a", "2026-03-02 09:00") with { Sequence = long.MaxValue - 1_000_000 }, "DUTY4013");
    }

    [Theory]
    [InlineData("""{"id":"x","type":"complaint","at":"2026-03-02T09:00:00+08:00","site":"S1"}""", "DUTY3016")]
    [InlineData("""{"id":"x","type":"call","at":"2026-03-02T09:00:00+08:00","site":"S1","seq":9223372036853775807}""", "DUTY3017")]
    public void Nor_is_it_read_from_files(string line, string diagnostic)
    {
        var (record, problems) = new EventJson(Hotline.Vocabulary).Read(line, "day.jsonl", 1);
        Assert.Null(record);
        Assert.Equal(diagnostic, Assert.Single(problems).Id);
    }
}
