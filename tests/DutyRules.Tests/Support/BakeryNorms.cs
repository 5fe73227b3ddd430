using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Support;

/// <summary>Norms of the bakery, one of each form.</summary>
internal static class BakeryNorms
{
    private static readonly Field Recorded = Bakery.OvenCheck.FindField("recorded")!;

    private static readonly CountState Queue = new()
    {
        Name = "queue",
        Title = new LocalizedText("queue", "排队人数"),
        Up = [new EventPattern(Bakery.OrderTaken)],
    };

    public static Expression IsRecorded { get; } = new FieldExpression(EventRole.Tested, Recorded, default);

    public static Expression IsBusy { get; } = new BinaryExpression(
        BinaryOperator.Greater, new StateExpression(Queue, [], default), Literal(5), FieldType.Truth, default);

    public static Expression IsHoliday { get; } = new FieldExpression(EventRole.Trigger, new Field("holiday", FieldType.Truth, 0), default);

    public static Role Baker => Bakery.Vocabulary.Roles[0];

    public static Role Lead => Bakery.Vocabulary.Roles[1];

    public static Norm Checks { get; } = Daily("oven-checks", "Two oven checks", "每日两次烤炉检查") with
    {
        Parties = new Parties(new PostParty(Lead)),
        Content = new CountContent(new EventPattern(Bakery.OvenCheck, IsRecorded))
        {
            Times = Bound<long>.AtLeast(2),
            EachLasting = Bound<Duration>.AtLeast(Duration.FromMinutes(30)),
            Apart = Duration.FromHours(2),
        },
        Consequences = new Consequences(new Term<long>(5, "fine"), [Lead]),
        Cites = ["handbook/3a", "handbook/3b"],
    };

    public static Norm OnSite { get; } = Daily("on-site", "On site by 07:40", "七点四十到岗") with
    {
        Parties = new Parties(new EachParty(Baker)),
        Content = new CountContent(new EventPattern(Bakery.ClockIn)),
        Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(7, 40)), true)),
        Exceptions = [new UnlessException(IsHoliday), new LapsesException(IsBusy)],
        Reading = new LocalizedText("on site is read as clocked in", "“到岗”理解为打卡"),
        InForceFrom = new LocalDateTime(2026, 3, 1, 0, 0),
    };

    public static Norm Kinds { get; } = Daily("kinds", "One of each", "每类一单") with
    {
        Content = new OneOfEachContent(new EventPattern(Bakery.OrderTaken), Bakery.OrderTaken.FindField("kind")!),
        Frame = new EveryFrame(PeriodKind.Month),
        Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new EndOfDay(new DayOfMonth(30, MissingDay.LastDay)), false)),
    };

    public static Norm NoToast { get; } = Daily("no-toast", "No more than 3 toasts", "吐司不超过三份") with
    {
        Modality = Modality.MustNot,
        Content = new CountContent(new EventPattern(Bakery.OrderTaken)) { Times = Bound<long>.AtMost(3) },
    };

    public static Norm NoEarlyCheck { get; } = Daily("no-early-check", "No oven check before five", "五点前不得检查") with
    {
        Modality = Modality.MustNot,
        Content = new CountContent(new EventPattern(Bakery.OvenCheck)) { Times = Bound<long>.AtMost(0) },
        Window = new Window(
            new WindowEnd(new StartOfDay(new FrameDay()), true),
            new WindowEnd(new Offset(new ClockTime(new FrameDay(1), new LocalTime(5, 0)), new Term<Duration>(Duration.FromMinutes(10), "grace"), true), false)),
    };

    public static Norm Surge { get; } = Daily("surge", "Help in a surge", "高峰支援") with
    {
        Frame = new WhileFrame(IsBusy, new Limit<Duration>(Duration.FromMinutes(5), false)),
        Content = new CountContent(new EventPattern(Bakery.ClockIn)),
        Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), new Term<Duration>(Duration.FromMinutes(10), "grace")), true)),
    };

    public static Norm NoJam { get; } = Surge with { Id = "no-jam", Modality = Modality.MustNot, Content = new HappeningContent(), Window = Window.Moment };

    public static Norm Staffed { get; } = Daily("staffed", "Never too busy", "不得过忙") with { Content = new StayContent(IsBusy) };

    public static Norm MostlyStaffed { get; } = Daily("mostly", "Mostly busy", "多数时间忙") with { Content = new StayContent(IsBusy) { Share = 0.8m } };

    public static Norm Gappy { get; } = Daily("gappy", "Hardly a gap", "少间断") with { Content = new StayContent(IsBusy) { Gaps = Duration.FromMinutes(5) } };

    public static Norm Gate { get; } = Act("only-after-check") with
    {
        Content = new CountContent(new EventPattern(Bakery.OvenCheck)),
        Window = new Window(new WindowEnd(new StartOfDay(new FrameDay()), true), new WindowEnd(new FrameStart(), true)),
    };

    public static Norm OnlyIf { get; } = Act("only-if-busy") with { Content = new ConditionContent(IsBusy), Window = Window.Moment };

    public static Norm OnlyBy { get; } = Act("only-by-baker") with { Content = new ActorContent(Baker), Window = Window.Moment };

    public static Norm NoOrders { get; } = Act("no-orders") with { Modality = Modality.MustNot, Content = new HappeningContent(), Window = Window.Moment };

    public static Norm FollowUp { get; } = OnSite with
    {
        Id = "on-site/otherwise",
        Title = new LocalizedText("Stand in", "顶岗"),
        Frame = new OutcomeFrame("on-site", VerdictStatus.Breached, null),
        Parties = new Parties(new FieldParty(Bakery.ClockIn.FindField("person")!), new AnyoneParty()),
        Window = new Window(new WindowEnd(new FrameStart(), false), new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(20)), true)),
        Exceptions = [],
        Stratum = 1,
    };

    public static PolicySet All { get; } = new(
        Bakery.Vocabulary with
        {
            Parameters =
            [
                new Parameter("grace", FieldType.Duration, Value.Duration(Duration.FromMinutes(10)), new LocalizedText("the handbook says soon", "手册写“尽快”"), new SourceSpan("bakery.vocabulary.yaml", 9, 3, 9, 8)),
                new Parameter("fine", FieldType.Integer, Value.Integer(5)),
            ],
        },
        [Checks, OnSite, Kinds, NoToast, NoEarlyCheck, Surge, NoJam, Staffed, MostlyStaffed, Gappy, Gate, OnlyIf, OnlyBy, NoOrders]);

    private static Norm Act(string id) => Daily(id, "Orders", "接单") with
    {
        Frame = new WhenFrame(new EventPattern(Bakery.OrderTaken)),
        Parties = new Parties(new AnyoneParty()),
    };

    private static Norm Daily(string id, string en, string zh) => new()
    {
        Id = id,
        Policy = "bakery/daily",
        Title = new LocalizedText(en, zh),
        Parties = new Parties(new SiteParty()),
        Modality = Modality.Must,
        Frame = new EveryFrame(PeriodKind.Day),
        Window = Window.WholeFrame,
        Content = new StayContent(IsBusy),
    };

    private static LiteralExpression Literal(long number) => new(Value.Integer(number), FieldType.Integer, default);
}
