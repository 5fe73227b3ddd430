using DutyRules.Events;
using DutyRules.Feeds;
using DutyRules.Tests.Support;
using NodaTime;

namespace DutyRules.Tests.Feeds;

public sealed class SortedEventsTests : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sorted-events-");

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000, 7)]
    [InlineData(2_000, 10)]
    public void Gives_the_same_order_in_memory_and_through_files(int count, int inMemory)
    {
        var events = Shuffled(count);
        var expected = events.Order(EventOrder.Instance).Select(e => e.ToString());

        var sorted = Sorter(inMemory).Sort(events, cancellation: Token).Select(e => e.ToString());

        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void Orders_by_time_then_sequence_then_id()
    {
        EventRecord[] events = [Event("b", 5), Event("a", 5), Event("z", 5, -1), Event("c", 4), Event("a", 5) with { Revision = 1 }];

        Assert.Equal(["c", "z", "a", "a", "b"], Sorter(2).Sort(events, cancellation: Token).Select(e => e.Id));
    }

    [Fact]
    public void A_record_comes_out_as_it_went_in_however_full_it_is()
    {
        string[] lines =
        [
            """{"id":"o1","type":"order-taken","at":"2026-03-02T07:38:12+08:00","shop":"north","order":"A7","kind":"cake","price":12.50,"pieces":3,"promised":"2026-03-02T18:00:00+08:00","day":"2026-03-03","time":"07:40:00","wait":"PT1H30M","备注":"不加\"糖\""}""",
            """{"id":"o2","type":"oven-check","at":"2026-03-02T07:38:12.0000001+08:00","until":"2026-03-02T09:30:00+08:00","person":"léa","shop":"north","heat":-1.25,"recorded":false,"rev":2,"was":["2026-03-02T09:00:00+08:00","2026-03-02T09:40:00+08:00"],"seq":-4}""",
            """{"id":"o3","type":"clock-in","at":"2026-03-02T11:00:00+08:00","person":"li","shop":"north","rev":1,"withdrawn":true}""",
            """{"id":"o4","type":"clock-in","at":"2026-03-02T12:00:00+08:00","shop":"north"}""",
        ];
        var json = new EventJson(Bakery.Vocabulary);

        var sorted = Sorter(1).Sort(lines.Reverse().Select(l => json.Read(l).Record!), cancellation: Token).Select(json.ToLine);

        Assert.Equal(lines, sorted);
    }

    [Fact]
    public void Events_that_come_in_order_need_one_file_only()
    {
        var events = Enumerable.Range(0, 100).Select(i => Event($"e{i:D3}", i));
        var files = 0;

        foreach (var _ in Sorter(10).Sort(events, cancellation: Token))
        {
            files = Math.Max(files, _folder.EnumerateFiles("*", SearchOption.AllDirectories).Count());
        }

        Assert.Equal(1, files);
    }

    [Fact]
    public void Leaves_no_file_behind_when_stopped_half_way()
    {
        Assert.Equal(3, Sorter(10).Sort(Shuffled(100), cancellation: Token).Take(3).Count());

        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void Leaves_no_file_behind_when_the_source_fails()
    {
        Assert.Throws<IOException>(() => Sorter(10).Sort(Failing(), cancellation: Token).ToList());

        Assert.Empty(_folder.EnumerateFileSystemInfos());

        static IEnumerable<EventRecord> Failing()
        {
            foreach (var record in Shuffled(50))
            {
                yield return record;
            }

            throw new IOException();
        }
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var events = Shuffled(100).Select((e, i) =>
        {
            if (i == 50)
            {
                cancellation.Cancel();
            }

            return e;
        });

        Assert.Throws<OperationCanceledException>(() => Sorter(10).Sort(events, cancellation: cancellation.Token).ToList());
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private SortedEvents Sorter(int inMemory) => new(Bakery.Vocabulary) { InMemory = inMemory, TemporaryFolder = _folder.FullName };

    private static List<EventRecord> Shuffled(int count)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, count).Select(i => Event($"e{i}", random.Next(count), random.Next(2)))];
    }

    private static EventRecord Event(string id, int second, long sequence = 0) => new()
    {
        Id = id,
        Type = Bakery.ClockIn,
        At = Instant.FromUtc(2026, 3, 2, 0, 0) + Duration.FromSeconds(second),
        Sequence = sequence,
        Fields = [null, Value.Text("north")],
    };
}
