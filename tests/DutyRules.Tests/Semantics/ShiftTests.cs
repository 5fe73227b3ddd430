using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Semantics.Desk;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Semantics;

/// <summary>Planned shifts (H1 - H8), worked out by hand: within ten minutes of the start of the shift somebody visits.</summary>
public sealed class ShiftTests
{
    private const string Date = "2026-03-02 ";
    private const string End = "2026-03-03 00:00";
    private static readonly Duration Ten = Duration.FromMinutes(10);
    private static readonly Window FirstTen = new(new WindowEnd(new FrameStart(), true), new WindowEnd(new Offset(new FrameStart(), Ten), true));
    private readonly Desk _desk = In("Asia/Shanghai", "2026-03-02 00:00");

    private Norm Each => _desk.Must(new EachParty(Guard), EveryShift, FirstTen);

    [Fact]
    public void A_shift_is_owed_by_the_person_of_the_plan() => Assert.Equal(
        ["s1 Li: Fulfilled Done 03-02 09:00..03-02 09:10] 03-02 09:05"],
        _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), _desk.Visited(Date + "09:04", "Wang", "v1"), _desk.Visited(Date + "09:05", "Li", "v2")));

    [Fact]
    public void A_shift_is_moved_before_and_after_its_window_opened()
    {
        Assert.Equal(
            ["s1 Li: Breached NotDone 03-02 10:00..03-02 10:10] 03-02 10:10"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Planned("08:30", "Li", "10:00", "18:00", "p2")));
        Assert.Equal(
            ["s1 Li: Breached NotDone 03-02 10:00..03-02 10:10] 03-02 10:10"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Planned("09:10", "Li", "10:00", "18:00", "p2")));
        // A minute later it is decided: at 9:10, cut a tick after.
        Assert.Equal(
            ["s1 Li: Breached NotDone 03-02 09:00..03-02 09:10] 03-02 09:10"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Planned("09:11", "Li", "10:00", "18:00", "p2")));
    }

    /// <summary>H3: what would have been decided before the record is dated to it.</summary>
    [Fact]
    public void A_shift_that_is_planned_late_is_decided_then()
    {
        Assert.Equal(
            ["s1 Li: Breached NotDone 03-02 09:00..03-02 09:10] 03-02 09:20"],
            _desk.Judge(Each, End, Planned("09:20", "Li", "09:00", "17:00")));
        Assert.Equal(
            ["s1 Li: Fulfilled Done 03-02 09:00..03-02 09:10] 03-02 09:20"],
            _desk.Judge(Each, End, Planned("09:20", "Li", "09:00", "17:00"), _desk.Visited(Date + "09:03", "Li")));
    }

    [Fact]
    public void A_cancelled_shift_is_void_once_it_is_born()
    {
        Assert.Equal(
            ["s1 Li: Void Cancelled 03-02 09:00..03-02 09:10] 03-02 09:05"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Cancelled("09:05")));
        Assert.Empty(_desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Cancelled("08:59")));
        // The instance of the id is spent, though the shift is planned again.
        Assert.Equal(
            ["s1 Li: Void Cancelled 03-02 09:00..03-02 09:10] 03-02 09:05"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Cancelled("09:05"), Planned("09:06", "Li", "11:00", "17:00", "p2")));
        Assert.Equal(
            ["s1 Li: Breached NotDone 03-02 11:00..03-02 11:10] 03-02 11:10"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Cancelled("08:59"), Planned("09:06", "Li", "11:00", "17:00", "p2")));
    }

    /// <summary>H4, T6: an event of the same instant that keeps it is first.</summary>
    [Fact]
    public void What_is_done_at_the_instant_of_the_change_counts() => Assert.Equal(
        ["s1 Li: Fulfilled Done 03-02 09:00..03-02 09:10] 03-02 09:05"],
        _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Cancelled("09:05"), _desk.Visited(Date + "09:05", "Li")));

    [Fact]
    public void A_swap_gives_the_duty_to_another()
    {
        Assert.Equal(
            ["s1 Wang: Breached NotDone 03-02 09:00..03-02 09:10] 03-02 09:10"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Swapped("09:05", "Wang"), _desk.Visited(Date + "09:06", "Li")));
        Assert.Equal(
            ["s1 Wang: Fulfilled Done 03-02 09:00..03-02 09:10] 03-02 09:05"],
            _desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "17:00"), Swapped("09:05", "Wang"), _desk.Visited(Date + "09:04", "Wang")));
    }

    /// <summary>H2: at its end a shift is over, cancelled or not, and what is over before it is said is nothing.</summary>
    [Fact]
    public void Nothing_is_said_of_a_shift_that_is_over()
    {
        Assert.Empty(_desk.Judge(Each, End, Planned("09:00", "Li", "08:00", "09:00")));
        Assert.Empty(_desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "10:00"), Cancelled("08:30"), Planned("10:00", "Li", "11:00", "12:00", "p2")));
        Assert.Single(_desk.Judge(Each, End, Planned("08:00", "Li", "09:00", "10:00"), Cancelled("08:30"), Planned("09:59", "Li", "11:00", "12:00", "p2")));
    }

    [Fact]
    public void In_one_step_cancelling_wins_then_the_plan_of_the_greatest_id_then_the_swap()
    {
        var plan = Planned("08:00", "Li", "09:00", "17:00");
        Assert.Equal(
            ["s1 Wang: Breached NotDone 03-02 11:00..03-02 11:10] 03-02 11:10"],
            _desk.Judge(Each, End, plan, Planned("08:30", "Li", "11:00", "17:00", "p3"), Planned("08:30", "Li", "10:00", "17:00", "p2"), Swapped("08:30", "Wang")));
        Assert.Empty(_desk.Judge(Each, End, plan, Planned("08:30", "Li", "11:00", "17:00", "p3"), Cancelled("08:30")));
    }

    /// <summary>H5, H8, B1: a post is kept by whoever is on shift.</summary>
    [Fact]
    public void A_post_is_held_by_those_on_shift()
    {
        var norm = _desk.Must(new PostParty(Guard), EveryShift, FirstTen);
        var verdicts = _desk.Verdicts(norm, End, Planned("08:00", "Li", "09:00", "12:00"), Planned("08:00", "Wang", "09:05", "12:00", "p2", "s2"), _desk.Visited(Date + "09:06", "Wang"));
        Assert.Equal([VerdictStatus.Fulfilled, VerdictStatus.Fulfilled], verdicts.Select(v => v.Status));
        Assert.Equal([["Li", "Wang"], ["Li", "Wang"]], verdicts.Select(v => v.People.ToArray()));
        verdicts = _desk.Verdicts(_desk.Must(new PostParty(Guard), new EveryFrame(PeriodKind.Day), Window.WholeFrame), End, _desk.Visited(Date + "09:06", "Wang"));
        Assert.Equal(ReasonCode.Unassigned, Assert.Single(verdicts).Reason);
    }

    /// <summary>H6: bound when the shift begins.</summary>
    [Fact]
    public void The_next_shift_ends_the_window()
    {
        var norm = _desk.Must(new EachParty(Guard), EveryShift, new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new ShiftStart(ShiftChoice.Next), false)));
        Assert.Equal(
            [
                "s1 Li: Breached NotDone 03-02 09:00..03-02 12:00) 03-02 12:00",
                "s2 Wang: Undetermined NoShift 03-02 12:00..03-02 12:00) 03-02 12:00",
            ],
            _desk.Judge(
                norm, End, Planned("08:00", "Li", "09:00", "12:00"), Planned("08:00", "Wang", "12:00", "17:00", "p2", "s2"), Planned("09:01", "Wang", "13:00", "17:00", "p3", "s2"), Planned("09:02", "Wang", "12:00", "17:00", "p4", "s2")));
    }

    /// <summary>H7</summary>
    [Fact]
    public void An_act_belongs_to_the_shift_of_its_actor()
    {
        var norm = _desk.Must(
            new SiteParty(), new WhenFrame(new(_desk.Visit)), new Window(new WindowEnd(new FrameStart(), true), new WindowEnd(new ShiftEnd(ShiftChoice.This), false)));
        Assert.Equal(
            ["v1: Fulfilled Done 03-02 09:00..03-02 12:00) 03-02 11:00", "v2: Undetermined NoShift 03-02 11:00..03-02 11:00) 03-02 11:00"],
            _desk.Judge(norm, End, Planned("08:00", "Li", "09:00", "12:00"), _desk.Visited(Date + "09:00", "Li", "v1"), _desk.Visited(Date + "11:00", "Wang", "v2")));
    }

    [Fact]
    public void A_record_that_says_too_little_is_refused()
    {
        var admission = new ReferenceAdmission(new PolicySet(_desk.Vocabulary, [Each]), _desk.At("2026-03-02 00:00"), Duration.FromDays(1));
        var plan = Planned("08:00", "Li", "09:00", "12:00");
        EventRecord Without(string field) => plan with { Fields = plan.Fields.SetItem(plan.Type.FindField(field)!.Index, null) };
        Assert.All(
            [
                Without("shift"), Without("person"), Without("role"), Without("starts"), Without("ends"),
                Planned("08:00", "Li", "09:00", "09:00"), Planned("08:00", "Li", "09:00", "21:01"), Swapped("08:00", "Li") with { Fields = [Value.Text("s1"), null, Value.Text("A")] },
            ],
            record => Assert.Equal(Reception.Refused, admission.Observe(record)));
        Assert.All([plan, Without("kind"), Planned("08:00", "Li", "09:00", "21:00"), Cancelled("08:00")], record => Assert.Equal(Reception.Admitted, admission.Observe(record)));
    }

    private EventRecord Planned(string time, string person, string starts, string ends, string id = "p1", string shift = "s1") =>
        _desk.Planned(Date + time, person, Date + starts, Date + ends, shift, id: id);

    private EventRecord Swapped(string time, string person) => _desk.Swapped(Date + time, person);

    private EventRecord Cancelled(string time) => _desk.Cancelled(Date + time);
}
