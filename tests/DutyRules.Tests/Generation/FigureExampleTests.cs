using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.Conditions;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>C16 and C17, worked out by hand: every day from 10:00 to 10:10 something is measured, or a set is covered.</summary>
public sealed class FigureExampleTests
{
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));
    private static readonly Expression Level = Read(EventRole.Tested, Gauge.FindField("level")!);
    private static readonly Expression Lasted = new EventPropertyExpression(EventRole.Tested, EventProperty.Lasted, FieldType.Duration, default);
    private static readonly Field Person = Visit.FindField("person")!;

    // C16
    [Theory]
    [InlineData("gauge 10:01 1, gauge 10:02 2", "Fulfilled Measured 10:10 n=2 measured=3 [e1 e2]")]
    [InlineData("gauge 10:01 1, gauge 10:02 1", "Breached TooLittle 10:10 n=2 measured=2 [e1 e2]")]
    [InlineData("gauge 10:01 3, gauge 10:02 3", "Breached TooMuch 10:10 n=2 measured=6 [e1 e2]")]
    [InlineData("gauge 10:01 3, gauge 10:10+ 3", "Fulfilled Measured 10:10 n=1 measured=3 [e1]")]
    [InlineData("", "Breached TooLittle 10:10 n=0 measured=0")]
    [InlineData("gauge 10:01 3, gauge 10:02", "Undetermined NotKnown 10:10 n=2 [e1 e2]")]
    public void Sum(string history, string expected) => Assert.Equal(expected, Measured(MeasureKind.Sum, Bound<decimal>.Between(3m, 5m))[history]);

    // C16
    [Theory]
    [InlineData("gauge 10:01 1, gauge 10:02 2, gauge 10:03 2", "Fulfilled Measured 10:10 n=3 measured=1.6667 [e1 e2 e3]")]
    [InlineData("gauge 10:01 1, gauge 10:02 2", "Breached TooLittle 10:10 n=2 measured=1.5 [e1 e2]")]
    [InlineData("", "Void NothingToMeasure 10:10 n=0")]
    [InlineData("gauge 10:01", "Undetermined NotKnown 10:10 n=1 [e1]")]
    public void Mean(string history, string expected) => Assert.Equal(expected, Measured(MeasureKind.Mean, Bound<decimal>.MoreThan(1.6666m))[history]);

    // C16: 5/3 is not 1.6667.
    [Fact]
    public void Bounds_are_compared_before_rounding() =>
        Assert.Equal("Breached TooLittle 10:10 n=3 measured=1.6667 [e1 e2 e3]", Measured(MeasureKind.Mean, Bound<decimal>.AtLeast(1.6667m))["gauge 10:01 1, gauge 10:02 2, gauge 10:03 2"]);

    // C16
    [Theory]
    [InlineData("round 10:03/2, round 10:08/3", "Fulfilled Measured 10:10 n=2 measured=0:02:30 [e1 e2]")]
    [InlineData("round 10:03/5, round 10:08/1", "Breached TooLittle 10:10 n=1 measured=0:01:00 [e2]")]
    public void Mean_of_durations(string history, string expected)
    {
        var least = Bound<decimal>.AtLeast(Duration.FromSeconds(150).BclCompatibleTicks);
        Assert.Equal(expected, Owed(new MeasureContent(MeasureKind.Mean, new(Round), Lasted, least))[history]);
    }

    // C16
    [Theory]
    [InlineData(MeasureKind.Least, "gauge 10:01 2, gauge 10:02 4", "Fulfilled Measured 10:10 n=2 measured=2 [e1 e2]")]
    [InlineData(MeasureKind.Greatest, "gauge 10:01 2, gauge 10:02 4", "Breached TooMuch 10:10 n=2 measured=4 [e1 e2]")]
    [InlineData(MeasureKind.Least, "gauge 10:01 2, gauge 10:02", "Undetermined NotKnown 10:10 n=2 [e1 e2]")]
    [InlineData(MeasureKind.Greatest, "", "Void NothingToMeasure 10:10 n=0")]
    [InlineData(MeasureKind.Distinct, "gauge 10:01 2, gauge 10:02 2", "Fulfilled Measured 10:10 n=2 measured=1 [e1 e2]")]
    [InlineData(MeasureKind.Distinct, "", "Fulfilled Measured 10:10 n=0 measured=0")]
    [InlineData(MeasureKind.Distinct, "gauge 10:01 2, gauge 10:02", "Fulfilled Measured 10:10 n=2 [e1 e2]")]
    [InlineData(MeasureKind.Distinct, "gauge 10:01 2, gauge 10:02 3, gauge 10:03", "Undetermined NotKnown 10:10 n=3 [e1 e2 e3]")]
    [InlineData(MeasureKind.Distinct, "gauge 10:01 2, gauge 10:02 3, gauge 10:03 4", "Breached TooMuch 10:10 n=3 measured=3 [e1 e2 e3]")]
    public void Least_greatest_and_different(MeasureKind kind, string history, string expected) => Assert.Equal(expected, Measured(kind, Bound<decimal>.AtMost(2m))[history]);

    // C16
    [Theory]
    [InlineData("visit 10:01 a, visit 10:02 b", "Fulfilled Measured 10:10 n=2 measured=0.5 [e1 e2]")]
    [InlineData("visit 10:01 a, visit 10:02 b, visit 10:03 b", "Breached TooLittle 10:10 n=3 measured=0.3333 [e1 e2 e3]")]
    [InlineData("visit 10:01 a, visit 10:02", "Fulfilled Measured 10:10 n=2 [e1 e2]")]
    [InlineData("visit 10:01 b, visit 10:02", "Undetermined NotKnown 10:10 n=2 [e1 e2]")]
    [InlineData("visit 10:01 b, visit 10:02 b, visit 10:03", "Breached TooLittle 10:10 n=3 [e1 e2 e3]")]
    [InlineData("", "Void NothingToMeasure 10:10 n=0")]
    public void Share(string history, string expected) =>
        Assert.Equal(expected, Owed(new MeasureContent(MeasureKind.Share, new(Visit), IsKind("a"), Bound<decimal>.AtLeast(0.5m)))[history]);

    // C16: Of visits of kind a, those of a person on duty; of one without a kind it is unknown if it is meant.
    [Theory]
    [InlineData("start 09:00 Li, visit 10:01 Li a, visit 10:02 Wang a", "Fulfilled Measured 10:10 n=2 measured=0.5 [e2 e3]")]
    [InlineData("start 09:00 Li, visit 10:01 Li a, visit 10:02 Wang", "Fulfilled Measured 10:10 n=1 [e2]")]
    [InlineData("start 09:00 Li, visit 10:01 Li a, visit 10:02 Wang, visit 10:03 Wang", "Undetermined NotKnown 10:10 n=1 [e2]")]
    [InlineData("start 09:00 Li, visit 10:01 Li", "Undetermined NotKnown 10:10 n=0")]
    public void Share_of_events_of_which_some_are_unknown(string history, string expected) =>
        Assert.Equal(expected, Owed(new MeasureContent(MeasureKind.Share, new(Visit, IsKind("a")), ActorOnDuty(Visit), Bound<decimal>.AtLeast(0.5m)))[history]);

    // C16: A value is read after the step of its event, a part of the events before or after it.
    [Fact]
    public void Values_are_read_on_post()
    {
        var waiting = State("waiting");
        Assert.Equal("Fulfilled Measured 10:10 n=1 measured=1 [e1]", Owed(new MeasureContent(MeasureKind.Sum, new(Start), waiting, Bound<decimal>.Exactly(1m)))["start 10:01 Li"]);
        var nobodyWaits = ScopeWorld.Compare(waiting, BinaryOperator.Equal, Value.Integer(0));
        Assert.Equal("Fulfilled Measured 10:10 n=1 measured=1 [e1]", Owed(new MeasureContent(MeasureKind.Share, new(Start), nobodyWaits, Bound<decimal>.Exactly(1m)))["start 10:01 Li"]);
    }

    // C16
    [Fact]
    public void Sum_that_its_type_does_not_hold() => Assert.Equal(
        "Undetermined NotKnown 10:10 n=2 [e1 e2]",
        Owed(new MeasureContent(MeasureKind.Sum, new(Gauge), Times(Level, long.MaxValue), Bound<decimal>.AtLeast(1m)))["gauge 10:01 1, gauge 10:02 1"]);

    // C21: at least as many as wait at the end of the window.
    [Theory]
    [InlineData("start 10:01 Li, gauge 10:02 1", "Fulfilled Measured 10:10 n=1 measured=1 [e2]")]
    [InlineData("start 10:01 Li, gauge 10:02 1, start 10:10 Li", "Breached TooLittle 10:10 n=1 measured=1 [e2]")]
    [InlineData("start 10:01 Li, gauge 10:02 1, start 10:10+ Li", "Fulfilled Measured 10:10 n=1 measured=1 [e2]")]
    [InlineData("stop 10:01 Li, gauge 10:02 1", "Undetermined NotKnown 10:10 n=1 measured=1 [e2]")]
    public void Computed_bound_of_a_measure(string history, string expected)
    {
        var least = Bound<decimal>.AtLeast(new Term<decimal>(0) { Computed = State("waiting") });
        Assert.Equal(expected, Measured(MeasureKind.Sum, least)[history]);
    }

    // C17: Li keeps the post until 10:05 and Wang from then on, or both of them all day.
    [Theory]
    [InlineData(false, "visit 10:01 Li, visit 10:02 Wang", "Fulfilled Done 10:10 n=2 needed=2 [e1 e2]")]
    [InlineData(false, "visit 10:01 Li, visit 10:02 Li", "Breached NotDone 10:10 n=1 needed=2 [e1]")]
    [InlineData(true, "visit 10:01 Wang", "Fulfilled Done 10:10 n=1 needed=1 [e1]")]
    [InlineData(true, "visit 10:01 Li", "Breached NotDone 10:10 n=0 needed=1")]
    public void Every_holder_of_a_role(bool changesHands, string history, string expected) =>
        Assert.Equal(expected, (Owed(new CoveringContent(new(Visit), Person, new HoldersSet(Keeper))) with { ChangesHands = changesHands })[history]);

    // C17
    [Fact]
    public void Set_as_of_the_opening()
    {
        var content = new CoveringContent(new(Visit), Person, new HoldersSet(Keeper)) { AsOfOpening = true };
        Assert.Equal("Fulfilled Done 10:10 n=1 needed=1 [e1]", (Owed(content) with { ChangesHands = true })["visit 10:01 Li"]);
    }

    // C17
    [Theory]
    [InlineData("start 10:01 Li, start 10:02 Wang, visit 10:03 Li", "Breached NotDone 10:10 n=1 needed=2 [e3]")]
    [InlineData("start 10:01 Li, start 10:02 Wang, visit 10:03 Li, stop 10:10 Wang", "Fulfilled Done 10:10 n=1 needed=1 [e3]")]
    [InlineData("start 10:01 Li, start 10:02 Wang, visit 10:03 Li, stop 10:10+ Wang", "Breached NotDone 10:10 n=1 needed=2 [e3]")]
    [InlineData("visit 10:03 Li", "Void NothingToMeasure 10:10 n=0")]
    public void Those_for_whom_a_switch_is_on(string history, string expected) => Assert.Equal(expected, Owed(new CoveringContent(new(Visit), Person, new OnSet(OnDuty)))[history]);

    // C17
    [Theory]
    [InlineData("visit 10:01 c1, visit 10:02 c2, answer 10:03 c1, answer 10:04 c2", "Fulfilled Done 10:10 n=2 needed=2 [e3 e4]")]
    [InlineData("visit 10:01 c1, visit 10:02 c1, answer 10:00 c1", "Fulfilled Done 10:10 n=1 needed=1 [e3]")]
    [InlineData("visit 10:01 c1, visit 10:02 c2, answer 10:03 c1", "Breached NotDone 10:10 n=1 needed=2 [e3]")]
    [InlineData("visit 10:01 Li, answer 10:03 c1", "Void NothingToMeasure 10:10 n=0")]
    public void Every_case_of_the_window(string history, string expected) => Assert.Equal(expected, Owed(Cases(new(Visit)))[history]);

    // C17
    [Theory]
    [InlineData("visit 10:01 c1, answer 10:03 c1", "Undetermined NotKnown 10:10 n=0")]
    [InlineData("visit 10:01 c1, visit 10:02 c1 a, answer 10:03 c1", "Fulfilled Done 10:10 n=1 needed=1 [e3]")]
    [InlineData("visit 10:01 c1 b, answer 10:03 c1", "Void NothingToMeasure 10:10 n=0")]
    public void It_is_unknown_who_is_in(string history, string expected) => Assert.Equal(expected, Owed(Cases(new(Visit, IsKind("a"))))[history]);

    // C17: Half of three, or what a table says of so many.
    [Theory]
    [InlineData(Rounding.Up, "needed=2")]
    [InlineData(Rounding.Down, "needed=1")]
    [InlineData(Rounding.Nearest, "needed=2")]
    public void Part_of_a_set(Rounding rounding, string needed)
    {
        var content = new CoveringContent(new(Answer), Answer.FindField("person")!, new ValuesSet(new(Visit), Person)) { Share = 0.5m, Rounding = rounding };
        Assert.Contains(needed, Owed(content)["visit 10:01 Li, visit 10:02 Wang, visit 10:03 Zhao"]);
    }

    // C17
    [Theory]
    [InlineData("visit 10:01 c1", "Breached NotDone 10:10 n=0 needed=1")]
    [InlineData("visit 10:01 c1, visit 10:02 c2", "Undetermined NotKnown 10:10 n=0")]
    public void Part_by_a_table(string history, string expected)
    {
        var table = new Table(
            "part", LocalizedText.Same("part"), [FieldType.Integer], FieldType.Number, [new TableRow([new TableCell(Value.Integer(1), Value.Integer(1))], Value.Number(0.5m))]);
        Assert.Equal(expected, Owed(Cases(new(Visit)) with { ByCount = table })[history]);
    }

    private static CoveringContent Cases(EventPattern pattern) => new(new(Answer), Answer.FindField("case")!, new ValuesSet(pattern, Visit.FindField("case")!));

    private static Expression Times(Expression left, long number) =>
        new BinaryExpression(BinaryOperator.Multiply, left, new LiteralExpression(Value.Integer(number), FieldType.Integer, default), FieldType.Integer, default);

    private static Story Measured(MeasureKind kind, Bound<decimal> bounds) => Owed(new MeasureContent(kind, new(Gauge), Level, bounds));

    private static Story Owed(Content content) => new(Must("n", new SiteParty(), new EveryFrame(PeriodKind.Day), ToTen, content));
}
