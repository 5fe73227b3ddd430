using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Tests.Support;

namespace DutyRules.Tests.Feeds;

public sealed class EventFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Reads_lines_however_the_stream_cuts_them()
    {
        var text = "\uFEFF" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $$"""{"id":"e{{i}}","type":"order-taken","at":"2026-03-02T05:00:00Z","shop":"北店","备注":"{{new string('长', i)}}"}""" + (i % 3 == 0 ? "\r\n" : "\n")
            + (i % 7 == 0 ? "  \n" : "")));
        text = text.TrimEnd('\n', ' ');

        var readings = JsonLines.Read(new Trickle(Encoding.UTF8.GetBytes(text)), "day.jsonl", Bakery.Vocabulary, Token).ToList();

        Assert.All(readings, r => Assert.Empty(r.Diagnostics));
        Assert.Equal(Enumerable.Range(0, 400).Select(i => $"e{i}"), readings.Select(r => r.Record!.Id));
    }

    [Fact]
    public void A_bad_line_does_not_stop_the_rest()
    {
        var text = "{\"id\":1}\n\nnonsense\n{\"id\":\"e1\",\"type\":\"clock-in\",\"at\":\"2026-03-02T05:00:00Z\",\"shop\":\"north\"}";

        var readings = JsonLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "day.jsonl", Bakery.Vocabulary, Token).ToList();

        Assert.Equal([1, 3], readings.Where(r => r.Record is null).Select(r => r.Diagnostics[0].Span.Line));
        Assert.Equal("e1", readings[^1].Record!.Id);
    }

    [Fact]
    public void Reads_a_table_with_the_names_of_the_contract()
    {
        const string Csv = """"
            id,type,at,until,shop,person,heat,recorded,备注,rev,withdrawn,was
            e1,clock-in,2026-03-02T05:00:00Z,,north,li,,,,,,
            e2,oven-check,2026-03-02T05:00:00Z,2026-03-02T05:30:00Z,north,li,230.5,yes,,1,,2026-03-02T05:20:00Z
            e3,order-taken,2026-03-02T05:00:00Z,,north,,,,"two lines
            and a ""quote""",,true,
            """";

        var readings = Read(Csv);

        Assert.All(readings, r => Assert.Empty(r.Diagnostics));
        Assert.Equal(Value.Number(230.5m), readings[1].Record!.Fields[2]);
        Assert.Single(readings[1].Record!.Was);
        Assert.Equal("two lines\nand a \"quote\"", readings[2].Record!.Fields[^1]!.Value.AsText);
        Assert.True(readings[2].Record!.Withdrawn);
    }

    [Fact]
    public void Blanks_around_a_cell_do_not_count()
    {
        var record = Assert.Single(Read("id,type,at,shop,person\n e1\t,clock-in, 2026-03-02T05:00:00Z,\u3000北店\u3000,\" li\u00a0\"\n")).Record!;

        Assert.Equal(("e1", "北店", "li"), (record.Id, record.Text("shop"), record.Actor));
    }

    [Fact]
    public async Task Says_which_rows_of_a_table_are_bad()
    {
        const string Csv = """
            id,type,at,shop,person,heat,note
            e1,clock-in,2026-03-02T05:00:00Z,north,li,,
            e2,clock-in,2026-03-02T05:00:00Z,north,li
            e3,clock-in,soon,north,"li, the elder",,
            e4,clokc-in,2026-03-02T05:00:00Z,north,li,,

            e5,clock-in,2026-03-02T05:00:00Z,north,"li
            ning",12,
            e6,clock-in,2026-03-02T05:00:00Z,,li,,hello
            e7,clock-in,2026-03-02T05:00:00Z,nor"th,li,,
            e8,clock-in,2026-03-02T05:00:00Z,north,li,,
            """;

        var readings = Read(Csv);

        Assert.Equal(["e1", "e8"], readings.Select(r => r.Record?.Id).OfType<string>());
        await Verify(string.Join('\n', readings.SelectMany(r => r.Diagnostics)));
    }

    [Fact]
    public async Task Twenty_mistakes_in_a_table_are_found_at_their_cells()
    {
        const string Csv = """
            id,type,at,until,shop,person,order,kind,price,pieces,day,time,wait,recorded,rev,was,seq,withdrawn
            m1,clock-in,2026-03-02T08:00,,north,li,,,,,,,,,,,,
            m2,clock-in,2026/03/02 08:00,,north,li,,,,,,,,,,,,
            m3,clock-in,2026-02-30T08:00:00Z,,north,li,,,,,,,,,,,,
            m4,clok-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,,,,
            ,clock-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,,,,
            m6,clock-in,2026-03-02T08:00:00Z,,,li,,,,,,,,,,,,
            m7,clock-in,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,north,li,,,,,,,,,,,,
            m8,clock-in,2026-03-02T08:00:00Z,,north,li,A,,,,,,,,,,,
            m9,oven-check,2026-03-02T08:00:00Z,,north,li,,,,,,,,,,,,
            m10,oven-check,2026-03-02T08:00:00Z,2026-03-02T07:00:00Z,north,li,,,,,,,,,,,,
            m11,oven-check,2026-03-02T08:00:00Z,2026-03-02T11:00:00Z,north,li,,,,,,,,,,,,
            m12,oven-check,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,north,li,,,,,,,,maybe,,,,
            m13,order-taken,2026-03-02T08:00:00Z,,north,,A,cak,,,,,,,,,,
            m14,order-taken,2026-03-02T08:00:00Z,,north,,A,,"1,000",,,,,,,,,
            m15,order-taken,2026-03-02T08:00:00Z,,north,,A,,,一百,,,,,,,,
            m16,order-taken,2026-03-02T08:00:00Z,,north,,A,,,99999999999999999999,,,,,,,,
            m17,order-taken,2026-03-02T08:00:00Z,,north,,A,,,,2 March,,,,,,,
            m18,order-taken,2026-03-02T08:00:00Z,,north,,A,,,,,25:00,,,,,,
            m19,order-taken,2026-03-02T08:00:00Z,,north,,A,,,,,,soon,,,,,
            m20,clock-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,first,,,
            m21,clock-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,1,earlier,,
            m22,clock-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,,,last,
            m23,clock-in,2026-03-02T08:00:00Z,,north,li,,,,,,,,,,,,gone
            m24,clock-in,2026-03-02T08:00:00Z,,north,li
            m25,clock-in,2026-03-02T08:00:00Z,,"north,li,,,,,,,,,,,,
            """;

        var readings = Read(Csv);

        Assert.DoesNotContain(readings, r => r.Record is not null);
        await Verify(AtTheirCells(Csv, readings));
    }

    [Theory]
    [InlineData("", "DUTY3101")]
    [InlineData("\n", "DUTY3101")]
    [InlineData("id,type,at,id\n", "DUTY3102")]
    [InlineData("no,taken,shop\n1,9:00,north\n2,9:01,north\n", "DUTY3114")]
    [InlineData("id;type;when\n1;clock-in;2026-03-02T05:00:00Z\n", "DUTY3114")]
    public void Refuses_a_table_without_sound_names(string csv, string id) =>
        Assert.Equal(id, Assert.Single(Assert.Single(Read(csv)).Diagnostics).Id);

    // Each row with what is wrong with it, pointing at where it is said to be wrong; columns count characters.
    private static string AtTheirCells(string csv, IEnumerable<EventReading> readings)
    {
        var lines = csv.Split('\n');
        return string.Join('\n', readings.SelectMany(r => r.Diagnostics).Select(d =>
            $"{lines[d.Span.Line - 1]}\n{new string(' ', d.Span.Column - 1)}^ {d}\n    {d.Message.Zh}{(d.Help is { } help ? $"\n    {help.En}\n    {help.Zh}" : "")}\n"));
    }

    private static List<EventReading> Read(string csv) => [.. CsvEvents.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "day.csv", Bakery.Vocabulary, Token)];

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 37));
    }
}
