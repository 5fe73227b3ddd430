using DutyRules.Monitoring;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Semantics;

/// <summary>Sites are judged apart, idle or not; time is the host's (F1, T10, E4, O4).</summary>
public sealed class SitesTests
{
    private static readonly Hall Hall = Hall.On("2026-03-02");
    private static readonly Norm Twice = Hall.Must(
        "twice", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, Hall.Count("cash-check", Bound<long>.AtLeast(2)));

    [Fact]
    public void One_check_at_each_of_two_sites_is_not_two_and_an_idle_site_breaches() => Scenario.Given(Hall, Twice)
        .When(Hall.Event("e1", "cash-check", "09:00"), Hall.Event("e2", "cash-check", "10:00", ("site", "S2")))
        .AdvanceTo("2026-03-03 00:00")
        .Expect(
            "twice S1 2026-03-02: Breached NotDone 2026-03-03 00:00",
            "twice S2 2026-03-02: Breached NotDone 2026-03-03 00:00");

    [Fact]
    public void An_undeclared_site_owes_nothing_by_itself_but_answers_for_what_happens_there()
    {
        var again = Hall.Must("again", new SiteParty(), Hall.When("cash-check"), Hall.Within(Duration.FromHours(1)), Hall.Count("cash-check"));
        Scenario.Given(Hall, Twice, again)
            .When(Hall.Event("e1", "cash-check", "09:00", ("site", "S9")))
            .AdvanceTo("12:00")
            .Expect("again S9 e1: Breached NotDone 10:00");
    }

    [Fact]
    public void An_event_of_2099_is_refused_and_harms_nobody() => Scenario.Given(Hall, Twice)
        .Refuses(Hall.Event("far", "cash-check", "2099-01-01 00:00"))
        .When(Hall.Event("e1", "cash-check", "09:00"), Hall.Event("e2", "cash-check", "10:00"))
        .AdvanceTo("10:01")
        .Expect("twice S1 2026-03-02: Fulfilled Done 10:00");

    [Fact]
    public void Going_back_changes_nothing() => Scenario.Given(Hall, Twice)
        .When(Hall.Event("e1", "cash-check", "09:00"), Hall.Event("e2", "cash-check", "10:00"))
        .AdvanceTo("10:01")
        .AdvanceTo("08:00")
        .Refuses(Hall.Event("e3", "cash-check", "09:30"))
        .Expect("twice S1 2026-03-02: Fulfilled Done 10:00");

    // A monitor that saw 100,000 complaints, each answered or breached, remembers no more than one that saw a tenth of them.
    [Fact]
    public void What_is_final_is_forgotten()
    {
        var (few, many) = (AfterComplaints(10_000), AfterComplaints(100_000));
        Assert.Equal((10_000, 100_000), (few.Finals, many.Finals));
        Assert.True(many.Size < few.Size * 2, $"{few.Size} bytes, then {many.Size}");
    }

    private static (int Finals, long Size) AfterComplaints(int count)
    {
        var answer = Hall.Must(
            "answer", new SiteParty(), Hall.When("complaint"), Hall.Within(Duration.FromMinutes(1)), Hall.Count("answer", same: "case"));
        var monitor = new DutyMonitor(Hall.Policies(answer), Hall.At("00:00"));
        var finals = 0;
        for (var i = 0; i < count; i++)
        {
            var at = Hall.At("00:00") + Duration.FromSeconds(i);
            monitor.Observe(Hall.Event($"c{i}", "complaint", "00:00", ("case", $"k{i}")) with { At = at });
            if (i % 20 != 0)
                monitor.Observe(Hall.Event($"a{i}", "answer", "00:00", ("case", $"k{i}")) with { At = at + Duration.FromMilliseconds(500) });
            if (i % 100 == 99)
                finals += monitor.AdvanceTo(at + Duration.FromSeconds(1)).Count(change => change.IsFinal);
        }

        finals += monitor.AdvanceTo(monitor.Now + Duration.FromDays(1)).Count(change => change.IsFinal);
        using var stream = new MemoryStream();
        monitor.Snapshot(stream);
        return (finals, stream.Length);
    }
}
