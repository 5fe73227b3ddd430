using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Policies;
using DutyRules.Tests.Support;

namespace DutyRules.Tests.Feeds;

public sealed class FeedTests
{
    private const string Till = """
        feed: till
        vocabulary: bakery
        date: "{day}"
        date format: dd.MM.yyyy
        time format: H:mm:ss
        grain: minute
        id: "{till no}/{no}"
        columns:
          pieces: integer
          state: [PAID, VOID]
          what: text
        skip when: state is VOID
        events:
          - event: order-taken
            at: "{taken}"
            fields:
              shop: north
              order: "{till no}/{no}"
              kind: "{what}"
              pieces: = pieces * 2
              备注: "{{{what}}}"
          - event: oven-check
            when: pieces > 10 && what is "cake"
            at: "{taken}"
            until: "{ready}"
            fields: { shop: north, person: "{who}", recorded: = pieces is >= 12 }
        """;

    [Fact]
    public void Maps_rows_to_events()
    {
        var json = new EventJson(Bakery.Vocabulary);

        var lines = Read(Till, """
            till no;no;day;taken;ready;pieces;state;what;who;not used
            A;1;02.03.2026;9:00:59;9:30:00;1;PAID;bread;li;x
            A;2;02.03.2026;23:50:00;0:20:00;12;PAID;cake;li;x
            A;3;02.03.2026;9:00:00;9:30:00;;VOID;cake;li;x
            """).Select(r => json.ToLine(r.Record!));

        Assert.Equal(
        [
            """{"id":"A/1#order-taken","type":"order-taken","at":"2026-03-02T09:00:00+08:00","shop":"north","order":"A/1","kind":"bread","pieces":2,"备注":"{bread}"}""",
            """{"id":"A/2#order-taken","type":"order-taken","at":"2026-03-02T23:50:00+08:00","shop":"north","order":"A/2","kind":"cake","pieces":24,"备注":"{cake}"}""",
            """{"id":"A/2#oven-check","type":"oven-check","at":"2026-03-02T23:50:00+08:00","until":"2026-03-03T00:20:00+08:00","person":"li","shop":"north","recorded":true}""",
        ],
        lines);
    }

    [Fact]
    public async Task Bad_rows_are_reported_and_the_rest_goes_on()
    {
        var readings = Read(Till, """
            till no,no,day,taken,ready,pieces,state,what,who
            A,1,02.03.2026,9:00:00,9:30:00,many,PAID,bread,li
            A,2,2026-03-02,9:00:00,9:30:00,1,PAID,bread,li
            A,3,02.03.2026,9 o'clock,9:30:00,1,PAID,bread,li
            A,4,02.03.2026,9:00:00,9:30:00,1,paid,bread,li
            A,5,02.03.2026,9:00:00,9:30:00,,PAID,bread,li
            A,6,02.03.2026,9:00:00,9:30:00,1,,bread,li
            A,7,02.03.2026,9:00:00,9:30:00,1,PAID,roll,li
            A,8,02.03.2026,9:00:00,12:30:00,12,PAID,cake,li
            A,9,02.03.2026,9:00:00,9:30:00,1,PAID
            A,10,02.03.2026,9:00:00,9:30:00,1,PAID,bread,li
            """);

        Assert.Equal(["A/5#order-taken", "A/8#order-taken", "A/10#order-taken"], readings.Select(r => r.Record?.Id).OfType<string>());
        await Verify(string.Join('\n', readings.SelectMany(r => r.Diagnostics)));
    }

    [Fact]
    public async Task Twenty_mistakes_in_a_foreign_table_are_found_at_their_cells()
    {
        const string Feed = """
            feed: kitchen
            vocabulary: bakery
            date: "{day}"
            time format: H:mm:ss
            id: "{no}"
            columns:
              pieces: integer
              heat: number
              paid: money
              fresh: yes-no
              rest: duration
              state: [DONE, VOID]
            skip when: state is VOID
            events:
              - event: order-taken
                when: pieces > 0
                at: "{taken}"
                fields: { shop: "{shop}", order: "{no}", kind: "{what}", pieces: = 100 / pieces, price: = paid, wait: = rest }
              - event: oven-check
                when: fresh
                at: "{taken}"
                until: "{ready}"
                fields: { shop: "{shop}", person: "{who}", heat: = heat }
            """;
        const string Csv = """
            no,day,taken,ready,shop,who,what,pieces,heat,paid,fresh,rest,state
            1,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,yes,10 min,DONE
            2,02.03.2026,8:00:00,8:30:00,north,li,bread,1,200,5,yes,10 min,DONE
            3,2026-02-30,8:00:00,8:30:00,north,li,bread,1,200,5,yes,10 min,DONE
            4,,8:00:00,8:30:00,north,li,bread,1,200,5,yes,10 min,DONE
            5,2026-03-02,8 am,8:30:00,north,li,bread,1,200,5,no,10 min,DONE
            6,2026-03-02,24:00:00,8:30:00,north,li,bread,1,200,5,no,10 min,DONE
            7,2026-03-02,,8:30:00,north,li,bread,1,200,5,no,10 min,DONE
            8,2026-03-02,8:00:00,later,north,li,bread,0,200,5,yes,10 min,DONE
            9,2026-03-02,8:00:00,,north,li,bread,0,200,5,yes,10 min,DONE
            10,2026-03-02,8:00:00,7:59:59,north,li,bread,0,200,5,yes,10 min,DONE
            11,2026-03-02,8:00:00,8:30:00,,li,bread,1,200,5,no,10 min,DONE
            12,2026-03-02,8:00:00,8:30:00,north,li,bred,1,200,5,no,10 min,DONE
            13,2026-03-02,8:00:00,8:30:00,north,li,bread,two,200,5,no,10 min,DONE
            14,2026-03-02,8:00:00,8:30:00,north,li,bread,1.5,200,5,no,10 min,DONE
            15,2026-03-02,8:00:00,8:30:00,north,li,bread,,200,5,no,10 min,DONE
            16,2026-03-02,8:00:00,8:30:00,north,li,bread,0,hot,5,yes,10 min,DONE
            17,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,"5,00",no,10 min,DONE
            18,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,perhaps,10 min,DONE
            19,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,no,ten,DONE
            20,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,no,10 min,done
            21,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,no,10 min
            22,2026-03-02,8:00:00,8:30:00,no"rth,li,bread,1,200,5,no,10 min,DONE
            ,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,no,10 min,DONE
            24,2026-03-02,8:00:00,8:30:00,north,li,bread,1,200,5,yes,10 min,DONE
            """;

        var readings = Read(Feed, Csv);

        Assert.Equal(["1#order-taken", "1#oven-check"], readings.Select(r => r.Record?.Id).OfType<string>().Take(2));
        var lines = Csv.Split('\n');
        await Verify(string.Join('\n', readings.Select(r => r.Record is { } record ? $"{record.Id}\n" : string.Join('\n', r.Diagnostics.Select(d =>
            $"{lines[d.Span.Line - 1]}\n{new string(' ', d.Span.Column - 1)}^ {d}\n    {d.Message.Zh}{(d.Help is { } help ? $"\n    {help.En}\n    {help.Zh}" : "")}\n")))));
    }

    [Fact]
    public async Task Mistakes_are_shown_at_their_place()
    {
        const string Feed = """
            feed: till
            vocabulary: bakry
            zone: Asia/Shangai
            grain: hour
            separator: comma
            time format: "%"
            date format: yyyy
            id: "{no"
            columns:
              pieces: integr
              state: [PAID, VOID]
            skip when: stat is VOID
            nonsense: 1
            events:
              - event: order-takn
                at: "{taken}"
              - event: order-taken
                at: {taken}
                not before: "{day}"
                until: "{ready}"
                fields:
                  shp: north
                  kind: baguette
                  pieces: = state
                  price: = time
              - event: oven-check
                when: state
                at: "{taken}"
                fields: { shop: north, recorded: = date == date }
            """;

        var result = FeedLoader.Load(new PolicyFile("till.feed.yaml", Feed), Bakery.Vocabulary);

        Assert.Null(result.Feed);
        var lines = Feed.Split('\n');
        await Verify(string.Join('\n', result.Diagnostics.Select(d =>
            $"{lines[d.Span.Line - 1]}\n{new string(' ', d.Span.Column - 1)}{new string('^', Math.Max(1, d.Span.EndColumn - d.Span.Column))} {d}\n")));
    }

    [Fact]
    public async Task A_feed_is_written_in_chinese_as_well()
    {
        var json = new EventJson(Bakery.Vocabulary);

        var readings = Read("""
            数据源: 收银
            词汇表: bakery
            时间格式: yyyy/MM/dd HH:mm
            编号: "{单号}"
            列: { 状态: [已付, 作废] }
            略过: 状态 is 作废
            事件:
              - 发生: order-taken
                发生于: "{时间}"
                字段: { shop: north, order: "{单号}" }
            """, "单号,时间,状态\n1,2026/03/02 09:00,已付\n2,2026/03/02 09:01,作废\n");

        await Verify(string.Join('\n', readings.Select(r => r.Record is { } record ? json.ToLine(record) : r.Diagnostics[0].ToString())), extension: "jsonl");
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_said_once()
    {
        var reading = Assert.Single(Read(Till, "till no,no,day,takn,ready,pieces,state,what,who\nA,1,,,,,,,\n"));

        var problem = Assert.Single(reading.Diagnostics);
        Assert.Equal("till.feed.yaml:15:11: error DUTY3106: the table `till.csv` has no column `taken`", problem.ToString());
        Assert.Equal("did you mean `takn`?", problem.Help!.En);
    }

    [Fact]
    public void Times_with_an_offset_need_no_zone()
    {
        var readings = Read("""
            feed: log
            vocabulary: bakery
            id: "{n}"
            in row order: yes
            events:
              - event: clock-in
                at: "{t}"
                fields: { shop: paris, person: "{n}" }
            """, "n,t\n1,2026-03-02T09:00:00Z\n2,2026-03-02T09:00:00\n");

        Assert.Equal(
            [NodaTime.Instant.FromUtc(2026, 3, 2, 9, 0), NodaTime.Instant.FromUtc(2026, 3, 2, 1, 0)],
            readings.Select(r => r.Record!.At));
        Assert.Equal([2, 3], readings.Select(r => r.Record!.Sequence));
    }

    private static List<EventReading> Read(string feed, string csv)
    {
        var result = FeedLoader.Load(new PolicyFile("till.feed.yaml", feed), Bakery.Vocabulary);
        Assert.Equal("", string.Join('\n', result.Diagnostics));
        return [.. result.Feed!.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "till.csv", TestContext.Current.CancellationToken)];
    }
}
