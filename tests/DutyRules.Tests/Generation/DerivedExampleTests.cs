using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Generation.TaleWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>The reference in cases worked out by hand: events that count as others (D1), and verdicts as events (D2).</summary>
public sealed class DerivedExampleTests
{
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Vocabulary World = With(Vocabulary(false));

    /// <summary>Every visit is to be answered within five minutes.</summary>
    private static readonly Norm Answered = Must("n", Site, new WhenFrame(new(Visit)), Within(Five), new CountContent(new(Answer)) { Same = ["case"] });

    // A visit of kind a is a contact, one of kind b is not, of one without a kind it is not known.
    [Theory]
    [InlineData("visit Li c1 a 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 b 10:00", "")]
    [InlineData("visit Li c1 10:00", "Undetermined NotKnown 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 a 10:00, answer Li c1 10:05", "Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 a 10:00, answer Li c1 10:05+1", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("start Li 10:00, answer Li c1 10:01", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    public void Derived_event_as_trigger(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Answered with { Frame = new WhenFrame(new(Contact)) }], history));

    [Theory]
    [InlineData("visit Li c1 a 10:00", "Breached ForbiddenAct 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 10:00", "Undetermined NotKnown 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 b 10:00", "")]
    public void Derived_event_as_forbidden_act(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [MustNot("n", new AnyoneParty(), new WhenFrame(new(Contact)), Window.Moment, new HappeningContent())], history));

    [Theory]
    [InlineData("visit Li c1 a 10:05", "Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 b 10:02", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:02", "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:02, start Li 10:03", "Fulfilled Done 10:00 .. 10:05] at 10:03+")]
    public void Derived_event_as_content(string history, string expected) => Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, Clock, new CountContent(new(Contact)))], history));

    // Work is a round or a contact; what comes of a contact has no length.
    [Theory]
    [InlineData("round Li 09:50-10:00", "Fulfilled NoOffence 10:00 .. 10:05] at 10:35+1")]
    [InlineData("round Li 09:50-10:01", "Breached ForbiddenAct 10:00 .. 10:05] at 10:01+")]
    [InlineData("start Li 10:05", "Breached ForbiddenAct 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:05", "Undetermined NotKnown 10:00 .. 10:05] at 10:35+1")]
    public void Derived_event_has_the_length_of_what_it_comes_from(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [MustNot("n", Site, Day, Clock, new CountContent(new(Work)))], history));

    [Theory]
    [InlineData("visit Li c1 a 10:00", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 b 10:00, visit Li c2 a 10:03", "Fulfilled Done 10:00 .. 10:05] at 10:03+; Breached NotDone 10:03 .. 10:08] at 10:08+")]
    public void The_trigger_is_not_its_own_content_as_whatever_it_counts(string history, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, new WhenFrame(new(Visit)), Within(Five), new CountContent(new(Work)))], history));

    // Seen is a contact, which has no kind, or any visit.
    [Theory]
    [InlineData("visit Li c1 b 10:00", "Breached ForbiddenAct 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 a 10:00", "Undetermined NotKnown 10:00 .. 10:00] at 10:00+")]
    [InlineData("visit Li c1 10:00", "Undetermined NotKnown 10:00 .. 10:00] at 10:00+")]
    public void One_event_of_several_sources_has_the_fields_of_the_first_that_surely_counts(string history, string expected)
    {
        var seen = Visit with { Name = "seen", Origin = EventOrigin.Derived };
        var world = World with { Events = [.. World.Events, seen], Derived = [.. World.Derived, new CountsAs { Type = seen, Sources = [new(Contact), new(Visit)] }] };
        var isB = Compare(Field(seen, "kind"), BinaryOperator.Equal, Value.Choice("b"));
        Assert.Equal(expected, Tale.Say(world, [MustNot("n", new AnyoneParty(), new WhenFrame(new(seen, isB)), Window.Moment, new HappeningContent())], history));
        Assert.True(Tale.Judge(world, [MustNot("n", new AnyoneParty(), new WhenFrame(new(seen)), Window.Moment, new HappeningContent())], history).Single().Reason == ReasonCode.ForbiddenAct);
    }

    [Theory]
    [InlineData("visit Li c1 a 10:05", "FT")]
    [InlineData("visit Li c1 b 10:05", "FF")]
    [InlineData("visit Li c1 10:05", "F?")]
    [InlineData("visit Li c1 10:00, visit Li c1 a 10:01", "??")]
    public void Derived_events_move_states(string history, string expected)
    {
        var contacts = new CountState { Name = "contacts", Title = Contact.Title, Up = [new(Contact)], Initially = Value.Integer(0) };
        Assert.Equal(expected, Tale.Read(With(Vocabulary(false), contacts), Tale.Is(contacts, Value.Integer(1)), history, "10:05"));
    }

    // Asked for is a verdict within ten minutes of a start.
    [Theory]
    [InlineData("start Li 10:00, visit Li c1 10:00", VerdictStatus.Breached, "Fulfilled Done 10:00 .. 10:10] at 10:05+")]
    [InlineData("start Li 10:00, visit Li c1 10:00", VerdictStatus.Fulfilled, "Breached NotDone 10:00 .. 10:10] at 10:10+")]
    [InlineData("start Li 10:00, visit Li c1 10:00, answer Li c1 10:03", VerdictStatus.Fulfilled, "Fulfilled Done 10:00 .. 10:10] at 10:03+")]
    [InlineData("start Li 10:00, visit Li c1 09:55", VerdictStatus.Breached, "Fulfilled Done 10:00 .. 10:10] at 10:00+")]
    [InlineData("start Li 10:00+1, visit Li c1 09:55", VerdictStatus.Breached, "Breached NotDone 10:00+1 .. 10:10+1] at 10:10+1+")]
    public void Outcome_as_content(string history, VerdictStatus status, string expected) =>
        Assert.Equal(expected, Tale.Say(World, [Answered, Reader(DecidedAs(status))], history, "r"));

    // An exclusive due is decided at its cut, a tick later than the outcome.
    [Fact]
    public void Outcome_lies_a_tick_before_the_cut()
    {
        var exclusive = Answered with { Window = Answered.Window with { Closes = Answered.Window.Closes with { Inclusive = false } } };
        Assert.Equal("Breached NotDone 10:00 .. 10:05) at 10:05", Tale.Say(World, [exclusive], "visit Li c1 10:00"));
        Assert.Equal("Fulfilled Done 10:00 .. 10:10] at 10:05-1+", Tale.Say(World, [exclusive, Reader(DecidedAs(VerdictStatus.Breached))], "start Li 10:00, visit Li c1 10:00", "r"));
    }

    [Fact]
    public void Outcome_is_not_before_the_start()
    {
        var opensBefore = new Window(new WindowEnd(new Norms.Offset(new FrameStart(), Five, true), true), new WindowEnd(new FrameStart(), true));
        var norms = ImmutableArray.Create(
            Must("n", Site, Day, opensBefore, new CountContent(new(Answer))),
            Must("r", Site, Day, Within(Five), new CountContent(DecidedAs(VerdictStatus.Undetermined))) with { Stratum = 1 });
        Assert.Equal("Undetermined BeforeRecord 00:00 .. 00:00) at 00:00", Tale.Of(Tale.Judge(World, norms, "")[0]));
        Assert.Equal("Fulfilled Done 00:00 .. 00:05] at 00:00+", Tale.Say(World, norms, "", "r"));
    }

    [Fact]
    public void Outcome_carries_the_bearer_and_the_fields_of_the_trigger()
    {
        var ofPerson = Answered with { Parties = new(new FieldParty(Visit.FindField("person")!)) };
        var reader = Reader(DecidedAs(VerdictStatus.Breached)) with { Frame = new WhenFrame(new(Answer)) };
        ImmutableArray<Norm> norms = [ofPerson, reader with { Content = new CountContent(DecidedAs(VerdictStatus.Breached)) { Same = ["case"] } }];
        Assert.Equal("Breached NotDone 10:00 .. 10:10] at 10:10+", Tale.Say(World, norms, "visit Li c1 10:00, answer Wang c2 10:00", "r"));

        var verdict = Tale.Judge(World, norms, "visit Li c1 10:00, answer Wang c1 10:00", "r").Single();
        Assert.Equal("Fulfilled Done 10:00 .. 10:10] at 10:05+", Tale.Of(verdict));
        Assert.Equal(["Li"], verdict.Performers);
        Assert.Equal(["e2", "n(site=A, person=Li, case=c1) @ e1"], verdict.Evidence);
    }

    // Lit by a start, put out by a breach; both at 10:05.
    [Theory]
    [InlineData("visit Li c1 10:00, start Li 10:05", "10:05/1", "TF")]
    [InlineData("visit Li c1 10:00, start Li 10:05", "10:05", "FF")]
    [InlineData("visit Li c1 10:00, start Li 10:04", "10:05", "TF")]
    [InlineData("visit Li c1 10:00, start Li 10:04", "10:05+1", "FF")]
    [InlineData("visit Li c1 10:00, start Li 10:05+1", "10:06", "TT")]
    public void Outcome_comes_after_all_else_of_its_instant(string history, string time, string expected)
    {
        var lit = new SwitchState { Name = "on", Title = Contact.Title, On = [new(Start)], Off = [DecidedAs(VerdictStatus.Breached)], Initially = Value.Truth(false) };
        Assert.Equal(expected, Tale.Read(With(Vocabulary(false), lit), Of(lit), history, time, Answered));
    }

    // The reader is kept at 10:05 by the breach of the other, which is decided at 10:05: its outcome comes first.
    [Fact]
    public void Outcomes_of_lower_strata_come_first()
    {
        var ofReader = Decided with { Name = "r-decided" };
        var lit = new SwitchState { Name = "on", Title = Contact.Title, On = [new(ofReader)], Off = [new(Decided)], Initially = Value.Truth(false) };
        var world = With(Vocabulary(false), lit);
        world = world with { Events = [.. world.Events, ofReader], Derived = [.. world.Derived, new OutcomesOf { Type = ofReader, NormId = "r" }] };
        Assert.Equal("FT", Tale.Read(world, Of(lit), "start Li 10:00, visit Li c1 10:00", "10:05", Answered, Reader(DecidedAs(VerdictStatus.Breached))));
    }

    [Fact]
    public void What_reads_derived_events_or_outcomes_waits_for_all_that_they_come_from()
    {
        var (quick, slow) = (Gauge with { Name = "quick", Lateness = Duration.Zero }, Visit with { Name = "slow", Lateness = Duration.FromHours(2) });
        var counts = new CountsAs { Type = slow with { Name = "as-slow", Origin = EventOrigin.Derived }, Sources = [new(slow)] };
        var breaches = new CountState { Name = "breaches", Title = Contact.Title, Up = [DecidedAs(VerdictStatus.Breached)], Initially = Value.Integer(0) };
        var world = With(Vocabulary(false), breaches);
        world = world with { Events = [.. world.Events, quick, slow, counts.Type], Derived = [.. world.Derived, counts] };
        var n = Must("n", Site, new WhenFrame(new(quick)), Within(Five), new CountContent(new(counts.Type)));
        var of = Must("of-state", Site, new WhenFrame(new(quick, Tale.Is(breaches, Value.Integer(1)))), Within(Five), new CountContent(new(quick))) with { Stratum = 1 };
        var until = Must("until", Site, new WhenFrame(new(quick)), UntilFirst(new(counts.Type), true), new CountContent(new(quick)));
        var alone = Must("alone", Site, new WhenFrame(new(quick)), Within(Five), new CountContent(new(quick)));
        var admission = new ReferenceAdmission(new PolicySet(world, [n, of, until, alone]), At("00:00"), Case.MaxAhead);
        admission.AdvanceTo(At("12:00"));
        Assert.Equal(At("10:00"), admission.Watermark(n));
        Assert.Equal(At("10:00"), admission.Watermark(of));
        Assert.Equal(At("10:00"), admission.Watermark(until));
        Assert.Equal(At("12:00"), admission.Watermark(alone));

        Assert.Equal(Reception.Refused, admission.Observe(Act.Of(counts.Type, "Li").At("x", At("12:00"))));
    }

    // One event is both; the first of the two decides, whatever else is asked for.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_event_comes_before_what_it_counts_as(bool contactIsFirst)
    {
        ContentItem[] items = [new(new(Visit)), new(new(Contact))];
        var either = Must("n", Site, Day, Clock, new CompositeContent(Composition.Any, [.. contactIsFirst ? items.Reverse() : items]));
        Assert.Equal(1, Tale.Judge(World, [either], "visit Li c1 a 10:00").Single().Counted);
    }

    private static Norm Reader(EventPattern outcome) =>
        Must("r", Site, new WhenFrame(new(Start)), Within(Duration.FromMinutes(10)), new CountContent(outcome)) with { Stratum = 1 };
}
