using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Semantics;

/// <summary>Windows that reach over earlier periods (F9): the last ninety days, judged every day; what opens before days that have no window.</summary>
public sealed class RollingTests
{
    private const int Days = 90;

    [Fact]
    public void Ninety_days_back_are_judged_from_the_first_day_that_has_them()
    {
        var hall = Hall.On("2026-01-01");
        var window = new Window(new WindowEnd(new EarlierPeriod(Days - 1), true), Window.WholeFrame.Closes);
        var norm = Hall.Must("drill", new SiteParty(), new EveryFrame(PeriodKind.Day), window, hall.Count("clock-in"));

        Scenario.Given(hall, norm)
            .When(hall.Event("e", "clock-in", "12:00", ("person", "Li")))
            .AdvanceTo("2026-01-01 18:00")
            .Restart()
            .CompleteTo("2026-04-02 00:00")
            .Expect([.. ToBegin("S1"), .. ToBegin("S2"),
                // 31 March is the ninetieth day; its ninety begin with the first, on which there was a drill at S1.
                "drill S1 2026-03-31: Fulfilled Done 12:00",
                "drill S2 2026-03-31: Breached NotDone 2026-04-01 00:00",
                "drill S1 2026-04-01: Breached NotDone 2026-04-02 00:00",
                "drill S2 2026-04-01: Breached NotDone 2026-04-02 00:00"]);
    }

    // Closed from 3 January to 30 June: what is asked for before the first opening may be done from the last closing on, half a year earlier.
    [Fact]
    public void A_window_that_opens_before_a_long_closure_is_born_in_time()
    {
        var hall = Hall.On("2026-01-01").Alone();
        var closed = new HoursException(new LocalDate(2026, 1, 3), new LocalDate(2026, 6, 30), DayHours.Closed);
        hall = hall with { Vocabulary = hall.Vocabulary with { Hours = [Desk.Hours(SiteHours.Opening, (new LocalTime(9, 0), new LocalTime(17, 0))) with { Exceptions = [closed] }] } };
        var window = Hall.From(new ClosingOf(new CountedDays(new FrameDay(), -1, DayClass.Opening, false)), new OpeningOf(new FrameDay()));

        Scenario.Given(hall, Hall.Must("drill", new SiteParty(), new EveryFrame(PeriodKind.Day), window, hall.Count("clock-in")))
            .AdvanceTo("2026-01-02 12:00")
            .When(hall.Event("e", "clock-in", "2026-01-02 18:00", ("person", "Li")))
            .CompleteTo("2026-07-01 00:00")
            .Expect([
                "drill S1 2026-01-01: Undetermined BeforeRecord 00:00",
                "drill S1 2026-01-02: Breached NotDone 2026-01-02 09:00",
                .. DaysFrom(closed.First).TakeWhile(closed.Covers).Select(day => $"drill S1 {Iso(day)}: Void NoWindow {Iso(day)} 00:00"),
                "drill S1 2026-07-01: Fulfilled Done 2026-01-02 18:00"]);
    }

    // Nothing is known of 2025; the papers of the first days of 2026 are due before it is over.
    [Fact]
    public void Days_that_are_not_known_do_not_hide_what_falls_due_before_them()
    {
        var hall = Hall.On("2025-09-01").Alone().Knowing(2026);
        Norms.Offset Before(int days) => new(new FrameStart(), Duration.FromDays(days), Before: true);
        var norm = Hall.Must("papers", new SiteParty(), new EveryFrame(new DaysOf(DayClass.Working)), Hall.From(Before(10), Before(5)), hall.Count("clock-in"));
        var monitor = new DutyMonitor(hall.Policies(norm), hall.At("00:00"));
        monitor.AdvanceTo(hall.At("12:00"));

        var due = monitor.Upcoming(hall.At("12:00"), hall.At("2025-12-29 00:00")).Where(d => d.Stage == DutyStage.Scheduled);

        Assert.Equal([("2026-01-01", hall.At("2025-12-27 00:00")), ("2026-01-02", hall.At("2025-12-28 00:00"))], due.Select(d => (d.Instance.Anchor, d.Due)));
    }

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first) => Enumerable.Range(0, 366).Select(first.PlusDays);

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static IEnumerable<string> ToBegin(string site) => DaysFrom(new LocalDate(2026, 1, 1)).Take(Days - 1).Select(Iso)
        .Select(day => $"drill {site} {day}: Undetermined BeforeRecord {(day == "2026-01-01" ? "" : day + " ")}00:00");
}
