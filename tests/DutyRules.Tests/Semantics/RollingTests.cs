using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Semantics;

/// <summary>Windows that reach over earlier periods (F9): the last ninety days, judged every day.</summary>
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

    private static IEnumerable<string> ToBegin(string site) => Enumerable.Range(0, Days - 1)
        .Select(i => LocalDatePattern.Iso.Format(new LocalDate(2026, 1, 1).PlusDays(i)))
        .Select(day => $"drill {site} {day}: Undetermined BeforeRecord {(day == "2026-01-01" ? "" : day + " ")}00:00");
}
