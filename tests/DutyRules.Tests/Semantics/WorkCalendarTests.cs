using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Semantics.Desk;

namespace DutyRules.Tests.Semantics;

/// <summary>Working days over the Spring Festival of 2026, opening hours and unassigned roles, worked out by hand.</summary>
public sealed class WorkCalendarTests
{
    private static readonly SiteParty Site = new();

    /// <summary>Friday 13 February; the 14th is a make-up day, then nobody works until Tuesday the 24th.</summary>
    [Theory]
    [InlineData("2026-02-13 15:00", 1, "02-15 00:00")]
    [InlineData("2026-02-13 15:00", 3, "02-26 00:00")]
    [InlineData("2026-02-18 15:00", 1, "02-25 00:00")]
    [InlineData("2026-02-27 15:00", 1, "03-01 00:00")]
    [InlineData("2026-02-27 15:00", 2, "03-03 00:00")]
    public void Working_days_are_counted(string visit, int days, string due)
    {
        var desk = China("2026-02-01 00:00");
        var norm = desk.Must(Site, new WhenFrame(new(desk.Visit)), UpTo(new CountedDays(new FrameDay(), days, DayClass.Working, false)));
        var verdict = Assert.Single(desk.Judge(norm, "2026-03-10 00:00", desk.Visited(visit, "Li")));
        Assert.Equal($"v: Breached NotDone {visit[5..]}..{due}) {due}", verdict);
    }

    [Fact]
    public void What_the_calendar_does_not_know_is_not_guessed()
    {
        var desk = China("2026-12-01 00:00");
        var norm = desk.Must(Site, new WhenFrame(new(desk.Visit)), UpTo(new CountedDays(new FrameDay(), 1, DayClass.Working, false)));
        var verdicts = desk.Verdicts(norm, "2027-03-10 00:00", desk.Visited("2026-12-30 10:00", "Li", "v1"), desk.Visited("2026-12-31 10:00", "Li", "v2"));
        Assert.Equal([ReasonCode.Done, ReasonCode.CalendarMissing], verdicts.Select(v => v.Reason));
        Assert.Equal(["cn 1", "cn 1"], verdicts.Select(v => v.Calendar));
    }

    [Theory]
    [InlineData("2026-02-24", -1, false, "02-14")]
    [InlineData("2026-02-24", -1, true, "02-24")]
    [InlineData("2026-02-16", -2, false, "02-13")]
    [InlineData("2026-02-16", 2, true, "02-25")]
    public void Days_are_counted_backwards_and_with_the_day_itself(string date, int count, bool including, string expected)
    {
        var desk = China("2026-02-01 00:00");
        var day = new CountedDays(new FrameDay(), count, DayClass.Working, including);
        var norm = desk.Must(Site, new WhenFrame(new(desk.Visit)), new Window(new WindowEnd(new StartOfDay(day), true), new WindowEnd(new EndOfDay(new FrameDay(30)), false)));
        var verdict = Assert.Single(desk.Judge(norm, "2026-04-10 00:00", desk.Visited($"{date} 00:00", "Li")));
        Assert.StartsWith($"v: Breached NotDone {expected} 00:00..", verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "02-14")]
    [InlineData(true, "02-24")]
    public void A_day_is_moved(bool later, string expected)
    {
        var desk = China("2026-01-01 00:00");
        var day = new MovedDay(new DayOfMonth(20, MissingDay.LastDay), DayClass.Working, later);
        var norm = desk.Must(Site, new EveryFrame(PeriodKind.Month), new Window(new WindowEnd(new StartOfDay(day), true), new WindowEnd(new ClockTime(day, new LocalTime(9, 0)), true)));
        Assert.Contains($"2026-02: Breached NotDone {expected} 00:00..{expected} 09:00] {expected} 09:00", desk.Judge(norm, "2026-03-01 00:00"));
    }

    [Fact]
    public void Days_of_a_class_are_periods()
    {
        var desk = China("2026-02-12 00:00");
        string Names(FramePeriod period) => string.Join(' ', desk.Verdicts(desk.Must(Site, new EveryFrame(period), Window.WholeFrame), "2026-03-03 00:00").Select(v => v.Instance.Anchor[5..]));
        Assert.Equal("02-12 02-13 02-14 02-24 02-25 02-26 02-27 02-28 03-02", Names(new DaysOf(DayClass.Working)));
        Assert.Equal("02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23", Names(new DaysOf(DayClass.Holiday)));
        Assert.Equal("02-15", Names(new HolidayPeriod()));
    }

    [Fact]
    public void A_year_that_is_not_known_may_have_holidays()
    {
        var desk = China("2026-12-30 00:00");
        Assert.Equal(
            ["2027: Undetermined CalendarMissing 01-01 00:00..01-01 00:00) 01-01 00:00"],
            desk.Judge(desk.Must(Site, new EveryFrame(new HolidayPeriod()), Window.WholeFrame), "2027-01-02 00:00"));
        Assert.Equal(
            [
                "2026-12-30: Breached NotDone 12-30 00:00..12-31 00:00) 12-31 00:00",
                "2026-12-31: Breached NotDone 12-31 00:00..01-01 00:00) 01-01 00:00",
                "2027-01-01: Undetermined CalendarMissing 01-01 00:00..01-01 00:00) 01-01 00:00",
            ],
            desk.Judge(desk.Must(Site, new EveryFrame(new DaysOf(DayClass.Working)), Window.WholeFrame), "2027-01-01 00:00"));
    }

    [Fact]
    public void Openings_are_periods()
    {
        var desk = China("2026-03-02 00:00");
        desk = desk with { Vocabulary = desk.Vocabulary with { Hours = [Hours(SiteHours.Opening, (new LocalTime(9, 0), new LocalTime(12, 0)), (new LocalTime(20, 0), new LocalTime(2, 0)))] } };
        Assert.Equal(
            [
                "2026-03-02: Breached NotDone 03-02 09:00..03-02 12:00) 03-02 12:00",
                "2026-03-02/2: Breached NotDone 03-02 20:00..03-03 02:00) 03-03 02:00",
            ],
            desk.Judge(desk.Must(Site, new EveryFrame(new OpeningPeriod()), Window.WholeFrame), "2026-03-03 02:00"));
        var norm = desk.Must(Site, new EveryFrame(PeriodKind.Day), new Window(new WindowEnd(new OpeningOf(new FrameDay()), true), new WindowEnd(new ClosingOf(new FrameDay()), false)));
        var verdict = Assert.Single(desk.Verdicts(norm, "2026-03-03 02:00"));
        Assert.Equal((desk.At("2026-03-02 09:00"), desk.At("2026-03-03 02:00"), null), (verdict.Opens, verdict.Due, verdict.Calendar));
    }

    /// <summary>Hours of holidays need the calendar, and its edition is named.</summary>
    [Fact]
    public void Hours_of_holidays_are_other_hours()
    {
        var desk = China("2026-02-14 00:00");
        var opening = Hours(SiteHours.Opening, (new LocalTime(9, 0), new LocalTime(17, 0))) with { OfHolidays = new DayHours([new HoursSpan(new LocalTime(10, 0), new LocalTime(16, 0))]) };
        desk = desk with { Vocabulary = desk.Vocabulary with { Hours = [opening] } };
        var norm = desk.Must(Site, new EveryFrame(new OpeningPeriod()), Window.WholeFrame);
        Assert.Equal(
            ["2026-02-14: Breached NotDone 02-14 09:00..02-14 17:00) 02-14 17:00", "2026-02-15: Breached NotDone 02-15 10:00..02-15 16:00) 02-15 16:00"],
            desk.Judge(norm, "2026-02-16 00:00"));
        Assert.Equal("cn 1", desk.Verdicts(norm, "2026-02-15 00:00").Single().Calendar);
    }

    /// <summary>F8: of each there is an instance without a person, of a post it is undetermined.</summary>
    [Fact]
    public void Nobody_holds_the_role()
    {
        var desk = China("2026-03-02 00:00");
        desk = desk with { Vocabulary = desk.Vocabulary with { Roster = [new("Li", "keeper", "A", From: desk.At("2026-03-03 00:00"))] } };
        foreach (var (party, person) in new (Party, string)[] { (new EachParty(Keeper), " Li"), (new PostParty(Keeper), "") })
        {
            Assert.Equal(
                [
                    "2026-03-02: Undetermined Unassigned 03-02 00:00..03-02 00:00) 03-02 00:00",
                    $"2026-03-03{person}: Breached NotDone 03-03 00:00..03-04 00:00) 03-04 00:00",
                ],
                desk.Judge(desk.Must(party, new EveryFrame(PeriodKind.Day), Window.WholeFrame), "2026-03-04 00:00"));
        }
    }

    private static Desk China(string start)
    {
        var desk = In("Asia/Shanghai", start);
        return desk with { Vocabulary = desk.Vocabulary with { Calendar = SpringFestival } };
    }

    private static Window UpTo(Day day) => new(new WindowEnd(new FrameStart(), true), new WindowEnd(new EndOfDay(day), false));
}
