using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Tests.Generation;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Semantics;

/// <summary>
/// A calendar year of every kind of period, day and anchor, in five zones: what the engine says against the reference, and what it said beforehand, month by month, against what it said in the end.
/// </summary>
public sealed class YearTests
{
    private static readonly string[] People = ["Li", "Wang", "Zhao"];
    private static readonly SiteParty Site = new();
    private static readonly EachParty EachManager = new(Hall.Manager);
    private static readonly EachParty EachCashier = new(Hall.Cashier);
    private static readonly EveryFrame Day = new(PeriodKind.Day);
    private static readonly EveryFrame Week = new(PeriodKind.Week);
    private static readonly EveryFrame WeekFromSunday = new(new CalendarUnit(PeriodKind.Week) { FirstWeekday = IsoDayOfWeek.Sunday });
    private static readonly EveryFrame Month = new(PeriodKind.Month);
    private static readonly EveryFrame Quarter = new(PeriodKind.Quarter);
    private static readonly EveryFrame HalfYear = new(PeriodKind.HalfYear);
    private static readonly EveryFrame Year = new(PeriodKind.Year);
    private static readonly string[] NamesOtherShifts = ["shift-next", "shift-previous", "shift-own-next", "shift-own-previous"];
    private static readonly Role Answerer = new("answerer", LocalizedText.Same("answerer"));

    [Theory]
    [InlineData("Asia/Shanghai", 2026)]
    [InlineData("Europe/Amsterdam", 2026)]
    [InlineData("America/New_York", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("Pacific/Apia", 2011)]
    public void A_calendar_year_of_every_duty(string zone, int year)
    {
        var hall = HallOf(zone, year);
        var policies = hall.Policies([.. Calendar(hall), .. Days(hall), .. Acts(hall), .. Shifts(hall)]);
        var records = Records(hall, year);
        var (start, end) = (At(hall, new LocalDate(year, 1, 1)), At(hall, new LocalDate(year + 1, 1, 4)));

        var monitor = new DutyMonitor(policies, start);
        var (said, verdicts) = (new List<(Instant From, Instant To, IReadOnlyList<UpcomingDuty> Duties)>(), new List<Verdict>());
        var next = 0;
        for (var date = new LocalDate(year, 1, 1); At(hall, date) < end; date = date.PlusDays(1))
        {
            for (; next < records.Length && records[next].Time < At(hall, date.PlusDays(1)); next++)
                Assert.Equal(ObservationStatus.Accepted, monitor.Observe(records[next]).Status);
            if (date.Day == 1 && date.Year == year)
            {
                // What is published at the first instant of a month is in.
                var (from, to) = (At(hall, date), At(hall, date.PlusMonths(1)));
                verdicts.AddRange(Finals(monitor.AdvanceTo(from + Duration.FromTicks(1))));
                said.Add((from + Duration.FromTicks(1), to, monitor.Upcoming(from + Duration.FromTicks(1), to)));
            }

            verdicts.AddRange(Finals(monitor.AdvanceTo(At(hall, date.PlusDays(1)))));
        }

        Assert.Equal(records.Length, next);
        var expected = ReferenceEvaluator.Judge(policies, start, records, end).Select(judged => CaseText.Of(judged.Verdict)).ToList();
        var actual = verdicts.Select(CaseText.Of).ToList();
        Assert.Empty(expected.Except(actual));
        Assert.Empty(actual.Except(expected));
        Assert.Equal(expected.Count, actual.Count);
        Assert.Empty(policies.Norms.Select(norm => norm.Id).Except(verdicts.Select(verdict => verdict.Norm.Id)));
        foreach (var (from, to, duties) in said)
            Compare(from, to, duties, verdicts, [.. records.Where(r => from <= r.Time && r.Time < to).Select(ShiftOf).OfType<string>()]);
    }

    /// <summary>
    /// What was said to fall due in a month, and what did. Only these differ: acts and people seen, which wait for an event; shifts of which something was said later, and then all that name other
    /// shifts; what had been decided by then; and the people of a post on shift, which are those up to the decision (B1).
    /// </summary>
    private static void Compare(Instant from, Instant to, IReadOnlyList<UpcomingDuty> duties, IReadOnlyList<Verdict> verdicts, HashSet<string> changedShifts)
    {
        bool IsSteady(Norm norm, string anchor) =>
            norm.Frame is not EveryFrame { Period: ShiftPeriod } || (!changedShifts.Contains(anchor) && (changedShifts.Count == 0 || !NamesOtherShifts.Contains(norm.Id)));

        bool WaitsForAnEvent(Verdict v) => (v.Norm.Frame is WhenFrame && v.Opens >= from) || v.Norm.Id == "seen";

        string Text(Norm norm, InstanceId id, Instant opens, Instant due, bool inclusive, IEnumerable<string> people) =>
            $"{id}: {opens} .. {due}{(inclusive ? "]" : ")")} [{(norm.Parties.Who is PostParty { Role.OnShift: true } ? "" : string.Join(' ', people))}]";

        string TextOf(Verdict v) => Text(v.Norm, v.Instance, v.Opens, v.Due, v.DueInclusive, v.People);

        var foretold = duties.Where(d => IsSteady(d.Norm, d.Instance.Anchor)).Select(d => Text(d.Norm, d.Instance, d.Opens, d.Due, d.DueInclusive, d.People)).ToList();
        var decided = verdicts.Where(v => from <= v.Due && v.Due < to && v.Cut > from && IsSteady(v.Norm, v.Instance.Anchor)).ToList();
        Assert.NotEmpty(foretold);
        Assert.Equal(foretold.Distinct(), foretold);
        Assert.Empty(decided.Where(v => !WaitsForAnEvent(v)).Select(TextOf).Except(foretold));
        Assert.Empty(foretold.Except(decided.Select(TextOf)));
    }

    private static IEnumerable<Verdict> Finals(IEnumerable<VerdictChange> changes)
    {
        foreach (var change in changes)
        {
            Assert.True(change.IsFinal);
            yield return change.Verdict;
        }
    }

    private static string? ShiftOf(EventRecord record) => record.Type.FindField(ShiftEvents.ShiftField) is { } shift ? record[shift]?.AsText : null;

    private static Instant At(Hall hall, LocalDate date) => hall.Zone.AtStartOfDay(Exists(hall, date) ? date : date.PlusDays(1)).ToInstant();

    private static bool Exists(Hall hall, LocalDate date) => hall.Zone.MapLocal(date.At(new LocalTime(12, 0))).Count > 0;

    /// <summary>A year with holidays, make-up days, other hours, hours over midnight, and a manager who leaves in summer.</summary>
    private static Hall HallOf(string zone, int year)
    {
        LocalizedText Name(string name) => LocalizedText.Same(name);
        LocalDate On(int month, int day) => new(year, month, day);
        DayHours Hours(params (int From, int FromMinute, int To, int ToMinute)[] spans) =>
            new([.. spans.Select(s => new HoursSpan(new LocalTime(s.From, s.FromMinute), new LocalTime(s.To, s.ToMinute)))]);
        var hall = Hall.On($"{year}-01-01", zone).Alone().Knowing(new WorkCalendar
        {
            Name = "cal", Title = Name("cal"), Revision = "1", KnownYears = [year],
            Holidays =
            [
                new Holiday(Name("new year"), On(1, 1), On(1, 3)), new Holiday(Name("spring"), On(3, 28), On(3, 31)),
                new Holiday(Name("autumn"), On(10, 1), On(10, 7)), new Holiday(Name("end"), On(12, 30), On(12, 31)),
            ],
            MakeUpDays = [new MakeUpDay(On(1, 4)), new MakeUpDay(On(10, 10))],
        });
        var weekdays = Enum.GetValues<IsoDayOfWeek>()[1..];
        SiteHours opening = new()
        {
            Name = SiteHours.Opening,
            OfWeekdays = weekdays.Where(d => d != IsoDayOfWeek.Sunday).ToImmutableDictionary(d => d, d => d switch
            {
                IsoDayOfWeek.Friday => Hours((9, 0, 12, 0), (20, 0, 2, 15)),
                IsoDayOfWeek.Saturday => Hours((22, 0, 2, 45)),
                _ => Hours((9, 0, 17, 30)),
            }),
            OfHolidays = Hours((10, 0, 16, 0)),
            Exceptions = [new HoursException(On(6, 1), On(6, 3), DayHours.Closed), new HoursException(On(12, 29), On(12, 29), Hours((22, 0, 2, 0)))],
        };
        SiteHours rush = new() { Name = "rush", OfWeekdays = weekdays.ToImmutableDictionary(d => d, _ => Hours((1, 45, 2, 15), (23, 30, 0, 30))) };
        hall = hall.With(
            Desk.InHours("rush"), Desk.InHours(SiteHours.Opening), new DayState { Name = "holiday", Title = Name("holiday"), Class = DayClass.Holiday },
            new DayState { Name = "working-day", Title = Name("working day"), Class = DayClass.Working });
        var june = hall.At($"{year}-06-15 12:00");
        return hall with
        {
            Vocabulary = hall.Vocabulary with
            {
                Hours = [opening, rush],
                Roles = [.. hall.Vocabulary.Roles, Answerer with { SeenIn = hall.Type("answer") }],
                Roster =
                [
                    new("Li", "manager", "S1", To: june), new("Wang", "manager", "S1", From: june), new("Zhao", "inspector", "S1", hall.At($"{year}-02-01 00:00"), hall.At($"{year}-11-01 00:00")),
                ],
            },
        };
    }

    private static Window Due(Anchor anchor, bool inclusive = false) => new(new WindowEnd(new FrameStart(), true), new WindowEnd(anchor, inclusive));

    private static EndOfDay EndOf(Day day) => new(day);

    /// <summary>Every kind of period.</summary>
    private static IEnumerable<Norm> Calendar(Hall hall)
    {
        var check = hall.Count("cash-check");
        Recurrence Rule(string rule) => Recurrence.Parse(rule, hall.Date, out _)!;
        yield return Hall.Must("day", EachManager, Day, Hall.Between(new LocalTime(2, 10), new LocalTime(23, 50)), check);
        yield return Hall.Must("day-before", Site, Day, Hall.From(new ClockTime(new FrameDay(-1), new LocalTime(2, 10)), new ClockTime(new FrameDay(), new LocalTime(2, 10))), check);
        yield return Hall.Must("next-day", new PostParty(Hall.Inspector), Day, Due(new ClockTime(new FrameDay(1), new LocalTime(2, 20))), check);
        yield return Hall.Must("24-hours", Site, Day, Hall.Within(Duration.FromHours(24)), check);
        yield return Hall.Must("week", EachManager, Week, Window.WholeFrame, hall.Count("cash-check", Bound<long>.AtLeast(2)));
        yield return Hall.Must("week-from-sunday", Site, WeekFromSunday, Due(new ClockTime(new WeekdayOf(IsoDayOfWeek.Friday), new LocalTime(18, 0))), check);
        yield return Hall.Must("weekday-of-month-frame", Site, Month, Due(EndOf(new WeekdayOf(IsoDayOfWeek.Wednesday))), check);
        yield return Hall.Must("four-weeks", Site, Week, Hall.From(new EarlierPeriod(3), new FrameEnd()), new TotalContent(hall.State("rush"), Bound<Duration>.AtMost(Duration.FromHours(10)), 4));
        yield return Hall.Must("two-days", Site, Day, Hall.From(new EarlierPeriod(1), new FrameEnd()), new TotalContent(hall.State(SiteHours.Opening), Bound<Duration>.AtLeast(Duration.FromHours(13))));
        yield return Hall.Must("month", EachManager, Month, Window.WholeFrame, new OneOfEachContent(hall.Each("inspection"), hall.Type("inspection").FindField("room")!));
        yield return Hall.Must("month-share", Site, Month, Window.WholeFrame, new StayContent(hall.State("working-day")) { Share = 0.6m });
        yield return Hall.MustNot("quarter", Site, Quarter, Window.WholeFrame, hall.Count("leave", Bound<long>.AtMost(2)));
        yield return Hall.Must("quarter-due", Site, Quarter, Due(EndOf(new MovedDay(new DayOfMonth(10, MissingDay.LastDay, 3), DayClass.Working, true))), check);
        yield return Hall.Must("half-year", Site, HalfYear, Hall.From(new StartOfDay(new DayOfMonth(15, MissingDay.LastDay, 1)), EndOf(new LastDayOfFrame())), check);
        yield return Hall.Must("year", Site, Year, Due(EndOf(new DayOfMonth(15, MissingDay.LastDay, 2))), check);
        yield return Hall.Must("year-total", Site, Year, Window.WholeFrame, new TotalContent(hall.State("holiday"), Bound<Duration>.AtLeast(Duration.FromHours(16 * 24))));
        yield return Hall.Must("working-day", EachManager, new EveryFrame(new DaysOf(DayClass.Working)), Hall.Until(9, 0), check);
        yield return Hall.Must("opening-day", Site, new EveryFrame(new DaysOf(DayClass.Opening)), Hall.From(new Offset(new ClosingOf(new FrameDay()), Duration.FromMinutes(30), true), new Offset(new ClosingOf(new FrameDay()), Duration.FromMinutes(30))), check);
        yield return Hall.Must("day-of-a-holiday", Site, new EveryFrame(new DaysOf(DayClass.Holiday)), Window.WholeFrame, check);
        yield return Hall.Must("holiday", Site, new EveryFrame(new HolidayPeriod()), Due(EndOf(new CountedDays(new LastDayOfFrame(), 1, DayClass.Working, false))), check);
        yield return Hall.Must("holiday-before", Site, new EveryFrame(new HolidayPeriod()), Hall.From(new StartOfDay(new CountedDays(new FrameDay(), -2, DayClass.Working, false)), new FrameStart()), check);
        yield return Hall.Must("opening", Site, new EveryFrame(new OpeningPeriod()), Hall.From(new Offset(new FrameStart(), Duration.FromMinutes(30), true), new FrameStart()), check);
        yield return Hall.Must("opening-total", Site, new EveryFrame(new OpeningPeriod()), Window.WholeFrame, new TotalContent(hall.State(SiteHours.Opening), Bound<Duration>.AtLeast(Duration.FromHours(5))));
        yield return Hall.Must("second-tuesday", Site, new EveryFrame(new RecurringDays(Rule("FREQ=MONTHLY;BYDAY=2TU"))), Window.WholeFrame, check);
        yield return Hall.Must("monday-and-friday", Site, new EveryFrame(new RecurringDays(WeeklyDays.Of([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday]))), Hall.Until(2, 5), check);
        yield return Hall.Must("thirteen-times", Site, new EveryFrame(new RecurringDays(Rule("FREQ=DAILY;INTERVAL=11;COUNT=13"))), Window.WholeFrame, check);
        yield return Hall.Must("seen", new EachParty(hall.Vocabulary.FindRole("answerer")!), Month, Window.WholeFrame, hall.Count("cash-check"));
    }

    /// <summary>Every kind of day, most of them in months.</summary>
    private static IEnumerable<Norm> Days(Hall hall)
    {
        var check = hall.Count("cash-check");
        (string Id, Day Day)[] days =
        [
            ("day-30-or-last", new DayOfMonth(30, MissingDay.LastDay)), ("day-31-if-any", new DayOfMonth(31, MissingDay.NotOwed)),
            ("day-8-of-next", new DayOfMonth(8, MissingDay.LastDay, 1)), ("last-of-month", new LastDayOfMonth()), ("last-of-next", new LastDayOfMonth(1)),
            ("first-monday", new WeekdayOfMonth(IsoDayOfWeek.Monday, 1, MissingDay.NotOwed)), ("last-friday", new WeekdayOfMonth(IsoDayOfWeek.Friday, -1, MissingDay.NotOwed)),
            ("fifth-friday-or-last", new WeekdayOfMonth(IsoDayOfWeek.Friday, 5, MissingDay.LastDay)), ("fifth-sunday", new WeekdayOfMonth(IsoDayOfWeek.Sunday, 5, MissingDay.NotOwed)),
            ("third-working-day", new CountedDays(new FrameDay(), 3, DayClass.Working, true)), ("last-opening-day", new CountedDays(new LastDayOfFrame(), -1, DayClass.Opening, true)),
            ("two-before-last", new CountedDays(new LastDayOfFrame(), -2, DayClass.Working, false)), ("twenty-later", new CountedDays(new FrameDay(), 20, DayClass.Working, false)),
            ("15-or-next", new MovedDay(new DayOfMonth(15, MissingDay.LastDay), DayClass.Working, true)), ("last-or-previous", new MovedDay(new LastDayOfMonth(), DayClass.Opening, false)),
            ("28-and-a-month", new MonthsLater(new DayOfMonth(28, MissingDay.LastDay), 1, MissingDay.LastDay)), ("frame-day-29-later", new FrameDay(29)),
        ];
        foreach (var (id, day) in days)
            yield return Hall.Must(id, Site, Month, Due(EndOf(day)), check);

        yield return Hall.Must("starts-on", Site, Month, Hall.From(new StartOfDay(new MovedDay(new DayOfMonth(20, MissingDay.LastDay), DayClass.Working, false)), new ClockTime(new LastDayOfFrame(), new LocalTime(2, 30))), check);
        yield return Hall.Must("opening-to-closing", Site, Month, Hall.From(new OpeningOf(new WeekdayOfMonth(IsoDayOfWeek.Saturday, 1, MissingDay.NotOwed)), new ClosingOf(new WeekdayOfMonth(IsoDayOfWeek.Saturday, 1, MissingDay.NotOwed))), check);
    }

    /// <summary>What follows on a complaint.</summary>
    private static IEnumerable<Norm> Acts(Hall hall)
    {
        var (complaint, answer) = (hall.When("complaint"), hall.Count("answer", null, "case"));
        (string Id, Window Window)[] windows =
        [
            ("answer-24-hours", Hall.Within(Duration.FromHours(24))), ("answer-next-day", Hall.Until(9, 0, new FrameDay(1))),
            ("answer-friday", Due(new ClockTime(new WeekdayOf(IsoDayOfWeek.Friday), new LocalTime(18, 0)))), ("answer-month-later", Due(EndOf(new MonthsLater(new FrameDay(), 1, MissingDay.LastDay)))),
            ("answer-month-later-if-any", Due(EndOf(new MonthsLater(new FrameDay(), 1, MissingDay.NotOwed)))), ("answer-working-days", Due(EndOf(new CountedDays(new FrameDay(), 3, DayClass.Working, false)))),
            ("answer-opening-day", Due(new ClosingOf(new CountedDays(new FrameDay(), 1, DayClass.Opening, false)))), ("answer-moved", Due(EndOf(new MovedDay(new FrameDay(2), DayClass.Working, true)))),
            ("answer-on-shift", Due(new ShiftEnd(ShiftChoice.This))), ("answer-next-shift", Due(new ShiftStart(ShiftChoice.OwnNext))),
        ];
        foreach (var (id, window) in windows)
            yield return Hall.Must(id, Site, complaint, window, answer);
    }

    /// <summary>Planned shifts, and the shifts before and after them.</summary>
    private static IEnumerable<Norm> Shifts(Hall hall)
    {
        var (start, end, clockIn) = (new FrameStart(), new FrameEnd(), hall.Count("clock-in"));
        var onDuty = hall.State("on-duty", new LiteralExpression(Value.Text("Li"), FieldType.Person, default));
        var quarter = Duration.FromMinutes(15);
        yield return Hall.Must("shift", EachCashier, Hall.EveryShift, Hall.From(new Offset(start, quarter, true), new Offset(start, quarter)), clockIn);
        yield return Hall.Must("shift-out", new PostParty(Hall.Cashier), Hall.EveryShift, Hall.From(new Offset(end, quarter, true), new Offset(end, quarter)), hall.Count("clock-out"));
        yield return Hall.Must("night-shift", EachCashier, new EveryFrame(new ShiftPeriod(Hall.Cashier) { Kinds = ["night"] }), Window.WholeFrame, new TotalContent(onDuty, Bound<Duration>.AtMost(Duration.FromHours(8))));
        yield return Hall.Must("shift-day", Site, Hall.EveryShift, Due(EndOf(new FrameDay())), clockIn);
        yield return Hall.Must("shift-next", Site, Hall.EveryShift, Hall.From(start, new ShiftStart(ShiftChoice.Next)), clockIn);
        yield return Hall.Must("shift-previous", Site, Hall.EveryShift, Hall.From(new ShiftEnd(ShiftChoice.Previous), start), clockIn);
        yield return Hall.MustNot("shift-own-next", EachCashier, Hall.EveryShift, Hall.From(end, new ShiftStart(ShiftChoice.OwnNext)), clockIn);
        yield return Hall.MustNot("shift-own-previous", EachCashier, Hall.EveryShift, Hall.From(new ShiftEnd(ShiftChoice.OwnPrevious), start), clockIn);
        yield return Hall.Must("post-on-shift", new PostParty(Hall.Cashier), Day, Hall.Between(new LocalTime(22, 0), new LocalTime(23, 30)), clockIn);
    }

    /// <summary>A shift every fifth day, a clock-in and a clock-out for most of them; a cash-check on two days of five, a complaint every third week.</summary>
    private static ImmutableArray<EventRecord> Records(Hall hall, int year)
    {
        var records = new List<EventRecord>();
        var january = $"{year}-01-01 00:00";
        string On(LocalDate date, string time) => $"{date.Year:0000}-{date.Month:00}-{date.Day:00} {time}";
        for (var (date, number) = (new LocalDate(year, 1, 1), 0); date.Year == year; date = date.PlusDays(1), number++)
        {
            if (!Exists(hall, date) || !Exists(hall, date.PlusDays(1)))
                continue;

            var person = People[number % 3];
            if (number % 5 == 2)
            {
                var shift = $"s{number}";
                records.Add(hall.Planned(shift, person, On(date, "22:00"), On(date.PlusDays(1), "06:00"), number % 60 == 2 ? On(date, "12:00") : january));
                if (number % 25 == 12)
                    records.Add(hall.Swapped(shift, "Wang", On(new LocalDate(year, date.Month, 1), "00:00")));
                if (number % 45 == 17)
                    records.Add(hall.Cancelled(shift, On(date, "23:00")));
                if (number % 15 != 7)
                    records.AddRange(hall.Event($"in{number}", "clock-in", On(date, "22:10"), ("person", person)), hall.Event($"out{number}", "clock-out", On(date.PlusDays(1), "06:05"), ("person", person)));
            }

            if (number % 5 < 2)
                records.Add(hall.Event($"check{number}", "cash-check", On(date, number % 2 == 0 ? "08:30" : "02:10"), ("person", number < 165 ? "Li" : "Wang")));
            if (number % 21 == 12)
                records.AddRange(hall.Event($"c{number}", "complaint", On(date, "22:30"), ("person", person), ("case", $"k{number}")), hall.Event($"a{number}", "answer", On(date.PlusDays(number % 4), "23:00"), ("person", person), ("case", $"k{number}")));
            if (number % 40 == 20)
                records.AddRange(hall.Event($"leave{number}", "leave", On(date, "09:00"), ("person", person)), hall.Inspected($"i{number}", On(date, "09:00"), "Li", "front"), hall.Inspected($"j{number}", On(date, "10:00"), "Li", "back"));
        }

        return [.. records.OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }
}
