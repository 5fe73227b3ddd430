using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Small scopes for working days, openings, hours, totals, roles that nobody holds, and windows that open before their period.</summary>
internal static class CalendarScopes
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Expression Busy = State("busy");
    private static readonly Expression InRush = new StateExpression(Rush, [], default);
    private static readonly ImmutableArray<Act> OnOff = [Act.Of(Start, "Li"), Act.Of(Stop, "Li")];
    private static readonly ImmutableArray<Act> Visits = [Act.Of(Visit, "Li", "c1", "a"), Act.Of(Visit, "Wang", "c2", "b")];
    private static readonly ImmutableArray<Act> Answers = [Act.Of(Answer, "Li", "c1"), Act.Of(Answer, "Wang", "c2")];
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05"), At("10:10")];
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));

    public static ImmutableArray<Scope> All { get; } = [.. WorkingDays(), .. Hours(), .. Totals(), .. Nobody(), .. Before()];

    private static IEnumerable<Scope> WorkingDays()
    {
        var workingDay = new ClockTime(new CountedDays(new FrameDay(), 1, DayClass.Working, false), new LocalTime(10, 0));
        var answer = Must(
            "n", Site, new WhenFrame(new(Visit)), new(new WindowEnd(new FrameStart(), true), new WindowEnd(workingDay, true)), Count(Answer, same: "case"));
        yield return new(
            "when, answer by the next working day", [answer], [.. Visits, .. Answers], [At("10:00"), .. Around("03 00:00"), .. Around("04 10:00")]) { With = WithCalendar };
        yield return new(
            "when, answer, calendar not known", [answer], [.. Visits, .. Answers], [At("10:00"), At("03 10:00"), .. Around("04 10:00")])
        {
            With = WithUnknownCalendar,
        };
        yield return new(
            "working days", [Must("n", new PostParty(Keeper), new EveryFrame(new DaysOf(DayClass.Working)), Window.WholeFrame, Count(Visit))],
            Visits, [.. Around("00:00")[1..], .. Around("03 00:00"), .. Around("04 00:00")]) { With = WithCalendar, End = At("05 00:00") };
        yield return new(
            "month, moved from the 3rd",
            [
                Must(
                    "n", Site, new EveryFrame(PeriodKind.Month),
                    Between(new LocalTime(10, 0), new LocalTime(10, 5), new MovedDay(new DayOfMonth(3, MissingDay.LastDay), DayClass.Working, true)), Count(Visit)),
            ],
            Visits, [At("03 10:00"), .. Around("04 10:00"), .. Around("04 10:05")])
        {
            With = WithCalendar, Start = At("02-28 00:00"),
        };
    }

    private static IEnumerable<Scope> Hours()
    {
        var openings = new EveryFrame(new OpeningPeriod());
        yield return new("opening, count", [Must("n", new EachParty(Keeper), openings, Window.WholeFrame, Count(Visit))], Visits, [.. Around("10:00"), .. Around("10:05")])
        {
            With = WithCalendar, ChangesHands = true,
        };
        yield return new("opening, stay", [Must("n", Site, openings, Window.WholeFrame, new StayContent(Not(Busy)))], OnOff, [.. Around("10:00"), .. Around("10:05")])
        {
            With = WithCalendar,
        };
        yield return new("opening, not known", [Must("n", Site, openings, Window.WholeFrame, Count(Visit))], Visits, [At("10:00"), .. Around("10:05")])
        {
            End = At("05 12:00"),
            With = vocabulary => WithUnknownCalendar(vocabulary) with
            {
                Sites = [vocabulary.Sites[0] with { Hours = [WithUnknownCalendar(vocabulary).Hours[0] with { Exceptions = [new(new(2026, 3, 2), new(2026, 3, 2), WithCalendar(vocabulary).Hours[0].OfWeekdays[IsoDayOfWeek.Monday])] }] }],
            },
        };
        yield return new("while in hours", [Must("n", Site, new WhileFrame(InRush, null), Within(Five), Count(Visit))], Visits, [.. Around("10:05"), .. Around("10:10")])
        {
            With = WithCalendar,
        };
        yield return new(
            "while busy in hours, at least", [MustNot("n", Site, new WhileFrame(And(Busy, InRush), new Limit<Duration>(Five, true)), Window.Moment, new HappeningContent())],
            OnOff, [.. Around("10:05"), .. Around("10:10")]) { With = WithCalendar };
        yield return new("stay out of hours", [Must("n", Site, Day, ToTen, new StayContent(Not(And(Busy, InRush))))], OnOff, FromTen) { With = WithCalendar };
        yield return new(
            "share of hours", [Must("n", Site, Day, Window.WholeFrame, new StayContent(Busy) { Share = 0.5m, Of = InRush })], OnOff, [.. FromTen, .. Around("03 10:10")])
        {
            With = WithCalendar,
        };
        yield return new(
            "hours not known", [MustNot("n", Site, Day, ToTen, new CountContent(new(Visit, InRush)))], Visits, [.. Around("10:05"), .. Around("03 10:05")])
        {
            With = WithUnknownCalendar,
        };
        yield return new(
            "no visit in hours", [MustNot("n", new AnyoneParty(), new WhenFrame(new(Visit, InRush)), Window.Moment, new HappeningContent()) with { Exceptions = [new UnlessException(Busy)] }],
            [Visits[0], .. OnOff], [.. Around("10:05"), .. Around("10:10")]) { With = WithCalendar };
    }

    private static IEnumerable<Scope> Totals()
    {
        foreach (var (name, bound) in new (string, Bound<Duration>)[]
        {
            ("at least", Bound<Duration>.AtLeast(Five)), ("more than", Bound<Duration>.MoreThan(Five)), ("at most", Bound<Duration>.AtMost(Five)),
            ("less than", Bound<Duration>.LessThan(Five)), ("between", Bound<Duration>.Between(Duration.FromTicks(1), Five)),
        })
        {
            yield return new($"total {name}", [Must("n", Site, Day, ToTen, new TotalContent(Busy, bound))], OnOff, [.. FromTen, Tick("10:10", 1)]);
        }

        yield return new(
            "total, not known", [Must("n", Site, Day, ToTen, new TotalContent(AtLeast("level", 1), Bound<Duration>.Between(Duration.FromMinutes(1), Five)))],
            [Act.Of(Gauge, "0"), Act.Of(Gauge, "1"), Act.Of(Gauge)], FromTen);
        yield return new(
            "total over two days",
            [
                Must(
                    "n", new PostParty(Keeper), Day, new(new WindowEnd(new EarlierPeriod(1), true), new WindowEnd(new FrameEnd(), false)),
                    new TotalContent(Busy, Bound<Duration>.AtMost(Five), 2)) with { Exceptions = [new LapsesException(AtLeast("level", 1))] },
            ],
            [.. OnOff, Act.Of(Gauge, "1")], [At("10:00"), At("10:05"), At("03 10:00"), .. Around("03 10:05")]);
    }

    private static IEnumerable<Scope> Nobody()
    {
        yield return new("each, nobody", [Must("n", new EachParty(Deputy), new WhenFrame(new(Visit)), Within(Five), Count(Answer))], [.. Visits, .. Answers], FromTen)
        {
            With = WithDeputy,
        };
        yield return new("post, nobody", [Must("n", new PostParty(Deputy), new WhenFrame(new(Visit)), Within(Five), Count(Answer))], [.. Visits, .. Answers], FromTen)
        {
            With = WithDeputy,
        };
        yield return new(
            "day, each, nobody and somebody",
            [
                Must("n", new EachParty(Deputy), Day, Between(new LocalTime(10, 5), new LocalTime(10, 10)), Count(Visit)),
                Must("m", new PostParty(Deputy), Day, ToTen, new StayContent(Not(Busy))),
            ],
            [.. Visits, .. OnOff], FromTen) { With = WithDeputy };
        yield return new(
            "follow-up for nobody",
            [
                Must("n", new EachParty(Deputy), new WhenFrame(new(Visit)), Within(Five), Count(Answer)),
                Must("then", Site, new OutcomeFrame("n", VerdictStatus.Undetermined, new(Visit)), Within(Five), Count(Answer)) with { Stratum = 1 },
            ],
            [.. Visits, Answers[0]], FromTen) { With = WithDeputy };
    }

    private static IEnumerable<Scope> Before()
    {
        var fiveBefore = new WindowEnd(new Offset(new FrameStart(), Five, true), true);
        yield return new(
            "day, from five minutes before", [Must("n", new EachParty(Keeper), Day, new(fiveBefore, new WindowEnd(new FrameStart(), true)), Count(Visit))],
            Visits, [.. Around("02 23:55"), .. Around("03 00:00")]);
        yield return new(
            "day, from five minutes before, stay", [Must("n", Site, Day, new(fiveBefore, new WindowEnd(new FrameStart(), false)), new StayContent(Not(Busy)) { Gaps = Duration.FromMinutes(1) })],
            OnOff, [.. Around("02 23:55"), Tick("03 00:00", -1), At("03 00:00")]);
        yield return new(
            "day, until before it begins",
            [
                MustNot("n", Site, Day, new(new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(10), true), true), new WindowEnd(new Offset(new FrameStart(), Five, true), false)), Count(Visit))
                    with { Exceptions = [new UnlessException(Busy)] },
            ],
            [Visits[0], OnOff[0]], [.. Around("02 23:50"), .. Around("02 23:55"), At("03 00:00")]);
    }

    private static CountContent Count(EventType type, Bound<long>? times = null, params ImmutableArray<string> same) =>
        new(new EventPattern(type)) { Times = times ?? Bound<long>.AtLeast(1), Same = same };
}
