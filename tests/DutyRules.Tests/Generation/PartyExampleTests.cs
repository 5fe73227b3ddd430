using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Generation.TaleWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>The reference in cases worked out by hand: bearers whom an expression names (F13), roles that include others and that others act for (B3), who is liable (B5), and holding a role as a condition (B6).</summary>
public sealed class PartyExampleTests
{
    private static readonly Vocabulary World = With(Vocabulary(false));
    private static readonly Norm Answered = Must("n", new PersonParty(Of(Owner)), new WhenFrame(new(Visit)), Within(Five), new CountContent(new(Answer)));

    // The owner is who did the last round or visit, as it was before the visit that triggers.
    [Theory]
    [InlineData("round Wang 09:00-09:10, visit Li c1 10:00, answer Wang c1 10:05", "Wang Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("round Wang 09:00-09:10, visit Li c1 10:00, answer Li c1 10:02", "Wang Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("round Wang 09:50-10:00, visit Li c1 10:00", "nobody Undetermined NotKnown 10:00 .. 10:00) at 10:00+")]
    [InlineData("round Wang 09:50-10:00/-1, visit Li c1 10:00", "Wang Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:02", "nobody Undetermined NotKnown 10:00 .. 10:00) at 10:00+")]
    public void Person_named_at_the_trigger(string history, string expected) => Assert.Equal(expected, Say(Answered, history));

    [Fact]
    public void The_named_person_is_in_the_key_and_answers()
    {
        var verdict = Tale.Judge(World, [Answered], "round Wang 09:00-09:10, visit Li c1 10:00").Single();
        Assert.Equal("n(site=A, person=Wang, case=c1) @ e2", verdict.Instance.ToString());
        Assert.Equal(["Wang"], verdict.Liable);
        Assert.Equal("n(site=A, case=c1) @ e1", Tale.Judge(World, [Answered], "visit Li c1 10:00").Single().Instance.ToString());
    }

    // F6 comes first, and a date that is not known.
    [Fact]
    public void Why_nothing_is_known()
    {
        var unknownDay = Answered with { Window = new(Answered.Window.Opens, new WindowEnd(new EndOfDay(new MovedDay(new FrameDay(), DayClass.Working, true)), false)) };
        Assert.Equal("nobody Undetermined CalendarMissing 10:00 .. 10:00) at 10:00+", Say(unknownDay, "visit Li c1 10:00"));
        Assert.Equal("nobody Undetermined NotKnown 10:00 .. 10:00] at 10:00+", Say(Answered with { Frame = new WhenFrame(new(Visit, IsKind("a"))) }, "visit Li c1 10:00"));
    }

    [Theory]
    [InlineData("round Wang 09:00-09:10, visit Li c1 10:00", "Wang Breached ForbiddenAct 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 10:00", "nobody Undetermined NotKnown 10:00 .. 10:00) at 10:00+")]
    public void Person_named_for_an_act(string history, string expected) =>
        Assert.Equal(expected, Say(MustNot("n", new PersonParty(Of(Owner)), new WhenFrame(new(Visit)), Window.Moment, new HappeningContent()), history));

    // What follows is borne by the owner as he was just before its start, 10:05.
    [Theory]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:05", "Li Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:04", "Wang Breached NotDone 10:05+1 .. 10:10] at 10:10+")]
    [InlineData("visit Li c1 10:00, visit c2 10:01", "nobody Undetermined NotKnown 10:05 .. 10:05) at 10:05+; nobody Undetermined NotKnown 10:06 .. 10:06) at 10:06+")]
    public void Person_named_for_what_follows(string history, string expected)
    {
        var first = Answered with { Parties = new(new SiteParty()) };
        var then = Must("then", new PersonParty(Of(Owner)), new OutcomeFrame("n", VerdictStatus.Breached, first.Trigger), Within(Five), new CountContent(new(Stop))) with { Stratum = 1 };
        Assert.Equal(expected, Say([first, then], history, "then"));
    }

    // Whoever owns the case when he answers, before or after the step; at the due it is who answers for it.
    [Theory]
    [InlineData("visit Li c1 10:00, answer Li c1 10:02", "Li Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("visit Li c1 10:00, answer Wang c1 10:02", "Li Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:02, answer Li c1 10:02", "Li Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:02, answer Wang c1 10:02", "Li Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:02, answer Li c1 10:02+1", "Wang Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:05", "Li Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:00, round Wang 10:01-10:05-1", "Wang Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit c1 10:00, answer Li c1 10:02", "nobody Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit c1 10:00", "nobody Breached NotDone 10:00 .. 10:05] at 10:05+")]
    public void Person_named_at_each_moment(string history, string expected) => Assert.Equal(expected, Say(Answered with { Parties = new(new PersonParty(Of(Owner), true)) }, history));

    [Fact]
    public void Who_moves_is_not_in_the_key() =>
        Assert.Equal("n(site=A, case=c1) @ e1", Tale.Judge(World, [Answered with { Parties = new(new PersonParty(Of(Owner), true)) }], "visit Li c1 10:00").Single().Instance.ToString());

    // Zhao manages from 10:00 until 10:05; Li, deputy from 10:05 until 10:10, does by being deputy; else the keepers act, Wang among them.
    [Theory]
    [InlineData("visit Wang 10:00-1", true)]
    [InlineData("visit Zhao 10:00-1", false)]
    [InlineData("visit Zhao 10:00", true)]
    [InlineData("visit Wang 10:00", false)]
    [InlineData("visit Li 10:00", false)]
    [InlineData("visit Zhao 10:05", false)]
    [InlineData("visit Li 10:05", true)]
    [InlineData("visit Wang 10:10-1", false)]
    [InlineData("visit Wang 10:10", true)]
    [InlineData("visit Li 10:10", true)]
    public void Included_and_acting(string history, bool holds)
    {
        var (world, manager) = Managed();
        Assert.Equal(holds ? "Fulfilled" : "Breached", Tale.Judge(world, [Must("n", new AnyoneParty(), new WhenFrame(new(Visit)), Window.Moment, new ActorContent(manager))], history).Single().Status.ToString());

        // B6 reads the same.
        var asked = new ConditionContent(new HoldsExpression(Field(Visit, "person"), manager, default));
        Assert.Equal(holds ? "Fulfilled" : "Breached", Tale.Judge(world, [Must("n", new AnyoneParty(), new WhenFrame(new(Visit)), Window.Moment, asked)], history).Single().Status.ToString());
    }

    // Keepers act, then deputies; of an included role those who act for it come before.
    [Fact]
    public void Acting_in_order()
    {
        var nobody = new Role("nobody", LocalizedText.Same("nobody"));
        Assert.Equal("Li Wang", HoldersAt("10:05", new Role("r", nobody.Title) { Acting = [nobody, Keeper, Deputy] }));
        Assert.Equal("Li", HoldersAt("10:05", new Role("r", nobody.Title) { Acting = [nobody, Deputy, Keeper] }));
        Assert.Equal("", HoldersAt("10:05", new Role("r", nobody.Title) { Acting = [nobody] }));
        Assert.Equal("Li", HoldersAt("10:05", new Role("r", nobody.Title) { Includes = [nobody with { Name = "acted-for", Acting = [Deputy] }], Acting = [Keeper] }));
        Assert.Equal("Li Wang", HoldersAt("10:10", new Role("r", nobody.Title) { Includes = [nobody with { Name = "acted-for", Acting = [Deputy] }], Acting = [Keeper] }));
    }

    // Wang acts until Zhao takes over at 10:00.
    [Fact]
    public void Who_acts_no_longer_holds_it_when_another_does()
    {
        var (world, manager) = Managed();
        var each = Answered with { Parties = new(new EachParty(manager)) };
        Assert.Equal("Li Void NoLongerHolds 09:58 .. 10:03] at 10:00+; Wang Void NoLongerHolds 09:58 .. 10:03] at 10:00+", Say(world, [each], "visit Zhao c1 09:58", "n"));
        Assert.Equal("Zhao Void NoLongerHolds 10:01 .. 10:06] at 10:05+", Say(world, [each], "visit Zhao c1 10:01", "n"));
    }

    [Fact]
    public void People_of_a_post_are_all_who_held_it_in_whatever_way()
    {
        var (world, manager) = Managed();
        var verdict = Tale.Judge(world, [Answered with { Parties = new(new PostParty(manager)), Window = Within(Duration.FromMinutes(12)) }], "visit Zhao c1 09:59").Single();
        Assert.Equal(["Li", "Wang", "Zhao"], verdict.People);
        Assert.Equal(["Li", "Wang"], verdict.Liable);
    }

    // Those on shift act for the duty manager: that nobody does is known only as time goes by.
    [Theory]
    [InlineData(false, "nobody Undetermined Unassigned 10:00 .. 10:00) at 10:00+")]
    [InlineData(true, "nobody Undetermined Unassigned 10:00 .. 10:05] at 10:05+")]
    public void Nobody_holds_it(bool onShift, string expected)
    {
        var acting = new Role("acting", LocalizedText.Same("acting")) { OnShift = onShift };
        var manager = new Role("manager", LocalizedText.Same("manager")) { Acting = [acting] };
        var world = With(WithShifts(Vocabulary(false)));
        Assert.Equal(expected, Say(world, [Answered with { Parties = new(new PostParty(manager)) }], "visit Zhao c1 10:00", "n"));
    }

    // A breach at 10:05 brings three points; the visit is Li's, Wang did the last round.
    [Fact]
    public void Without_a_list_the_bearer_is_charged()
    {
        Assert.Equal("Li 3, Wang 3", Charges(new PostParty(Keeper)));
        Assert.Equal("Li 3", Charges(new FieldParty(Visit.FindField("person")!)));
        Assert.Equal("", Charges(new SiteParty()));
    }

    [Fact]
    public void With_a_list_those_in_it_are_charged_the_sum()
    {
        var (keepers, visitor, owner) = (new Liability(new PostParty(Keeper)), new Liability(new FieldParty(Visit.FindField("person")!)), new Liability(new PersonParty(Of(Owner))));
        Assert.Equal("Wang 3", Charges(new SiteParty(), owner));
        Assert.Equal("Li 4, Wang 3", Charges(new SiteParty(), keepers, visitor with { Points = 1L }));
        Assert.Equal("Li 3, Wang 2", Charges(new FieldParty(Visit.FindField("person")!), new Liability(null), owner with { Points = 2L }));
        Assert.Equal("Li 3, Wang 6", Charges(new SiteParty(), keepers with { If = new HoldsExpression(Field(Visit, "person", EventRole.Trigger), Keeper, default) }, owner));
        Assert.Equal("", Charges(new SiteParty(), new Liability(new PostParty(Visitor))));
    }

    [Fact]
    public void Who_is_charged_no_points_is_liable_all_the_same()
    {
        var norm = Breached(new SiteParty(), new Liability(new PersonParty(Of(Owner))) { Points = 0L });
        var verdict = Tale.Judge(World, [norm], Visited).Single();
        Assert.Equal(["Wang"], verdict.Liable);
        Assert.Empty(verdict.Charges);
    }

    // Li is busy until the due itself: before it or after it is enough, and what is not known is not.
    [Fact]
    public void Liable_under_a_condition()
    {
        var liable = new Liability(new PostParty(Keeper));
        Assert.Equal("Li 3, Wang 3", Charges($"start Li 09:00, {Visited}, stop Li 10:05", liable with { If = State("busy") }));
        Assert.Equal("", Charges($"start Li 09:00, {Visited}, stop Li 10:05-1", liable with { If = State("busy") }));
        Assert.Equal("", Charges(Visited, liable with { If = AtLeast("level", 1) }));
    }

    // Handed over at 10:05 of the second: who held the post at the due, and who at the instant that the order names.
    [Fact]
    public void Holders_at_the_instant_in_a_field()
    {
        var order = Visit with { Name = "order", Fields = [.. Visit.Fields, new Field("by", FieldType.Instant, Visit.Fields.Length)] };
        var world = With(Vocabulary(true)) with { Events = [.. World.Events, order] };
        var at = new Liability(new PostParty(Keeper)) { At = order.FindField("by")! };
        var norm = Breached(new SiteParty(), at) with { Frame = new WhenFrame(new(order)) };
        Assert.Equal("", Charged(norm));
        Assert.Equal("Wang 3", Charged(norm with { Parties = norm.Parties with { Liable = [new Liability(new PostParty(Keeper))] } }));
        Assert.Equal("Li 3", Charged(norm, At("10:05") - Duration.FromTicks(1)));
        Assert.Equal("Wang 3", Charged(norm, At("10:05")));

        string Charged(Norm of, Instant? by = null)
        {
            var record = Act.Of(order, "Zhao", "c1").At("e1", At("10:00"));
            record = record with { Fields = record.Fields.SetItem(order.Fields.Length - 1, by is { } time ? Value.Instant(time) : null) };
            var verdict = Reference.ReferenceEvaluator.Judge(new PolicySet(world, [of]), At("00:00"), [record], At("12:00")).Single().Verdict;
            return Text(verdict);
        }
    }

    private const string Visited = "visit Li c1 10:00, round Wang 10:01-10:02";

    private static (Vocabulary World, Role Manager) Managed()
    {
        var manager = new Role("manager", LocalizedText.Same("manager")) { Includes = [Deputy], Acting = [Keeper] };
        var world = With(WithDeputy(Vocabulary(false)));
        return (world with { Roles = [.. world.Roles, manager], Roster = [.. world.Roster, new("Zhao", manager.Name, "A", At("10:00"), At("10:05"))] }, manager);
    }

    private static string HoldersAt(string time, Role role)
    {
        var world = With(WithDeputy(Vocabulary(false)));
        var norm = Must("n", new PostParty(role), new WhenFrame(new(Visit)), Window.Moment, new StayContent(State("busy")));
        return string.Join(' ', Tale.Judge(world, [norm], $"visit Zhao {time}").Single().People);
    }

    private static Norm Breached(Party who, params ImmutableArray<Liability> liable) =>
        Answered with { Parties = new(who) { Liable = liable }, Consequences = new Consequences(3L, []), Content = new CountContent(new(Answer)) };

    private static string Charges(Party who, params ImmutableArray<Liability> liable) => Text(Tale.Judge(World, [Breached(who, liable)], Visited).Single());

    private static string Charges(string history, Liability liable) => Text(Tale.Judge(World, [Breached(new SiteParty(), liable)], history).Single());

    private static string Text(Verdict verdict) => string.Join(", ", verdict.Charges.Select(charge => $"{charge.Person} {charge.Points}"));

    private static string Say(Norm norm, string history) => Say([norm], history, "n");

    private static string Say(ImmutableArray<Norm> norms, string history, string norm) => Say(World, norms, history, norm);

    private static string Say(Vocabulary world, ImmutableArray<Norm> norms, string history, string norm) =>
        string.Join("; ", Tale.Judge(world, norms, history, norm).Select(verdict => $"{(verdict.People.IsEmpty ? "nobody" : string.Join(' ', verdict.People))} {Tale.Of(verdict)}"));
}
