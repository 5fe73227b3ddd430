using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Reference;
using NodaTime;
using static DutyRules.Tests.Generation.Conditions;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Generation.TaleWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>The reference in cases worked out by hand, where the forms of contents meet derived events, things, named persons and first events.</summary>
public sealed class MixedExampleTests
{
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Vocabulary World = With(Vocabulary(false));
    private static readonly Expression Level = Read(EventRole.Tested, Gauge.FindField("level")!);

    // A visit is a contact, but it is one event.
    [Theory]
    [InlineData("visit Li c1 a 10:01", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 a 10:01, start Li 10:01", "Fulfilled Done 10:00 .. 10:05] at 10:01+")]
    [InlineData("visit Li c1 a 10:01, visit Li c1 10:02", "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    public void An_event_and_what_derives_from_it_are_taken_once_in_order(string history, string expected) => Assert.Equal(expected, Daily(InOrder(Visit, Contact), history));

    [Fact]
    public void An_event_is_evidence_once()
    {
        var norm = Must("n", Site, Day, Clock, InOrder(Visit, Contact) with { How = Composition.All });
        Assert.Equal(["e1"], Tale.Judge(World, [norm], "visit Li c1 a 10:01").Single().Evidence);
    }

    // Of a visit of no kind it is not known whether it is a contact.
    [Theory]
    [InlineData("visit Li c1 a 10:01, visit Li c2 b 10:02", "Breached TooLittle 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 a 10:01, visit Li c2 10:02", "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 a 10:01, visit Li c2 a 10:02", "Fulfilled Measured 10:00 .. 10:05] at 10:05+")]
    public void A_measure_of_derived_events(string history, string expected) =>
        Assert.Equal(expected, Daily(new MeasureContent(MeasureKind.Distinct, new(Contact), Field(Contact, "case"), Bound<decimal>.AtLeast(2)), history));

    // The keepers are Li and Wang.
    [Theory]
    [InlineData("visit Li c1 a 10:01, start Wang 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 10:01, start Wang 10:02", "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    [InlineData("visit Li c1 b 10:01, start Wang 10:02", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    public void A_covering_by_derived_events(string history, string expected) =>
        Assert.Equal(expected, Daily(new CoveringContent(new(Contact), Contact.FindField("person")!, new HoldersSet(Keeper)), history));

    // Each case is visited and then answered; it is visited by both keepers; it is visited by two persons.
    [Theory]
    [InlineData("visit Li c1 10:01, answer Li c2 10:02, visit Wang c2 10:03, answer Li c1 10:04", "c1 Done NotDone TooLittle; c2 NotDone NotDone TooLittle")]
    [InlineData("visit Li c1 10:01, visit Wang c1 10:02, visit Wang c2 10:03, answer Li c1 10:04", "c1 Done Done Measured; c2 NotDone NotDone TooLittle")]
    public void Of_each_thing(string history, string expected)
    {
        ImmutableArray<string> same = ["case"];
        Content[] contents =
        [
            InOrder(Visit, Answer) with { Same = same },
            new CoveringContent(new(Visit), Visit.FindField("person")!, new HoldersSet(Keeper)) { Same = same },
            new MeasureContent(MeasureKind.Distinct, new(Visit), Field(Visit, "person"), Bound<decimal>.AtLeast(2)) { Same = same },
        ];
        var norms = contents.Select((content, i) => Must($"n{i}", Site, Day, Clock, content) with { ForEach = Cases }).ToImmutableArray();
        var reasons = norms.SelectMany(norm => Tale.Judge(World, norms, history, norm.Id)).GroupBy(verdict => verdict.Instance.Key[^1].Value.AsText, verdict => verdict.Reason);
        Assert.Equal(expected, string.Join("; ", reasons.Select(ofThing => $"{ofThing.Key} {string.Join(' ', ofThing)}")));
    }

    // The owner is who did the last round or visit.
    [Theory]
    [InlineData("round Wang 09:00-09:10, gauge 1 10:00, start Wang 10:01, answer Wang c1 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("round Wang 09:00-09:10, gauge 1 10:00, start Wang 10:01, round Li 10:01-10:01/1, answer Wang c1 10:02", "Breached NotDone 10:00 .. 10:05] at 10:05+")]
    [InlineData("round Wang 09:00-09:10, gauge 1 10:00, start Wang 10:01, round Li 10:01-10:01/1, answer Li c1 10:02", "Fulfilled Done 10:00 .. 10:05] at 10:02+")]
    [InlineData("gauge 1 10:00, start Wang 10:01, answer Li c1 10:02", "Undetermined NotKnown 10:00 .. 10:05] at 10:05+")]
    public void A_composite_of_whoever_is_named(string history, string expected) => Assert.Equal(
        expected, Tale.Say(World, [Must("n", new PersonParty(Of(Owner), true), new WhenFrame(new(Gauge)), Within(Five), InOrder(Start, Answer) with { How = Composition.All })], history));

    // What must be done before the first stop, within five minutes at most.
    [Theory]
    [InlineData("visit Li c1 10:00, start Li 10:01, answer Li c1 10:03, stop Li 10:04", "Fulfilled Done 10:00 .. 10:05] at 10:03+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03, stop Li 10:03, start Li 10:04", "Breached NotDone 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    public void A_composite_until_a_first_event(string history, string expected) =>
        Assert.Equal(expected, UntilStop(InOrder(Start, Answer) with { How = Composition.All }, history));

    [Theory]
    [InlineData("visit Li c1 10:00, gauge 2 10:01, stop Li 10:03, gauge 2 10:04", "Breached TooLittle 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, gauge 2 10:01, gauge 2 10:03, stop Li 10:03", "Fulfilled Measured 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, gauge 2 10:01, gauge 2 10:03", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    public void A_measure_until_a_first_event(string history, string expected) =>
        Assert.Equal(expected, UntilStop(new MeasureContent(MeasureKind.Sum, new(Gauge), Level, Bound<decimal>.AtLeast(3)), history));

    // Each keeper answers, in the step of the first start or later.
    [Theory]
    [InlineData("answer Li c1 10:01, start Li 10:02, answer Wang c1 10:03", "Breached NotDone 10:02 .. 10:05] at 10:05+")]
    [InlineData("start Li 10:02, answer Li c1 10:02, answer Wang c1 10:03", "Fulfilled Done 10:02 .. 10:05] at 10:05+")]
    [InlineData("answer Li c1 10:02, start Li 10:02/1, answer Wang c1 10:03", "Breached NotDone 10:02 .. 10:05] at 10:05+")]
    public void A_covering_from_a_first_event_on(string history, string expected)
    {
        var window = Clock with { Opens = new WindowEnd(First(Start), true) };
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, Day, window, new CoveringContent(new(Answer), Answer.FindField("person")!, new HoldersSet(Keeper)))], history));
    }

    // As many answers as wait before the trigger.
    [Theory]
    [InlineData("gauge 1 10:00", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    [InlineData("gauge 1 10:00, visit Li c1 10:03", "Fulfilled Done 10:00 .. 10:05] at 10:00+")]
    [InlineData("start Li 09:00, gauge 1 10:00", "Void NeverCame 10:00 .. 10:05] at 10:05+")]
    [InlineData("start Li 09:00, gauge 1 10:00, visit Li c1 10:03", "Breached NotDone 10:03 .. 10:05] at 10:05+")]
    public void What_asks_for_nothing_waits_for_nothing(string history, string expected)
    {
        var window = Within(Five) with { Opens = new WindowEnd(First(Visit), true) };
        var content = new CountContent(new(Answer)) { Times = new Bound<long>(new Limit<long>(new Term<long>(default) { Computed = State("waiting") }, true), null) };
        Assert.Equal(expected, Tale.Say(World, [Must("n", Site, new WhenFrame(new(Gauge)), window, content)], history));
    }

    // Before the step of the stop nobody knows of it.
    [Theory]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03, stop Li 10:03/1", "Fulfilled Done 10:00 .. 10:05] at 10:03+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03, stop Li 10:03", "Fulfilled Done 10:00 .. 10:03] at 10:03+")]
    [InlineData("visit Li c1 10:00, answer Li c1 10:03/1, stop Li 10:03", "Fulfilled Done 10:00 .. 10:03] at 10:03+")]
    public void What_is_done_in_a_step_before_that_of_the_end(string history, string expected) => Assert.Equal(expected, UntilStop(new CountContent(new(Answer)), history));

    // A word names the thing that it is about.
    [Theory]
    [InlineData("attest c2 10:01", "c1 NotAttested; c2 AttestedKept")]
    [InlineData("attest 10:01", "c1 NotAttested; c2 NotAttested")]
    public void A_word_about_a_thing(string history, string expected)
    {
        EventType attest = new()
        {
            Name = "attest", Title = LocalizedText.Same("attest"), Lateness = Duration.FromHours(1),
            Fields = [new("site", FieldType.Site, 0), new("thing", FieldType.Text, 1), new("kept", FieldType.Truth, 2)],
        };
        var norm = Must("n", Site, Day, Clock, new AttestedContent(new(attest), attest.Fields[2])) with { ForEach = Cases };
        var words = history.Split(' ');
        EventRecord said = new()
        {
            Id = "e1", Type = attest, At = At(words[^1]), Fields = [Value.Text("A"), words.Length > 2 ? Value.Text(words[1]) : null, Value.Truth(true)],
        };
        var policies = new PolicySet(World with { Events = [.. World.Events, attest] }, [norm]);
        var verdicts = ReferenceEvaluator.JudgeAll(policies, At("00:00"), [said], At("02 23:00")).Select(judged => judged.Verdict).OrderBy(verdict => verdict.Instance.ToString(), StringComparer.Ordinal);
        Assert.Equal(expected, string.Join("; ", verdicts.Select(verdict => $"{verdict.Instance.Key[^1].Value.AsText} {verdict.Reason}")));
    }

    // Nobody leaves before the gauges have said three.
    [Theory]
    [InlineData("gauge 2 10:01, gauge 1 10:02, stop Li 10:03", "Fulfilled Measured 10:00 .. 10:03] at 10:03+")]
    [InlineData("gauge 2 10:01, stop Li 10:03", "Breached TooLittle 10:00 .. 10:03] at 10:03+")]
    public void A_measure_before_an_act(string history, string expected)
    {
        var window = new Window(new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, 0)), true), new WindowEnd(new FrameStart(), true));
        Assert.Equal(
            expected, Tale.Say(World, [Must("n", new AnyoneParty(), new WhenFrame(new(Stop)), window, new MeasureContent(MeasureKind.Sum, new(Gauge), Level, Bound<decimal>.AtLeast(3)))], history));
    }

    private static CompositeContent InOrder(params EventType[] types) => new(Composition.InOrder, [.. types.Select(type => new ContentItem(new(type)))]);

    private static string Daily(Content content, string history) => Tale.Say(World, [Must("n", Site, Day, Clock, content)], history);

    private static string UntilStop(Content content, string history) => Tale.Say(World, [Must("n", Site, new WhenFrame(new(Visit)), UntilFirst(new(Stop), false), content)], history);
}
