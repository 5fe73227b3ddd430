using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Tests.Semantics;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>One small scope for each way in which frame, content, bearer and exceptions go together.</summary>
internal static class Scopes
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly Duration Ten = Duration.FromMinutes(10);
    private static readonly SiteParty Site = new();
    private static readonly PostParty Post = new(Keeper);
    private static readonly EachParty Each = new(Keeper);
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Window Clock = Between(new LocalTime(10, 0), new LocalTime(10, 5));
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));
    private static readonly Expression Busy = State("busy");
    private static readonly ImmutableArray<Instant> Ends = [Tick("10:00", -1), At("10:00"), At("10:05"), Tick("10:05", 1)];
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05"), At("10:10")];
    private static readonly ImmutableArray<Act> Duty = [Act.Of(Start, "Li"), Act.Of(Stop, "Li"), Act.Of(Start, "Wang"), Act.Of(Stop, "Wang")];
    private static readonly ImmutableArray<Act> OnOff = [Act.Of(Start, "Li"), Act.Of(Stop, "Li")];
    private static readonly ImmutableArray<Act> Visits = [Act.Of(Visit, "Li", "c1", "a"), Act.Of(Visit, "Wang", "c2", "b")];
    private static readonly ImmutableArray<Act> Answers = [Act.Of(Answer, "Li", "c1"), Act.Of(Answer, "Wang", "c2")];

    public static ImmutableArray<Scope> All { get; } = [.. Calendar(), .. Lasting(), .. Triggered(), .. ActFrames(), .. Spells(), .. Exceptions(), .. Hands(), .. CalendarScopes.All, .. ShiftScopes.All, .. AmountScopes.All, .. ContentScopes.All, .. WorldScopes.All];

    private static IEnumerable<Scope> Calendar()
    {
        yield return new("day, count", [Must("n", Post, Day, Clock, Count(Visit))], [.. Visits, .. OnOff], [.. Ends, At("03 00:00")]) { ChangesHands = true };
        yield return new(
            "day, each twice", [Must("n", Each, Day, Window.WholeFrame, Count(Visit, Bound<long>.AtLeast(2)))], Visits,
            [.. Around("00:00")[1..], .. Around("10:05"), .. Around("03 00:00")]) { ChangesHands = true };
        yield return new("day, exactly once", [Must("n", Site, Day, Clock, Count(Visit, Bound<long>.Exactly(1)))], [.. Visits, .. Answers], Ends);
        yield return new(
            "day, twice apart", [Must("n", Site, Day, ToTen, Count(Round, Bound<long>.AtLeast(2)) with { Apart = Five })], Rounds(Duration.Zero, Five), FromTen);
        yield return new(
            "day, rounds of five minutes", [Must("n", Post, Day, ToTen, Count(Round) with { EachLasting = Bound<Duration>.AtLeast(Five) })],
            Rounds(Five - Duration.FromTicks(1), Five), [.. Around("10:05"), .. Around("10:10")]) { ChangesHands = true };
        yield return new(
            "day, one of each", [Must("n", Site, Day, Clock, new OneOfEachContent(new(Visit), Visit.FindField("kind")!))], [.. Visits, Act.Of(Visit, "Li")], Ends);
        yield return new("day, no round", [MustNot("n", Post, Day, Clock, Count(Round))], Rounds(Duration.Zero, Five), [.. Around("10:00")[1..], .. Around("10:10")])
        {
            ChangesHands = true,
        };
        yield return new(
            "week, count",
            [Must("n", Site, new EveryFrame(PeriodKind.Week), Between(new(10, 0), new(10, 5), new WeekdayOf(IsoDayOfWeek.Friday)), Count(Visit, Bound<long>.AtLeast(2)))],
            Visits, [.. Around("06 10:00"), .. Around("06 10:05")]) { End = At("10 00:00") };
        yield return new(
            "week, one of each",
            [Must("n", Site, new EveryFrame(PeriodKind.Week), Window.WholeFrame, new OneOfEachContent(new(Visit), Visit.FindField("kind")!))],
            Visits, [At("00:00"), .. Around("09 00:00")]) { End = At("10 00:00") };
        yield return new(
            "month, day 30",
            [Must("n", Site, new EveryFrame(PeriodKind.Month), Between(new(10, 0), new(10, 5), new DayOfMonth(30, MissingDay.LastDay)), Count(Visit))],
            Visits, [.. Around("02-28 10:00"), .. Around("02-28 10:05")]) { Start = At("02-01 00:00"), End = At("02 00:00") };
        yield return new(
            "month, at most one", [MustNot("n", Post, new EveryFrame(PeriodKind.Month), Window.WholeFrame, Count(Visit, Bound<long>.AtMost(1)))],
            Visits, [At("02-01 00:00"), .. Around("01 00:00")]) { Start = At("02-01 00:00"), End = At("02 00:00") };
        yield return new(
            "day, seen in visits", [Must("n", new EachParty(Visitor), Day, Window.WholeFrame, Count(Answer, Bound<long>.AtLeast(1)))],
            [.. Visits, .. Answers], [At("00:00"), At("10:00"), .. Around("03 00:00")]);
        yield return new(
            "day, in force from 10:05",
            [
                Must("n", Site, Day, Clock, Count(Visit)) with { InForceTo = Local("03 00:00") },
                Must("n", Site, Day, ToTen, Count(Visit)) with { InForceFrom = Local("03 00:00"), Revision = "2" },
            ],
            Visits, [At("10:00"), Tick("10:05", 1), .. Around("03 10:00"), Tick("03 10:10", 1)]);
    }

    private static IEnumerable<Scope> Lasting()
    {
        yield return new("stay", [Must("n", Post, Day, Clock, new StayContent(Not(Busy)))], Duty, [.. Ends, Tick("10:00", 1)]) { ChangesHands = true };
        yield return new("stay with gaps", [Must("n", Site, Day, ToTen, new StayContent(Not(Busy)) { Gaps = Five })], Duty, FromTen);
        yield return new("share", [Must("n", Site, Day, HalfOpen(10), new StayContent(Busy) { Share = 0.5m })], Duty, FromTen);
        yield return new(
            "share of", [Must("n", Site, Day, HalfOpen(10), new StayContent(AtLeast("level", 1)) { Share = 0.5m, Of = Busy })],
            [.. OnOff, Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], FromTen);
        yield return new(
            "stay known", [Must("n", Site, new WhenFrame(new(Visit)), Within(Ten), new StayContent(AtLeast("level", 1)) { Gaps = Five })],
            [Visits[0], Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], FromTen);
    }

    private static IEnumerable<Scope> Triggered()
    {
        var answer = Must("n", Post, new WhenFrame(new(Visit)), Within(Five), Count(Answer, same: "case"));
        yield return new("when, answer", [answer], [.. Visits, .. Answers], FromTen) { ChangesHands = true };
        yield return new(
            "when, answer by one on duty", [answer with { Content = new CountContent(new(Answer, ActorOnDuty(Answer))) }],
            [Visits[0], Answers[0], .. OnOff], FromTen);
        yield return new(
            "when on duty",
            [answer with { Frame = new WhenFrame(new(Visit, ActorOnDuty(Visit))), Parties = new(new FieldParty(Visit.FindField("person")!)) }],
            [Visits[0], Answers[0], .. OnOff], FromTen);
        yield return new(
            "when, from before",
            [answer with { Window = new(new(new Offset(new FrameStart(), Five, true), false), new(new Offset(new FrameStart(), Five), false)) }],
            [.. Visits, .. Answers], FromTen);
        yield return new(
            "when, field", [Must("n", new FieldParty(Visit.FindField("person")!), new WhenFrame(new(Visit)), Within(Five), Count(Visit))], Visits,
            [.. FromTen, .. Around("10:10")[^1..]]);
        yield return new("when, forbidden", [MustNot("n", Post, new WhenFrame(new(Visit)), Within(Five), Count(Answer, same: "case"))], [.. Visits, .. Answers], FromTen)
        {
            ChangesHands = true,
        };
        yield return new("when, stay", [Must("n", Site, new WhenFrame(new(Visit)), Within(Five), new StayContent(Busy))], [Visits[0], .. OnOff], FromTen);
        yield return new(
            "follow-up of a breach",
            [answer, Must("then", Post, new OutcomeFrame("n", VerdictStatus.Breached, answer.Trigger), Within(Five), Count(Answer)) with { Stratum = 1 }],
            [Visits[0], .. Answers], [At("10:00"), .. Around("10:05"), .. Around("10:10")[1..]]) { ChangesHands = true };
        var lapsing = answer with { Exceptions = [new LapsesException(Busy)] };
        yield return new(
            "follow-up of a void",
            [lapsing, Must("then", Each, new OutcomeFrame("n", VerdictStatus.Void, answer.Trigger), Within(Five), Count(Answer)) with { Stratum = 1 }],
            [Visits[0], Answers[0], OnOff[0]], FromTen) { ChangesHands = true };
        yield return new(
            "follow-up, lapses when",
            [
                answer,
                Must("then", Post, new OutcomeFrame("n", VerdictStatus.Breached, answer.Trigger), Within(Five), Count(Answer)) with
                {
                    Stratum = 1, Exceptions = [new LapsesException(Busy)],
                },
            ],
            [Visits[0], .. OnOff], [At("10:00"), .. Around("10:05"), At("10:10")]);
        yield return new(
            "when, in force from 10:05",
            [answer with { InForceTo = Local("10:05") }, answer with { InForceFrom = Local("10:05"), Revision = "2", Window = Within(Ten) }],
            [Visits[0], Answers[0]], [.. FromTen, .. Around("10:15")]);
    }

    private static IEnumerable<Scope> ActFrames()
    {
        var visit = new WhenFrame(new(Visit));
        yield return new(
            "no visit off duty",
            [MustNot("n", new AnyoneParty(), new WhenFrame(new(Visit, Not(ActorOnDuty(Visit)))), Window.Moment, new HappeningContent())],
            [.. Visits, .. Duty], Ends);
        yield return new(
            "no visit unless the level is high",
            [MustNot("n", Each, visit, Window.Moment, new HappeningContent()) with { Exceptions = [new UnlessException(AtLeast("level", 1))] }],
            [Visits[0], Act.Of(Gauge, "0"), Act.Of(Gauge, "1"), Act.Of(Gauge)], FromTen) { ChangesHands = true };
        yield return new("only if on duty", [Must("n", new AnyoneParty(), visit, Window.Moment, new ConditionContent(ActorOnDuty(Visit)))], [.. Visits, .. Duty], Ends);
        yield return new(
            "only if the level is high", [Must("n", Post, visit, Window.Moment, new ConditionContent(AtLeast("level", 1)))],
            [Visits[0], Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], FromTen);
        yield return new(
            "only by the keeper", [Must("n", new AnyoneParty(), visit, Window.Moment, new ActorContent(Keeper))], [.. Visits, Act.Of(Visit)],
            [At("10:00"), .. Around("10:05")]) { ChangesHands = true };
        yield return new(
            "only after an answer",
            [Must("n", new AnyoneParty(), visit, new(new(new Offset(new FrameStart(), Five, true), true), new(new FrameStart(), true)), Count(Answer, same: "case"))],
            [.. Visits, .. Answers], FromTen);
    }

    private static IEnumerable<Scope> Spells()
    {
        foreach (var atLeast in new[] { false, true })
        {
            var limit = new Limit<Duration>(Five, atLeast);
            var name = atLeast ? "while at least" : "while more than";
            yield return new($"{name}, forbidden", [MustNot("n", Post, new WhileFrame(Busy, limit), Window.Moment, new HappeningContent())], Duty, FromTen)
            {
                ChangesHands = true,
            };
            yield return new(
                $"{name}, forbidden, lapses",
                [
                    MustNot("n", Site, new WhileFrame(AtLeast("waiting", 1), limit), Window.Moment, new HappeningContent()) with
                    {
                        Exceptions = [new LapsesException(State("on-duty", new LiteralExpression(Value.Text("Wang"), FieldType.Person, default)))],
                    },
                ],
                Duty, FromTen);
            yield return new(
                $"{name}, unknown", [MustNot("n", Site, new WhileFrame(AtLeast("level", 1), limit), Window.Moment, new HappeningContent())],
                [Act.Of(Gauge, "0"), Act.Of(Gauge, "1"), Act.Of(Gauge)], FromTen);
            yield return new(
                $"{name}, still owed", [Must("n", Post, new WhileFrame(AtLeast("waiting", 1), limit, EndsFirst.StillOwed), Within(Five), Count(Visit))],
                [.. OnOff, .. Visits], FromTen) { ChangesHands = true };
            yield return new(
                $"{name}, lapses", [Must("n", Each, new WhileFrame(AtLeast("open-cases", 1), limit), Within(Five), Count(Start))],
                [Visits[0], Answers[0], OnOff[0], Act.Of(Start, "Wang")], [.. FromTen, .. Around("10:10")[^1..]]) { ChangesHands = true };
        }

        yield return new("while, lapses", [Must("n", Post, new WhileFrame(Busy, null), Within(Five), Count(Visit))], [.. OnOff, .. Visits], FromTen);
        yield return new(
            "while, stay, still owed", [Must("n", Each, new WhileFrame(AtLeast("level", 1), null, EndsFirst.StillOwed), Within(Five), new StayContent(BearerOnDuty))],
            [.. OnOff, Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], FromTen) { ChangesHands = true };
        yield return new(
            "while, lapses when",
            [Must("n", Site, new WhileFrame(AtLeast("level", 1), null), Within(Five), Count(Visit)) with { Exceptions = [new LapsesException(Busy)] }],
            [.. OnOff, Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], FromTen);
        yield return new(
            "while, in force from 10:05",
            [MustNot("n", Site, new WhileFrame(Busy, new Limit<Duration>(Five, true)), Window.Moment, new HappeningContent()) with { InForceFrom = Local("10:05") }],
            Duty, FromTen);
    }

    private static IEnumerable<Scope> Exceptions()
    {
        var count = Must("n", Site, Day, Clock, Count(Visit));
        yield return new("unless at the due", [count with { Exceptions = [new UnlessException(Busy)] }], [Visits[0], .. OnOff], [.. Ends, Tick("10:05", -1)]);
        yield return new(
            "unless at the act", [MustNot("n", Site, Day, Clock, Count(Visit)) with { Exceptions = [new UnlessException(ActorOnDuty(Visit))] }],
            [.. Visits, .. OnOff], Ends);
        yield return new("lapses", [count with { Exceptions = [new LapsesException(Busy)] }], [Visits[0], .. OnOff], [.. Ends, Tick("10:05", -1)]);
        yield return new(
            "lapses, unless, unknown", [count with { Exceptions = [new LapsesException(AtLeast("level", 1)), new UnlessException(Busy)] }],
            [Visits[0], OnOff[0], Act.Of(Gauge, "0"), Act.Of(Gauge, "1")], [.. Ends, Tick("10:05", -1)]);
        yield return new(
            "lapses, of one kind",
            [Must("n", Post, new WhenFrame(new(Visit, IsKind("a"))), Within(Five), Count(Answer, same: "case")) with { Exceptions = [new LapsesException(Busy)] }],
            [Visits[0], Visits[1], Answers[0], OnOff[0]], FromTen) { ChangesHands = true };
    }

    private static IEnumerable<Scope> Hands()
    {
        yield return new("each, hands change", [Must("n", Each, new WhenFrame(new(Visit)), Within(Ten), Count(Answer, same: "case"))], [.. Visits, .. Answers], FromTen)
        {
            ChangesHands = true,
        };
        yield return new("each, stay, hands change", [Must("n", Each, Day, Clock, new StayContent(Not(BearerOnDuty)))], Duty, [.. Ends, Tick("10:05", -1)])
        {
            ChangesHands = true,
        };
        yield return new("each, forbidden, hands change", [MustNot("n", Each, Day, ToTen, Count(Visit))], [.. Visits, Act.Of(Visit)], FromTen) { ChangesHands = true };
        yield return new("anybody may, each owes", [Must("n", Each, Day, ToTen, Count(Visit)) with { Parties = new(Each, new AnyoneParty()) }], Visits, FromTen);
    }

    private static CountContent Count(EventType type, Bound<long>? times = null, params ImmutableArray<string> same) =>
        new(new EventPattern(type)) { Times = times ?? Bound<long>.AtLeast(1), Same = same };

    private static ImmutableArray<Act> Rounds(Duration shorter, Duration longer) =>
        [.. new[] { shorter, longer }.SelectMany(lasted => new[] { "Li", "Wang" }.Select(person => Act.Of(Round, person) with { Lasted = lasted }))];

    /// <summary>From 10:00 on for so many minutes, the end excluded.</summary>
    private static Window HalfOpen(int minutes) => new(
        new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, 0)), true), new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(10, minutes)), false));
}
