using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Generation.TaleWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>The reference in cases worked out by hand: windows that end or begin with the first event of a pattern (W6).</summary>
public sealed class FirstEventExampleTests
{
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Vocabulary World = With(Vocabulary(false));
    private static readonly CountContent Answers = new(new EventPattern(Answer));

    /// <summary>Up to five past ten of the day, from the first event of a pattern on.</summary>
    private static Window FromFirst(EventPattern pattern) =>
        new(new WindowEnd(new FirstEvent(pattern), true), new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, 5)), true));

    // A visit is answered before the first stop, within five minutes at most.
    [Theory]
    [InlineData("visit Li c1 10:00, stop Li 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03, stop Li 10:04", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03, answer Li c1 10:03", "Fulfilled Done 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03, answer Li c1 10:03/1", "Fulfilled Done 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03, answer Li c1 10:03+1", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03, answer Li c1 10:03-1", "Fulfilled Done 10:00 .. 10:05] at 10:03-1+")]
    [InlineData("visit Li c1 10:00, stop Li 10:00", "Breached NotDone 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 10:00, stop Li 10:00-1, answer Li c1 10:05", "Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, stop Li 10:05", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, stop Li 10:05+1", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:05", "Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:05+1", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    public void As_the_end(string history, string expected) => Assert.Equal(expected, Until(new(Stop), false, history));

    [Theory]
    [InlineData("visit Li c1 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    public void Still_owed_when_it_does_not_come(string history, string expected) => Assert.Equal(expected, Until(new(Stop), true, history));

    [Fact]
    public void What_is_done_before_it_has_come_has_the_slack_of_the_backstop()
    {
        Assert.Equal(Duration.FromMinutes(3), Tale.Judge(World, [UntilNorm(new(Stop), false)], "visit Li c1 10:00, answer Li c1 10:02, stop Li 10:03").Single().Slack);
        Assert.Equal(Duration.Zero, Tale.Judge(World, [UntilNorm(new(Stop), false)], "visit Li c1 10:00, answer Li c1 10:03, stop Li 10:03").Single().Slack);
    }

    [Fact]
    public void The_trigger_is_not_the_end() =>
        Assert.Equal(
            "Breached NotDone 10:00 .. 10:03] at 10:03+; Void NeverCame 10:03 .. 10:08] at 10:08+", Until(new(Visit), false, "visit Li c1 10:00, visit Li c1 10:03"));

    // The lamp of the stop is read before its step, when somebody is still busy.
    [Theory]
    [InlineData("start Li 09:00, visit Li c1 10:00, stop Li 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, stop Li 10:03", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, stop Li 10:02, start Li 10:02/1, stop Li 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    public void Its_condition_is_read_before_its_step(string history, string expected) => Assert.Equal(expected, Until(new(Stop, State("busy")), false, history));

    // A round is the end by where it ends.
    [Theory]
    [InlineData("visit Li c1 10:00, round Li 09:50-10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, round Li 10:01-10:06", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    public void Where_it_lies_is_its_end(string history, string expected) => Assert.Equal(expected, Until(new(Round), false, history));

    // Of a visit without a kind it is not known whether it is a contact.
    [Theory]
    [InlineData("gauge 1 10:00, visit Li c1 10:03", false, "Undetermined NotKnown 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03", true, "Undetermined NotKnown 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03, answer Li c1 10:03", false, "Fulfilled Done 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03, answer Li c1 10:04", false, "Undetermined NotKnown 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03, start Li 10:03", false, "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03, start Li 10:03/1", false, "Undetermined NotKnown 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03, start Li 10:03+1", false, "Undetermined NotKnown 10:00 .. 10:05] at 10:03+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:05", false, "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:05", true, "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    public void Not_known_whether_it_came(string history, bool stillOwed, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, new WhenFrame(new(Gauge)), UntilFirst(new(Contact), stillOwed), Answers)], history));

    [Theory]
    [InlineData("visit Li c1 10:00, answer Li c2 10:02, answer Li c1 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, answer Li c2 10:02", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    public void The_same_as_the_trigger(string history, string expected)
    {
        var window = UntilFirst(new(Answer), false);
        window = window with { Closes = window.Closes with { Anchor = (FirstEvent)window.Closes.Anchor with { Same = ["case"] } } };
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, new WhenFrame(new(Visit)), window, new CountContent(new(Round)))], history));
    }

    [Fact]
    public void The_same_as_the_thing()
    {
        var window = FromFirst(new(Visit));
        window = window with { Opens = window.Opens with { Anchor = (FirstEvent)window.Opens.Anchor with { Same = ["case"] } } };
        var norm = Must("n", Site, Day, window, Answers) with { ForEach = Cases };
        Assert.Equal("Breached NotDone 10:02 .. 10:05] at 10:05+", Tale.Of(Tale.Judge(World, [norm], "visit Li c2 10:02").Single(verdict => verdict.Instance.Key[^1].Value == Value.Text("c2"))));
        Assert.Equal("Void NeverCame 00:00 .. 10:05] at 10:05+", Tale.Of(Tale.Judge(World, [norm], "visit Li c2 10:02").Single(verdict => verdict.Instance.Key[^1].Value == Value.Text("c1"))));
    }

    // Busy at 10:03 it lapses, which at one instant comes before silence and after what is done.
    [Theory]
    [InlineData("visit Li c1 10:00, start Li 10:03, stop Li 10:03/1", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, start Li 10:03, gauge 1 10:03", "Void Lapsed 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, start Li 10:03, gauge 1 10:04", "Void Lapsed 10:00 .. 10:05] at 10:03+")]
    [InlineData("visit Li c1 10:00, gauge 1 10:03, start Li 10:03+1", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    public void Lapses_in_the_window_that_there_is(string history, string expected) => Assert.Equal(
        expected, Tale.Say(World, [UntilNorm(history.Contains("stop", StringComparison.Ordinal) ? new(Stop) : new(Gauge), true) with { Exceptions = [new LapsesException(State("busy"))] }], history));

    // From the first start of the day until 10:05.
    [Theory]
    [InlineData("start Li 10:00, answer Li c1 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("start Li 10:00, start Li 10:03, answer Li c1 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("answer Li c1 09:59, start Li 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("answer Li c1 10:00, start Li 10:00", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    [InlineData("answer Li c1 10:00/-1, start Li 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("answer Li c1 10:00/1, start Li 10:00", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    [InlineData("answer Li c1 10:01", "Void NeverCame 00:00 .. 10:05] at 10:05+")]
    [InlineData("start Li 10:05", "Breached NotDone 10:05 .. 10:05] at 10:05+")]
    [InlineData("start Li 10:05+1", "Void NeverCame 00:00 .. 10:05] at 10:05+")]
    public void As_the_opening(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Start)), Answers)], history));

    [Theory]
    [InlineData("visit Li c1 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:00/1", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    public void What_opens_does_not_count(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Visit)), new CountContent(new(Visit)))], history));

    // A round that has begun before is not wholly in the window.
    [Theory]
    [InlineData("start Li 10:00, round Li 10:00-10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("start Li 10:00, round Li 09:59-10:02", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    public void Rounds_lie_wholly_in_it(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Start)), new CountContent(new(Round)))], history));

    [Theory]
    [InlineData("start Li 09:00, gauge 1 10:00", "Breached Broken 10:00 .. 10:05] at 10:00+")]
    [InlineData("start Li 09:00, stop Li 10:00, gauge 1 10:00", "Fulfilled Held 10:00 .. 10:05] at 10:05+")]
    [InlineData("gauge 1 10:00, start Li 10:01", "Breached Broken 10:00 .. 10:05] at 10:01+")]
    [InlineData("start Li 09:00", "Void NeverCame 00:00 .. 10:05] at 10:05+")]
    public void Conditions_are_read_from_then_on(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Gauge)), new StayContent(Not(State("busy"))))], history));

    [Fact]
    public void Nothing_is_decided_before_it_has_come() => Assert.Equal(
        "Fulfilled Held 10:00 .. 10:05] at 10:00+",
        Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Gauge)), new TotalContent(State("busy"), Bound<Duration>.AtLeast(Duration.Zero)))], "gauge 1 10:00"));

    [Theory]
    [InlineData("start Li 09:00, stop Li 09:30, gauge 1 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("start Li 09:00, gauge 1 10:00", "Void Lapsed 10:00 .. 10:05] at 10:00+")]
    [InlineData("start Li 09:00", "Void NeverCame 00:00 .. 10:05] at 10:05+")]
    public void Nothing_lapses_before_it_has_come(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Gauge)), Answers) with { Exceptions = [new LapsesException(State("busy"))] }], history));

    // Li holds the post until 10:05, and the window is open until ten past ten.
    [Theory]
    [InlineData("", "Void NoLongerHolds 00:00 .. 10:10] at 10:05+")]
    [InlineData("start Li 10:05", "Void NoLongerHolds 10:05 .. 10:10] at 10:05+")]
    [InlineData("start Li 10:05+1", "Void NoLongerHolds 00:00 .. 10:10] at 10:05+")]
    [InlineData("start Li 10:04", "Void NoLongerHolds 10:04 .. 10:10] at 10:05+")]
    public void Hands_change_while_it_is_waited_for(string history, string expected)
    {
        var window = FromFirst(new(Start)) with { Closes = new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, 10)), true) };
        Assert.Equal(expected, Tale.Say(With(Vocabulary(true)), [Must("n", new EachParty(Keeper), Day, window, Answers)], history));
    }

    [Theory]
    [InlineData("visit Li c1 10:00", "Undetermined NotKnown 00:00 .. 10:05] at 10:00+")]
    [InlineData("visit Li c1 10:00, start Li 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, start Li 10:00/1", "Undetermined NotKnown 00:00 .. 10:05] at 10:00+")]
    [InlineData("visit Li c1 10:05", "Undetermined NotKnown 00:00 .. 10:05] at 10:05+")]
    public void Not_known_whether_it_has_opened(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, FromFirst(new(Contact)), Answers)], history));

    [Theory]
    [InlineData("stop Li 09:00, start Li 10:00, stop Li 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("start Li 10:00, stop Li 10:00", "Breached NotDone 10:00 .. 10:00] at 10:00+")]
    [InlineData("start Li 10:00, stop Li 10:00/-1", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("stop Li 10:00", "Void NeverCame 00:00 .. 10:05] at 10:05+")]
    public void From_one_event_to_another(string history, string expected) => Assert.Equal(expected, FromTo(new(Start), new(Stop), history));

    [Theory]
    [InlineData("visit Li c1 10:00", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, visit Li c1 10:03", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    public void What_opens_does_not_end(string history, string expected) => Assert.Equal(expected, FromTo(new(Visit), new(Visit), history));

    // A visit is answered before the first breach of another norm: that of its own answer within a minute, which is decided at 10:01.
    [Theory]
    [InlineData("visit Li c1 10:00", "Breached NotDone 10:00 .. 10:01] at 10:01+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:00", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    public void An_outcome_may_be_the_end(string history, string expected)
    {
        var first = Must("n", Site, new WhenFrame(new(Visit)), Within(Duration.FromMinutes(1)), Answers);
        var until = UntilNorm(DecidedAs(VerdictStatus.Breached), false) with { Id = "until", Stratum = 1 };
        Assert.Equal(expected, Tale.Say(World, [first, until], history, "until"));
    }

    private static Norm UntilNorm(EventPattern pattern, bool stillOwed) => Must("n", Site, new WhenFrame(new(Visit)), UntilFirst(pattern, stillOwed), Answers);

    private static string Until(EventPattern pattern, bool stillOwed, string history) => Tale.Say(World, [UntilNorm(pattern, stillOwed)], history);

    private static string FromTo(EventPattern from, EventPattern to, string history)
    {
        var window = FromFirst(from);
        window = window with { Closes = new WindowEnd(new FirstEvent(to) { Backstop = window.Closes }, true) };
        return Tale.Say(World, [Must("n", Site, Day, window, Answers)], history);
    }
}
