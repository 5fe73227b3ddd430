using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Tests.Support;

namespace DutyRules.Tests.Events;

public sealed class EventJsonTests
{
    private readonly EventJson _json = new(Bakery.Vocabulary);

    [Theory]
    [InlineData("""{"id":"o1","type":"order-taken","at":"2026-03-02T07:38:12+08:00","shop":"north","order":"A7","kind":"cake","price":12.50,"pieces":3,"promised":"2026-03-02T18:00:00+08:00","day":"2026-03-03","time":"07:40:00","wait":"PT1H30M","备注":"不加\"糖\""}""")]
    [InlineData("""{"id":"c1","type":"oven-check","at":"2026-03-02T05:00:00.0000001+01:00","until":"2026-03-02T06:59:00+01:00","person":"léa","shop":"paris","heat":-1.25,"recorded":false,"rev":2,"was":["2026-03-02T07:00:00+01:00","2026-03-02T07:30:00+01:00"],"seq":-4}""")]
    [InlineData("""{"id":"c1","type":"clock-in","at":"2026-03-02T05:00:00+08:00","person":"li","shop":"north","rev":1,"withdrawn":true}""")]
    public void Writes_what_it_read(string line)
    {
        var (record, problems) = _json.Read(line, "day.jsonl", 1);

        Assert.Empty(problems);
        Assert.Equal(line, _json.ToLine(record!));
        Assert.Equal(record, _json.Read(_json.ToLine(record!), "", 1).Record);
    }

    [Fact]
    public void Takes_figures_and_durations_as_text_too()
    {
        var record = _json.Read(
            """{"id":"o1","type":"order-taken","at":"2026-03-02T07:38+00:00","shop":"north","price":"12.5","pieces":"3","wait":"1 h 30 min","time":"7:40"}""",
            "", 1).Record!;

        Assert.Equal(Value.Money(12.5m), record[Bakery.OrderTaken.FindField("price")!]);
        Assert.Equal(Value.Integer(3), record[Bakery.OrderTaken.FindField("pieces")!]);
        Assert.Equal("PT1H30M", DurationText.ToIso(record[Bakery.OrderTaken.FindField("wait")!]!.Value.AsDuration));
        Assert.Equal(new NodaTime.LocalTime(7, 40), record[Bakery.OrderTaken.FindField("time")!]!.Value.AsTime);
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 2, 7, 38), record.At);
    }

    [Fact]
    public void Escapes_are_read_in_names_and_in_texts()
    {
        var record = _json.Read("""{"id":"\u65e9","t\u0079pe":"clock-in","at":"2026-03-02T05:00:00\u005a","shop":"\u5317\u5e97","person":"\ud83d\ude00"}""").Record!;

        Assert.Equal(("早", "北店", "😀"), (record.Id, record.Text("shop"), record.Actor));
    }

    [Theory]
    [InlineData("""{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","person":"X"}""")]
    [InlineData("""{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","X":"li"}""")]
    [InlineData("""{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","person":"\ud800"}""")]
    public void What_is_no_text_is_said(string line)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(line);
        bytes.AsSpan().Replace((byte)'X', (byte)0xFF);

        Assert.Equal(EventDiagnostics.NotJson.Id, Assert.Single(_json.Read(bytes, "day.jsonl", 1).Diagnostics).Id);
    }

    [Fact]
    public void A_name_that_was_met_before_is_the_same_string()
    {
        var first = _json.Read("""{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","person":"li"}""").Record!;
        var second = _json.Read("""{"id":"b","type":"clock-in","at":"2026-03-02T06:00:00Z","shop":"north","person":"li"}""").Record!;

        Assert.Same(first.Actor, second.Actor);
    }

    [Fact]
    public void However_many_names_there_are_each_is_read_as_written()
    {
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Equal($"person-{i}", _json.Read($$"""{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","person":"person-{{i}}"}""").Record!.Actor);
        }
    }

    [Fact]
    public void What_is_null_is_not_carried() =>
        Assert.Null(_json.Read("""{"id":"c1","type":"clock-in","at":"2026-03-02T05:00:00Z","person":null,"shop":"north"}""", "", 1).Record!.Actor);

    [Fact]
    public void What_is_finer_than_a_tick_is_rounded_down_and_said()
    {
        var (record, problems) = _json.Read(
            """{"id":"c1","type":"clock-in","at":"2026-03-02T05:00:00.123456789Z","shop":"north"}""", "day.jsonl", 1);

        Assert.Equal(1234567, record!.At.ToUnixTimeTicks() % 10_000_000);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(problems).Severity);
    }

    [Fact]
    public async Task Says_what_is_wrong_and_where()
    {
        string[] lines =
        [
            "",
            "[1]",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north" """,
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north"} x""",
            """{"person":"li","shop":"north"}""",
            """{"id":"a","type":"clokc-in","at":"2026-03-02T05:00:00Z","shop":"north"}""",
            """{"id":"a","type":"sale","at":"2026-03-02T05:00:00Z","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"yesterday","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":1740000000,"shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","persn":"li"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"北店","person":17}""",
            """{"id":"a","type":"order-taken","at":"2026-03-02T05:00:00Z","shop":"north","kind":"caek","pieces":1.5,"price":true}""",
            """{"id":"a","type":"order-taken","at":"2026-03-02T05:00:00Z","shop":"north","promised":"2026-03-02T18:00:00","order":{"no":1}}""",
            """{"id":"a","type":"oven-check","at":"2026-03-02T05:00:00Z","shop":"north"}""",
            """{"id":"a","type":"oven-check","at":"2026-03-02T05:00:00Z","until":"2026-03-02T04:00:00Z","shop":"north"}""",
            """{"id":"a","type":"oven-check","at":"2026-03-02T05:00:00Z","until":"2026-03-02T07:00:00.0000001Z","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","until":"2026-03-02T07:00:00Z","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z"}""",
            """{"id":"a","id":"b","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north"}""",
            """{"id":"a","type":"clock-in","at":"2026-03-02T05:00:00Z","shop":"north","rev":-1,"was":["then"]}""",
        ];

        await Verify(string.Join('\n', lines.SelectMany((line, i) => Report(line, _json.Read(line, "day.jsonl", i + 1)))));
    }

    private static IEnumerable<string> Report(string line, EventReading reading)
    {
        Assert.Null(reading.Record);
        yield return line;
        foreach (var problem in reading.Diagnostics)
        {
            var (column, length) = (problem.Span.Column, problem.Span.EndColumn - problem.Span.Column);
            yield return new string(' ', column - 1) + new string('^', length) + " " + problem.Id;
            yield return $"    {problem.Message.En}{(problem.Help is { } help ? $" ({help.En})" : "")}";
            yield return $"    {problem.Message.Zh}{(problem.Help is { } zh ? $"（{zh.Zh}）" : "")}";
        }

        yield return "";
    }
}
