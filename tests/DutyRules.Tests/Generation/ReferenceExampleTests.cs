using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Tests.Generation;

/// <summary>The reference on its own, in cases worked out by hand: switches for a time (S10), sums (S9), and fields of the trigger as anchors (W1, W2, W5).</summary>
public sealed class ReferenceExampleTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly EventType Order = OfFields("order", ("case", FieldType.Case), ("by", FieldType.Instant), ("on", FieldType.Date));
    private static readonly EventType Sale = OfFields("sale", ("price", FieldType.Money));
    private static readonly FieldTime By = new(Order.FindField("by")!);
    private static readonly FieldDay OnDate = new(Order.FindField("on")!);
    private static readonly FieldDay OnDateOfBy = new(Order.FindField("by")!);
    private static readonly WindowEnd AtStart = new(new FrameStart(), true);

    // A = lit by a visit of kind a for five minutes, ? = by a visit of no kind it is not known, 0 = put out by an answer.
    // What is read at a step: before it and after it.
    [Theory]
    [InlineData("A 10:00", "10:00-", "FF")]
    [InlineData("A 10:00", "10:00", "FT")]
    [InlineData("A 10:00", "10:05-", "TT")]
    [InlineData("A 10:00", "10:05", "FF")]
    [InlineData("A 10:00, A 10:04", "10:05", "TT")]
    [InlineData("A 10:00, A 10:04", "10:09-", "TT")]
    [InlineData("A 10:00, A 10:04", "10:09", "FF")]
    [InlineData("A 10:00, A 10:05", "10:05", "FT")]
    [InlineData("A 10:00, A 10:05 early", "10:05", "TT")]
    [InlineData("A 10:00, A 10:05", "10:10-", "TT")]
    [InlineData("A 10:00, 0 10:03", "10:03", "TF")]
    [InlineData("A 10:00, 0 10:03, A 10:04", "10:09-", "TT")]
    [InlineData("A 10:00, A 10:03, 0 10:03", "10:05-", "TT")]
    [InlineData("A 10:00, A 10:03, 0 10:03", "10:05", "FF")]
    [InlineData("A 10:00, A 10:05, 0 10:05", "10:06", "FF")]
    [InlineData("A 10:00, ? 10:03", "10:04", "??")]
    [InlineData("A 10:00, ? 10:03", "10:30", "??")]
    [InlineData("A 10:00, ? 10:05", "10:05", "F?")]
    [InlineData("? 10:00, A 10:03", "10:08-", "TT")]
    [InlineData("? 10:00, A 10:03", "10:08", "FF")]
    public void Switch_for_a_time(string history, string probe, string expected) => Assert.Equal(expected, Read(Lit, Of(Lit), history, probe));

    [Theory]
    [InlineData("", "10:30", "TT")]
    [InlineData("A 10:00", "10:05-", "TT")]
    [InlineData("A 10:00", "10:05", "FF")]
    [InlineData("A 10:00, 0 10:00", "10:30", "TT")]
    public void What_a_switch_is_initially_does_not_run_out(string history, string probe, string expected)
    {
        var lit = Lit with { Initially = Value.Truth(true) };
        Assert.Equal(expected, Read(lit, Of(lit), history, probe));
    }

    // + what the gauge says, - what is spent; no number: the event does not carry it.
    [Theory]
    [InlineData("", 0, "TT")]
    [InlineData("+2 10:00, -1 10:01", 1, "TT")]
    [InlineData("-1 10:00", -1, "TT")]
    [InlineData("+2 10:00, -1 10:05", 1, "FT")]
    [InlineData("+2 10:05, -1 10:05", 1, "FT")]
    [InlineData("+ 10:00", 0, "??")]
    [InlineData("+ 10:05, +1 10:05", 1, "F?")]
    [InlineData("- 10:00, +1 10:01", 1, "??")]
    [InlineData("+9223372036854775807 10:00, +1 10:01, -1 10:02", 0, "??")]
    [InlineData("+9223372036854775807 10:00, +1 10:01, -1 10:01", 9223372036854775807, "TT")]
    public void Sum(string history, long number, string expected) =>
        Assert.Equal(expected, Read(Stock, Compare(Of(Stock), BinaryOperator.Equal, Value.Integer(number)), history, "10:05"));

    [Theory]
    [InlineData("0.1", "0.20", "0.3", "FT")]
    [InlineData("1", "-2.5", "-1.5", "FT")]
    [InlineData("79228162514264337593543950335", "1", "0", "F?")]
    [InlineData("79228162514264337593543950335", "-1", "79228162514264337593543950334", "FT")]
    [InlineData("7922816251426433759354395033.5", "0.01", "7922816251426433759354395033.5", "T?")]
    public void Sums_of_money_are_exact(string before, string amount, string number, string expected)
    {
        var takings = new SumState
        {
            Name = "takings", Title = Diagnostics.LocalizedText.Same("takings"), Plus = [new(new(Sale), Sale.FindField("price")!)], Initially = Value.Money(Number(before)),
        };
        Assert.Equal(expected, Read(takings, Compare(Of(takings), BinaryOperator.Equal, Value.Money(Number(number))), $"${amount} 10:05", "10:05"));
    }

    // The order comes at 10:00 of the second of March.
    [Fact]
    public void Field_of_the_trigger_as_end()
    {
        var window = new Window(AtStart, new WindowEnd(By, true));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:05]", Judge(window, "10:05"));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:00]", Judge(window, "10:00"));
        Assert.Equal("Void NoWindow 02T10:00 .. 02T10:00)", Judge(window, "09:59"));
        Assert.Equal("Undetermined NotKnown 02T10:00 .. 02T10:00)", Judge(window, null));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:01]", Judge(new Window(AtStart, new WindowEnd(new Offset(By, Duration.FromMinutes(4), true), true)), "10:05"));
    }

    [Fact]
    public void Opening_that_names_a_field_is_not_before_the_trigger()
    {
        var closes = new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(5)), false);
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:05)", Judge(new Window(new WindowEnd(By, true), closes), "09:00"));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:05)", Judge(new Window(new WindowEnd(new StartOfDay(OnDate), true), closes), null, 2));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:05)", Judge(new Window(new WindowEnd(new EarlierOf(new StartOfDay(new FrameDay()), By), true), closes), "09:00"));
        Assert.Equal("Breached NotDone 02T09:55 .. 02T10:05)", Judge(new Window(new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(5), true), true), closes), "09:00"));
        Assert.Equal("Breached NotDone 02T10:02 .. 02T10:05)", Judge(new Window(new WindowEnd(By, true), closes), "10:02"));
    }

    [Fact]
    public void Dates_of_the_trigger()
    {
        Assert.Equal("Breached NotDone 02T10:00 .. 04T00:00)", Judge(new Window(AtStart, new WindowEnd(new EndOfDay(OnDate), false)), null, 3));
        Assert.Equal("Breached NotDone 02T10:00 .. 03T12:00]", Judge(new Window(AtStart, new WindowEnd(new ClockTime(OnDate, new LocalTime(12, 0)), true)), null, 3));
        Assert.Equal("Void NoWindow 02T10:00 .. 02T10:00)", Judge(new Window(AtStart, new WindowEnd(new EndOfDay(OnDate), false)), null, 1));
        Assert.Equal("Undetermined NotKnown 02T10:00 .. 02T10:00)", Judge(new Window(AtStart, new WindowEnd(new EndOfDay(OnDate), false)), "10:05"));

        // 07:00 in Shanghai is still the day before in UTC.
        Assert.Equal("Breached NotDone 02T10:00 .. 04T00:00)", Judge(new Window(AtStart, new WindowEnd(new EndOfDay(OnDateOfBy), false)), "03 07:00"));
        Assert.Equal("Breached NotDone 02T10:00 .. 03T00:00)", Judge(new Window(AtStart, new WindowEnd(new EndOfDay(OnDateOfBy), false)), "02 23:30"));
    }

    [Fact]
    public void Earlier_and_later_of_two()
    {
        var tenMinutes = new Offset(new FrameStart(), Duration.FromMinutes(10));
        var unknownDay = new EndOfDay(new MovedDay(new FrameDay(), DayClass.Working, true));
        var noDay = new EndOfDay(new DayOfMonth(31, MissingDay.NotOwed, 1));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:05]", Judge(To(new EarlierOf(By, tenMinutes)), "10:05"));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:10]", Judge(To(new EarlierOf(By, tenMinutes)), "10:15"));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:10]", Judge(To(new LaterOf(By, tenMinutes)), "10:05"));
        Assert.Equal("Breached NotDone 02T10:00 .. 02T10:15]", Judge(To(new LaterOf(tenMinutes, By)), "10:15"));
        Assert.Equal("Undetermined NotKnown 02T10:00 .. 02T10:00)", Judge(To(new EarlierOf(By, tenMinutes)), null));
        Assert.Equal("Undetermined CalendarMissing 02T10:00 .. 02T10:00)", Judge(To(new EarlierOf(By, unknownDay)), null));
        Assert.Equal("Undetermined CalendarMissing 02T10:00 .. 02T10:00)", Judge(new Window(new WindowEnd(By, true), new WindowEnd(unknownDay, false)), null));
        Assert.Equal("Undetermined NotKnown 02T10:00 .. 02T10:00)", Judge(To(new LaterOf(noDay, By)), null));
        Assert.Equal("Void NoWindow 02T10:00 .. 02T10:00)", Judge(To(new LaterOf(noDay, By)), "10:05"));

        static Window To(Anchor anchor) => new(AtStart, new WindowEnd(anchor, true));
    }

    // The first norm is broken at 10:01; what follows has the same trigger.
    [Fact]
    public void Follow_up_reads_the_trigger_of_what_it_follows()
    {
        var window = new Window(new WindowEnd(new Offset(By, Duration.FromMinutes(30), true), true), new WindowEnd(By, false));
        Assert.Equal("Breached NotDone 02T10:01 .. 02T10:05)", Follow("10:05"));
        Assert.Equal("Void NoWindow 02T10:01 .. 02T10:01)", Follow("10:01"));
        Assert.Equal("Undetermined NotKnown 02T10:01 .. 02T10:01)", Follow(null));

        string Follow(string? by)
        {
            var first = Owed("n", new WhenFrame(new(Order)), new Window(AtStart, new WindowEnd(new Offset(new FrameStart(), Duration.FromMinutes(1)), false)));
            var then = Owed("then", new OutcomeFrame("n", VerdictStatus.Breached, first.Trigger), window) with { Stratum = 1 };
            return Judge([first, then], by, null);
        }
    }

    private static string Judge(Window window, string? by, int? date = null) => Judge([Owed("then", new WhenFrame(new(Order)), window)], by, date);

    private static string Judge(ImmutableArray<Norm> norms, string? by, int? date)
    {
        var vocabulary = WithAmounts(Vocabulary(false));
        var order = new EventRecord
        {
            Id = "o", Type = Order, At = At("10:00"),
            Fields = [Value.Text("A"), null, by is null ? null : Value.Instant(At(by)), date is { } day ? Value.Date(new LocalDate(2026, 3, day)) : null],
        };
        var policies = new PolicySet(vocabulary with { Events = [.. vocabulary.Events, Order] }, norms);
        var verdict = ReferenceEvaluator.Judge(policies, At("00:00"), [order], At("06 00:00")).Select(judged => judged.Verdict).Single(v => v.Norm.Id == "then");
        return $"{verdict.Status} {verdict.Reason} {Local(verdict.Opens)} .. {Local(verdict.Due)}{(verdict.DueInclusive ? "]" : ")")}";

        static string Local(Instant time) => time.InZone(Zone).LocalDateTime.ToString("dd'T'HH:mm", null);
    }

    private static Norm Owed(string id, Frame frame, Window window) => Must(id, new SiteParty(), frame, window, new CountContent(new(Visit)) { Times = Bound<long>.AtLeast(1) });

    /// <summary>What a condition is before and after the step of an event: T, F, or ? if it is not known.</summary>
    private static string Read(StateDefinition state, Expression condition, string history, string probe)
    {
        var vocabulary = WithAmounts(Vocabulary(false));
        var site = new SiteParty();
        var policies = new PolicySet(
            vocabulary with { Events = [.. vocabulary.Events, Sale], States = [state] },
            [
                Must("pre", site, new WhenFrame(new(Start, condition)), Within(Tick), new CountContent(new(Visit)) { Times = Bound<long>.AtLeast(1) }),
                Must("post", site, new WhenFrame(new(Start)), new Window(AtStart, new WindowEnd(new FrameStart(), true)), new StayContent(condition)),
            ]);
        var records = history.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((text, i) => Happened($"e{i}", text.Split(' ')));
        var (time, before) = probe.EndsWith('-') ? (probe[..^1], Tick) : (probe, Duration.Zero);
        var verdicts = ReferenceEvaluator.Judge(policies, At("00:00"), records.Append(Act.Of(Start, "Li").At("probe", At(time) - before)), At("04 00:00"))
            .Select(judged => judged.Verdict).Where(verdict => verdict.Instance.Anchor == "probe").ToList();
        var pre = verdicts.SingleOrDefault(verdict => verdict.Norm.Id == "pre");
        var post = verdicts.Single(verdict => verdict.Norm.Id == "post").Status;
        return (pre is null ? "F" : pre.Status == VerdictStatus.Undetermined ? "?" : "T")
            + (post == VerdictStatus.Undetermined ? "?" : post == VerdictStatus.Fulfilled ? "T" : "F");
    }

    private static EventRecord Happened(string id, string[] words)
    {
        var act = words[0] switch
        {
            "A" => Act.Of(Visit, "Li", "c1", "a"),
            "?" => Act.Of(Visit, "Li", "c1"),
            "0" => Act.Of(Answer, "Li", "c1"),
            ['$', .. var price] => new Act(Sale, Duration.Zero, [Value.Text("A"), Value.Money(Number(price))]),
            var amount => new Act(
                amount[0] == '+' ? Gauge : Spend, Duration.Zero,
                [Value.Text("A"), amount.Length == 1 ? null : Value.Integer(long.Parse(amount[1..], System.Globalization.CultureInfo.InvariantCulture))]),
        };
        return act.At(id, At(words[1])) with { Sequence = words.Length > 2 ? -1 : 0 };
    }

    private static EventType OfFields(string name, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name, Title = Diagnostics.LocalizedText.Same(name), Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
