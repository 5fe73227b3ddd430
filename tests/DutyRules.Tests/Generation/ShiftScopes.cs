using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>Small scopes for planned shifts: moved, cancelled and swapped around the ends of their windows and the act.</summary>
internal static class ShiftScopes
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly EachParty Each = new(Guard);
    private static readonly PostParty Post = new(Guard);
    private static readonly EveryFrame Shift = new(new ShiftPeriod(Guard));
    private static readonly ImmutableArray<Act> Visits = [Act.Of(Visit, "Li", "c1", "a"), Act.Of(Visit, "Wang", "c2", "b")];
    private static readonly ImmutableArray<Act> OnOff = [Act.Of(Start, "Li"), Act.Of(Stop, "Li")];

    /// <summary>In every history Li's shift is planned from 10:00 to 11:00.</summary>
    private static readonly ImmutableArray<(Act, Instant)> Planned = [(Plan("Li", "10:00", "11:00"), At("09:00"))];
    private static readonly ImmutableArray<Act> Changes = [Plan("Li", "10:05", "10:10"), Plan("Li", "09:50", "11:00"), Swap("Wang"), Cancel()];
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05")];
    private static readonly Window FirstFive = new(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), Five), true));
    private static readonly Window LastFiveBefore = new(new WindowEnd(new Offset(new FrameStart(), Five, true), true), new WindowEnd(new FrameStart(), true));

    public static ImmutableArray<Scope> All { get; } = [.. Frames().Concat(OtherFrames()).Select(scope => scope with { With = WithShifts })];

    private static IEnumerable<Scope> Frames()
    {
        yield return new("shift, each", [Must("n", Each, Shift, FirstFive, Count(Visit))], [.. Changes, .. Visits], FromTen) { Always = Planned };
        yield return new("shift, post, before it begins", [Must("n", Post, Shift, LastFiveBefore, Count(Visit))], [.. Changes, .. Visits], [.. Around("09:55"), .. Around("10:00")])
        {
            Always = Planned,
        };
        yield return new("shift, planned late", [Must("n", Each, Shift, FirstFive, Count(Visit))], [Plan("Li", "10:00", "10:10"), Cancel(), .. Visits], [.. FromTen, .. Around("10:10")]);
        yield return new("shift, no visit", [MustNot("n", Post, Shift, Window.WholeFrame, Count(Visit))], [Plan("Li", "10:00", "10:05"), .. Changes[1..], .. Visits], FromTen)
        {
            Always = Planned,
        };
        yield return new(
            "shift, stay, lapses", [Must("n", Each, Shift, FirstFive, new StayContent(Not(State("busy")))) with { Exceptions = [new LapsesException(AtLeast("open-cases", 1))] }],
            [Changes[0], Changes[3], .. OnOff, Visits[0]], FromTen) { Always = Planned };
        yield return new(
            "shift, two of one id and their kinds", [Must("n", Each, new EveryFrame(new ShiftPeriod(Guard) { Kinds = ["early"] }), FirstFive, Count(Visit))],
            [Plan("Li", "10:00", "10:05"), Plan("Wang", "10:00", "11:00"), WithKind(Plan("Li", "10:00", "11:00"), "late"), Visits[0]], [At("09:55"), .. FromTen]);
        yield return new(
            "shift, until the next", [Must("n", Each, Shift, new(new WindowEnd(new FrameStart(), true), new WindowEnd(new ShiftStart(ShiftChoice.Next), false)), Count(Visit))],
            [Plan("Wang", "10:05", "11:00", "s2"), Plan("Wang", "10:10", "11:00", "s2"), Cancel("s2"), Visits[0]], [Tick("10:00", -1), At("10:00"), .. Around("10:05"), At("10:10")])
        {
            Always = Planned,
        };
        yield return new(
            "shift, since the one before", [Must("n", Post, Shift, new(new WindowEnd(new ShiftEnd(ShiftChoice.OwnPrevious), true), new WindowEnd(new FrameStart(), true)), Count(Visit))],
            [Plan("Li", "09:50", "09:55", "s2"), Swap("Li", "s2"), Swap("Wang"), Visits[0]], [At("09:54"), Tick("09:55", -1), At("09:55"), .. Around("10:00")])
        {
            Always = [.. Planned, (Plan("Wang", "09:50", "09:55", "s2"), At("09:00"))],
        };
    }

    private static IEnumerable<Scope> OtherFrames()
    {
        yield return new(
            "when, until the end of the shift",
            [Must("n", new FieldParty(Visit.FindField("person")!), new WhenFrame(new(Visit)), new(new WindowEnd(new FrameStart(), true), new WindowEnd(new ShiftEnd(ShiftChoice.This), false)), Count(Answer))],
            [Visits[0], Plan("Li", "10:00", "10:05"), Cancel(), Act.Of(Answer, "Li", "c1")], FromTen) { Always = Planned };
        yield return new(
            "only by those on shift", [Must("n", new AnyoneParty(), new WhenFrame(new(Visit)), Window.Moment, new ActorContent(Guard))],
            [.. Visits, Plan("Li", "10:00", "10:05"), Swap("Wang"), Cancel()], FromTen) { Always = Planned };
        yield return new(
            "no visit of each on shift", [MustNot("n", Each, new WhenFrame(new(Visit)), Window.Moment, new HappeningContent())],
            [.. Visits, Plan("Li", "10:00", "10:05"), Swap("Wang")], FromTen) { Always = [.. Planned, (Act.Of(Visit, "Li"), At("10:30"))] };
        yield return new(
            "day, post on shift", [Must("n", Post, new EveryFrame(PeriodKind.Day), Between(new LocalTime(10, 0), new LocalTime(10, 5)), Count(Visit))],
            [.. Visits, Plan("Li", "10:00", "10:05"), Plan("Li", "10:05", "11:00"), Cancel()], [Tick("10:00", -1), .. FromTen, Tick("10:05", 2)])
        {
            Always = [(Plan("Wang", "10:05", "11:00", "s2"), At("09:00"))],
        };
        yield return new(
            "day, post on shift, stay", [Must("n", Post, new EveryFrame(PeriodKind.Day), Between(new LocalTime(10, 0), new LocalTime(10, 5)), new StayContent(Not(State("busy"))))],
            [.. OnOff, Plan("Li", "10:00", "10:05"), Cancel()], [Tick("10:00", -1), .. FromTen]);
        yield return new(
            "met or lapsed, while the plan changes",
            [Must("n", Each, Shift, FirstFive, new MeetContent(State("busy"))) with { Exceptions = [new LapsesException(State("busy"))] }], [.. OnOff, Plan("Li", "10:00", "10:05"), Cancel()], FromTen)
        {
            Always = Planned,
        };
        yield return new(
            "follow-up of a cancelled shift",
            [
                Must("n", Each, Shift, FirstFive, Count(Visit)),
                Must("then", new SiteParty(), new OutcomeFrame("n", VerdictStatus.Void, null), Within(Five), Count(Answer)) with { Stratum = 1 },
            ],
            [Changes[0], Changes[3], Visits[0], Act.Of(Answer, "Li", "c1")], FromTen) { Always = Planned };
    }

    private static Act WithKind(Act act, string kind) =>
        act with { Fields = act.Fields.SetItem(act.Type.FindField(ShiftEvents.KindField)!.Index, Value.Choice(kind)) };

    private static CountContent Count(EventType type) => new(new EventPattern(type));
}
