using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Small scopes for composites, measures, coverings, what is met or attested, and what goes with counts and conditions.</summary>
internal static class ContentScopes
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly SiteParty Site = new();
    private static readonly EachParty Each = new(Keeper);
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly WhenFrame OnVisit = new(new(Visit));
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));
    private static readonly Window UpToAct = new(new WindowEnd(new Offset(new FrameStart(), Five, true), true), new WindowEnd(new FrameStart(), true));
    private static readonly Expression Busy = State("busy");
    private static readonly Expression Level = Conditions.Read(EventRole.Tested, Gauge.FindField("level")!);
    private static readonly Field Person = Visit.FindField("person")!;
    private static readonly ImmutableArray<Instant> Ends = [Tick("10:00", -1), At("10:00"), At("10:05"), Tick("10:05", 1)];
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05"), At("10:10")];
    private static readonly ImmutableArray<Act> Visits = [Act.Of(Visit, "Li", "c1", "a"), Act.Of(Visit, "Wang", "c2", "b")];
    private static readonly ImmutableArray<Act> Answers = [Act.Of(Answer, "Li", "c1"), Act.Of(Answer, "Wang", "c2")];
    private static readonly ImmutableArray<Act> OnOff = [Act.Of(Start, "Li"), Act.Of(Stop, "Li")];
    private static readonly ImmutableArray<Act> Gauges = [Act.Of(Gauge, "0"), Act.Of(Gauge, "1")];

    /// <summary>The level is known from 09:59 until 10:12.</summary>
    private static readonly ImmutableArray<(Act, Instant)> Known = [(Gauges[0], At("09:59")), (Gauges[0], At("10:03")), (Gauges[0], At("10:07"))];

    public static ImmutableArray<Scope> All { get; } =
    [
        .. Of(Feature.Composite, Composites()), .. Of(Feature.Measure, Measures()), .. Of(Feature.Covering, Coverings()), .. Of(Feature.Meet, Meets()),
        .. Of(Feature.Attested, Attested()), .. Of(Feature.Once, ServedOnce()), .. Of(Feature.Computed, Computed()), .. Of(Feature.Performers, Performed()),
        .. Of(Feature.Together, Together()), .. Of(Feature.Lifted, Lifted()), .. Of(Feature.Pauses, Paused()),
    ];

    private static IEnumerable<Scope> Of(Feature feature, IEnumerable<Scope> scopes) => scopes.Select(scope => scope with { Needs = [feature], With = WithForms });

    private static IEnumerable<Scope> Composites()
    {
        yield return new(
            "all of", [Must("n", new PostParty(Keeper), Day, Clock, new CompositeContent(Composition.All, [new(new(Visit)), new(new(Answer))]))], [.. Visits, .. Answers], Ends)
        {
            ChangesHands = true,
        };
        yield return new(
            "all of, one twice", [Must("n", Site, OnVisit, Within(Five), new CompositeContent(Composition.All, [new(new(Answer)) { Times = 2 }, new(new(Visit, IsKind("a")))]) { Same = ["case"] })],
            [Visits[0], Act.Of(Visit, "Li", "c1"), Answers[0]], FromTen) { Always = [(Visits[0], At("10:00")), (Answers[0], At("10:01"))] };
        foreach (var how in Enum.GetValues<Composition>())
        {
            yield return new(
                $"{how}, some only if",
                [Must("n", Site, OnVisit, Within(Five), new CompositeContent(how, [new(new(Answer)), new(new(Start)) { If = AtLeast("level", 1) }]))],
                [Visits[0], Answers[0], OnOff[0], Gauges[1]], [Tick("10:00", -1), .. FromTen]);
        }

        yield return new(
            "in order", [Must("n", Site, Day, Clock, new CompositeContent(Composition.InOrder, [new(new(Visit)), new(new(Visit, IsKind("a"))), new(new(Answer))]))],
            [.. Visits, Act.Of(Visit, "Li"), Answers[0]], [At("10:00"), .. Around("10:05")]);
        yield return new(
            "in order, rounds", [Must("n", Site, Day, ToTen, new CompositeContent(Composition.InOrder, [new(new(Round)), new(new(Round)) { DoneBy = new PostParty(Keeper) }]))],
            [Act.Of(Round, "Li") with { Lasted = Five }, Act.Of(Round, "Wang") with { Lasted = Five }, Act.Of(Round, "Li")], FromTen) { ChangesHands = true };
        yield return new(
            "only after all of", [Must("n", new AnyoneParty(), OnVisit, UpToAct, new CompositeContent(Composition.All, [new(new(Answer)), new(new(Start))]) { Same = ["person"] })],
            [.. Visits, Answers[0], OnOff[0]], FromTen) { Always = [(Visits[0], At("10:05"))] };
    }

    private static IEnumerable<Scope> Measures()
    {
        ImmutableArray<Act> gauges = [.. Gauges, Act.Of(Gauge, "2"), Act.Of(Gauge)];
        foreach (var (kind, bounds) in new[]
        {
            (MeasureKind.Sum, Bound<decimal>.Between(1m, 2m)), (MeasureKind.Mean, Bound<decimal>.AtLeast(1m)), (MeasureKind.Least, Bound<decimal>.MoreThan(0m)),
            (MeasureKind.Greatest, Bound<decimal>.LessThan(2m)), (MeasureKind.Distinct, Bound<decimal>.Exactly(1m)),
        })
        {
            yield return new($"{kind} of levels", [Must("n", Site, Day, Clock, new MeasureContent(kind, new(Gauge), Level, bounds))], gauges, [.. Around("10:00"), .. Around("10:05")[1..]]);
        }

        yield return new(
            "share of visits", [Must("n", Site, Day, Clock, new MeasureContent(MeasureKind.Share, new(Visit, Busy), IsKind("a"), Bound<decimal>.AtLeast(0.5m)))],
            [.. Visits, Act.Of(Visit, "Li"), .. OnOff], Ends) { Always = [(OnOff[0], At("09:00"))] };
        yield return new(
            "different persons", [Must("n", Site, OnVisit, Within(Five), new MeasureContent(MeasureKind.Distinct, new(Visit, AtLeast("level", 1)), Conditions.Read(EventRole.Tested, Person), Bound<decimal>.AtLeast(1m)))],
            [.. Visits, Act.Of(Visit), Gauges[1]], FromTen);
        yield return new(
            "at least as many as wait",
            [Must("n", Site, Day, Clock, new MeasureContent(MeasureKind.Sum, new(Gauge), Level, Bound<decimal>.AtLeast(new Term<decimal>(0) { Computed = State("waiting") })))],
            [.. OnOff, .. gauges[..3]], Ends);
    }

    private static IEnumerable<Scope> Coverings()
    {
        yield return new("every keeper", [Must("n", Site, Day, Clock, new CoveringContent(new(Visit, IsKind("a")), Person, new HoldersSet(Keeper)))], [.. Visits, Act.Of(Visit, "Wang")], Ends)
        {
            ChangesHands = true,
        };
        yield return new(
            "every keeper of the opening", [Must("n", Site, OnVisit, Within(Five), new CoveringContent(new(Answer), Answer.FindField("person")!, new HoldersSet(Keeper)) { AsOfOpening = true })],
            [Visits[0], .. Answers], [.. Around("10:00"), .. Around("10:05")]) { ChangesHands = true };
        yield return new("everyone on duty", [Must("n", Site, Day, Clock, new CoveringContent(new(Visit), Person, new OnSet(OnDuty)))], [.. Visits, .. OnOff, Act.Of(Start, "Wang")], Ends);
        yield return new(
            "half of those on duty at the opening",
            [Must("n", Site, Day, Clock, new CoveringContent(new(Visit), Person, new OnSet(OnDuty)) { AsOfOpening = true, Share = 0.5m, Rounding = Rounding.Down })],
            [.. Visits, .. OnOff, Act.Of(Start, "Wang")], Ends);
        yield return new(
            "every case",
            [
                Must("n", Each, Day, Clock, new CoveringContent(new(Answer), Answer.FindField("case")!, new ValuesSet(new(Visit, IsKind("a")), Visit.FindField("case")!)) { Share = 0.75m })
            ],
            [.. Visits, Act.Of(Visit, "Wang", "c1"), .. Answers], Ends);
    }

    private static IEnumerable<Scope> Meets()
    {
        yield return new("met", [Must("n", Site, Day, Clock, new MeetContent(Busy)) with { Exceptions = [new LapsesException(AtLeast("open-cases", 1))] }], [.. OnOff, Visits[0]], [.. Ends, Tick("10:05", -1)]);
        yield return new("met, sometimes unknown", [Must("n", Each, OnVisit, Within(Five), new MeetContent(AtLeast("level", 1)))], [Visits[0], .. Gauges, Act.Of(Gauge)], FromTen) { ChangesHands = true };
        yield return new(
            "met while", [Must("n", Site, new WhileFrame(AtLeast("waiting", 1), null), Within(Five), new MeetContent(AtLeast("open-cases", 1)))], [.. OnOff, Visits[0], Answers[0]], FromTen);
    }

    private static IEnumerable<Scope> Attested()
    {
        ImmutableArray<Act> words = [Act.Of(Attest, "Li", "for:Li", "of:c1", "yes"), Act.Of(Attest, "Li", "for:Li", "of:c1", "no"), Act.Of(Attest, "Li", "for:Li", "of:c1"), Act.Of(Attest, "Wang", "for:Li", "yes")];
        var content = new AttestedContent(new(Attest), Attest.FindField("kept")!);
        yield return new("attested", [Must("n", Site, Day, Clock, content) with { Exceptions = [new LapsesException(Busy), new UnlessException(AtLeast("waiting", 1))] }], [.. words[..3], OnOff[0]], [.. Ends, Tick("10:05", -1)]);
        yield return new("attested by the deputy", [Must("n", Site, Day, ToTen, content with { By = Deputy })], words, FromTen);
        yield return new("attested for whom", [Must("n", new FieldParty(Person), OnVisit, Within(Five), content)], [Visits[0], Act.Of(Visit, "Li"), words[0], words[1], words[3]], FromTen);
    }

    private static IEnumerable<Scope> ServedOnce()
    {
        var once = new CountContent(new(Answer)) { Once = true };
        yield return new("once", [Must("n", Site, OnVisit, Within(Five), once) with { Exceptions = [new LapsesException(Busy)] }], [Visits[0], Answers[0], Answers[1], OnOff[0]], FromTen);
        yield return new(
            "once, from before", [Must("n", Site, OnVisit, new(new(new Offset(new FrameStart(), Five, true), false), new(new Offset(new FrameStart(), Five), false)), once with { Same = ["case"] })],
            [.. Visits, .. Answers], FromTen);
        yield return new("once, twice, apart", [Must("n", Site, OnVisit, Within(Five), once with { Times = Bound<long>.AtLeast(2), Apart = Duration.FromTicks(1) })], [Visits[0], Answers[0]], [At("10:00"), .. Around("10:05"), .. Around("10:10")]);
        yield return new(
            "once, each", [Must("n", Each, OnVisit, Within(Five), once) with { Parties = new(Each, new AnyoneParty()) }], [Visits[0], .. Answers], FromTen) { ChangesHands = true };
        yield return new(
            "once, the later sooner",
            [Must("n", Site, new WhenFrame(new(Errand)), new(new(new Offset(new FrameStart(), Five, true), true), new(new FieldTime(Errand.FindField("by")!), true)), once)],
            [WantedBy("10:10"), WantedBy("10:06"), .. Answers], FromTen);
        yield return new("only after, once", [Must("n", new AnyoneParty(), OnVisit, UpToAct, once)], [.. Visits, .. Answers], FromTen);
        yield return new(
            "once while", [Must("n", Site, new WhileFrame(AtLeast("level", 1), null), Within(Five), once)], [.. Gauges, .. Answers], FromTen);
    }

    private static IEnumerable<Scope> Computed()
    {
        var waiting = new Term<long>(0) { Computed = State("waiting") };
        yield return new("as many as wait", [Must("n", Site, OnVisit, Within(Five), new CountContent(new(Answer)) { Times = Bound<long>.AtLeast(waiting) })], [Visits[0], Answers[0], .. OnOff], [Tick("10:00", -1), .. FromTen]);
        yield return new(
            "no more than wait", [MustNot("n", Site, OnVisit, Within(Five), new CountContent(new(Answer)) { Times = Bound<long>.LessThan(waiting) })], [Visits[0], Answers[0], .. OnOff], [Tick("10:00", -1), .. FromTen]);
        yield return new(
            "only after as many as wait", [Must("n", new AnyoneParty(), OnVisit, UpToAct, new CountContent(new(Answer)) { Times = Bound<long>.AtLeast(waiting) })],
            [Visits[0], Answers[0], .. OnOff], FromTen);
        yield return new(
            "item of as many as wait",
            [Must("n", Site, OnVisit, Within(Five), new CompositeContent(Composition.Any, [new(new(Answer)) { Times = waiting }, new(new(Gauge)) { If = Busy }]))],
            [Visits[0], Answers[0], .. OnOff, Gauges[0]], FromTen);
    }

    private static IEnumerable<Scope> Performed()
    {
        yield return new("done by the deputy", [Must("n", Site, Day, ToTen, new CountContent(new(Visit))) with { Parties = new(Site, new PostParty(Deputy)) }], [.. Visits, Act.Of(Visit)], [.. FromTen, .. Around("10:10")]);
        yield return new(
            "done by him of the field", [Must("n", Each, OnVisit, Within(Five), new CountContent(new(Answer))) with { Parties = new(Each, new FieldParty(Person)) }],
            [.. Visits, Act.Of(Visit), .. Answers], FromTen) { ChangesHands = true };
        foreach (var moving in new[] { false, true })
        {
            var named = new PersonParty(
                new ConditionalExpression(AtLeast("level", 1), new LiteralExpression(Value.Text("Li"), FieldType.Person, default), Conditions.Read(EventRole.Trigger, Person), FieldType.Person, default),
                moving);
            yield return new(
                $"done by whom the level names{(moving ? " at each moment" : "")}", [Must("n", Site, OnVisit, Within(Five), new CountContent(new(Answer))) with { Parties = new(Site, named) }],
                [Visits[1], .. Answers, Gauges[1], Act.Of(Gauge)], FromTen) { Always = Known };
        }
    }

    private static IEnumerable<Scope> Together()
    {
        var both = new TogetherParty([Conditions.Read(EventRole.Trigger, Handover.FindField("from")!), Conditions.Read(EventRole.Trigger, Handover.FindField("to")!)]);
        yield return new(
            "together", [Must("n", both, new WhenFrame(new(Handover)), Within(Five), new CountContent(new(Answer))) with { Exceptions = [new LapsesException(Busy)] }],
            [Act.Of(Handover, "from:Li"), .. Answers, OnOff[0]], [.. FromTen, .. Around("10:04")]) { Always = [(Act.Of(Handover, "from:Li", "to:Wang"), At("10:00"))] };
    }

    private static IEnumerable<Scope> Lifted()
    {
        Norm While(Norm norm) => norm with { Exceptions = [new LiftedException(AtLeast("open-cases", 1))] };
        ImmutableArray<Act> acts = [.. OnOff, Visits[0], Answers[0]];
        yield return new("lifted, stay", [While(Must("n", Site, Day, Clock, new StayContent(Not(Busy)) { Gaps = Duration.FromTicks(1) }))], acts, [.. Ends, Tick("10:05", -1)]);
        yield return new("lifted, share", [While(Must("n", Site, Day, From(new ClockTime(new FrameDay(), new LocalTime(10, 0)), new ClockTime(new FrameDay(), new LocalTime(10, 10))), new StayContent(Busy) { Share = 0.5m }))], acts, FromTen);
        yield return new(
            "lifted, share of", [While(Must("n", Site, OnVisit, Within(Five), new StayContent(AtLeast("level", 1)) { Share = 0.5m, Of = Busy }))], [.. acts, Gauges[1]], FromTen) { Always = [.. Known, (OnOff[0], At("10:01"))] };
        yield return new("lifted, total", [While(Must("n", Site, Day, ToTen, new TotalContent(Busy, Bound<Duration>.AtMost(Five))))], acts, FromTen);
        yield return new(
            "lifted, must not be",
            [
                MustNot("n", Site, new WhileFrame(Busy, new Limit<Duration>(Five, true)), Window.Moment, new HappeningContent()) with
                {
                    Exceptions = [new LiftedException(AtLeast("open-cases", 1)), new UnlessException(AtLeast("waiting", 2))],
                },
            ],
            acts, FromTen);
        yield return new("lifted, must not", [While(MustNot("n", new AnyoneParty(), new WhenFrame(new(Start)), Window.Moment, new HappeningContent())), While(MustNot("m", Site, Day, Clock, new CountContent(new(Start)) { Times = Bound<long>.AtMost(1) }))], [acts[0], .. acts[2..]], [.. Ends, Tick("10:05", -1)]);
        yield return new(
            "lifted by what is unknown", [MustNot("n", Site, Day, Clock, new CountContent(new(Start))) with { Exceptions = [new LiftedException(AtLeast("level", 1))] }],
            [OnOff[0], .. Gauges], [.. Ends, Tick("10:05", -1)]);
    }

    private static IEnumerable<Scope> Paused()
    {
        Norm While(Expression condition, Frame frame, Content content) => Must("n", Site, frame, Within(Five), content) with { Exceptions = [new PausesException(condition)] };
        yield return new("paused", [While(Busy, OnVisit, new CountContent(new(Answer)))], [Visits[0], Answers[0], .. OnOff], [.. FromTen, .. Around("10:10")[1..]]);
        yield return new(
            "paused, exactly one", [While(AtLeast("level", 1), OnVisit, new CountContent(new(Answer)) { Times = Bound<long>.Exactly(1) })], [Visits[0], Answers[0], Gauges[1], Act.Of(Gauge)], FromTen) { Always = Known };
        yield return new(
            "paused while", [While(Busy, new WhileFrame(AtLeast("open-cases", 1), null, EndsFirst.StillOwed), new CompositeContent(Composition.Any, [new(new(Answer)), new(new(Gauge))]))],
            [Visits[0], Answers[1], Gauges[0], .. OnOff], FromTen);
        yield return new(
            "paused, lapses", [While(Busy, OnVisit, new OneOfEachContent(new(Visit), Visit.FindField("kind")!)) with { Exceptions = [new PausesException(Busy), new LapsesException(AtLeast("level", 1))] }],
            [.. Visits, .. OnOff, Gauges[1]], FromTen) { Always = Known };
    }
}
