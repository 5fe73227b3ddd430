using DutyRules.Diagnostics;
using DutyRules.Events;
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

    private static readonly (string Case, Verdict Verdict)[] Cases =
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
    ];

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

    private static Norm Total(Bound<Duration> time, int meanOf = 1) => Staffed with
    {
        Frame = new EveryFrame(PeriodKind.Week),
        Content = new TotalContent(((StayContent)Staffed.Content).Condition, time, meanOf),
    };

    private static Norm With(Norm norm, Bound<long> times) => norm with { Content = (CountContent)norm.Content with { Times = times } };
}
