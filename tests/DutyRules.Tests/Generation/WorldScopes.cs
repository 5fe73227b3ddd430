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

/// <summary>Small scopes for derived events, outcomes, states of more kinds, things, places, first events, and parties that expressions name or that depend on each other.</summary>
internal static class WorldScopes
{
    private static readonly SiteParty Site = new();
    private static readonly AnyoneParty Anyone = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly WhenFrame WhenVisit = new(new(Visit));
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Expression Busy = State("busy");
    private static readonly LocalizedText Title = LocalizedText.Same("state");
    private static readonly ImmutableArray<Act> OnOff = [Act.Of(Start, "Li"), Act.Of(Stop, "Li")];
    private static readonly ImmutableArray<Act> Answers = [Act.Of(Answer, "Li", "c1"), Act.Of(Answer, "Wang", "c2")];
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05")];
    private static readonly Act VisitA = Act.Of(Visit, "Li", "c1", "a");
    private static readonly Act VisitB = Act.Of(Visit, "Wang", "c2", "b");

    /// <summary>A visit of which it is not known whether it is a contact.</summary>
    private static readonly Act VisitOfNoKind = Act.Of(Visit, "Li", "c2");

    /// <summary>Around ten and around five past.</summary>
    private static readonly ImmutableArray<Instant> Closely = [.. Around("10:00"), .. Around("10:05")];

    /// <summary>In every history of some scopes there is a visit at ten.</summary>
    private static readonly ImmutableArray<(Act, Instant)> Visited = [(VisitA, At("10:00"))];

    /// <summary>Every visit is to be answered within five minutes.</summary>
    private static readonly Norm Answered = Must("n", Site, WhenVisit, Within(Five), new CountContent(new(Answer)) { Same = ["case"] });

    public static ImmutableArray<Scope> All { get; } =
    [
        .. For(Feature.Derived, DerivedEvents()), .. For(Feature.Outcomes, OutcomeEvents()), .. For(Feature.SeveralSamples, Samples()), .. For(Feature.PerPeriod, PerPeriod()),
        .. For(Feature.RollingStates, Rolling()), .. For(Feature.ForEach, Things()), .. For(Feature.Sites, Places()), .. For(Feature.NamedPerson, Named()), .. For(Feature.OutcomeIf, Conditional()),
        .. For(Feature.FirstEvents, FirstEvents()), .. For(Feature.Roles, Roles()), .. For(Feature.Liable, Liable()), .. For(Feature.Holds, Holding()), .. For(Feature.Tables, Tables()),
    ];

    private static IEnumerable<Scope> For(Feature feature, IEnumerable<Scope> scopes) =>
        scopes.Select(scope => scope with { Needs = [feature], With = vocabulary => scope.With(With(vocabulary)) });

    private static IEnumerable<Scope> DerivedEvents()
    {
        ImmutableArray<Act> acts = [VisitA, VisitB, VisitOfNoKind, .. OnOff[..1], Answers[0]];
        yield return new("contact, answer", [Answered with { Frame = new WhenFrame(new(Contact)) }], acts, FromTen);
        yield return new(
            "contact, forbidden, and counted",
            [
                MustNot("n", Anyone, new WhenFrame(new(Contact, Compare(Field(Contact, "case"), BinaryOperator.Equal, Value.Text("c1")))), Window.Moment, new HappeningContent()),
                Must("m", Site, Day, Clock, new CountContent(new(Contact)) { Times = Bound<long>.Exactly(1) }),
            ],
            acts[..4], FromTen);
        yield return new(
            "work, forbidden",
            [MustNot("n", Site, Day, Clock, new CountContent(new(Work)) { Times = Bound<long>.AtMost(1) })],
            [VisitA, VisitOfNoKind, Act.Of(Round, "Li") with { Lasted = Five }, Act.Of(Round, "Li")], [.. FromTen, At("10:10"), Tick("10:10", 1)]);
        yield return new(
            "visit, then work of another", [Must("n", Site, WhenVisit, Within(Five), new CountContent(new(Work)))], [VisitA, VisitB, VisitOfNoKind, OnOff[0]], [.. FromTen, At("10:10")]);
        var lit = new SwitchState { Name = "lit-by-contact", Title = Title, On = [new(Contact)], Off = [new(Stop)], Initially = Value.Truth(false), OnFor = Five };
        yield return Stateful(
            "lit by a contact", lit, [Must("n", Site, Day, Clock, new StayContent(Not(Of(lit)))), MustNot("m", Site, new WhileFrame(Of(lit), new Limit<Duration>(Five, true)), Window.Moment, new HappeningContent())],
            [VisitA, VisitB, VisitOfNoKind, OnOff[1]], FromTen);
    }

    private static IEnumerable<Scope> OutcomeEvents()
    {
        ImmutableArray<Instant> instants = [At("10:00"), .. Around("10:05"), Tick("10:10", -1), At("10:10")];
        ImmutableArray<Act> acts = [VisitB, .. Answers, OnOff[0]];
        yield return new(
            "breached within ten minutes", [Answered, Upper(Must("r", Site, new WhenFrame(new(Start)), Within(Five), new CountContent(DecidedAs(VerdictStatus.Breached))))], acts, instants) { Always = Visited };
        yield return new(
            "at most one breach a day",
            [Answered, Upper(MustNot("r", Site, Day, Between(new LocalTime(10, 5), new LocalTime(10, 10)), new CountContent(DecidedAs(VerdictStatus.Breached)) { Times = Bound<long>.AtMost(1) }))],
            [VisitA, VisitB, Answers[0]], instants) { Always = Visited };
        yield return new(
            "outcome of the same case, by its bearer",
            [
                Answered with { Parties = new(new FieldParty(Visit.FindField("person")!)) },
                Upper(Must("r", new FieldParty(Answer.FindField("person")!), new WhenFrame(new(Answer)), Within(Five), new CountContent(DecidedAs()) { Same = ["case"] })),
            ],
            [VisitA, VisitB, .. Answers], FromTen) { Always = Visited };
        var last = new LatestState { Name = "last-status", Title = Title, Samples = [new(DecidedAs(), Decided.FindField(OutcomesOf.StatusField))] };
        var failing = new SwitchState { Name = "failing", Title = Title, On = [DecidedAs(VerdictStatus.Breached)], Off = [DecidedAs(VerdictStatus.Fulfilled), new(Stop)], Initially = Value.Truth(false) };
        yield return Stateful(
            "while failing", failing, [Answered, Upper(MustNot("r", Site, new WhileFrame(Of(failing), new Limit<Duration>(Five, true)), Window.Moment, new HappeningContent()))],
            [VisitA, VisitB, Answers[0], OnOff[1]], [At("10:00"), .. Around("10:05")]) with { Always = Visited };
        yield return Stateful(
            "no start after a breach", last, [Answered, Upper(Must("r", Anyone, new WhenFrame(new(Start)), Window.Moment, new ConditionContent(Tale.Is(last, Value.Choice("fulfilled")))))],
            [VisitB, Answers[0], OnOff[0]], instants) with { Always = Visited };
        yield return new(
            "until a verdict, and what follows",
            [
                Answered,
                Upper(Must("r", Site, new WhenFrame(new(Start)), UntilFirst(DecidedAs(), false), new CountContent(new(Answer)))),
                Must("then", Site, new OutcomeFrame("r", [VerdictStatus.Void, VerdictStatus.Breached], new(Start)), Within(Five), new CountContent(DecidedAs())) with { Stratum = 2 },
            ],
            acts, instants) { Always = Visited };
    }

    private static IEnumerable<Scope> Samples()
    {
        var last = new LatestState
        {
            Name = "last", Title = Title, Samples = [new(new(Visit), Visit.FindField("person")), new(new(Answer), Answer.FindField("person"))], Back = [new(Stop)], Initially = Value.Text("Zhao"),
        };
        foreach (var (name, state) in new[] { ("latest of two types", last), ("latest of two types, stale", last with { StaleAfter = Five, Initially = null }), ("latest of a visit and of a contact", last with { Back = [new(Contact), new(Stop)] }) })
        {
            yield return Stateful(
                name, state,
                [Must("n", Site, Day, Clock, new StayContent(Tale.Is(state, Value.Text("Li")))), Must("m", Anyone, new WhenFrame(new(Stop)), Window.Moment, new ConditionContent(Tale.Is(state, Value.Text("Li"))))],
                [VisitA, VisitOfNoKind, Answers[1], OnOff[1]], [Tick("10:00", -1), At("10:00"), .. Around("10:05")]);
        }
    }

    private static IEnumerable<Scope> PerPeriod()
    {
        ImmutableArray<Instant> midnight = [At("23:59"), .. Around("03 00:00"), At("03 00:05")];
        var contacts = new CountState { Name = "per-day", Title = Title, Up = [new(Contact)], Down = [new(Stop)], Initially = Value.Integer(0), Per = new CalendarUnit(PeriodKind.Day) };
        var sum = new SumState { Name = "sum-per-day", Title = Title, Plus = [new(new(Gauge), Gauge.FindField("level")!)], Initially = Value.Integer(0), Per = new CalendarUnit(PeriodKind.Day) };
        yield return Stateful(
            "contacts of the day", contacts,
            [
                Must("n", Anyone, WhenVisit, Window.Moment, new ConditionContent(Compare(Of(contacts), BinaryOperator.LessOrEqual, Value.Integer(1)))),
                MustNot("m", Site, new WhileFrame(Compare(Of(contacts), BinaryOperator.GreaterOrEqual, Value.Integer(1)), new Limit<Duration>(Duration.FromMinutes(1), true)), Window.Moment, new HappeningContent()),
            ],
            [VisitA, VisitB, VisitOfNoKind, OnOff[1]], midnight);
        yield return Stateful(
            "sum of the day", sum, [Must("n", Site, Day, new(new WindowEnd(new FrameStart(), true), new WindowEnd(new Norms.Offset(new FrameStart(), Five), true)), new StayContent(Compare(Of(sum), BinaryOperator.LessOrEqual, Value.Integer(1))))],
            [Act.Of(Gauge, "1"), Act.Of(Gauge, "2"), Act.Of(Gauge)], [.. midnight, At("03 00:06")]);
    }

    private static IEnumerable<Scope> Rolling()
    {
        ImmutableArray<Instant> instants = [At("10:00"), At("10:02"), .. Around("10:05"), Tick("10:07", -1), At("10:07")];
        var contacts = new CountState { Name = "recent", Title = Title, Up = [new(Contact), new(Answer)], Over = Five };
        var sum = new SumState { Name = "recent-sum", Title = Title, Plus = [new(new(Gauge), Gauge.FindField("level")!)], Over = Five };
        yield return Stateful(
            "contacts of five minutes", contacts,
            [
                MustNot("n", Anyone, new WhenFrame(new(Start, Compare(Of(contacts), BinaryOperator.GreaterOrEqual, Value.Integer(2)))), Window.Moment, new HappeningContent()),
                Must("m", Site, Day, Clock, new StayContent(Compare(Of(contacts), BinaryOperator.Less, Value.Integer(2)))),
            ],
            [VisitA, VisitOfNoKind, OnOff[0]], instants);
        yield return Stateful(
            "sum of five minutes", sum, [MustNot("n", Site, new WhileFrame(Compare(Of(sum), BinaryOperator.Greater, Value.Integer(1)), new Limit<Duration>(Duration.FromMinutes(2), false)), Window.Moment, new HappeningContent())],
            [Act.Of(Gauge, "1"), Act.Of(Gauge, "2"), Act.Of(Gauge)], instants);
    }

    private static IEnumerable<Scope> Things()
    {
        var count = new CountContent(new(Visit)) { Same = ["case"] };
        ImmutableArray<Act> visits = [VisitA, VisitB, Act.Of(Visit, "Li"), Answers[0]];
        yield return new("each case, visit", [Must("n", new PostParty(Keeper), Day, Clock, count) with { ForEach = Cases }], visits, FromTen) { ChangesHands = true };
        yield return new(
            "each case, each keeper, at most one", [MustNot("n", new EachParty(Keeper), Day, Clock, count with { Times = Bound<long>.AtMost(1) }) with { ForEach = Cases }], visits[..3], FromTen) { ChangesHands = true };
        yield return new(
            "each case, what follows",
            [
                Must("n", Site, Day, Clock, count) with { ForEach = Cases },
                Must("then", new EachParty(Keeper), new OutcomeFrame("n", VerdictStatus.Breached, null), Within(Five), new CountContent(new(Answer)) { Same = ["case"] }) with { Stratum = 1 },
            ],
            [VisitA, .. Answers], [At("10:00"), .. Around("10:05"), .. Around("10:10")]);
    }

    private static IEnumerable<Scope> Places()
    {
        var elsewhere = new SiteChoice(["A"], true);
        yield return new(
            "here and elsewhere",
            [Answered with { At = new SiteChoice(["A"]) }, Answered with { Id = "m", At = elsewhere }, Must("then", Site, new OutcomeFrame("n", VerdictStatus.Breached, Answered.Trigger), Within(Five), new CountContent(new(Answer))) with { Stratum = 1, At = elsewhere }],
            [VisitA, VisitB, Answers[0]], [.. FromTen, At("10:10")]);
    }

    private static IEnumerable<Scope> Named()
    {
        ImmutableArray<Act> acts = [Act.Of(Round, "Wang"), Act.Of(Round), Act.Of(Visit, "Li", "c1"), .. Answers];
        var answered = Must("n", new PersonParty(Of(Owner)), WhenVisit, Within(Five), new CountContent(new(Answer)));
        yield return new("the owner at the trigger", [answered], acts, [Tick("10:00", -1), .. FromTen]) { Always = Visited };
        yield return new("the owner at each moment", [answered with { Parties = new(new PersonParty(Of(Owner), true)) }], acts, FromTen) { Always = Visited };
        yield return new(
            "the owner at each moment, forbidden", [MustNot("n", new PersonParty(Of(Owner), true), WhenVisit, Within(Five), new CountContent(new(Answer)))], acts, FromTen) { Always = Visited };
        yield return new("no visit of the owner", [MustNot("n", new PersonParty(Of(Owner)), WhenVisit, Window.Moment, new HappeningContent()) with { Exceptions = [new UnlessException(Busy)] }], [.. acts[..3], .. OnOff], FromTen);
        yield return new(
            "the owner of what follows",
            [answered with { Parties = new(Site) }, Must("then", new PersonParty(Of(Owner)), new OutcomeFrame("n", VerdictStatus.Breached, new(Visit)), Within(Five), new CountContent(new(Start))) with { Stratum = 1 }],
            [.. acts[..2], Answers[0], OnOff[0]], [At("10:00"), .. Around("10:05"), Tick("10:05", 2)]) { Always = Visited };
    }

    private static IEnumerable<Scope> Conditional()
    {
        Norm Then(Expression only, params ImmutableArray<VerdictStatus> statuses) =>
            Must("then", Site, new OutcomeFrame("n", statuses, Answered.Trigger) { If = only }, Within(Five), new CountContent(new(Answer))) with { Stratum = 1 };
        var exclusive = Answered with { Window = new(Answered.Window.Opens, Answered.Window.Closes with { Inclusive = false }) };
        yield return new("what follows if busy", [Answered, Then(Busy, VerdictStatus.Breached, VerdictStatus.Fulfilled)], [Answers[0], .. OnOff], Closely) { Always = Visited };
        yield return new("what follows an exclusive due if busy", [exclusive, Then(Busy, VerdictStatus.Breached)], [Answers[0], .. OnOff], [Tick("10:05", -2), .. Closely]) { Always = Visited };
        yield return new(
            "what follows if the level is high", [Answered, Then(AtLeast("level", 1), VerdictStatus.Breached, VerdictStatus.Fulfilled)], [Answers[0], Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], Closely) { Always = Visited };
    }

    private static IEnumerable<Scope> FirstEvents()
    {
        var answers = new CountContent(new(Answer));
        ImmutableArray<Act> acts = [VisitB, OnOff[1], Answers[0]];
        foreach (var stillOwed in new[] { false, true })
        {
            var name = stillOwed ? ", still owed" : "";
            yield return new($"until the first stop{name}", [Must("n", new PostParty(Keeper), WhenVisit, UntilFirst(new(Stop), stillOwed), answers)], acts, Closely) { ChangesHands = true, Always = Visited };
            yield return new($"until the first contact{name}", [Must("n", Site, new WhenFrame(new(Gauge)), UntilFirst(new(Contact), stillOwed), answers)], [VisitA, VisitOfNoKind, Answers[0]], Closely) { Always = [(Act.Of(Gauge, "1"), At("10:00"))] };
            yield return new(
                $"until the first stop, exactly one answer{name}",
                [Must("n", Site, WhenVisit, UntilFirst(new(Stop), stillOwed), answers with { Times = Bound<long>.Exactly(1) }) with { Exceptions = [new UnlessException(Busy)] }],
                [.. OnOff, Answers[0]], Closely) { Always = Visited };
        }

        Window FromFirst(EventPattern pattern) => new(new WindowEnd(new FirstEvent(pattern), true), new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, 5)), true));
        yield return new("from the first contact", [Must("n", Site, Day, FromFirst(new(Contact)), answers)], [VisitA, VisitOfNoKind, OnOff[0], Answers[0]], FromTen);
        yield return new("from the first visit to another", [Must("n", new EachParty(Keeper), Day, FromFirst(new(Visit)), new CountContent(new(Visit))) with { Parties = new(new EachParty(Keeper), Anyone) }], [VisitA, VisitB], FromTen) { ChangesHands = true };
        yield return new(
            "from the first start, no round", [MustNot("n", Site, Day, FromFirst(new(Start)), new CountContent(new(Round)))],
            [OnOff[0], Act.Of(Round, "Li") with { Lasted = Five }, Act.Of(Round, "Li")], [.. FromTen, At("10:10")]);
        yield return new("from the first gauge, not busy", [Must("n", Site, Day, FromFirst(new(Gauge)), new StayContent(Not(Busy)))], [Act.Of(Gauge, "1"), .. OnOff], [Tick("10:00", -1), .. FromTen]);
        yield return new(
            "from the first gauge while not busy, lapses", [Must("n", Site, Day, FromFirst(new(Gauge, Not(Busy))), answers) with { Exceptions = [new LapsesException(AtLeast("open-cases", 1))] }],
            [Act.Of(Gauge, "1"), OnOff[0], VisitA, Answers[0]], [Tick("10:00", -1), .. FromTen]);
        var fromStart = FromFirst(new(Start));
        var both = fromStart with { Closes = new WindowEnd(new FirstEvent(new(Stop)) { Backstop = fromStart.Closes }, true) };
        yield return new("from the first start until the first stop", [Must("n", Site, Day, both, answers)], [.. OnOff, Answers[0]], [Tick("10:00", -1), .. FromTen]);
        yield return new(
            "until the first stop of a spell", [Must("n", Site, new WhileFrame(AtLeast("open-cases", 1), null), UntilFirst(new(Stop), false), new CountContent(new(Start)))],
            [Answers[0], .. OnOff], Closely) { Always = Visited };
    }

    private static IEnumerable<Scope> Roles()
    {
        var manager = new Role("manager", Title) { Includes = [Deputy], Acting = [Keeper] };
        var acted = new Role("acted", Title) { Acting = [Guard, Deputy] };
        Vocabulary Managed(Vocabulary vocabulary)
        {
            var world = WithDeputy(vocabulary);
            return world with { Roles = [.. world.Roles, manager, acted], Roster = [.. world.Roster, new("Zhao", manager.Name, "A", At("10:00"), At("10:05"))] };
        }

        ImmutableArray<Instant> instants = [Tick("10:00", -1), At("10:00"), .. Around("10:05"), At("10:10")];
        ImmutableArray<Act> visits = [VisitA, VisitB, Act.Of(Visit, "Zhao", "c1"), Answers[0]];
        yield return new("only by the manager", [Must("n", Anyone, WhenVisit, Window.Moment, new ActorContent(manager))], visits, instants) { With = Managed };
        yield return new("each manager answers", [Must("n", new EachParty(manager), WhenVisit, Within(Duration.FromMinutes(10)), new CountContent(new(Answer)))], visits, [At("09:55"), .. instants]) { With = Managed };
        yield return new("the manager visits", [Must("n", new PostParty(manager), Day, Between(new LocalTime(10, 0), new LocalTime(10, 10)), new CountContent(new(Visit)))], visits, instants) { With = Managed };
        yield return new(
            "a post that those on shift act for", [Must("n", new PostParty(acted), Day, Clock, new CountContent(new(Visit)))],
            [.. visits[..2], Plan("Li", "10:00", "10:05"), Plan("Wang", "10:05", "11:00"), Cancel()], [Tick("10:00", -1), At("10:00"), .. Around("10:05")])
        {
            With = vocabulary => WithShifts(Managed(vocabulary)),
        };
    }

    private static IEnumerable<Scope> Liable()
    {
        ImmutableArray<Liability> liable =
        [
            new(null) { Points = 1L }, new(new PostParty(Keeper)) { If = Busy }, new(new PersonParty(Of(Owner))) { If = AtLeast("level", 1), Points = 2L },
            new(new FieldParty(Visit.FindField("person")!)) { If = Not(Busy), Points = 0L },
        ];
        Norm Of3(Norm norm) => norm with { Parties = norm.Parties with { Liable = liable }, Consequences = new Consequences(3L, []) };
        ImmutableArray<Act> acts = [VisitB, .. OnOff, Act.Of(Gauge, "1")];
        yield return new("liable for an answer", [Of3(Answered with { Parties = new(new PostParty(Keeper)) })], [.. acts, Answers[0]], FromTen) { ChangesHands = true, Always = Visited };
        yield return new("liable for a visit", [Of3(MustNot("n", Anyone, WhenVisit, Window.Moment, new HappeningContent()))], acts, FromTen) { ChangesHands = true };
        yield return new("liable where nobody is named", [Answered with { Parties = new(new EachParty(Keeper)), Consequences = new Consequences(3L, []) }], [VisitA, VisitB, Answers[0]], FromTen) { ChangesHands = true };
    }

    private static IEnumerable<Scope> Holding()
    {
        var holds = new HoldsExpression(Field(Visit, "person"), Keeper, default);
        yield return new("only if a keeper", [Must("n", Anyone, WhenVisit, Window.Moment, new ConditionContent(holds))], [VisitA, VisitB, Act.Of(Visit)], [.. FromTen, At("10:10")]) { ChangesHands = true };
        yield return new(
            "a visit of a keeper, unless of one on shift",
            [MustNot("n", Site, Day, Clock, new CountContent(new(Visit, holds))) with { Exceptions = [new UnlessException(new HoldsExpression(Field(Visit, "person"), Guard, default))] }],
            [VisitA, VisitB, Act.Of(Visit), Plan("Li", "10:00", "10:05"), Cancel()], [Tick("10:00", -1), .. FromTen]) { ChangesHands = true, With = WithShifts };
    }

    private static IEnumerable<Scope> Tables()
    {
        var level = new LatestState { Name = "now", Title = Title, Samples = [new(new(Gauge), Gauge.FindField("level"))], Initially = Value.Integer(0) };
        var table = new Table(
            "rate", Title, [FieldType.Integer], FieldType.Integer, [new([new(null, Value.Integer(0))], Value.Integer(1)), new([new(Value.Integer(1), Value.Integer(1))], Value.Integer(2)), new([new(Value.Integer(2), Value.Integer(2))], null)]);
        var two = Compare(new TableExpression(table, [Of(level)], default), BinaryOperator.Equal, Value.Integer(2));
        yield return Stateful(
            "figure of a level", level, [Must("n", Site, Day, Clock, new StayContent(Not(two))), Must("m", Anyone, WhenVisit, Window.Moment, new ConditionContent(two))],
            [VisitA, Act.Of(Gauge, "0"), Act.Of(Gauge, "1"), Act.Of(Gauge, "2"), Act.Of(Gauge, "3")], FromTen) with
        {
            With = vocabulary => vocabulary with { States = [.. vocabulary.States, level], Tables = [table] },
        };
    }

    private static Scope Stateful(string name, StateDefinition state, ImmutableArray<Norm> norms, ImmutableArray<Act> acts, ImmutableArray<Instant> instants) =>
        new(name, norms, acts, instants) { With = vocabulary => vocabulary with { States = [.. vocabulary.States, state] } };

    private static Norm Upper(Norm norm) => norm with { Stratum = 1 };
}
