using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Semantics;

/// <summary>Duties where clocks are changed, now and in the past, and where dates are left out (T9, K2, W1).</summary>
public sealed class ZoneTests
{
    private const string LordHowe = "Australia/Lord_Howe";
    private static readonly SiteParty Site = new();
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>In Lord Howe the clock goes on from 2:00 to 2:30 on 4 October 2026, and back from 2:00 to 1:30 on 5 April.</summary>
    [Theory]
    [InlineData("2026-10-03", "2026-10-04 10:30", "2026-10-04 10:00")]
    [InlineData("2026-04-04", "2026-04-05 09:30", "2026-04-05 10:00")]
    public void In_half_an_hour_more_or_less_24_hours_are_not_the_next_day(string date, string elapsed, string local)
    {
        var hall = Hall.On(date, LordHowe);
        Scenario.Given(hall, Elapsed(hall), NextDay(hall))
            .When(hall.Event("c", "complaint", "10:00", ("case", "a")))
            .AdvanceTo($"{elapsed[..10]} 12:00")
            .Expect($"elapsed S1 a c: Breached NotDone {elapsed}", $"next-day S1 a c: Breached NotDone {local}");
    }

    [Theory]
    [InlineData(SkippedTime.ShiftedForward, "02:45")]
    [InlineData(SkippedTime.EndOfGap, "02:30")]
    [InlineData(SkippedTime.BeforeGap, "01:59:59.9999999")]
    public void A_skipped_half_hour_is_resolved_as_declared(SkippedTime skipped, string due)
    {
        var hall = Hall.On("2026-10-04", LordHowe).Alone().Resolving(skipped);
        var norm = Hall.Must("early", Site, Day, Hall.Until(2, 15), hall.Count("cash-check"));
        Scenario.Given(hall, norm)
            .When(hall.Event("e", "cash-check", "2026-10-03T15:45:00.0000001Z", ("person", "Li")))
            .AdvanceTo("03:00").Expect($"early S1 2026-10-04: Breached NotDone {due}");
    }

    /// <summary>1:45 is shown at 14:45 and at 15:15 UTC.</summary>
    [Theory]
    [InlineData(RepeatedTime.Earlier, "2026-04-04T14:45:00Z", "Fulfilled Done 01:45")]
    [InlineData(RepeatedTime.Earlier, "2026-04-04T14:45:00.0000001Z", "Breached NotDone 01:45")]
    [InlineData(RepeatedTime.Later, "2026-04-04T15:15:00Z", "Fulfilled Done 01:45")]
    [InlineData(RepeatedTime.Later, "2026-04-04T15:15:00.0000001Z", "Breached NotDone 01:45")]
    public void A_repeated_half_hour_is_resolved_as_declared(RepeatedTime repeated, string time, string expected)
    {
        var hall = Hall.On("2026-04-05", LordHowe).Alone().Resolving(repeated: repeated);
        var norm = Hall.Must("early", Site, Day, Hall.Until(1, 45), hall.Count("cash-check"));
        Scenario.Given(hall, norm)
            .When(hall.Event("e", "cash-check", time, ("person", "Li")))
            .AdvanceTo("03:00").Expect($"early S1 2026-04-05: {expected}");
    }

    /// <summary>Both ends of 0:30 to 0:45 lie in the hour that Sao Paulo skips at midnight; at the end of the gap they are one instant.</summary>
    [Theory]
    [InlineData(SkippedTime.ShiftedForward, "Breached NotDone 01:45")]
    [InlineData(SkippedTime.EndOfGap, "Breached NotDone 01:00")]
    [InlineData(SkippedTime.BeforeGap, "Undetermined BeforeRecord 01:00")]
    public void A_window_within_a_skipped_midnight(SkippedTime skipped, string expected)
    {
        var hall = Hall.On("2018-11-04", "America/Sao_Paulo").Alone().Resolving(skipped);
        var both = Hall.Must("both", Site, Day, Hall.Between(new LocalTime(0, 30), new LocalTime(0, 45)), hall.Count("cash-check"));
        var half = both with { Id = "half", Window = Hall.From(both.Window.Opens.Anchor, both.Window.Closes.Anchor) };
        // Half-open, what is one instant is nothing (W2): void, which is told before that the record begins later (W5).
        var ofHalf = skipped == SkippedTime.ShiftedForward ? expected : "Void NoWindow 01:00";
        Scenario.Given(hall, both, half).AdvanceTo("02:00").Expect($"both S1 2018-11-04: {expected}", $"half S1 2018-11-04: {ofHalf}");
    }

    /// <summary>3 November ends where 4 November begins: at 1:00.</summary>
    [Fact]
    public void Where_midnight_is_skipped_a_day_ends_an_hour_later_on_the_clock()
    {
        var hall = Hall.On("2018-11-03", "America/Sao_Paulo").Alone();
        var calm = Total(hall, "calm", Day, Bound<Duration>.AtLeast(24 * Hour));
        Scenario.Given(hall, Hall.Must("all-day", Site, Day, Window.WholeFrame, hall.Count("cash-check")), calm)
            .AdvanceTo("2018-11-05 00:00:00.0000001")
            .Expect(
                "all-day S1 2018-11-03: Breached NotDone 2018-11-04 01:00",
                "all-day S1 2018-11-04: Breached NotDone 2018-11-05 00:00",
                "calm S1 2018-11-03: Fulfilled Held 2018-11-04 01:00, total 24:00:00",
                "calm S1 2018-11-04: Breached TooShort 2018-11-05 00:00, total 23:00:00");
    }

    /// <summary>In Cairo the last hour of 26 October 2023 came twice: the day has 25 hours, and 23:30 comes at 20:30 and at 21:30 UTC.</summary>
    [Theory]
    [InlineData(RepeatedTime.Earlier, "2023-10-26T20:30:00Z", "Fulfilled Done 23:30")]
    [InlineData(RepeatedTime.Earlier, "2023-10-26T21:30:00Z", "Breached NotDone 23:30")]
    [InlineData(RepeatedTime.Later, "2023-10-26T21:30:00Z", "Fulfilled Done 23:30")]
    public void The_hour_before_midnight_comes_twice(RepeatedTime repeated, string time, string expected)
    {
        var hall = Hall.On("2023-10-26", "Africa/Cairo").Alone().Resolving(repeated: repeated);
        var norm = Hall.Must("closed", Site, Day, Hall.Until(23, 30), hall.Count("cash-check"));
        var calm = Total(hall, "calm", Day, Bound<Duration>.AtLeast(25 * Hour));
        Scenario.Given(hall, norm, calm)
            .AdvanceTo("12:00")
            .When(hall.Event("e", "cash-check", time, ("person", "Li")))
            .AdvanceTo("2023-10-27 00:00")
            .Expect($"closed S1 2023-10-26: {expected}", "calm S1 2023-10-26: Fulfilled Held 2023-10-27 00:00, total 25:00:00");
    }

    /// <summary>28 April 2023 began at 1:00 in Cairo.</summary>
    [Fact]
    public void A_day_that_begins_at_one()
    {
        var hall = Hall.On("2023-04-28", "Africa/Cairo").Alone();
        var first = Hall.Must("first", Site, Day, Hall.Within(Duration.FromMinutes(10)), hall.Count("cash-check"));
        Scenario.Given(hall, first)
            .When(hall.Event("e", "cash-check", "2023-04-27T22:10:00Z", ("person", "Li")))
            .AdvanceTo("2023-04-28 02:00")
            .Expect("first S1 2023-04-28: Fulfilled Done 01:10");
    }

    /// <summary>At midnight 1986 Nepal went from 5:30 to 5:45 for good: the first quarter of an hour is skipped.</summary>
    [Theory]
    [InlineData(SkippedTime.ShiftedForward, "1986-01-01 00:25")]
    [InlineData(SkippedTime.EndOfGap, "1986-01-01 00:15")]
    [InlineData(SkippedTime.BeforeGap, "23:59:59.9999999")]
    public void A_zone_that_went_on_for_good(SkippedTime skipped, string due)
    {
        var hall = Hall.On("1985-12-31", "Asia/Kathmandu").Alone().Resolving(skipped);
        var next = Hall.Must("next", Site, Day, Hall.Until(0, 10, new FrameDay(1)), hall.Count("cash-check"));
        var whole = Hall.Must("whole", Site, new EveryFrame(PeriodKind.Year), Window.WholeFrame, hall.Count("cash-check"));
        Scenario.Given(hall, next, whole).AdvanceTo("1986-01-01 01:00").Expect($"next S1 1985-12-31: Breached NotDone {due}");
    }

    /// <summary>In Pyongyang 14 August 2015 had half an hour more, and 4 May 2018 half an hour less: at 23:30 it was midnight.</summary>
    [Fact]
    public void A_zone_that_went_back_and_on_again()
    {
        var hall = Hall.On("2015-08-14", "Asia/Pyongyang").Alone();
        Scenario.Given(hall, Total(hall, "calm", Day, Bound<Duration>.AtLeast(24 * Hour + Duration.FromMinutes(30))), Elapsed(hall), NextDay(hall))
            .When(hall.Event("c", "complaint", "10:00", ("case", "a")))
            .AdvanceTo("2015-08-15 12:00")
            .Expect(
                "calm S1 2015-08-14: Fulfilled Held 2015-08-15 00:00, total 24:30:00",
                "elapsed S1 a c: Breached NotDone 2015-08-15 09:30",
                "next-day S1 a c: Breached NotDone 2015-08-15 10:00");
        hall = Hall.On("2018-05-04", "Asia/Pyongyang").Alone();
        var late = Hall.Must("late", Site, Day, Hall.Until(23, 45), hall.Count("cash-check"));
        var day = late with { Id = "day", Window = Window.WholeFrame };
        Scenario.Given(hall, Total(hall, "calm", Day, Bound<Duration>.AtLeast(24 * Hour)), late, day)
            .AdvanceTo("2018-05-05 12:00")
            .Expect(
                "calm S1 2018-05-04: Breached TooShort 2018-05-05 00:00, total 23:30:00",
                "day S1 2018-05-04: Breached NotDone 2018-05-05 00:00",
                // 23:45 is shifted forward, beyond the end of its day.
                "late S1 2018-05-04: Breached NotDone 2018-05-05 00:15");
    }

    /// <summary>On 27 September 1992 Portugal kept its offset, though summer was over: its standard time had become that of Paris.</summary>
    [Theory]
    [InlineData("Europe/Lisbon", "1992-09-27", "1992-09-28 00:00", 24)]
    [InlineData("Europe/Lisbon", "1993-03-28", "1993-03-29 00:00", 23)]
    [InlineData("Europe/Lisbon", "1996-03-31", "1996-04-01 00:00", 24)]
    [InlineData("Europe/London", "1992-10-25", "1992-10-26 00:00", 25)]
    public void A_change_that_the_clock_does_not_show(string zone, string date, string end, int hours)
    {
        var hall = Hall.On(date, zone).Alone();
        Scenario.Given(hall, Total(hall, "calm", Day, Bound<Duration>.AtLeast(hours * Hour)))
            .AdvanceTo(end).Expect($"calm S1 {date}: Fulfilled Held {end}, total {hours}:00:00");
    }

    /// <summary>29 December 2011 was a Thursday in Apia, and the next day Saturday the 31st.</summary>
    [Fact]
    public void A_missing_date_is_no_next_day_and_not_counted()
    {
        var hall = Hall.On("2011-12-29", "Pacific/Apia").Alone().Knowing(2011, 2012);
        Norm Within(string id, Day day) => Hall.Must(id, Site, hall.When("complaint"), Hall.From(new FrameStart(), new EndOfDay(day)), hall.Count("answer"));
        CountedDays Working(int count, bool including = false) => new(new FrameDay(), count, DayClass.Working, including);
        Scenario.Given(
                hall, Elapsed(hall), NextDay(hall), Within("two-days", new FrameDay(2)), Within("one-working-day", Working(1)), Within("three-working-days", Working(3)),
                Within("this-and-one", Working(2, true)), Within("moved", new MovedDay(new FrameDay(2), DayClass.Working, true)))
            .When(hall.Event("c", "complaint", "10:00", ("case", "a")))
            .AdvanceTo("2012-01-06 00:00")
            .Expect(
                "elapsed S1 a c: Breached NotDone 2011-12-31 10:00",
                "next-day S1 a c: Void NoWindow 10:00",
                "two-days S1 a c: Breached NotDone 2012-01-01 00:00",
                "one-working-day S1 a c: Breached NotDone 2012-01-03 00:00",
                "three-working-days S1 a c: Breached NotDone 2012-01-05 00:00",
                "this-and-one S1 a c: Breached NotDone 2012-01-03 00:00",
                "moved S1 a c: Breached NotDone 2012-01-03 00:00");
    }

    [Fact]
    public void Working_days_are_counted_back_over_a_missing_date()
    {
        var hall = Hall.On("2011-12-28", "Pacific/Apia").Alone().Knowing(2011, 2012);
        var norm = Hall.Must(
            "prepared", Site, new EveryFrame(PeriodKind.Month),
            Hall.From(new StartOfDay(new CountedDays(new FrameDay(), -2, DayClass.Working, false)), new FrameStart()), hall.Count("cash-check"));
        Scenario.Given(hall, norm)
            .When(hall.Event("e", "cash-check", "2011-12-28 00:00", ("person", "Li")))
            .AdvanceTo("2012-01-01 00:00").Expect("prepared S1 2012-01: Fulfilled Done 00:00");
    }

    /// <summary>Saturday 21 August 1993 is left out in Kwajalein; a record that begins with Sunday begins with the week.</summary>
    [Theory]
    [InlineData("1993-08-22", "1993-08-22")]
    [InlineData("1993-08-20", "1993-08-22")]
    public void A_week_that_begins_with_a_missing_date_begins_with_the_next(string start, string name)
    {
        var hall = Hall.On(start, "Pacific/Kwajalein").Alone();
        var week = new EveryFrame(new CalendarUnit(PeriodKind.Week) { FirstWeekday = IsoDayOfWeek.Saturday });
        Scenario.Given(hall, Hall.Must("weekly", Site, week, Window.WholeFrame, hall.Count("cash-check")), Total(hall, "calm", week, Bound<Duration>.AtLeast(200 * Hour)))
            .AdvanceTo("1993-08-28 00:00")
            .Expect($"weekly S1 {name}: Breached NotDone 1993-08-28 00:00", $"calm S1 {name}: Breached TooShort 1993-08-28 00:00, total 144:00:00");
    }

    /// <summary>As weeks do: a holiday whose first day is left out.</summary>
    [Fact]
    public void A_holiday_that_begins_with_a_missing_date_begins_with_the_next()
    {
        var hall = Hall.On("2011-12-31", "Pacific/Apia").Alone().Knowing(new WorkCalendar
        {
            Name = "cal", Title = LocalizedText.Same("cal"), Revision = "1", KnownYears = [2011, 2012],
            Holidays = [new Holiday(LocalizedText.Same("new year"), new LocalDate(2011, 12, 30), new LocalDate(2012, 1, 1))],
        });
        Scenario.Given(hall, Hall.Must("whole", Site, new EveryFrame(new HolidayPeriod()), Window.WholeFrame, hall.Count("cash-check")))
            .AdvanceTo("2012-01-03 00:00").Expect("whole S1 2011-12-31: Breached NotDone 2012-01-02 00:00");
    }

    /// <summary>The night in which the clock goes on has seven hours, that in which it goes back nine.</summary>
    [Theory]
    [InlineData("2026-03-28", "2026-03-29", "long-enough S1 Li s: Breached TooShort 2026-03-29 06:00, liable Li, total 7:00:00", "short-enough S1 Li s: Fulfilled Held 2026-03-29 06:00, total 7:00:00")]
    [InlineData("2026-10-24", "2026-10-25", "long-enough S1 Li s: Fulfilled Held 2026-10-25 05:00, total 8:00:00", "short-enough S1 Li s: Breached TooLong 2026-10-25 05:00:00.0000001, liable Li, total 8:00:00.0000001")]
    public void A_night_shift_over_a_change_of_the_clock(string evening, string morning, params string[] expected)
    {
        var hall = Hall.On(evening, "Europe/Amsterdam").Alone();
        var onDuty = hall.State("on-duty", new LiteralExpression(Value.Text("Li"), FieldType.Person, default));
        Norm Of(string id, Bound<Duration> time) => Hall.Must(id, new EachParty(Hall.Cashier), Hall.EveryShift, Window.WholeFrame, new TotalContent(onDuty, time));
        var counted = Hall.Must(
            "counted", new EachParty(Hall.Cashier), Hall.EveryShift,
            Hall.From(new Offset(new FrameEnd(), 2 * Hour, true), new FrameEnd()), hall.Count("cash-check"));
        var elapsed = counted with { Id = "elapsed", Window = Hall.From(new Offset(new FrameStart(), 5 * Hour), new Offset(new FrameStart(), 6 * Hour)) };
        var fifth = evening == "2026-03-28" ? $"{morning} 05:00" : $"{morning} 03:00";
        Scenario.Given(hall, Of("long-enough", Bound<Duration>.AtLeast(8 * Hour)), Of("short-enough", Bound<Duration>.AtMost(8 * Hour)), counted, elapsed)
            .When(hall.Planned("s", "Li", $"{evening} 22:00", $"{morning} 06:00"))
            .AdvanceTo("22:00")
            .When(
                hall.Event("in", "clock-in", "22:00", ("person", "Li")),
                hall.Event("check", "cash-check", $"{morning} 04:00", ("person", "Li")), hall.Event("out", "clock-out", $"{morning} 06:00", ("person", "Li")))
            .AdvanceTo($"{morning} 12:00")
            .Expect([
                .. expected,
                $"counted S1 Li s: Fulfilled Done {morning} 04:00",
                evening == "2026-03-28" ? $"elapsed S1 Li s: Fulfilled Done {morning} 04:00" : $"elapsed S1 Li s: Breached NotDone {fifth}, liable Li",
            ]);
    }

    /// <summary>Open from 22:00 to 2:30, which the clock skips or shows twice.</summary>
    [Theory]
    [InlineData("2026-03-28", SkippedTime.ShiftedForward, RepeatedTime.Earlier, "2026-03-29 03:30", "4:30:00")]
    [InlineData("2026-03-28", SkippedTime.EndOfGap, RepeatedTime.Earlier, "2026-03-29 03:00", "4:00:00")]
    [InlineData("2026-03-28", SkippedTime.BeforeGap, RepeatedTime.Earlier, "2026-03-29 01:59:59.9999999", "3:59:59.9999999")]
    [InlineData("2026-10-24", SkippedTime.ShiftedForward, RepeatedTime.Earlier, "2026-10-25 02:30", "4:30:00")]
    [InlineData("2026-10-24", SkippedTime.ShiftedForward, RepeatedTime.Later, "2026-10-25 02:30", "5:30:00")]
    public void An_opening_over_midnight_over_a_change_of_the_clock(string date, SkippedTime skipped, RepeatedTime repeated, string closing, string total)
    {
        var open = Desk.InHours(SiteHours.Opening);
        var hall = Hall.On(date, "Europe/Amsterdam").Alone().Resolving(skipped, repeated).Open((new LocalTime(22, 0), new LocalTime(2, 30))).With(open);
        var openings = new EveryFrame(new OpeningPeriod());
        // The record begins at 0:00, in the opening of the day before, which is not judged.
        Scenario.Given(
                hall, Hall.Must("open", Site, openings, Window.WholeFrame, new TotalContent(Desk.Holds(open), Bound<Duration>.AtMost(24 * Hour))),
                Hall.Must("closing", Site, Day, Hall.From(new OpeningOf(new FrameDay()), new ClosingOf(new FrameDay())), hall.Count("cash-check")))
            .AdvanceTo($"{closing[..10]} 20:00")
            .Expect($"open S1 {date}: Fulfilled Held {closing}, total {total}", $"closing S1 {date}: Breached NotDone {closing}");
    }

    /// <summary>End of day, and the last half-hour before it, on days of 23 and of 25 hours.</summary>
    [Theory]
    [InlineData("2026-03-08", "Breached TooShort 2026-03-09 00:00, total 23:00:00", "2026-03-09 00:00", "12:30", "2026-03-09 01:00")]
    [InlineData("2026-11-01", "Fulfilled Held 2026-11-02 00:00, total 25:00:00", "2026-11-02 00:00", "11:30", "23:00")]
    public void The_end_of_a_day_of_23_and_of_25_hours(string date, string total, string end, string half, string elapsed)
    {
        var hall = Hall.On(date, "America/New_York").Alone();
        var share = Hall.Must("share", Site, Day, Window.WholeFrame, new StayContent(hall.WaitingAtMost(5)) { Share = 0.5m });
        var last = Hall.Must(
            "last", Site, Day, Hall.From(new Offset(new EndOfDay(new FrameDay()), Duration.FromMinutes(30), true), new EndOfDay(new FrameDay())), hall.Count("cash-check"));
        var within = Hall.Must("within", Site, Day, Hall.Within(24 * Hour), hall.Count("cash-check"));
        Scenario.Given(hall, Total(hall, "calm", Day, Bound<Duration>.AtLeast(25 * Hour)), share, last, within)
            .AdvanceTo(end[..10] + " 01:00:00.0000001")
            .Expect(
                $"calm S1 {date}: {total}",
                $"share S1 {date}: Fulfilled Held {half}",
                $"last S1 {date}: Breached NotDone {end}",
                $"within S1 {date}: Breached NotDone {elapsed}");
    }

    /// <summary>
    /// At one minute past midnight on 7 November 2010 the clock of St. John's went back to 23:01 of the 6th. The 7th had begun by then; the date of these 59 minutes is the 6th once more (K4).
    /// </summary>
    [Fact]
    public void A_date_that_comes_back_after_it_was_over()
    {
        var working = new DayState { Name = "working-day", Title = LocalizedText.Same("working day"), Class = DayClass.Working };
        var hall = Hall.On("2010-11-06", "America/St_Johns").Alone().With(working).Knowing(new WorkCalendar
        {
            Name = "cal", Title = LocalizedText.Same("cal"), Revision = "1", KnownYears = [2010], WorkingWeekdays = [IsoDayOfWeek.Saturday],
        });
        Scenario.Given(hall, Hall.Must("work", Site, Day, Window.WholeFrame, new TotalContent(Desk.Holds(working), Bound<Duration>.AtMost(30 * Hour))))
            .AdvanceTo("2010-11-08 00:00")
            .Expect(
                "work S1 2010-11-06: Fulfilled Held 2010-11-07 00:00, total 24:00:00",
                "work S1 2010-11-07: Fulfilled Held 2010-11-08 00:00, total 0:59:00");
    }

    /// <summary>Dates end with the year 9999; looking ahead from a few years before that does no harm.</summary>
    [Fact]
    public void The_end_of_the_calendar()
    {
        var hall = Hall.On("9995-12-30", "Europe/Amsterdam").Alone().Knowing(9995, 9996, 9997, 9998, 9999).Open();
        var day = Hall.Must("day", Site, Day, Window.WholeFrame, hall.Count("cash-check"));
        FramePeriod[] others =
        [
            new DaysOf(DayClass.Opening), new DaysOf(DayClass.Holiday), new HolidayPeriod(), new OpeningPeriod(), new RecurringDays(Recurrence.Parse("FREQ=YEARLY", new LocalDate(2026, 12, 29), out _)!),
        ];
        Scenario.Given(hall, [day, .. others.Select((period, i) => day with { Id = $"n{i}", Frame = new EveryFrame(period) })])
            .AdvanceTo("9995-12-31 00:00").Expect("day S1 9995-12-30: Breached NotDone 9995-12-31 00:00");
    }

    private static Norm Elapsed(Hall hall) => Hall.Must("elapsed", Site, hall.When("complaint"), Hall.Within(24 * Hour), hall.Count("answer"));

    private static Norm NextDay(Hall hall) =>
        Hall.Must("next-day", Site, hall.When("complaint"), Hall.Until(10, 0, new FrameDay(1)), hall.Count("answer"));

    /// <summary>How long nobody waits: all the time.</summary>
    private static Norm Total(Hall hall, string id, Frame frame, Bound<Duration> time) =>
        Hall.Must(id, Site, frame, Window.WholeFrame, new TotalContent(hall.WaitingAtMost(5), time));
}
