using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Semantics.Desk;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Semantics;

/// <summary>Local days where the clock does odd things (T9, K4, F10), worked out by hand.</summary>
public sealed class LocalTimeTests
{
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);

    /// <summary>T9: the zone went from 29 December 2011, 24:00, to 31 December.</summary>
    [Fact]
    public void A_date_that_a_zone_leaves_out_is_no_day()
    {
        var desk = In("Pacific/Apia", "2011-12-28 00:00");
        Assert.Equal(
            [
                "2011-12-28: Breached NotDone 12-28 00:00..12-29 00:00) 12-29 00:00",
                "2011-12-29: Breached NotDone 12-29 00:00..12-31 00:00) 12-31 00:00",
                "2011-12-31: Breached NotDone 12-31 00:00..01-01 00:00) 01-01 00:00",
            ],
            desk.Judge(desk.Must(Site, Day, Window.WholeFrame), "2012-01-01 00:00"));
        var next = Between(new StartOfDay(new FrameDay(1)), new EndOfDay(new FrameDay(1)));
        Assert.Equal(
            [
                "2011-12-28: Breached NotDone 12-29 00:00..12-31 00:00) 12-31 00:00",
                "2011-12-29: Void NoWindow 12-29 00:00..12-29 00:00) 12-29 00:00",
                "2011-12-31: Breached NotDone 01-01 00:00..01-02 00:00) 01-02 00:00",
            ],
            desk.Judge(desk.Must(Site, Day, next), "2012-01-02 00:00"));
    }

    /// <summary>W1: 30 December is missing; the last before it is the 29th. The fifth Friday would be the 30th, and the last there is is the 23rd.</summary>
    [Fact]
    public void A_missing_day_of_a_month_is_replaced_or_not()
    {
        var desk = In("Pacific/Apia", "2011-11-30 00:00");
        var month = new EveryFrame(PeriodKind.Month);
        string Of(Day day) => desk.Judge(desk.Must(Site, month, Between(new StartOfDay(day), new EndOfDay(day))), "2012-01-01 00:00").Single();
        Assert.Equal("2011-12: Breached NotDone 12-29 00:00..12-31 00:00) 12-31 00:00", Of(new DayOfMonth(30, MissingDay.LastDay)));
        Assert.Equal("2011-12: Void NoWindow 12-01 00:00..12-01 00:00) 12-01 00:00", Of(new DayOfMonth(30, MissingDay.NotOwed)));
        Assert.Equal("2011-12: Breached NotDone 12-23 00:00..12-24 00:00) 12-24 00:00", Of(new WeekdayOfMonth(IsoDayOfWeek.Friday, 5, MissingDay.LastDay)));
        Assert.Equal("2011-12: Breached NotDone 12-23 00:00..12-24 00:00) 12-24 00:00", Of(new WeekdayOfMonth(IsoDayOfWeek.Friday, -1, MissingDay.NotOwed)));
        Assert.Equal("2011-12: Breached NotDone 12-31 00:00..01-01 00:00) 01-01 00:00", Of(new LastDayOfMonth()));
    }

    /// <summary>K4: what is open until 2:00 on the 29th is open until 2:00 on the 31st, for the date between does not exist.</summary>
    [Fact]
    public void Hours_pass_over_a_date_that_does_not_exist()
    {
        var open = InHours("rush");
        var desk = In("Pacific/Apia", "2011-12-29 00:00");
        desk = desk with { Vocabulary = desk.Vocabulary with { Hours = [Hours("rush", (new LocalTime(22, 0), new LocalTime(2, 0)))], States = [open] } };
        var verdicts = desk.Verdicts(desk.Must(Site, Day, Window.WholeFrame, new TotalContent(Holds(open), Bound<Duration>.AtMost(Duration.FromHours(24)))), "2012-01-01 00:00");
        Assert.Equal([Duration.FromHours(4), Duration.FromHours(4)], verdicts.Select(v => v.Total));
    }

    /// <summary>On 5 April 2026 the clock of Lord Howe goes back from 2:00 to 1:30: 1:45 is shown twice, at 14:45 and at 15:15 UTC of the 4th.</summary>
    [Theory]
    [InlineData(RepeatedTime.Earlier, 60)]
    [InlineData(RepeatedTime.Later, 30)]
    public void Half_an_hour_is_shown_twice(RepeatedTime repeated, int minutes)
    {
        var rush = InHours("rush");
        var desk = In("Australia/Lord_Howe", "2026-04-05 00:00");
        desk = desk with
        {
            Vocabulary = desk.Vocabulary with
            {
                ClockChanges = new ClockChanges(SkippedTime.ShiftedForward, repeated), States = [rush], Hours = [Hours("rush", (new LocalTime(1, 45), new LocalTime(2, 15)))],
            },
        };
        var verdict = Assert.Single(desk.Verdicts(
            desk.Must(Site, Day, Window.WholeFrame, new TotalContent(Holds(rush), Bound<Duration>.AtMost(Duration.FromHours(2)))), "2026-04-06 00:00"));
        Assert.Equal(Duration.FromMinutes(minutes), verdict.Total);
        Assert.Equal(Duration.FromHours(24.5), verdict.Due - verdict.Opens);
    }

    /// <summary>On 4 October 2026 the clock of Lord Howe skips from 2:00 (15:30 UTC of the 3rd) to 2:30.</summary>
    [Theory]
    [InlineData(SkippedTime.ShiftedForward, "2026-10-03T15:45:00Z")]
    [InlineData(SkippedTime.EndOfGap, "2026-10-03T15:30:00Z")]
    [InlineData(SkippedTime.BeforeGap, "2026-10-03T15:29:59.9999999Z")]
    public void Half_an_hour_is_skipped(SkippedTime skipped, string due)
    {
        var desk = In("Australia/Lord_Howe", "2026-10-04 00:00");
        desk = desk with { Vocabulary = desk.Vocabulary with { ClockChanges = new ClockChanges(skipped) } };
        var verdict = Assert.Single(desk.Verdicts(
            desk.Must(Site, Day, Between(new FrameStart(), new ClockTime(new FrameDay(), new LocalTime(2, 15)))), "2026-10-05 00:00"));
        Assert.Equal(desk.At(due), verdict.Due);
    }

    /// <summary>In Kathmandu 1986 began at 0:15.</summary>
    [Fact]
    public void A_day_begins_at_its_first_instant()
    {
        var desk = In("Asia/Kathmandu", "1985-12-31 00:00");
        Assert.Equal(
            ["1985-12-31: Breached NotDone 12-31 00:00..01-01 00:15) 01-01 00:15", "1986-01-01: Breached NotDone 01-01 00:15..01-02 00:00) 01-02 00:00"],
            desk.Judge(desk.Must(Site, Day, Window.WholeFrame), "1986-01-02 00:00"));
    }

    [Fact]
    public void Periods_have_names()
    {
        var desk = In("Asia/Shanghai", "2025-12-31 00:00");
        string First(FramePeriod period) => desk.Judge(
            desk.Must(Site, new EveryFrame(period), Between(new FrameStart(), new Offset(new FrameStart(), Duration.FromMinutes(5)))), "2026-01-06 00:00")[0];
        Assert.Equal("2026-Q1: Breached NotDone 01-01 00:00..01-01 00:05) 01-01 00:05", First(PeriodKind.Quarter));
        Assert.Equal("2026-H1: Breached NotDone 01-01 00:00..01-01 00:05) 01-01 00:05", First(PeriodKind.HalfYear));
        Assert.Equal("2026: Breached NotDone 01-01 00:00..01-01 00:05) 01-01 00:05", First(PeriodKind.Year));
        Assert.Equal("2026-W02: Breached NotDone 01-05 00:00..01-05 00:05) 01-05 00:05", First(PeriodKind.Week));
        Assert.Equal("2026-01-04: Breached NotDone 01-04 00:00..01-04 00:05) 01-04 00:05", First(new CalendarUnit(PeriodKind.Week) { FirstWeekday = IsoDayOfWeek.Sunday }));
    }

    /// <summary>F9: the window of the second of March opens on the first; that of the first opens before the record does.</summary>
    [Fact]
    public void A_window_may_open_before_its_period()
    {
        var desk = In("Asia/Shanghai", "2026-03-01 00:00");
        var norm = desk.Must(Site, Day, new Window(new WindowEnd(new Offset(new FrameStart(), Duration.FromHours(2), true), true), new WindowEnd(new FrameStart(), true)));
        Assert.Equal(
            [
                "2026-03-01: Undetermined BeforeRecord 03-01 00:00..03-01 00:00) 03-01 00:00",
                "2026-03-02: Fulfilled Done 03-01 22:00..03-02 00:00] 03-01 22:00",
            ],
            desk.Judge(norm, "2026-03-01 22:01", desk.Visited("2026-03-01 22:00", "Li")));
    }

    /// <summary>C14, over two days: 3 and 4 hours are 7, a mean of 3.5.</summary>
    [Theory]
    [InlineData(3, VerdictStatus.Breached, ReasonCode.TooLong)]
    [InlineData(4, VerdictStatus.Fulfilled, ReasonCode.Held)]
    public void A_mean_is_taken_over_periods(int hours, VerdictStatus status, ReasonCode reason)
    {
        var rush = InHours("rush");
        var desk = In("Asia/Shanghai", "2026-03-01 00:00");
        var exception = new HoursException(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 2), new DayHours([new HoursSpan(new LocalTime(9, 0), new LocalTime(13, 0))]));
        desk = desk with { Vocabulary = desk.Vocabulary with { States = [rush], Hours = [Hours("rush", (new LocalTime(9, 0), new LocalTime(12, 0))) with { Exceptions = [exception] }] } };
        var norm = desk.Must(
            Site, Day, new Window(new WindowEnd(new EarlierPeriod(1), true), new WindowEnd(new FrameEnd(), false)),
            new TotalContent(Holds(rush), Bound<Duration>.AtMost(Duration.FromHours(hours)), 2));
        var verdicts = desk.Verdicts(norm, "2026-03-03 00:00");
        Assert.Equal(ReasonCode.BeforeRecord, verdicts[0].Reason);
        Assert.Equal((status, reason), (verdicts[1].Status, verdicts[1].Reason));
        var tooLong = status == VerdictStatus.Breached;
        Assert.Equal(tooLong ? Duration.FromHours(6) + Duration.FromTicks(1) : Duration.FromHours(7), verdicts[1].Total);
        Assert.Equal(tooLong ? desk.At("2026-03-02 12:00") + Duration.FromTicks(1) : desk.At("2026-03-03 00:00"), verdicts[1].DecidedAt);
    }

    private static Window Between(Anchor opens, Anchor closes) => new(new WindowEnd(opens, true), new WindowEnd(closes, false));
}
