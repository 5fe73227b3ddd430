using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>C15, worked out by hand: every day from 10:00 to 10:10 the site owes several things.</summary>
public sealed class CompositeExampleTests
{
    private static readonly ContentItem Visited = new(new(Visit));
    private static readonly ContentItem Answered = new(new(Answer));
    private static readonly ContentItem Rounded = new(new(Round));
    private static readonly ContentItem OfKindA = new(new(Visit, IsKind("a")));

    [Theory]
    [InlineData("visit 10:02, answer 10:05", "Fulfilled Done 10:05 n=2 left=5 [e1 e2]")]
    [InlineData("answer 10:02, visit 10:05", "Fulfilled Done 10:05 n=2 left=5 [e2 e1]")]
    [InlineData("visit 10:02", "Breached NotDone 10:10 n=1 [e1]")]
    [InlineData("visit 10:10, answer 10:10", "Fulfilled Done 10:10 n=2 left=0 [e1 e2]")]
    [InlineData("visit 10:10, answer 10:10+", "Breached NotDone 10:10 n=1 [e1]")]
    [InlineData("", "Breached NotDone 10:10 n=0")]
    public void All_of(string history, string expected) => Assert.Equal(expected, Owed(Composition.All, Visited, Answered)[history]);

    [Theory]
    [InlineData("visit 10:02, visit 10:03, answer 10:05", "Fulfilled Done 10:05 n=2 left=5 [e1 e2 e3]")]
    [InlineData("visit 10:02, answer 10:03", "Breached NotDone 10:10 n=1 [e2]")]
    public void All_of_with_numbers(string history, string expected) => Assert.Equal(expected, Owed(Composition.All, Visited with { Times = 2 }, Answered)[history]);

    [Theory]
    [InlineData("visit 10:02 Li a, answer 10:03", "Fulfilled Done 10:03 n=2 left=7 [e1 e2]")]
    [InlineData("visit 10:02 Li b, answer 10:03", "Breached NotDone 10:10 n=1 [e2]")]
    [InlineData("visit 10:02 Li, answer 10:03", "Undetermined NotKnown 10:10 n=1 [e2]")]
    [InlineData("visit 10:02 Li", "Breached NotDone 10:10 n=0")]
    public void All_of_where_a_match_is_unknown(string history, string expected) => Assert.Equal(expected, Owed(Composition.All, OfKindA, Answered)[history]);

    [Theory]
    [InlineData("visit 10:02, answer 10:05", "Fulfilled Done 10:02 n=1 left=8 [e1]")]
    [InlineData("answer 10:05", "Fulfilled Done 10:05 n=1 left=5 [e1]")]
    [InlineData("visit 10:05, answer 10:05", "Fulfilled Done 10:05 n=1 left=5 [e1]")]
    [InlineData("", "Breached NotDone 10:10 n=0")]
    public void Any_of(string history, string expected) => Assert.Equal(expected, Owed(Composition.Any, Visited, Answered)[history]);

    [Theory]
    [InlineData("visit 10:02, answer 10:05", "Fulfilled Done 10:05 n=2 left=5 [e1 e2]")]
    [InlineData("answer 10:02, visit 10:05", "Breached NotDone 10:10 n=1 [e2]")]
    [InlineData("answer 10:02, visit 10:05, answer 10:06", "Fulfilled Done 10:06 n=2 left=4 [e2 e3]")]
    [InlineData("answer 10:05, visit 10:05", "Fulfilled Done 10:05 n=2 left=5 [e2 e1]")]
    [InlineData("answer 10:05#0, visit 10:05#1", "Fulfilled Done 10:05 n=2 left=5 [e2 e1]")]
    public void In_order(string history, string expected) => Assert.Equal(expected, Owed(Composition.InOrder, Visited, Answered)[history]);

    // A visit of kind a fits both; whether both can take one does not depend on ids.
    [Theory]
    [InlineData("visit 10:05 a, visit 10:05 b", "Fulfilled Done 10:05 n=2 left=5 [e2 e1]")]
    [InlineData("visit 10:05 b, visit 10:05 a", "Fulfilled Done 10:05 n=2 left=5 [e1 e2]")]
    [InlineData("visit 10:05 a", "Breached NotDone 10:10 n=1 [e1]")]
    [InlineData("visit 10:04 a, visit 10:05 b", "Breached NotDone 10:10 n=1 [e1]")]
    [InlineData("visit 10:04 a, visit 10:05 b, visit 10:06 a", "Fulfilled Done 10:06 n=2 left=4 [e1 e3]")]
    public void In_order_each_takes_its_own(string history, string expected) => Assert.Equal(expected, Owed(Composition.InOrder, Visited, OfKindA)[history]);

    [Theory]
    [InlineData("round 10:05/3 Li, round 10:08/3 Li", "Fulfilled Done 10:08 n=2 left=2 [e1 e2]")]
    [InlineData("round 10:05/3 Li, round 10:08/4 Li", "Breached NotDone 10:10 n=1 [e1]")]
    public void In_order_the_next_begins_when_the_one_before_is_over(string history, string expected) =>
        Assert.Equal(expected, Owed(Composition.InOrder, Rounded, Rounded)[history]);

    [Theory]
    [InlineData("visit 10:02 Li, answer 10:03", "Undetermined NotKnown 10:10 n=0")]
    [InlineData("visit 10:02 Li, visit 10:04 a, answer 10:05", "Fulfilled Done 10:05 n=2 left=5 [e2 e3]")]
    [InlineData("answer 10:02, visit 10:03 Li", "Breached NotDone 10:10 n=0")]
    public void In_order_where_a_match_is_unknown(string history, string expected) => Assert.Equal(expected, Owed(Composition.InOrder, OfKindA, Answered)[history]);

    // The level is known for five minutes after a gauge; the day begins without one. The condition is read when the visit comes, before it.
    [Theory]
    [InlineData(Composition.All, "gauge 09:59 1, visit 10:00, answer 10:01", "Breached NotDone 10:05 n=1 [e2 e3]")]
    [InlineData(Composition.All, "gauge 09:59 1, visit 10:00, answer 10:01, start 10:02", "Fulfilled Done 10:02 n=2 left=3 [e2 e3 e4]")]
    [InlineData(Composition.All, "gauge 09:59 0, visit 10:00, answer 10:01", "Fulfilled Done 10:01 n=1 left=4 [e2 e3]")]
    [InlineData(Composition.All, "gauge 10:00 1, gauge 10:00#-1 0, visit 10:00, answer 10:01", "Fulfilled Done 10:01 n=1 left=4 [e3 e4]")]
    [InlineData(Composition.All, "visit 10:00, answer 10:01", "Undetermined NotKnown 10:05 n=1 [e1 e2]")]
    [InlineData(Composition.All, "visit 10:00, answer 10:01, start 10:02", "Fulfilled Done 10:02 n=2 left=3 [e1 e2 e3]")]
    [InlineData(Composition.All, "visit 10:00, start 10:02", "Breached NotDone 10:05 n=1 [e1 e2]")]
    [InlineData(Composition.Any, "gauge 09:59 1, visit 10:00, start 10:02", "Fulfilled Done 10:02 n=1 left=3 [e2 e3]")]
    [InlineData(Composition.Any, "gauge 09:59 0, visit 10:00, start 10:02", "Breached NotDone 10:05 n=0 [e2]")]
    [InlineData(Composition.Any, "visit 10:00, start 10:02", "Undetermined NotKnown 10:05 n=1 [e1 e2]")]
    [InlineData(Composition.Any, "visit 10:00, start 10:02, answer 10:03", "Fulfilled Done 10:03 n=2 left=2 [e1 e3 e2]")]
    [InlineData(Composition.Any, "visit 10:00", "Breached NotDone 10:05 n=0 [e1]")]
    [InlineData(Composition.InOrder, "visit 10:00, answer 10:01", "Undetermined NotKnown 10:05 n=1 [e1 e2]")]
    [InlineData(Composition.InOrder, "visit 10:00, answer 10:01, start 10:02", "Fulfilled Done 10:02 n=2 left=3 [e1 e2 e3]")]
    [InlineData(Composition.InOrder, "visit 10:00, start 10:02", "Breached NotDone 10:05 n=0 [e1]")]
    public void An_item_that_is_asked_for_under_a_condition(Composition how, string history, string expected)
    {
        var content = new CompositeContent(how, [Answered, new ContentItem(new(Start)) { If = AtLeast("level", 1) }]);
        Assert.Equal(expected, new Story(Must("n", new SiteParty(), new WhenFrame(new(Visit)), Within(Duration.FromMinutes(5)), content))[history]);
    }

    [Theory]
    [InlineData("gauge 09:59 0, visit 10:00", "Fulfilled Done 10:00 n=0 [e2]")]
    [InlineData("gauge 09:59 0, start 09:59, visit 10:00", "Void Lapsed 10:00 [e3]")]
    public void No_item_there(string history, string expected)
    {
        var content = new CompositeContent(Composition.Any, [Answered with { If = AtLeast("level", 1) }]);
        var norm = Must("n", new SiteParty(), new WhenFrame(new(Visit)), Within(Duration.FromMinutes(5)), content) with { Exceptions = [new LapsesException(State("busy"))] };
        Assert.Equal(expected, new Story(norm)[history]);
    }

    // An item of unknown condition may be all there is: then nothing is known to be broken.
    [Theory]
    [InlineData("visit 10:00", "Undetermined NotKnown 10:05 n=0 [e1]")]
    [InlineData("visit 10:00, answer 10:01", "Undetermined NotKnown 10:05 n=1 [e1 e2]")]
    public void Any_of_nothing_that_is_surely_there(string history, string expected)
    {
        var content = new CompositeContent(Composition.Any, [Answered with { If = AtLeast("level", 1) }]);
        Assert.Equal(expected, new Story(Must("n", new SiteParty(), new WhenFrame(new(Visit)), Within(Duration.FromMinutes(5)), content))[history]);
    }

    [Theory]
    [InlineData("answer 09:57 c1, start 09:58, visit 10:00 c1", "Fulfilled Done 10:00 n=2 left=2 [e3 e1 e2]")]
    [InlineData("answer 09:54 c1, start 09:58, visit 10:00 c1", "Breached NotDone 10:00 n=0 [e3]")]
    public void Gate(string history, string expected)
    {
        var window = new Window(new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(5), true), true), new WindowEnd(new FrameStart(), true));
        var content = new CompositeContent(Composition.InOrder, [Answered, new ContentItem(new(Start))]);
        Assert.Equal(expected, new Story(Must("n", new AnyoneParty(), new WhenFrame(new(Visit)), window, content))[history]);
    }

    private static Story Owed(Composition how, params ImmutableArray<ContentItem> items) =>
        new(Must("n", new SiteParty(), new EveryFrame(PeriodKind.Day), Between(new LocalTime(10, 0), new LocalTime(10, 10)), new CompositeContent(how, items)));
}
