using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>A snapshot does not pass to policies that mean something else.</summary>
public sealed class FingerprintTests
{
    private static readonly Hotline World = new();
    private static readonly Vocabulary Vocabulary = World.Vocabulary;
    private static readonly Norm Answered = Hotline.AnsweredNorm;
    private static readonly CountState Count = new() { Name = "calls", Title = LocalizedText.Same("calls"), Up = [new EventPattern(Hotline.Call)], Initially = Value.Integer(0) };

    public static TheoryData<string> Names => [.. Others.Keys];

    private static Dictionary<string, PolicySet> Others { get; } = new()
    {
        ["a table"] = Of(Vocabulary with { Tables = [Rates(1)] }),
        ["another figure in it"] = Of(Vocabulary with { Tables = [Rates(2)] }),
        ["a set of things"] = Of(Vocabulary with { Sets = [Desks("d1")] }),
        ["another thing in it"] = Of(Vocabulary with { Sets = [Desks("d1", "d2")] }),
        ["an included role"] = Of(Vocabulary with { Roles = [Hotline.Agent, Hotline.Guard with { Includes = [Hotline.Agent] }] }),
        ["an acting role"] = Of(Vocabulary with { Roles = [Hotline.Agent, Hotline.Guard with { Acting = [Hotline.Agent] }] }),
        ["what counts as a complaint"] = Of(Vocabulary with { Derived = [new CountsAs { Type = Hotline.Complaint, Sources = [new EventPattern(Hotline.Call)] }, .. Vocabulary.Derived[1..]] }),
        ["whose outcomes"] = Of(Vocabulary with { Derived = [.. Vocabulary.Derived[..^1], new OutcomesOf { Type = Hotline.ResetAgain, NormId = "other" }] }),
        ["a count"] = Of(Vocabulary with { States = [Count] }),
        ["a count per day"] = Of(Vocabulary with { States = [Count with { Per = new CalendarUnit(PeriodKind.Day) }] }),
        ["a count per week"] = Of(Vocabulary with { States = [Count with { Per = new CalendarUnit(PeriodKind.Week) }] }),
        ["a count of an hour"] = Of(Vocabulary with { States = [Count with { Over = Duration.FromHours(1) }] }),
        ["the stratum"] = Of(Answered with { Stratum = 1 }),
        ["some sites"] = Of(Answered with { At = new SiteChoice(["S1"]) }),
        ["all but some sites"] = Of(Answered with { At = new SiteChoice(["S1"], Except: true) }),
        ["for each thing"] = Of(Answered with { ForEach = Desks("d1") }),
        ["the length of the window"] = Of(Answered with { Window = Hotline.Within(31) }),
        ["a first event"] = Of(Answered with { Window = new Window(Hotline.Within(30).Opens, new WindowEnd(new FirstEvent(new EventPattern(Hotline.Reset)) { Backstop = Hotline.Within(30).Closes }, true)) }),
        ["a condition of it"] = Of(Answered with { Window = new Window(
            Hotline.Within(30).Opens,
            new WindowEnd(new FirstEvent(new EventPattern(Hotline.Reset, World.Condition("person is \"Li\"", Hotline.Reset))) { Backstop = Hotline.Within(30).Closes }, true)) }),
        ["who does it"] = Of(Answered with { Parties = Answered.Parties with { DoneBy = new PostParty(Hotline.Agent) } }),
        ["who answers for it"] = Of(Answered with { Parties = Answered.Parties with { Liable = [new Liability(new PostParty(Hotline.Agent))] } }),
        ["with points"] = Of(Answered with { Parties = Answered.Parties with { Liable = [new Liability(new PostParty(Hotline.Agent)) { Points = 3L }] } }),
        ["the points of the norm"] = Of(Answered with { Consequences = new Consequences(3L, []) }),
        ["all of several"] = Of(Answered with { Content = new CompositeContent(Composition.All, [new ContentItem(new EventPattern(Hotline.Answer))]) }),
        ["any of several"] = Of(Answered with { Content = new CompositeContent(Composition.Any, [new ContentItem(new EventPattern(Hotline.Answer))]) }),
        ["twice"] = Of(Answered with { Content = new CompositeContent(Composition.Any, [new ContentItem(new EventPattern(Hotline.Answer)) { Times = 2L }]) }),
        ["once only"] = Of(Answered with { Content = ((CountContent)Answered.Content) with { Once = true } }),
        ["a covering"] = Of(Answered with { Content = new CoveringContent(new EventPattern(Hotline.Answer), Hotline.Answer.FindField("person")!, new HoldersSet(Hotline.Agent)) }),
        ["half of it"] = Of(Answered with { Content = new CoveringContent(new EventPattern(Hotline.Answer), Hotline.Answer.FindField("person")!, new HoldersSet(Hotline.Agent)) { Share = 0.5m } }),
        ["a pause"] = Of(Answered with { Exceptions = [new PausesException(World.Condition("person is \"Li\"", Hotline.Call))] }),
        ["a lapse"] = Of(Answered with { Exceptions = [new LapsesException(World.Condition("person is \"Li\"", Hotline.Call))] }),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_bears_on_verdicts_is_in_it(string name)
    {
        var sum = SumOf(Others[name]);
        Assert.NotEqual(SumOf(World.Policies(Answered)), sum);
        Assert.All(Others.Where(other => other.Key != name), other => Assert.NotEqual(SumOf(other.Value), sum));
    }

    [Fact]
    public void Titles_and_places_are_not()
    {
        var renamed = Answered with { Title = LocalizedText.Same("another"), Span = new SourceSpan("p.yaml", 1, 1, 1, 9), Cites = ["3.1"] };
        Assert.Equal(SumOf(World.Policies(Answered)), SumOf(World.Policies(renamed)));
    }

    private static string SumOf(PolicySet policies) => DutyRules.Monitoring.Planning.PolicyFingerprint.Of(policies);

    private static PolicySet Of(Vocabulary vocabulary) => new(vocabulary, [Answered]);

    private static PolicySet Of(Norm norm) => World.Policies(norm);

    private static Table Rates(long value) =>
        new("rates", LocalizedText.Same("rates"), [FieldType.Integer], FieldType.Integer, [new TableRow([new TableCell(Value.Integer(0), null)], Value.Integer(value))]);

    private static ThingSet Desks(params ImmutableArray<string> desks) =>
        new("desk", LocalizedText.Same("desk"), ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("S1", desks));
}
