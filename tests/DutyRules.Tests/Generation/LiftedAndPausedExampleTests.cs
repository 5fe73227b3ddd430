using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>X5 and W7, worked out by hand: what does not count while something holds, and clocks that stand still.</summary>
public sealed class LiftedAndPausedExampleTests
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Window ToTen = From(new ClockTime(new FrameDay(), new LocalTime(10, 0)), new ClockTime(new FrameDay(), new LocalTime(10, 10)));

    // Somebody is to be there, but not while a case is open.
    private static readonly Expression Busy = State("busy");
    private static readonly Expression Open = AtLeast("open-cases", 1);

    // X5
    [Theory]
    [InlineData("start 09:00 Li, stop 10:05 Li", "Breached Broken 10:05")]
    [InlineData("start 09:00 Li, visit 10:04 c1, stop 10:05 Li", "Fulfilled Held 10:10")]
    [InlineData("start 09:00 Li, visit 10:04 c1, stop 10:05 Li, answer 10:07 c1", "Breached Broken 10:07")]
    [InlineData("start 09:00 Li, visit 10:05 c1, stop 10:05 Li, answer 10:07 c1, start 10:07 Li", "Fulfilled Held 10:10")]
    public void What_must_stay(string history, string expected) => Assert.Equal(expected, Lifted(Must("n", Site, Day, ToTen, new StayContent(Busy)))[history]);

    // X5
    [Theory]
    [InlineData("start 09:00 Li, stop 10:01 Li, visit 10:03 c1, answer 10:05 c1, start 10:07 Li", "Fulfilled Held 10:10")]
    [InlineData("start 09:00 Li, stop 10:01 Li, visit 10:03+ c1, answer 10:05 c1, start 10:07 Li", "Breached Broken 10:03")]
    public void What_must_stay_but_for_gaps(string history, string expected) =>
        Assert.Equal(expected, Lifted(Must("n", Site, Day, ToTen, new StayContent(Busy) { Gaps = Duration.FromMinutes(2) }))[history]);

    // X5: Half of the time that is left: of ten minutes, or of six.
    [Theory]
    [InlineData("start 10:00 Li, stop 10:03 Li", "Breached ShareTooSmall 10:10", "0.3")]
    [InlineData("start 10:00 Li, stop 10:03 Li, visit 10:03 c1, answer 10:07 c1", "Fulfilled Held 10:10", "0.5")]
    [InlineData("visit 09:00 c1", "Void NothingToMeasure 10:10", "")]
    public void Share_of_the_rest(string history, string expected, string share)
    {
        var story = Lifted(Must("n", Site, Day, ToTen, new StayContent(Busy) { Share = 0.5m }));
        Assert.Equal((expected, share), (story[history], $"{story.Judge(history)[0].Share}"));
    }

    // X5
    [Fact]
    public void Share_of_another_condition_and_of_the_rest()
    {
        var story = Lifted(Must("n", Site, Day, ToTen, new StayContent(Busy) { Share = 0.5m, Of = AtLeast("waiting", 0) }));
        Assert.Equal("Fulfilled Held 10:10", story["start 10:00 Li, stop 10:03 Li, visit 10:03 c1, answer 10:07 c1"]);
    }

    // X5
    [Theory]
    [InlineData("start 10:00 Li, stop 10:06 Li", "Breached TooLong 10:05")]
    [InlineData("start 10:00 Li, visit 10:02 c1, answer 10:04 c1, stop 10:06 Li", "Fulfilled Held 10:10")]
    [InlineData("start 10:00 Li, visit 10:02 c1, answer 10:04 c1, stop 10:08 Li", "Breached TooLong 10:07")]
    public void Total(string history, string expected) => Assert.Equal(expected, Lifted(Must("n", Site, Day, ToTen, new TotalContent(Busy, Bound<Duration>.LessThan(Five))))[history]);

    // X5: Busy for more than five minutes, not counting those with an open case: they end the spell.
    [Theory]
    [InlineData("start 10:00 Li, stop 10:06 Li", "Breached LastedTooLong 10:05")]
    [InlineData("start 10:00 Li, visit 10:03 c1, answer 10:04 c1, stop 10:06 Li", "")]
    [InlineData("start 10:00 Li, visit 10:03 c1, answer 10:04 c1, stop 10:10 Li", "Breached LastedTooLong 10:09")]
    public void What_must_not_be(string history, string expected) =>
        Assert.Equal(expected, Lifted(MustNot("n", Site, new WhileFrame(Busy, new Limit<Duration>(Five, false)), Window.Moment, new HappeningContent()))[history]);

    // X5
    [Theory]
    [InlineData("start 10:00 Li", "Breached ForbiddenAct 10:00 [e1]")]
    [InlineData("visit 09:00 c1, start 10:00 Li", "")]
    [InlineData("visit 10:00 c1, start 10:00 Li", "")]
    [InlineData("visit 09:00 c1, answer 10:00 c1, start 10:00 Li", "")]
    [InlineData("visit 10:00 c1, start 10:00#-1 Li", "Breached ForbiddenAct 10:00 [e2]")]
    public void Forbidden_act(string history, string expected) =>
        Assert.Equal(expected, Lifted(MustNot("n", new AnyoneParty(), new WhenFrame(new(Start)), Window.Moment, new HappeningContent()))[history]);

    // X5
    [Theory]
    [InlineData("start 10:01 Li, visit 10:02 c1, start 10:03 Li", "Fulfilled NoOffence 10:10 n=1 [e1]")]
    [InlineData("start 10:01 Li, start 10:03 Li", "Breached TooMany 10:03 n=2 [e1 e2]")]
    public void Forbidden_number(string history, string expected) =>
        Assert.Equal(expected, Lifted(MustNot("n", Site, Day, ToTen, new CountContent(new(Start)) { Times = Bound<long>.AtMost(1) }))[history]);

    // X5: If it is unknown whether the act was lifted, so is whether it offends.
    [Theory]
    [InlineData("start 10:01 Li", "Undetermined NotKnown 10:10 n=0")]
    [InlineData("gauge 10:00 0, start 10:01 Li", "Breached ForbiddenAct 10:01 n=1 [e2]")]
    [InlineData("gauge 10:00 1, start 10:01 Li", "Fulfilled NoOffence 10:10 n=0")]
    public void It_is_unknown_if_it_is_lifted(string history, string expected)
    {
        var norm = MustNot("n", Site, Day, ToTen, new CountContent(new(Start))) with { Exceptions = [new LiftedException(AtLeast("level", 1))] };
        Assert.Equal(expected, new Story(norm)[history]);
    }

    // W7: A visit wants an answer within five minutes; the clock stands while somebody is busy.
    [Theory]
    [InlineData("visit 10:00, answer 10:05", "Fulfilled Done 10:05 n=1 left=0 [e1 e2]", "10:05")]
    [InlineData("visit 10:00, answer 10:06", "Breached NotDone 10:05 n=0 [e1]", "10:05")]
    [InlineData("visit 10:00, start 10:02 Li, stop 10:04 Li, answer 10:06", "Fulfilled Done 10:06 n=1 left=1 [e1 e4]", "10:07")]
    [InlineData("visit 10:00, start 10:02 Li, stop 10:04 Li, answer 10:07+", "Breached NotDone 10:07 n=0 [e1]", "10:07")]
    [InlineData("visit 10:00, start 10:02 Li, answer 10:30", "Fulfilled Done 10:30 n=1 left=3 [e1 e3]", "10:33")]
    [InlineData("visit 10:00, start 10:05 Li, answer 10:30", "Fulfilled Done 10:30 n=1 left=0 [e1 e3]", "10:30")]
    [InlineData("visit 10:00, start 10:05 Li, stop 10:20 Li", "Breached NotDone 10:20 n=0 [e1]", "10:20")]
    [InlineData("visit 10:00, start 10:05+ Li, answer 10:30", "Breached NotDone 10:05 n=0 [e1]", "10:05")]
    [InlineData("start 09:00 Li, visit 10:00, stop 10:10 Li", "Breached NotDone 10:15 n=0 [e2]", "10:15")]
    public void Clock_stands_still(string history, string expected, string due)
    {
        var story = Paused(new CountContent(new(Answer)), Busy);
        Assert.Equal((expected, due), (story[history], Story.Text(story.Judge(history).Single().Due)));
    }

    // W7
    [Fact]
    public void Clock_that_stands_for_ever() => Assert.Empty(Paused(new CountContent(new(Answer)), Busy)["visit 10:00, start 10:02 Li"]);

    // W7: Whether the clock stood is not known until the gauge.
    [Theory]
    [InlineData("visit 10:00, answer 10:03", "Fulfilled Done 10:03 n=1 left=2 [e1 e2]")]
    [InlineData("visit 10:00", "Undetermined NotKnown 10:05 n=0 [e1]")]
    [InlineData("gauge 10:00 0, visit 10:00, gauge 10:04 0", "Breached NotDone 10:05 n=0 [e2]")]
    [InlineData("gauge 10:00 1, visit 10:00, gauge 10:04 0, gauge 10:08 0", "Breached NotDone 10:09 n=0 [e2]")]
    public void It_is_unknown_if_the_clock_stands(string history, string expected) =>
        Assert.Equal(expected, Paused(new CountContent(new(Answer)), AtLeast("level", 1))[history]);

    // W7
    [Theory]
    [InlineData("visit 10:00, answer 10:01", "Undetermined NotKnown 10:05 n=1 [e1 e2]")]
    [InlineData("gauge 10:00 0, visit 10:00, gauge 10:04 0, answer 10:01", "Fulfilled Done 10:05 n=1 [e2 e4]")]
    [InlineData("visit 10:00, answer 10:01, answer 10:02", "Undetermined NotKnown 10:02 n=2 [e1 e2 e3]")]
    public void Exact_number_while_it_is_unknown_if_the_clock_stands(string history, string expected) =>
        Assert.Equal(expected, Paused(new CountContent(new(Answer)) { Times = Bound<long>.Exactly(1) }, AtLeast("level", 1))[history]);

    // W7: What lapses is printed with the due that it had then.
    [Fact]
    public void Lapsed_with_a_clock()
    {
        var story = Paused(new CountContent(new(Answer)), Busy, new LapsesException(AtLeast("level", 1)));
        var verdict = story.Judge("visit 10:00, start 10:01 Li, stop 10:03 Li, gauge 10:04 1").Single();
        Assert.Equal(("Void Lapsed 10:04 [e1]", "10:07"), (Story.Text(verdict), Story.Text(verdict.Due)));
    }

    // W7
    [Fact]
    public void Clock_of_a_composite()
    {
        var story = Paused(new CompositeContent(Composition.All, [new(new(Answer)), new(new(Gauge))]), Busy);
        Assert.Equal("Fulfilled Done 10:06 n=2 left=1 [e1 e2 e5]", story["visit 10:00, answer 10:01, start 10:02 Li, stop 10:04 Li, gauge 10:06 1"]);
    }

    private static Story Lifted(Norm norm) => new(norm with { Exceptions = [new LiftedException(Open)] });

    private static Story Paused(Content content, Expression condition, params NormException[] more) =>
        new(Must("n", Site, new WhenFrame(new(Visit)), Within(Five), content) with { Exceptions = [new PausesException(condition), .. more] });
}
