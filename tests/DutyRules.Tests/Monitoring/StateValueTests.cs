using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Monitoring;

/// <summary>Latest values of several types, and counts and sums that begin anew or roll (S11 to S13), seen through a norm that is breached as long as a condition holds.</summary>
public sealed class StateValueTests
{
    private static readonly Field CallWeight = Hotline.Call.FindField("weight")!;
    private static readonly Field AnswerWeight = Hotline.Answer.FindField("weight")!;
    private static readonly EventPattern Calls = new(Hotline.Call);
    private static readonly EventPattern Answers = new(Hotline.Answer);

    private static readonly LatestState Weight = new()
    {
        Name = "weight-now",
        Title = new("weight", "重量"),
        Samples = [new SampleSource(Calls, CallWeight), new SampleSource(Answers, AnswerWeight)],
        Back = [new EventPattern(Hotline.Reset)],
        Initially = Value.Number(0),
    };

    [Fact]
    public void A_latest_value_comes_from_several_types_and_goes_back()
    {
        var call = Hotline.Called("a", "2026-03-02 09:00", weight: 9);
        Given(Weight, "weight-now > 5")
            .When(call, Hotline.Replied("b", "2026-03-02 09:10", "a", weight: 3))
            .AdvanceTo("2026-03-02 09:20").Expect("n", "n spell @ 03-02 09:00:00: Breached LastedTooLong")
            .When(Hotline.Replied("c", "2026-03-02 09:15", "a", weight: 8))
            .AdvanceTo("2026-03-02 09:21").Expect("n", Spell("09:00"), Spell("09:15"))
            .When(Hotline.WasReset("r", "2026-03-02 09:22"), Hotline.Replied("d", "2026-03-02 09:23", "a", weight: 7), Hotline.Withdrawn(Hotline.Replied("c", "2026-03-02 09:15", "a")))
            .AdvanceTo("2026-03-02 09:30").Expect("n", Spell("09:00"), Spell("09:23"));
    }

    /// <summary>Of one instant the greatest id wins, a setting back included; an absent field makes it unknown.</summary>
    [Fact]
    public void Of_one_instant_the_greatest_id_wins() => Given(Weight, "weight-now > 5")
        .When(Hotline.Called("b", "2026-03-02 09:00", weight: 9), Hotline.Replied("a", "2026-03-02 09:00", "x", weight: 1))
        .When(Hotline.Called("d", "2026-03-02 09:10", weight: 9), Hotline.WasReset("e", "2026-03-02 09:10"))
        .When(Hotline.WasReset("f", "2026-03-02 09:20"), Hotline.Called("g", "2026-03-02 09:20", weight: 9))
        .When(Hotline.Called("h", "2026-03-02 09:30", weight: 0), Hotline.Called("i", "2026-03-02 09:40"))
        .AdvanceTo("2026-03-02 10:00")
        .Expect("n", Spell("09:00"), Spell("09:20"), Unknown("09:40"));

    /// <summary>Of one event the first source as declared: what counts as trouble carries the weight as well.</summary>
    [Fact]
    public void Of_one_event_the_first_source_wins()
    {
        var state = Weight with
        {
            Samples = [new SampleSource(new EventPattern(Hotline.Call, new Hotline().Condition("weight > 7", Hotline.Call)), CallWeight)],
            Back = [new EventPattern(Hotline.Trouble)],
        };
        Given(state, "weight-now > 5")
            .When(Hotline.Called("a", "2026-03-02 09:00", weight: 8), Hotline.Called("b", "2026-03-02 09:10", weight: 6))
            .When(Hotline.Called("c", "2026-03-02 09:20", weight: 9), Hotline.Called("d", "2026-03-02 09:30", weight: 1))
            .AdvanceTo("2026-03-02 10:00").Expect("n", Spell("09:00"), Spell("09:20"));
    }

    /// <summary>S11: what it goes back to is a sample, and turns stale as one.</summary>
    [Fact]
    public void What_is_set_back_turns_stale() => Given(Weight with { StaleAfter = Duration.FromMinutes(5), Initially = Value.Number(9) }, "weight-now > 5")
        .When(Hotline.Called("a", "2026-03-02 08:00", weight: 1), Hotline.Called("b", "2026-03-02 08:05", weight: 1), Hotline.WasReset("c", "2026-03-02 08:06"), Hotline.Called("d", "2026-03-02 08:12", weight: 1))
        .AdvanceTo("2026-03-02 08:14")
        .Expect("n", Spell("00:00"), Spell("08:06"));

    private static readonly CountState PerDay = new()
    {
        Name = "calls", Title = new("calls", "电话"), Up = [Calls], Down = [Answers], Per = new CalendarUnit(PeriodKind.Day), Initially = Value.Integer(0),
    };

    [Fact]
    public void A_count_begins_anew_at_midnight()
    {
        var course = Given(PerDay, "calls >= 2")
            .When(Hotline.Called("a", "2026-03-02 09:00"), Hotline.Called("b", "2026-03-02 23:55"))
            .AdvanceTo("2026-03-03 00:01").Expect("n", Spell("23:55"))
            .When(Hotline.Called("c", "2026-03-03 00:00"))
            .AdvanceTo("2026-03-03 00:04").Expect("n", Spell("23:55"))
            .When(Hotline.Called("d", "2026-03-03 00:02"))
            .AdvanceTo("2026-03-03 00:05").Expect("n", Spell("23:55"), "n spell @ 03-03 00:02:00: Breached LastedTooLong")
            .When(Hotline.Withdrawn(Hotline.Called("c", "2026-03-03 00:00")), Hotline.Withdrawn(Hotline.Called("b", "2026-03-02 23:55")));
        course.AdvanceTo("2026-03-03 00:06").Expect("n");
        course.AdvanceTo("2026-03-05 00:00").When(Hotline.Called("e", "2026-03-05 00:00"), Hotline.Called("f", "2026-03-05 00:00"))
            .AdvanceTo("2026-03-05 00:10").Expect("n", "n spell @ 03-05 00:00:00: Breached LastedTooLong");
    }

    /// <summary>An answer too many makes it unknown, until the day is over.</summary>
    [Fact]
    public void It_is_known_again_in_the_next_period() => Given(PerDay, "calls >= 1")
        .When(Hotline.Replied("a", "2026-03-02 09:00", "x"), Hotline.Called("b", "2026-03-02 10:00"))
        .AdvanceTo("2026-03-03 08:00").Expect("n", Unknown("09:00"))
        .When(Hotline.Called("c", "2026-03-03 09:00"))
        .AdvanceTo("2026-03-03 10:00").Expect("n", Unknown("09:00"), "n spell @ 03-03 09:00:00: Breached LastedTooLong");

    [Fact]
    public void A_sum_begins_anew_with_what_it_was_initially()
    {
        var sum = new SumState
        {
            Name = "sum", Title = new("sum", "合计"), Plus = [new AmountSource(Calls, CallWeight)], Per = new CalendarUnit(PeriodKind.Week), Initially = Value.Number(10),
        };
        Given(sum, "sum > 15")
            .When(Hotline.Called("a", "2026-03-06 09:00", weight: 4), Hotline.Called("b", "2026-03-08 23:00", weight: 2))
            .AdvanceTo("2026-03-09 08:00").Expect("n", "n spell @ 03-08 23:00:00: Breached LastedTooLong")
            .When(Hotline.Called("c", "2026-03-09 09:00", weight: 5.5m))
            .AdvanceTo("2026-03-09 10:00").Expect("n", "n spell @ 03-08 23:00:00: Breached LastedTooLong", "n spell @ 03-09 09:00:00: Breached LastedTooLong");
    }

    private static readonly CountState LastHour = new()
    {
        Name = "calls", Title = new("calls", "电话"), Up = [new EventPattern(Hotline.Call, new Hotline().Condition("kind is complaint", Hotline.Call))], Over = Duration.FromHours(1),
        Initially = Value.Integer(0),
    };

    /// <summary>An hour after an event it counts no longer, to any step of that instant.</summary>
    [Fact]
    public void A_rolling_count_forgets()
    {
        var late = Complaint("d", "2026-03-02 10:00");
        Given(LastHour, "calls >= 3")
            .When(Complaint("a", "2026-03-02 09:00"), Complaint("b", "2026-03-02 09:30"), Complaint("c", "2026-03-02 10:00"))
            .AdvanceTo("2026-03-02 10:05").Expect("n")
            .When(late)
            .AdvanceTo("2026-03-02 10:06").Expect("n", Spell("10:00"))
            .AdvanceTo("2026-03-02 10:40")
            .When(Complaint("e", "2026-03-02 10:30"))
            .AdvanceTo("2026-03-02 10:45").Expect("n", Spell("10:00"))
            .When(Complaint("f", "2026-03-02 10:59"), Complaint("g", "2026-03-02 11:00"))
            .AdvanceTo("2026-03-02 11:05").Expect("n", Spell("10:00"))
            .When(Hotline.Withdrawn(Complaint("f", "2026-03-02 10:59")))
            .AdvanceTo("2026-03-02 12:30").Expect("n", Spell("10:00"));
    }

    /// <summary>What makes it unknown does so for an hour.</summary>
    [Fact]
    public void A_rolling_count_is_known_again() => Given(LastHour, "calls >= 1")
        .When(Hotline.Called("a", "2026-03-02 09:00", kind: null), Complaint("b", "2026-03-02 09:10"))
        .AdvanceTo("2026-03-02 10:30")
        .Expect("n", Spell("10:00"), Unknown("09:00"));

    [Fact]
    public void A_rolling_sum_forgets_amounts()
    {
        var sum = new SumState
        {
            Name = "sum", Title = new("sum", "合计"), Of = ["person"], Plus = [new AmountSource(Calls, CallWeight)], Over = Duration.FromHours(1), Initially = Value.Number(0),
        };
        Course.Of(World(sum).Policies(World(sum).Never("n", "sum > 10", new EachParty(Hotline.Agent))))
            .When(Hotline.Called("a", "2026-03-02 09:00", weight: 6), Hotline.Called("b", "2026-03-02 09:59", weight: 5), Hotline.Called("w", "2026-03-02 09:59", "Wang", weight: 10))
            .AdvanceTo("2026-03-02 10:00").Expect("n", "n Li spell @ 03-02 09:59:00: Breached LastedTooLong")
            .When(Hotline.Called("c", "2026-03-02 10:20", weight: 5.5m), Hotline.Corrected(Hotline.Called("b", "2026-03-02 09:59", weight: 5), ("weight", Value.Number(4))))
            .AdvanceTo("2026-03-02 10:30").Expect("n")
            .When(Hotline.Called("d", "2026-03-02 10:40", weight: 0.6m))
            .AdvanceTo("2026-03-02 12:00").Expect("n", "n Li spell @ 03-02 10:40:00: Breached LastedTooLong");
    }

    private static EventRecord Complaint(string id, string time) => Hotline.Called(id, time, kind: "complaint");

    private static Hotline World(StateDefinition state) => new Hotline().With(state).Assigned(new Assignment("Li", "agent", "S1"), new Assignment("Wang", "agent", "S1"));

    private static Course Given(StateDefinition state, string condition) => Course.Of(World(state).Policies(World(state).Never("n", condition)));

    private static string Spell(string time) => $"n spell @ 03-02 {time}:00: Breached LastedTooLong";

    private static string Unknown(string time) => $"n spell @ 03-02 {time}:00: Undetermined NotKnown";
}
