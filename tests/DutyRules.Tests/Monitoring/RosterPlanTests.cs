using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Tests.Support;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Monitoring;

public sealed class RosterPlanTests
{
    [Fact]
    public void P1_every_shift_with_a_plan_begins_and_ends_as_planned()
    {
        var history = RosterPlan.History(Rota.Vocabulary, [Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00")]);

        Assert.Equal(["p/s1/0", "s1/begin", "s1/end"], history.Select(r => r.Id));
        Assert.Equal([Rota.At("2026-03-01T00:00"), Rota.At("2026-03-02T08:00"), Rota.At("2026-03-02T16:00")], history.Select(r => r.At));
        Assert.Equal("li|east|s1|clerk", string.Join('|', history[1].Fields));
        Assert.Equal("li|east", string.Join('|', history[2].Fields));
    }

    [Fact]
    public void P1_what_counts_is_the_plan_at_the_last_record()
    {
        var history = RosterPlan.History(Rota.Vocabulary,
        [
            Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00"),
            Planned("s1", "li", "2026-03-02T09:00", "2026-03-02T17:00", "2026-03-01T10:00"),
            Swapped("s1", "wang", "2026-03-01T11:00"),
            Planned("s2", "li", "2026-03-03T08:00", "2026-03-03T16:00"),
            Cancelled("s2", "2026-03-01T10:00"),
            Planned("s3", "li", "2026-03-04T08:00", "2026-03-04T16:00", site: "paris"),
        ]);

        Assert.Equal(["s1/begin", "s1/end", "s3/begin", "s3/end"], history.Where(r => r.Type == Rota.ClockIn || r.Type == Rota.ClockOut).Select(r => r.Id));
        Assert.Equal(("wang", Rota.At("2026-03-02T09:00")), (history.First(r => r.Id == "s1/begin").Actor!, history.First(r => r.Id == "s1/begin").At));
    }

    [Fact]
    public void P1_revisions_take_the_place_of_what_they_correct_and_withdrawals_leave_nothing()
    {
        var first = Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00");
        var corrected = Planned("s1", "wang", "2026-03-02T08:00", "2026-03-02T16:00") with { Revision = 1 };
        var withdrawn = Cancelled("s1", "2026-03-01T10:00");

        foreach (var records in new[] { [first, corrected, withdrawn, withdrawn with { Withdrawn = true }], new[] { withdrawn with { Withdrawn = true }, corrected, withdrawn, first } })
        {
            var shift = Assert.Single(RosterPlan.Shifts(Rota.Vocabulary, records));
            Assert.Equal("wang", shift.Person);
            Assert.Equal(3, RosterPlan.History(Rota.Vocabulary, records).Length);
        }
    }

    [Theory]
    [InlineData("p/a", "p/b", "b")]
    [InlineData("p/b", "p/a", "a")]
    public void H1_of_plans_of_one_step_that_of_the_greatest_id_counts(string idOfA, string idOfB, string expected)
    {
        var a = Planned("s1", "a", "2026-03-02T08:00", "2026-03-02T16:00") with { Id = idOfA };
        var b = Planned("s1", "b", "2026-03-02T08:00", "2026-03-02T16:00") with { Id = idOfB };

        Assert.Equal(expected, Assert.Single(RosterPlan.Shifts(Rota.Vocabulary, [a, b])).Person);
        Assert.Empty(RosterPlan.Shifts(Rota.Vocabulary, [a, b, Cancelled("s1", "2026-03-01T00:00")]));
        Assert.Equal("zhao", Assert.Single(RosterPlan.Shifts(Rota.Vocabulary, [a, b, Swapped("s1", "zhao", "2026-03-01T00:00")])).Person);
    }

    [Fact]
    public void H2_once_over_nothing_changes_a_shift()
    {
        var early = Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00");

        Assert.Equal("li", Assert.Single(RosterPlan.Shifts(Rota.Vocabulary, [early, Swapped("s1", "wang", "2026-03-02T16:00")])).Person);
        Assert.Equal("wang", Assert.Single(RosterPlan.Shifts(Rota.Vocabulary, [early, Swapped("s1", "wang", "2026-03-02T15:59")])).Person);
        Assert.Empty(RosterPlan.Shifts(Rota.Vocabulary, [Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00", "2026-03-02T16:00")]));
        Assert.Empty(RosterPlan.Shifts(Rota.Vocabulary, [early, Cancelled("s1", "2026-03-02T12:00"), Planned("s1", "li", "2026-03-03T08:00", "2026-03-03T16:00", "2026-03-02T16:00")]));
        Assert.Empty(RosterPlan.Shifts(Rota.Vocabulary, [Swapped("s1", "wang", "2026-03-01T00:00")]));
    }

    [Fact]
    public void What_was_published_before_a_start_is_published_at_it()
    {
        var records = RosterPlan.From(Rota.Vocabulary,
            [
                Planned("s1", "li", "2026-03-02T08:00", "2026-03-02T16:00", "2026-02-01T00:00"),
                Planned("s1", "wang", "2026-03-02T08:00", "2026-03-02T16:00", "2026-02-02T00:00"),
                Swapped("s1", "zhao", "2026-02-03T00:00"),
                Planned("s2", "li", "2026-03-03T08:00", "2026-03-03T16:00", "2026-02-01T00:00"),
                Cancelled("s2", "2026-02-03T00:00"),
                Planned("s3", "li", "2026-02-28T08:00", "2026-02-28T16:00", "2026-02-01T00:00"),
                Cancelled("s1", "2026-03-01T00:00"),
            ],
            Rota.At("2026-03-01T00:00"));

        Assert.Equal(["roster/s1 shift-planned", "c/s1/2026-03-01T00:00 shift-cancelled"], records.Select(r => $"{r.Id} {r.Type.Name}"));
        Assert.Equal(("zhao", Rota.At("2026-03-01T00:00")), (records[0].Actor!, records[0].At));
        Assert.Empty(RosterPlan.Shifts(Rota.Vocabulary, records));
    }

    [Fact]
    public void P2_what_needs_only_who_is_there_is_judged_on_a_plan()
    {
        var norms = new[]
        {
            Every("starts", Rota.ClockIn),
            Every("reports", Rota.Report),
            Every("seen", Rota.ClockIn) with { Parties = new Parties(new EachParty(new Role("x", LocalizedText.Same("x"), Rota.Report))) },
            Stay("covered", Read(Rota.OnSite, Read(Rota.OnSite))),
            Stay("keyed", Read(Rota.OnSite, Read(Rota.Reported))),
            Stay("total", Read(Rota.Reported)) with { Content = new TotalContent(Read(Rota.Reported), new Bound<Duration>(null, null)) },
            When("planned", Rota.Shifts.Planned) with { Content = new ConditionContent(Read(Rota.OnSite)), Window = Window.Moment },
            When("unless", Rota.ClockOut) with { Exceptions = [new UnlessException(Read(Rota.Reported))] },
            When("lapses", Rota.ClockOut) with { Exceptions = [new LapsesException(Read(Rota.OnSite))] },
            Every("says-so", Rota.Report) with { JudgedOn = Timelines.Plan },
            Every("both", Rota.Report) with { JudgedOn = Timelines.Both },
            Every("only-actual", Rota.ClockIn) with { JudgedOn = Timelines.Actual },
        };

        var (judged, others) = RosterPlan.Judged(new PolicySet(Rota.Vocabulary, [.. norms]));
        var (happened, plansOnly) = RosterPlan.JudgedOnWhatHappened(new PolicySet(Rota.Vocabulary, [.. norms]));

        Assert.Equal(["covered", "planned", "says-so", "both"], judged.Norms.Select(n => n.Id));
        Assert.Equal(["starts", "reports", "seen", "keyed", "total", "unless", "lapses", "only-actual"], others.Select(n => n.Id));
        Assert.Equal(["says-so"], plansOnly.Select(n => n.Id));
        Assert.Equal(norms.Length - 1, happened.Norms.Length);
        Assert.Equal(["report"], RosterPlan.UnplannedReads(norms[4], Rota.Vocabulary).Select(t => t.Name));
    }

    [Fact]
    public void P2_a_norm_that_follows_another_is_judged_where_that_one_is()
    {
        Norm After(string id, string upstream, int stratum) => Every(id, Rota.ClockIn) with
        {
            Frame = new OutcomeFrame(upstream, VerdictStatus.Breached, null),
            Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), Duration.FromHours(1)), true)),
            Stratum = stratum,
        };

        Norm Said(Norm norm) => norm with { JudgedOn = Timelines.Both };
        var policies = new PolicySet(Rota.Vocabulary,
        [
            Said(After("c", "b", 2)), Said(After("b", "a", 1)), Said(Every("a", Rota.ClockIn)),
            Every("x", Rota.Report), After("y", "x", 1), After("z", "y", 2) with { JudgedOn = Timelines.Plan },
        ]);

        Assert.Equal(["c", "b", "a"], RosterPlan.Judged(policies).Policies.Norms.Select(n => n.Id));
        Assert.Equal(["z"], RosterPlan.JudgedOnWhatHappened(policies).Others.Select(n => n.Id));
    }

    private static EventRecord Planned(string id, string person, string starts, string ends, string published = "2026-03-01T00:00", string site = "east") =>
        new RosterShift(id, site, person, "clerk", "early", Rota.At(starts), Rota.At(ends))
            .ToPlanned(Rota.Vocabulary, $"p/{id}/{(published == "2026-03-01T00:00" ? "0" : published)}", Rota.At(published));

    private static EventRecord Cancelled(string id, string published) =>
        new RosterShift(id, "east", "", "", "", default, default).ToCancelled(Rota.Vocabulary, $"c/{id}/{published}", Rota.At(published));

    private static EventRecord Swapped(string id, string person, string published) => new()
    {
        Id = $"w/{id}/{published}",
        Type = Rota.Shifts.Swapped,
        At = Rota.At(published),
        Fields = [.. Rota.Shifts.Swapped.Fields.Select(f => (Value?)Value.Text(f.Name switch { "shift" => id, "person" => person, _ => "east" }))],
    };

    private static StateExpression Read(StateDefinition state, Expression? key = null) => new(state, key is null ? [] : [key], default);

    private static Norm Every(string id, EventType content) => new()
    {
        Id = id,
        Title = LocalizedText.Same(id),
        Parties = new Parties(new SiteParty()),
        Modality = Modality.Must,
        Frame = new EveryFrame(PeriodKind.Day),
        Window = Window.WholeFrame,
        Content = new CountContent(new EventPattern(content)),
    };

    private static Norm Stay(string id, Expression condition) => Every(id, Rota.ClockIn) with { Content = new StayContent(condition) };

    private static Norm When(string id, EventType trigger) => Every(id, Rota.ClockIn) with
    {
        Frame = new WhenFrame(new EventPattern(trigger)),
        Window = new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), Duration.FromHours(1)), true)),
    };
}
