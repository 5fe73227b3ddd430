using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Tests.Support;
using DutyRules.Wording;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Support.BakeryNorms;
using static DutyRules.Tests.Support.SampleVerdicts;

namespace DutyRules.Tests.Wording;

public sealed class ReasonTextTests
{
    private static readonly Norm OnShift = OnSite with
    {
        Frame = new EveryFrame(new ShiftPeriod(new Role("baker", LocalizedText.Same("baker")))),
        Window = new Window(new WindowEnd(new ShiftEnd(ShiftChoice.OwnPrevious), true), new WindowEnd(new Norms.Offset(new ShiftStart(ShiftChoice.Next), Duration.FromMinutes(5)), true)),
    };

    private static readonly Norm UntilFirstOrder = OnSite with
    {
        Exceptions = [],
        Window = new Window(
            new WindowEnd(new FrameStart(), true),
            new WindowEnd(new FirstEvent(new EventPattern(Bakery.OrderTaken, IsBusy)) { Backstop = new WindowEnd(new ClockTime(new FrameDay(), new LocalTime(18, 0)), true) }, true)),
    };

    private static readonly FieldExpression Taker = new(EventRole.Trigger, new Field("taker", FieldType.Person, 1), default);

    private static readonly Norm Both = NoOrders with
    {
        Modality = Modality.Must,
        Parties = new Parties(new TogetherParty([new FieldExpression(EventRole.Trigger, new Field("giver", FieldType.Person, 0), default), Taker])),
        Content = new CountContent(new EventPattern(Bakery.ClockIn)),
        Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new Norms.Offset(new FrameStart(), Duration.FromHours(1)), true)),
    };

    private static (string Case, Verdict Verdict)[] Cases =>
    [
        ("done once", Kept(OnSite, ReasonCode.Done) with { Counted = 1, Slack = Duration.FromMinutes(100) }),
        ("done at the last moment", Kept(OnSite, ReasonCode.Done) with { Counted = 1, Slack = Duration.Zero, DecidedAt = At(18) }),
        ("done twice", Kept(Checks, ReasonCode.Done) with { Counted = 2, Slack = Duration.FromMinutes(100) }),
        ("done as often as asked", Kept(With(OnSite, Bound<long>.Between(2, 4)), ReasonCode.Done) with { Counted = 3 }),
        ("one of each", Kept(Kinds, ReasonCode.Done) with { Counted = 3, Slack = Duration.FromHours(30) }),
        ("gate passed", Kept(Gate, ReasonCode.Done) with { Counted = 1, Slack = Duration.FromMinutes(100) }),
        ("gate passed long before, decided at the act", Kept(Gate, ReasonCode.Done) with { Counted = 1, Slack = Duration.FromMinutes(100), DecidedAt = At(18) }),
        ("not done", Breach(OnSite, ReasonCode.NotDone) with { Counted = 0 }),
        ("not done, before", Breach(OnSite, ReasonCode.NotDone) with { Counted = 0, DueInclusive = false }),
        ("none of two that count", Breach(Checks, ReasonCode.NotDone) with { Counted = 0 }),
        ("one of two by the end of the day", Breach(Checks, ReasonCode.NotDone) with { Counted = 1, Due = At(24 - 1) + Duration.FromHours(1), DueInclusive = false }),
        ("two of three kinds", Breach(Kinds, ReasonCode.NotDone) with { Counted = 2 }),
        ("gate missed", Breach(Gate, ReasonCode.NotDone) with { Counted = 0 }),
        ("too many", Breach(With(OnSite, Bound<long>.LessThan(3)), ReasonCode.TooMany) with { Counted = 3 }),
        ("too many of what is bounded", Breach(NoToast, ReasonCode.TooMany) with { Counted = 4 }),
        ("forbidden", Breach(NoEarlyCheck, ReasonCode.ForbiddenAct) with { Counted = 1 }),
        ("forbidden act", Breach(NoOrders, ReasonCode.ForbiddenAct)),
        ("no offence", Kept(NoEarlyCheck, ReasonCode.NoOffence) with { Counted = 0 }),
        ("few enough", Kept(NoToast, ReasonCode.NoOffence) with { Counted = 2 }),
        ("lasted too long", Breach(NoJam, ReasonCode.LastedTooLong) with { Opens = At(9, 20, 15) }),
        ("held", Kept(Staffed, ReasonCode.Held)),
        ("held long enough", Kept(MostlyStaffed, ReasonCode.Held)),
        ("held for a share", Kept(MostlyStaffed, ReasonCode.Held) with { Share = 0.8333m }),
        ("broken", Breach(Staffed, ReasonCode.Broken)),
        ("broken for longer than a gap", Breach(Gappy, ReasonCode.Broken)),
        ("share lost", Breach(MostlyStaffed, ReasonCode.ShareTooSmall)),
        ("share too small", Breach(MostlyStaffed, ReasonCode.ShareTooSmall) with { Share = 0.5m }),
        ("allowed", Kept(OnlyIf, ReasonCode.Allowed)),
        ("allowed by role", Kept(OnlyBy, ReasonCode.Allowed) with { Performers = ["li"] }),
        ("not allowed", Breach(OnlyIf, ReasonCode.NotAllowed)),
        ("not allowed by role", Breach(OnlyBy, ReasonCode.NotAllowed) with { Performers = ["wang"] }),
        ("excused", Verdict(OnSite, VerdictStatus.Excused, ReasonCode.Exception)),
        ("lapsed", Verdict(OnSite, VerdictStatus.Void, ReasonCode.Lapsed)),
        ("frame ended", Verdict(Surge, VerdictStatus.Void, ReasonCode.FrameEnded)),
        ("no window", Verdict(OnSite, VerdictStatus.Void, ReasonCode.NoWindow)),
        ("no window in a month", Verdict(OnSite with { Frame = new EveryFrame(PeriodKind.Month) }, VerdictStatus.Void, ReasonCode.NoWindow) with { Instance = new InstanceId("on-site", "1", [], "2026-04") }),
        ("nothing to measure", Verdict(MostlyStaffed, VerdictStatus.Void, ReasonCode.NothingToMeasure)),
        ("no longer holds", Verdict(OnSite, VerdictStatus.Void, ReasonCode.NoLongerHolds) with { People = ["li"] }),
        ("too long, decided while it lasts", Breach(Total(Bound<Duration>.AtMost(Duration.FromHours(40))), ReasonCode.TooLong) with { Total = Duration.FromHours(40) + Duration.FromTicks(1) }),
        ("too long, less than", Breach(Total(Bound<Duration>.LessThan(Duration.FromHours(40))), ReasonCode.TooLong) with { Total = Duration.FromHours(40) }),
        ("too long all told", Breach(Total(Bound<Duration>.AtMost(Duration.FromHours(40))), ReasonCode.TooLong) with { Total = Duration.FromMinutes(2490) }),
        ("too long on average", Breach(Total(Bound<Duration>.AtMost(Duration.FromHours(40)), 4), ReasonCode.TooLong) with { Total = Duration.FromHours(160) + Duration.FromTicks(1) }),
        ("too short", Breach(Total(Bound<Duration>.AtLeast(Duration.FromHours(6))), ReasonCode.TooShort) with { Total = Duration.FromMinutes(330) }),
        ("too short on average", Breach(Total(Bound<Duration>.AtLeast(Duration.FromHours(30)), 4), ReasonCode.TooShort) with { Total = Duration.FromHours(100) }),
        ("long enough", Kept(Total(Bound<Duration>.AtLeast(Duration.FromHours(6))), ReasonCode.Held) with { Total = Duration.FromHours(6) }),
        ("within", Kept(Total(Bound<Duration>.AtMost(Duration.FromHours(40))), ReasonCode.Held) with { Total = Duration.FromHours(38) }),
        ("calendar missing", Verdict(OnSite, VerdictStatus.Undetermined, ReasonCode.CalendarMissing) with { Calendar = "cn 2026-1" }),
        ("no calendar", Verdict(OnSite, VerdictStatus.Undetermined, ReasonCode.CalendarMissing)),
        ("before the record", Verdict(OnSite, VerdictStatus.Undetermined, ReasonCode.BeforeRecord)),
        ("nobody holds it", Verdict(OnSite, VerdictStatus.Undetermined, ReasonCode.Unassigned)),
        ("shift cancelled", Verdict(OnShift, VerdictStatus.Void, ReasonCode.Cancelled) with { Instance = new InstanceId("on-site", "1", [], "e-17") }),
        ("no other shift", Verdict(OnShift, VerdictStatus.Undetermined, ReasonCode.NoShift)),
        ("no window on a shift", Verdict(OnShift, VerdictStatus.Void, ReasonCode.NoWindow) with { Instance = new InstanceId("on-site", "1", [], "e-17") }),
        ("not known", Verdict(Staffed, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("not known who", Verdict(OnlyBy, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("not known of what", Verdict(OnSite with { Exceptions = [] }, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("no first order", Verdict(UntilFirstOrder, VerdictStatus.Void, ReasonCode.NeverCame)),
        ("no first order before", Verdict(UntilFirstOrder, VerdictStatus.Void, ReasonCode.NeverCame) with { DueInclusive = false }),
        ("done by both", Kept(Both, ReasonCode.Done) with { Counted = 2, People = ["li", "wang"], Slack = Duration.FromMinutes(100) }),
        ("done by one of two", Breach(Both, ReasonCode.NotDone) with { Counted = 1, People = ["li", "wang"] }),
        ("not known who together", Verdict(Both, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("not known who", Verdict(Both with { Parties = new Parties(new PersonParty(Taker)) }, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("not known whether the first", Verdict(UntilFirstOrder, VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("all of several", Kept(Group(Composition.All), ReasonCode.Done) with { Counted = 3, Slack = Duration.FromMinutes(100) }),
        ("two of three", Breach(Group(Composition.All), ReasonCode.NotDone) with { Counted = 2 }),
        ("none of three", Breach(Group(Composition.All), ReasonCode.NotDone) with { Counted = 0 }),
        ("one of several that are asked for perhaps", Breach(Group(Composition.All, IsBusy), ReasonCode.NotDone) with { Counted = 1 }),
        ("nothing was asked for", Kept(Group(Composition.All, IsBusy), ReasonCode.Done) with { Counted = 0 }),
        ("any of several", Kept(Group(Composition.Any), ReasonCode.Done) with { Counted = 1, Slack = Duration.Zero }),
        ("not any of several", Breach(Group(Composition.Any), ReasonCode.NotDone) with { Counted = 0 }),
        ("in order", Kept(Group(Composition.InOrder), ReasonCode.Done) with { Counted = 3, Slack = Duration.FromMinutes(100) }),
        ("not in order", Breach(Group(Composition.InOrder), ReasonCode.NotDone) with { Counted = 2 }),
        ("gate of several passed", Kept(AsGate(Group(Composition.All)), ReasonCode.Done) with { Counted = 3 }),
        ("gate of several missed", Breach(AsGate(Group(Composition.InOrder)), ReasonCode.NotDone) with { Counted = 1 }),
        ("covered", Kept(Cover(), ReasonCode.Done) with { Counted = 4, Needed = 3 }),
        ("not covered", Breach(Cover(), ReasonCode.NotDone) with { Counted = 2, Needed = 3 }),
        ("nothing to cover", Verdict(Cover(), VerdictStatus.Void, ReasonCode.NothingToMeasure) with { Counted = 0 }),
        ("as many as computed", Kept(With(OnSite, Bound<long>.AtLeast(ComputedCount)), ReasonCode.Done) with { Counted = 3, Needed = 3, Slack = Duration.FromMinutes(100) }),
        ("fewer than computed", Breach(With(OnSite, Bound<long>.AtLeast(ComputedCount)), ReasonCode.NotDone) with { Counted = 2, Needed = 3 }),
        ("none needed, as computed", Kept(With(OnSite, Bound<long>.AtLeast(ComputedCount)), ReasonCode.Done) with { Counted = 0, Needed = 0 }),
        ("more than computed", Breach(With(NoToast, Bound<long>.AtMost(ComputedCount)), ReasonCode.TooMany) with { Counted = 4, Needed = 3 }),
        ("between two that are computed", Breach(With(OnSite, Bound<long>.Between(1L, ComputedCount)), ReasonCode.TooMany) with { Counted = 4, Needed = 1 }),
        ("few enough, as computed", Kept(With(NoToast, Bound<long>.AtMost(ComputedCount)), ReasonCode.NoOffence) with { Counted = 2, Needed = 3 }),
        ("measured", Kept(Measure(MeasureKind.Mean, Bound<decimal>.AtMost(300_000_000m)), ReasonCode.Measured) with { Measured = Value.Duration(Duration.FromSeconds(25)) }),
        ("measured too much", Breach(Measure(MeasureKind.Mean, Bound<decimal>.AtMost(300_000_000m)), ReasonCode.TooMuch) with { Measured = Value.Duration(Duration.FromSeconds(31)) }),
        ("measured too little", Breach(Measure(MeasureKind.Sum, Bound<decimal>.AtLeast(360_000_000_000m)), ReasonCode.TooLittle) with { Measured = Value.Duration(Duration.FromMinutes(570)) }),
        ("a share too small", Breach(Measure(MeasureKind.Share, Bound<decimal>.AtLeast(new Term<decimal>(0.8m, "good"))), ReasonCode.TooLittle) with { Measured = Value.Number(0.6667m) }),
        ("a share too small, whatever it is", Breach(Measure(MeasureKind.Share, Bound<decimal>.AtLeast(0.8m)), ReasonCode.TooLittle)),
        ("different ones", Kept(Measure(MeasureKind.Distinct, Bound<decimal>.AtLeast(ComputedFigure)), ReasonCode.Measured) with { Measured = Value.Integer(4) }),
        ("a measure not known", Verdict(Measure(MeasureKind.Greatest, Bound<decimal>.AtMost(300_000_000m)), VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("a bound not known", Verdict(Measure(MeasureKind.Distinct, Bound<decimal>.AtLeast(ComputedFigure)), VerdictStatus.Undetermined, ReasonCode.NotKnown) with { Measured = Value.Integer(4) }),
        ("how many not known", Verdict(With(OnSite, Bound<long>.AtLeast(ComputedCount)), VerdictStatus.Undetermined, ReasonCode.NotKnown)),
        ("nothing measured", Verdict(Measure(MeasureKind.Least, Bound<decimal>.AtMost(300_000_000m)), VerdictStatus.Void, ReasonCode.NothingToMeasure)),
        ("met", Kept(Staffed with { Content = new MeetContent(IsBusy) }, ReasonCode.Met) with { Slack = Duration.FromMinutes(100) }),
        ("not met", Breach(Staffed with { Content = new MeetContent(IsBusy) }, ReasonCode.NotMet)),
        ("attested", Kept(Attested, ReasonCode.AttestedKept) with { Performers = ["wang"] }),
        ("attested that not", Breach(Attested, ReasonCode.AttestedBroken) with { Performers = ["wang"] }),
        ("not attested", Verdict(Attested, VerdictStatus.Undetermined, ReasonCode.NotAttested) with { DecidedAt = At(18) }),
        ("attested, but not what", Verdict(Attested, VerdictStatus.Undetermined, ReasonCode.NotKnown) with { Performers = ["wang"] }),
    ];

    private static Term<long> ComputedCount => new(default) { Computed = new FieldExpression(EventRole.Trigger, new Field("needed", FieldType.Integer, 0), default) };

    private static Term<decimal> ComputedFigure => new(default) { Computed = ComputedCount.Computed };

    private static Norm Attested
    {
        get
        {
            var type = AttestationEvents.Declare("attested", "shop");
            return Staffed with { Content = new AttestedContent(new EventPattern(type), type.FindField(AttestationEvents.KeptField)!) { By = Lead } };
        }
    }

    [Fact]
    public async Task Every_reason_reads_well()
    {
        Assert.Empty(Enum.GetValues<ReasonCode>().Except(Cases.Select(c => c.Verdict.Reason)));

        await Verify(string.Join('\n', Cases.Select(c =>
        {
            var text = ReasonText.Of(c.Verdict, Bakery.Vocabulary);
            return $"{c.Verdict.Reason}, {c.Case}\n  {text.En}\n  {text.Zh}";
        })));
    }

    private static Norm Group(Composition how, Expression? onlyIf = null) => OnSite with
    {
        Content = new CompositeContent(how,
        [
            new ContentItem(new EventPattern(Bakery.ClockIn)), new ContentItem(new EventPattern(Bakery.OvenCheck)) { Times = 2L }, new ContentItem(new EventPattern(Bakery.OrderTaken)) { If = onlyIf },
        ]),
    };

    private static Norm AsGate(Norm norm) => norm with { Frame = Gate.Frame, Window = Gate.Window };

    private static Norm Cover() => Checks with { Content = new CoveringContent(new EventPattern(Bakery.OvenCheck), Bakery.OvenCheck.FindField("person")!, new HoldersSet(Baker)) };

    private static Norm Measure(MeasureKind kind, Bound<decimal> bounds) => Staffed with
    {
        Content = new MeasureContent(
            kind, new EventPattern(Bakery.OvenCheck),
            kind == MeasureKind.Share ? IsRecorded : new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, default), bounds),
    };

    private static Norm Total(Bound<Duration> time, int meanOf = 1) => Staffed with
    {
        Frame = new EveryFrame(PeriodKind.Week),
        Content = new TotalContent(((StayContent)Staffed.Content).Condition, time, meanOf),
    };

    private static Norm With(Norm norm, Bound<long> times) => norm with { Content = (CountContent)norm.Content with { Times = times } };
}
