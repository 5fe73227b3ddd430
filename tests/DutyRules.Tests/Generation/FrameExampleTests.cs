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

/// <summary>The reference in cases worked out by hand: norms for each thing (F11), where they hold (F12), and conditions of what follows (F15).</summary>
public sealed class FrameExampleTests
{
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Vocabulary World = With(Vocabulary(false));
    private static readonly Norm OfEachCase = Must("n", Site, Day, Clock, new CountContent(new(Visit)) { Same = ["case"] }) with { ForEach = Cases };
    private static readonly Norm Answered = Must("n", Site, new WhenFrame(new(Visit)), Within(Five), new CountContent(new(Answer)) { Same = ["case"] });

    [Theory]
    [InlineData("", "c1 NotDone; c2 NotDone")]
    [InlineData("visit Li c2 10:02", "c1 NotDone; c2 Done")]
    [InlineData("visit Li 10:02", "c1 NotDone; c2 NotDone")]
    public void One_for_each_thing(string history, string expected) => Assert.Equal(expected, Things(World, [OfEachCase], history, "n"));

    [Fact]
    public void The_thing_is_the_last_part_of_the_key()
    {
        var each = OfEachCase with { Parties = new(new EachParty(Keeper)) };
        Assert.Equal(
            ["n(site=A, person=Li, case=c1) @ 2026-03-02", "n(site=A, person=Li, case=c2) @ 2026-03-02", "n(site=A, person=Wang, case=c1) @ 2026-03-02", "n(site=A, person=Wang, case=c2) @ 2026-03-02"],
            Tale.Judge(World, [each], "").Select(verdict => verdict.Instance.ToString()));
    }

    [Fact]
    public void A_site_without_things_has_none()
    {
        var elsewhere = new ThingSet("case", Cases.Title, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("B", ["c1"]));
        Assert.Empty(Tale.Judge(World, [OfEachCase with { ForEach = elsewhere }], ""));
    }

    [Fact]
    public void What_follows_is_about_the_same_thing()
    {
        var then = Must("then", new EachParty(Keeper), new OutcomeFrame("n", VerdictStatus.Breached, null), Within(Five), new CountContent(new(Answer)) { Same = ["case"] }) with
        {
            Parties = new(new EachParty(Keeper), new AnyoneParty()), Stratum = 1,
        };
        var verdicts = Tale.Judge(World, [OfEachCase, then], "visit Li c1 10:02, answer Li c2 10:06", "then");
        Assert.Equal(
            ["then(site=A, case=c2, person=Li) @ n(site=A, case=c2) @ 2026-03-02 Done", "then(site=A, case=c2, person=Wang) @ n(site=A, case=c2) @ 2026-03-02 Done"],
            verdicts.Select(verdict => $"{verdict.Instance} {verdict.Reason}"));
    }

    // c1 is on from its visit to its answer.
    [Theory]
    [InlineData("visit Li c1 09:00", "c1 Held; c2 Broken")]
    [InlineData("visit Li c1 09:00, visit Li c2 09:00, answer Li c1 10:05", "c1 Broken; c2 Held")]
    public void States_of_the_thing(string history, string expected)
    {
        var open = new SwitchState { Name = "open", Title = Cases.Title, Of = ["case"], On = [new(Visit)], Off = [new(Answer)], Initially = Value.Truth(false) };
        var stay = OfEachCase with { Content = new StayContent(new StateExpression(open, [new KeyExpression("case", FieldType.Text, default)], default)) };
        Assert.Equal(expected, Things(With(Vocabulary(false), open), [stay], history, "n"));
    }

    [Theory]
    [InlineData("A", false, true)]
    [InlineData("A", true, false)]
    [InlineData("B", false, false)]
    [InlineData("B", true, true)]
    public void Where_it_holds(string site, bool except, bool expected)
    {
        var there = new SiteChoice([site], except);
        Assert.Equal(expected, Tale.Judge(World, [Must("n", Site, Day, Clock, new CountContent(new(Visit))) with { At = there }], "").Count > 0);
        Assert.Equal(expected, Tale.Judge(World, [Answered with { At = there }], "visit Li c1 10:00").Count > 0);

        var then = Then(VerdictStatus.Breached) with { At = there };
        Assert.Equal(expected, Tale.Judge(World, [Answered, then], "visit Li c1 10:00", "then").Count > 0);
    }

    [Theory]
    [InlineData("visit Li c1 10:00", "Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03", "Breached NotDone 10:03+1 .. 10:08] at 10:08+")]
    public void Several_statuses(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Answered, Then(VerdictStatus.Breached, VerdictStatus.Fulfilled)], history, "then"));

    // The breach is decided at 10:05; busy is read as it was before that instant.
    [Theory]
    [InlineData("visit Li c1 10:00", "")]
    [InlineData("visit Li c1 10:00, start Li 10:05", "")]
    [InlineData("visit Li c1 10:00, start Li 10:05-1", "Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    [InlineData("visit Li c1 10:00, start Li 10:00, stop Li 10:05", "Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    public void Condition_of_what_follows(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Answered, If(State("busy"))], history, "then"));

    // No gauge has been read: the level is not known.
    [Fact]
    public void Unknown_condition_of_what_follows()
    {
        var exclusive = Answered with { Window = Answered.Window with { Closes = Answered.Window.Closes with { Inclusive = false } } };
        Assert.Equal("Undetermined NotKnown 10:05 .. 10:05] at 10:05+", Tale.Say(World, [Answered, If(AtLeast("level", 1))], "visit Li c1 10:00", "then"));
        Assert.Equal("Undetermined NotKnown 10:05 .. 10:05] at 10:05", Tale.Say(World, [exclusive, If(AtLeast("level", 1))], "visit Li c1 10:00", "then"));
    }

    // An exclusive due is decided at its cut: the tick before it is the decisive instant, and what comes in that tick is not before it.
    [Theory]
    [InlineData("visit Li c1 10:00, start Li 10:05-1", "")]
    [InlineData("visit Li c1 10:00, start Li 10:04", "Breached NotDone 10:05 .. 10:10] at 10:10+")]
    public void Condition_of_what_follows_an_exclusive_due(string history, string expected)
    {
        var exclusive = Answered with { Window = Answered.Window with { Closes = Answered.Window.Closes with { Inclusive = false } } };
        Assert.Equal(expected, Tale.Say(World, [exclusive, If(State("busy"))], history, "then"));
    }

    [Theory]
    [InlineData("visit Li c1 a 10:00", "Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    [InlineData("visit Li c1 b 10:00", "")]
    [InlineData("visit Li c1 10:00", "Undetermined NotKnown 10:05 .. 10:05] at 10:05+")]
    public void Condition_of_what_follows_reads_the_trigger(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Answered, If(Compare(Field(Visit, "kind", EventRole.Trigger), BinaryOperator.Equal, Value.Choice("a")))], history, "then"));

    private static Norm Then(params ImmutableArray<VerdictStatus> statuses) =>
        Must("then", Site, new OutcomeFrame("n", statuses, Answered.Trigger), Within(Five), new CountContent(new(Round))) with { Stratum = 1 };

    private static Norm If(Expression condition)
    {
        var then = Then(VerdictStatus.Breached);
        return then with { Frame = (OutcomeFrame)then.Frame with { If = condition } };
    }

    private static string Things(Vocabulary world, ImmutableArray<Norm> norms, string history, string norm) =>
        string.Join("; ", Tale.Judge(world, norms, history, norm).Select(verdict => $"{verdict.Instance.Key[^1].Value} {verdict.Reason}"));
}
