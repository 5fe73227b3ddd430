using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>So many complaints open at once, one rule of 24 hours; 95 of 100 are answered in random order, the others run out.</summary>
internal static class OpenDuties
{
    private const long Within = 24 * Clock.Hour;

    /// <summary>Writes a line per contender: its name, nanoseconds per complaint, bytes per open complaint.</summary>
    public static void Write(int count, int rounds)
    {
        var events = Draw(count);
        var expected = count - (count * 95 / 100);
        var policies = NormFiles.LoadOpen();
        var batches = BatchesOf(events, count, policies);
        var few = Draw(20_000);
        var fewBatches = BatchesOf(few, 20_000, policies);
        for (var end = CpuTime.Now + TimeSpan.FromSeconds(1); CpuTime.Now < end;)
        {
            Measure(new HandWritten(few), few.Length);
            Measure(new Engine(new BatchEngine(fewBatches, policies, Replica.Duties)), few.Length);
        }

        var hand = new List<double[]>();
        var engine = new List<double[]>();
        for (var i = 0; i < rounds; i++)
        {
            hand.Add(Checked(new HandWritten(events)));
            engine.Add(Checked(new Engine(new BatchEngine(batches, policies, Replica.Duties))));
        }

        Line.Write("hand-written", Median.Of(hand.Select(f => f[0])), Median.Of(hand.Select(f => f[1])));
        Line.Write("dutyrules", Median.Of(engine.Select(f => f[0])), Median.Of(engine.Select(f => f[1])));

        double[] Checked(IOpen contender)
        {
            var figures = Measure(contender, events.Length, count);
            return contender.Breaches == expected ? figures
                : throw new WrongFigures($"{contender.GetType().Name}: {contender.Breaches} complaints ran out, not {expected}");
        }
    }

    /// <summary>Batches of those that are received and then of those that are answered.</summary>
    private static EventBatch[] BatchesOf(Happening[] events, int received, PolicySet policies)
    {
        var records = new Records(policies, 1).Of(events);
        return [.. BatchEngine.BatchesOf(records[..received], policies), .. BatchEngine.BatchesOf(records[received..], policies)];
    }

    private static double[] Measure(IOpen contender, int events, int count = 0)
    {
        count = count == 0 ? events * 100 / 195 : count;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = CpuTime.Now;
        contender.Feed(0, count);
        var elapsed = CpuTime.Now - start;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        start = CpuTime.Now;
        contender.Feed(count, events);
        contender.Finish();
        elapsed += CpuTime.Now - start;
        GC.KeepAlive(contender);
        return [elapsed.TotalNanoseconds / count, (double)bytes / count];
    }

    /// <summary>So many complaints, received one after the other.</summary>
    public static Happening[] Received(int count) => Draw(count)[..count];

    private static Happening[] Draw(int count)
    {
        var events = new List<Happening>();
        var ids = Enumerable.Range(0, count).ToArray();
        var draws = new SplitMix(7);
        for (var i = count - 1; i > 0; i--)
        {
            var other = draws.Draw(0, i);
            (ids[i], ids[other]) = (ids[other], ids[i]);
        }

        var time = 0L;
        events.AddRange(Enumerable.Range(0, count).Select(id => new ComplaintReceived(time += Clock.Millisecond, 0, id)));
        events.AddRange(ids.Take(count * 95 / 100).Select(id => new ComplaintAnswered(time += Clock.Millisecond, 0, 0, id)));
        return [.. events];
    }

    private interface IOpen
    {
        int Breaches { get; }

        void Feed(int from, int to);

        void Finish();
    }

    private sealed class Engine(DutyEngine engine) : IOpen
    {
        public int Breaches => engine.Breaches;

        public void Feed(int from, int to) => engine.Feed(from, to);

        public void Finish() => engine.Finish();
    }

    private sealed class HandWritten(Happening[] events) : IOpen
    {
        private readonly HashSet<int> _open = [];
        private readonly Queue<(long At, int Complaint)> _due = [];
        private long _nextDue = long.MaxValue;

        public int Breaches { get; private set; }

        public void Feed(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var e = events[i];
                if (e.Ticks > _nextDue)
                {
                    PassDueTimes(e.Ticks);
                }

                if (e is ComplaintReceived received)
                {
                    _open.Add(received.Complaint);
                    _due.Enqueue((e.Ticks + Within, received.Complaint));
                    _nextDue = _due.Peek().At;
                }
                else
                {
                    _open.Remove(((ComplaintAnswered)e).Complaint);
                }
            }
        }

        public void Finish() => PassDueTimes(long.MaxValue);

        private void PassDueTimes(long now)
        {
            while (_due.TryPeek(out var next) && next.At < now)
            {
                _due.Dequeue();
                Breaches += _open.Remove(next.Complaint) ? 1 : 0;
            }

            _nextDue = _due.TryPeek(out var open) ? open.At : long.MaxValue;
        }
    }
}
