using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The library, through its public interface: time moves on before every event, and each verdict is said as soon as time has passed it.</summary>
internal abstract class DutyEngine : IContender
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Day 0 00:00, the first of a month of thirty days, as halls of Shanghai read their clocks.</summary>
    public static Instant Start { get; } = new LocalDate(2026, 6, 1).AtStartOfDayInZone(_zone).ToInstant();

    private readonly DutyMonitor _monitor;
    private readonly Tally _tally;
    private readonly List<VerdictChange> _breaches = [];

    protected DutyEngine(PolicySet policies, int rules)
    {
        _tally = new Tally(rules);
        _monitor = new DutyMonitor(policies, Start, new MonitorOptions { Statuses = [VerdictStatus.Breached, VerdictStatus.Undetermined] });
    }

    /// <summary>The monitor itself.</summary>
    public DutyMonitor Monitor => _monitor;

    /// <summary>How many breaches there are so far.</summary>
    public int Breaches { get; private set; }

    public static Instant At(long ticks) => Start + Duration.FromTicks(ticks);

    public abstract void Feed(int from, int to);

    public void Finish()
    {
        foreach (var change in _monitor.AdvanceTo(At(Clock.Days * Clock.Day)))
        {
            Take(change);
        }
    }

    public Tally Tell()
    {
        foreach (var verdict in _breaches.Select(change => change.Verdict))
        {
            var rule = NormFiles.RuleOf(verdict.Norm);
            _tally.Add(rule, KeyOf((Duty)(rule % Replica.Duties), verdict));
        }

        return _tally;
    }

    protected void Take(VerdictChange change)
    {
        switch (change.Status)
        {
            case VerdictStatus.Breached:
                _breaches.Add(change);
                Count();
                break;
            case VerdictStatus.Undetermined:
                throw new WrongFigures(change.Verdict.ToString());
        }
    }

    protected void Count() => Breaches++;

    private static long KeyOf(Duty duty, Verdict verdict)
    {
        var key = verdict.Instance.Key;
        var ticks = (verdict.DecidedAt - Start).BclCompatibleTicks;
        return duty switch
        {
            Duty.Answered => Number(key[^1].Value),
            Duty.CashInShift => ticks / Clock.Millisecond,
            Duty.OnTime => Tally.OnDay(Number(key[^1].Value), ticks / Clock.Day),
            Duty.Reported => Number(key[0].Value),
            _ => Tally.OnDay(Number(key[0].Value), (ticks - 1) / Clock.Day),
        };
    }

    private static int Number(Value name) => int.Parse(name.AsText.AsSpan(1), CultureInfo.InvariantCulture);
}

/// <summary>The library, fed a record at a time.</summary>
internal sealed class RecordEngine(EventRecord[] records, PolicySet policies, int rules) : DutyEngine(policies, rules)
{
    public override void Feed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var record = records[i];
            var changes = Monitor.AdvanceTo(record.At);
            for (var j = 0; j < changes.Count; j++)
            {
                Take(changes[j]);
            }

            if (Monitor.Observe(record).Status != ObservationStatus.Accepted)
            {
                throw new WrongFigures($"{record} was not taken in");
            }
        }
    }
}

/// <summary>The library, fed batches of rows.</summary>
internal sealed class BatchEngine(EventBatch[] batches, PolicySet policies, int rules, bool keeps = false) : DutyEngine(policies, rules), IChangeListener
{
    /// <summary>Rows per batch.</summary>
    public const int Size = 16384;

    private int _next;
    private int _fed;

    /// <summary>Feeds the batches that begin before <paramref name="to"/>; those before <paramref name="from"/> were fed already.</summary>
    public override void Feed(int from, int to)
    {
        for (; _fed < to && _next < batches.Length; _fed += batches[_next++].Count)
        {
            if (Monitor.Follow(batches[_next], this) is { Others: [var other, ..] })
            {
                throw new WrongFigures($"{batches[_next][other.Row]} was not taken in");
            }
        }
    }

    /// <summary>Counts a breach, and keeps it where its key is to be checked.</summary>
    public void Hear(ChangeView change)
    {
        if (keeps || change.Status != VerdictStatus.Breached)
        {
            Take(change.Keep());
        }
        else
        {
            Count();
        }
    }

    public static EventBatch[] BatchesOf(EventRecord[] records, PolicySet policies, int size = Size) =>
    [
        .. records.Chunk(size).Select(chunk =>
        {
            var batch = new EventBatch(policies.Vocabulary, chunk.Length);
            foreach (var record in chunk)
            {
                batch.Add(record);
            }

            return batch;
        }),
    ];
}
