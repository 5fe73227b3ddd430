using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.Conditions;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>C20, C21, B4 and F14, worked out by hand: events that serve once, computed bounds, performers, and persons together.</summary>
public sealed class CountFormExampleTests
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly SiteParty Site = new();
    private static readonly WhenFrame OnVisit = new(new(Visit));
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));

    // C20: Two visits want an answer each.
    [Theory]
    [InlineData("visit 10:00, visit 10:01, answer 10:02", "Fulfilled Done 10:02 n=1 left=3 [e1 e3]; Breached NotDone 10:06 n=0 [e2]")]
    [InlineData("visit 10:00, visit 10:01, answer 10:02, answer 10:02", "Fulfilled Done 10:02 n=1 left=3 [e1 e3]; Fulfilled Done 10:02 n=1 left=4 [e2 e4]")]
    [InlineData("visit 10:00, answer 10:00, visit 10:00", "Fulfilled Done 10:00 n=1 left=5 [e1 e2]; Breached NotDone 10:05 n=0 [e3]")]
    [InlineData("visit 10:00, answer 10:00#-1", "Fulfilled Done 10:00 n=1 left=5 [e1 e2]")]
    public void An_event_serves_the_first_that_is_due(string history, string expected) =>
        Assert.Equal(expected, new Story(Must("n", Site, OnVisit, Within(Five), Once(Answer)))[history]);

    // C20
    [Fact]
    public void Of_those_that_are_due_together_the_first_born()
    {
        var due = new EarlierOf(new Offset(new FrameStart(), Five), new ClockTime(new FrameDay(), new LocalTime(10, 4)));
        var norm = Must("n", Site, OnVisit, new Window(new(new FrameStart(), true), new(due, true)), Once(Answer));
        Assert.Equal("Fulfilled Done 10:02 n=1 left=2 [e1 e3]; Breached NotDone 10:04 n=0 [e2]", new Story(norm)["visit 10:00, visit 10:01, answer 10:02"]);
    }

    // C20: What has lapsed takes nothing; what lapses at the instant still does.
    [Theory]
    [InlineData("visit 10:00, gauge 10:01 1, gauge 10:02 0, visit 10:02, answer 10:03", "Void Lapsed 10:01 [e1]; Fulfilled Done 10:03 n=1 left=4 [e4 e5]")]
    [InlineData("visit 10:00, visit 10:01, gauge 10:03 1, answer 10:03", "Fulfilled Done 10:03 n=1 left=2 [e1 e4]; Void Lapsed 10:03 [e2]")]
    public void What_ended_takes_nothing(string history, string expected)
    {
        var norm = Must("n", Site, OnVisit, Within(Five), Once(Answer)) with { Exceptions = [new LapsesException(AtLeast("level", 1))] };
        Assert.Equal(expected, new Story(norm)[history]);
    }

    // C20, W4: An answer before the visit counts; the visit takes what no other has taken when it is born.
    [Theory]
    [InlineData("answer 09:58, visit 10:00, visit 10:01", "Fulfilled Done 10:00 n=1 left=7 [e2 e1]; Breached NotDone 10:06 n=0 [e3]")]
    [InlineData("answer 09:58, answer 09:59, visit 10:00, visit 10:01", "Fulfilled Done 10:00 n=1 left=7 [e3 e1]; Fulfilled Done 10:01 n=1 left=7 [e4 e2]")]
    public void Born_after_the_event(string history, string expected)
    {
        var window = new Window(new(new Offset(new FrameStart(), Five, true), true), new(new Offset(new FrameStart(), Five), true));
        Assert.Equal(expected, new Story(Must("n", Site, OnVisit, window, Once(Answer)))[history]);
    }

    // C20, C11
    [Theory]
    [InlineData("answer 09:58, visit 10:00, visit 10:01", "Fulfilled Done 10:00 n=1 left=2 [e2 e1]; Breached NotDone 10:01 n=0 [e3]")]
    [InlineData("answer 09:58, visit 10:00, visit 10:00#-1", "Fulfilled Done 10:00 n=1 left=2 [e3 e1]; Breached NotDone 10:00 n=0 [e2]")]
    [InlineData("answer 09:57, answer 09:58, visit 10:00, visit 10:01", "Fulfilled Done 10:00 n=1 left=3 [e3 e1]; Fulfilled Done 10:01 n=1 left=3 [e4 e2]")]
    public void Gate(string history, string expected)
    {
        var window = new Window(new(new Offset(new FrameStart(), Five, true), true), new(new FrameStart(), true));
        var said = new Story(Must("n", new AnyoneParty(), OnVisit, window, Once(Answer))).Judge(history).OrderBy(verdict => verdict.Cut).ThenBy(verdict => verdict.Status).Select(Story.Text);
        Assert.Equal(expected, string.Join("; ", said));
    }

    // C21, F16: So many as wait before the trigger.
    [Theory]
    [InlineData("start 09:00 Li, answer 10:00, visit 10:01", "Fulfilled Done 10:01 n=1 needed=1 left=4 [e2 e3]")]
    [InlineData("start 09:00 Li, start 10:00 Li, answer 10:00, visit 10:01", "Fulfilled Done 10:01 n=1 needed=1 left=4 [e3 e4]")]
    [InlineData("start 09:00 Li, start 10:00#-1 Li, answer 10:00, visit 10:01", "Breached NotDone 10:05 n=1 needed=2 [e3 e4]")]
    [InlineData("answer 10:00", "Fulfilled Done 10:00 n=0 needed=0 [e1]")]
    [InlineData("stop 09:00 Li, answer 10:00, visit 10:01", "Undetermined NotKnown 10:00 [e2]")]
    public void Computed_least_number(string history, string expected) =>
        Assert.Equal(expected, new Story(Must("n", Site, new WhenFrame(new(Answer)), Within(Five), Counted(Bound<long>.AtLeast(Waiting))))[history]);

    // C21
    [Theory]
    [InlineData("start 09:00 Li, answer 10:00, visit 10:01", "Fulfilled NoOffence 10:05 n=1 needed=1 [e2 e3]")]
    [InlineData("start 09:00 Li, answer 10:00, visit 10:01, visit 10:02", "Breached TooMany 10:02 n=2 needed=1 [e2 e3 e4]")]
    [InlineData("answer 10:00, visit 10:01", "Breached ForbiddenAct 10:01 n=1 needed=0 [e1 e2]")]
    public void Computed_greatest_number(string history, string expected) =>
        Assert.Equal(expected, new Story(MustNot("n", Site, new WhenFrame(new(Answer)), Within(Five), Counted(Bound<long>.AtMost(Waiting))))[history]);

    // C21: Less than nobody is nobody.
    [Fact]
    public void What_is_allowed_at_most_is_not_less_than_nothing() => Assert.Equal(
        "Fulfilled NoOffence 10:05 n=0 needed=0 [e1]",
        new Story(MustNot("n", Site, new WhenFrame(new(Answer)), Within(Five), Counted(Bound<long>.LessThan(Waiting))))["answer 10:00"]);

    // B4: Li is the deputy from 10:05 until 10:10; the keepers are Li and Wang.
    [Theory]
    [InlineData("visit 10:03 Li", "Breached NotDone 10:10 n=0")]
    [InlineData("visit 10:05 Li", "Fulfilled Done 10:05 n=1 left=5 [e1]")]
    [InlineData("visit 10:05 Wang", "Breached NotDone 10:10 n=0")]
    [InlineData("visit 10:10 Li", "Breached NotDone 10:10 n=0")]
    public void Done_by_a_role(string history, string expected)
    {
        var norm = Must("n", Site, new EveryFrame(PeriodKind.Day), ToTen, Counted(Bound<long>.AtLeast(1))) with { Parties = new(Site, new PostParty(Deputy)) };
        Assert.Equal(expected, (new Story(norm) { With = WithForms })[history]);
    }

    // B4, E9
    [Theory]
    [InlineData("handover 10:00 from:Li to:Wang, visit 10:01 Wang", "Fulfilled Done 10:01 n=1 left=4 [e1 e2]")]
    [InlineData("handover 10:00 from:Li to:Wang, visit 10:01 Li", "Breached NotDone 10:05 n=0 [e1]")]
    [InlineData("handover 10:00 from:Li, visit 10:01 Li", "Breached NotDone 10:05 n=0 [e1]")]
    public void Done_by_the_person_in_a_field(string history, string expected) => Assert.Equal(expected, OnHandover(new Parties(Site, new FieldParty(To)))[history]);

    // B4: Where the trigger does not say, it is unknown whose acts count.
    [Theory]
    [InlineData("handover 10:00 from:Li to:Wang, visit 10:01 Wang", "Fulfilled Done 10:01 n=1 left=4 [e1 e2]")]
    [InlineData("handover 10:00 from:Li, visit 10:01 Li", "Undetermined NotKnown 10:05 n=0 [e1]")]
    [InlineData("handover 10:00 from:Li", "Breached NotDone 10:05 n=0 [e1]")]
    public void Done_by_whom_an_expression_names(string history, string expected) =>
        Assert.Equal(expected, OnHandover(new Parties(Site, new PersonParty(Read(EventRole.Trigger, To))))[history]);

    // B4, B1
    [Fact]
    public void Done_by_is_no_bearer()
    {
        var verdict = OnHandover(new Parties(new FieldParty(Handover.FindField("from")!), new FieldParty(To))).Judge("handover 10:00 from:Li to:Wang, visit 10:01 Wang").Single();
        Assert.Equal(("Li", "Wang"), (verdict.People.Single(), verdict.Performers.Single()));
    }

    // B4, C15
    [Theory]
    [InlineData("visit 10:01 Wang, answer 10:02 Li, answer 10:03 Wang", "Fulfilled Done 10:03 n=2 left=7 [e1 e3]")]
    [InlineData("visit 10:01 Wang, answer 10:02 Li", "Breached NotDone 10:10 n=1 [e1]")]
    public void Items_with_performers_of_their_own(string history, string expected)
    {
        var content = new CompositeContent(Composition.All, [new(new(Visit)), new(new(Answer)) { DoneBy = new PostParty(Keeper) }]);
        var norm = Must("n", Site, new EveryFrame(PeriodKind.Day), ToTen, content) with { Parties = new(Site, new AnyoneParty()) };
        Assert.Equal(expected, (new Story(norm) { With = NoKeeperButWang })[history]);
    }

    // B4, C11
    [Theory]
    [InlineData("answer 09:58 Li, visit 10:00", "Breached NotDone 10:00 n=0 [e2]")]
    [InlineData("answer 09:58 Wang, visit 10:00", "Fulfilled Done 10:00 n=1 left=2 [e2 e1]")]
    public void Done_by_holds_in_gates(string history, string expected)
    {
        var window = new Window(new(new Offset(new FrameStart(), Five, true), true), new(new FrameStart(), true));
        var norm = Must("n", new AnyoneParty(), OnVisit, window, new CountContent(new(Answer))) with { Parties = new(new AnyoneParty(), new PostParty(Keeper)) };
        Assert.Equal(expected, (new Story(norm) { With = NoKeeperButWang })[history]);
    }

    // F14: Who hands over and who takes over visit together.
    [Theory]
    [InlineData("handover 10:00 from:Li to:Wang, visit 10:01 Wang, visit 10:02 Li", "Fulfilled Done 10:02 n=2 left=3 [e1 e3 e2]")]
    [InlineData("handover 10:00 from:Li to:Wang, visit 10:01 Wang, visit 10:02 Wang", "Breached NotDone 10:05 n=1 [e1 e2]")]
    [InlineData("handover 10:00 from:Li to:Li, visit 10:01 Li", "Fulfilled Done 10:01 n=1 left=4 [e1 e2]")]
    [InlineData("handover 10:00 from:Li, visit 10:01 Li", "Undetermined NotKnown 10:00 [e1]")]
    public void Together(string history, string expected)
    {
        var story = OnHandover(new Parties(new TogetherParty([Read(EventRole.Trigger, From), Read(EventRole.Trigger, To)])));
        Assert.Equal(expected, story[history]);
    }

    // F14, B1
    [Fact]
    public void All_of_them_bear_it()
    {
        var story = OnHandover(new Parties(new TogetherParty([Read(EventRole.Trigger, To), Read(EventRole.Trigger, From)])));
        var verdict = story.Judge("handover 10:00 from:Li to:Wang, visit 10:01 Wang").Single();
        Assert.Equal(["Li", "Wang"], verdict.People);
        Assert.Equal(["Li", "Wang"], verdict.Liable);
        Assert.DoesNotContain(verdict.Instance.Key, part => part.Name == "person");
        Assert.Empty(story.Judge("handover 10:00 from:Li").Single().People);
    }

    private static Field From => Handover.FindField("from")!;

    private static Field To => Handover.FindField("to")!;

    private static Term<long> Waiting => new(0) { Computed = State("waiting") };

    private static CountContent Once(EventType type) => new(new EventPattern(type)) { Once = true };

    private static CountContent Counted(Bound<long> times) => new(new EventPattern(Visit)) { Times = times };

    private static Story OnHandover(Parties parties) =>
        new(Must("n", Site, new WhenFrame(new(Handover)), Within(Five), Counted(Bound<long>.AtLeast(1))) with { Parties = parties }) { With = WithForms };

    private static Vocabulary NoKeeperButWang(Vocabulary vocabulary) => vocabulary with { Roster = [new("Wang", Keeper.Name, "A")] };
}
