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
internal sealed class DutyEngine : IContender
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Day 0 00:00, the first of a month of thirty days, as halls of Shanghai read their clocks.</summary>
    public static Instant Start { get; } = new LocalDate(2026, 6, 1).AtStartOfDayInZone(_zone).ToInstant();

    private readonly EventRecord[] _records;
    private readonly DutyMonitor _monitor;
    private readonly Tally _tally;
    private readonly List<VerdictChange> _breaches = [];

    public DutyEngine(EventRecord[] records, PolicySet policies, int rules)
    {
        _records = records;
        _tally = new Tally(rules);
        _monitor = new DutyMonitor(policies, Start, new MonitorOptions { Statuses = [VerdictStatus.Breached, VerdictStatus.Undetermined] });
    }

    /// <summary>The monitor itself.</summary>
    public DutyMonitor Monitor => _monitor;

    /// <summary>How many breaches there are so far.</summary>
    public int Breaches => _breaches.Count;

    public static Instant At(long ticks) => Start + Duration.FromTicks(ticks);

    public void Feed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var record = _records[i];
            Take(_monitor.AdvanceTo(record.At));
            if (_monitor.Observe(record).Status != ObservationStatus.Accepted)
            {
                throw new WrongFigures($"{record} was not taken in");
            }
        }
    }

    public void Finish() => Take(_monitor.AdvanceTo(At(Clock.Days * Clock.Day)));

    public Tally Tell()
    {
        foreach (var verdict in _breaches.Select(change => change.Verdict))
        {
            var rule = NormFiles.RuleOf(verdict.Norm);
            _tally.Add(rule, KeyOf((Duty)(rule % Replica.Duties), verdict));
        }

        return _tally;
    }

    private void Take(IReadOnlyList<VerdictChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            switch (changes[i].Status)
            {
                case VerdictStatus.Breached:
                    _breaches.Add(changes[i]);
                    break;
                case VerdictStatus.Undetermined:
                    throw new WrongFigures(changes[i].Verdict.ToString());
            }
        }
    }

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

/// <summary>Makes the records of the library from the events of the workload; what is written once is kept once, as a reader of files would.</summary>
internal sealed class Records
{
    private readonly Vocabulary _vocabulary;
    private readonly EventType[] _types;
    private readonly string[] _sites;
    private readonly string[] _people;

    public Records(PolicySet policies, int sites)
    {
        _vocabulary = policies.Vocabulary;
        _types =
        [
            Type("queue-length"), Type("clock-in"), Type("clock-out"), Type("handover-signed"), Type("cash-check"), Type("patrol"),
            Type("complaint-received"), Type("complaint-answered"), Type("report-filed"), Type("meeting-held"),
        ];
        _sites = [.. Enumerable.Range(0, sites).Select(s => $"s{s}")];
        _people = [.. Enumerable.Range(0, sites * Clock.PeoplePerSite).Select(p => $"p{p}")];
    }

    public EventRecord[] Of(IReadOnlyList<Happening> events) => [.. events.Select(Of)];

    public EventRecord Of(Happening e, int number) => e switch
    {
        QueueLength q => Record(e, number, ("length", Value.Integer(q.Length))),
        ClockIn c => Record(e, number, Person(c.Person)),
        ClockOut c => Record(e, number, Person(c.Person)),
        HandoverSigned h => Record(e, number, Person(h.Person)),
        CashCheck c => Record(e, number, Person(c.Person)),
        Patrol p => Record(e, number, Person(p.Person), ("minutes", Value.Integer(p.Minutes))),
        ComplaintReceived c => Record(e, number, ("complaint", Value.Text($"c{c.Complaint}"))),
        ComplaintAnswered c => Record(e, number, Person(c.Person), ("complaint", Value.Text($"c{c.Complaint}"))),
        ReportFiled r => Record(e, number, ("report", Value.Integer(r.Report))),
        MeetingHeld m => Record(e, number, ("people", Value.Integer(m.People))),
        _ => throw new WrongFigures($"an event of kind {e.Kind}"),
    };

    private EventRecord Record(Happening e, int number, params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var type = _types[(int)e.Kind];
        var fields = new Value?[type.Fields.Length];
        fields[type.FindField("site")!.Index] = Value.Text(_sites[e.Site]);
        foreach (var (name, value) in values)
        {
            fields[type.FindField(name)!.Index] = value;
        }

        return new EventRecord { Id = $"e{number}", Type = type, At = DutyEngine.At(e.Ticks), Fields = [.. fields] };
    }

    private (string Name, Value Value) Person(int person) => ("person", Value.Text(_people[person]));

    private EventType Type(string name) => _vocabulary.Events.Single(e => e.Name == name);
}
