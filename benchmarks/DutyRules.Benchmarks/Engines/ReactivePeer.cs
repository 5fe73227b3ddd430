using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The duties with System.Reactive as one would write them down first: a query per rule, in virtual time. An open complaint listens to every answer.</summary>
internal sealed class ReactivePeer : IContender, IDisposable
{
    private static readonly DateTimeOffset _start = new(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Unspecified), TimeSpan.Zero);

    private readonly Happening[] _events;
    private readonly int _sites;
    private readonly Tally _tally;
    private readonly HistoricalScheduler _time = new(_start);
    private readonly Subject<long> _dayEnds = new();
    private readonly Subject<Happening>[] _groups = [.. Enumerable.Range(0, Replica.Groups).Select(_ => new Subject<Happening>())];
    private long _day;

    public ReactivePeer(Happening[] events, int sites, int rules)
    {
        _events = events;
        _sites = sites;
        _tally = new Tally(rules);
        foreach (var replica in Replica.Of(rules))
        {
            Subscribe(replica, replica.Group is { } group ? _groups[group] : _groups.Merge().Publish().RefCount());
        }
    }

    public void Feed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var e = _events[i];
            PassTime(e.Ticks);
            _groups[e.Site % Replica.Groups].OnNext(e);
        }
    }

    public void Finish() => PassTime(Clock.Days * Clock.Day);

    public int Breaches => _tally.Total;

    public Tally Tell() => _tally;

    public void Dispose()
    {
        _dayEnds.Dispose();
        foreach (var group in _groups)
        {
            group.Dispose();
        }
    }

    private static DateTimeOffset At(long ticks) => _start.AddTicks(ticks);

    private void PassTime(long now)
    {
        while (now >= (_day + 1) * Clock.Day)
        {
            _time.AdvanceTo(At((_day + 1) * Clock.Day));
            _dayEnds.OnNext(_day++);
        }

        if (At(now) > _time.Now)
        {
            _time.AdvanceTo(At(now));
        }
    }

    private void Subscribe(Replica replica, IObservable<Happening> here)
    {
        Answered(replica, here).Subscribe(c => _tally.Add(replica.RuleOf(Duty.Answered), c));
        Patrolled(replica, here).Subscribe(k => _tally.Add(replica.RuleOf(Duty.Patrolled), k));
        QueueShort(replica, here).Subscribe(q => _tally.Add(replica.RuleOf(Duty.QueueShort), Tally.OnDay(q.Site, q.Ticks / Clock.Day)));
        Reported(replica, here).Subscribe(s => _tally.Add(replica.RuleOf(Duty.Reported), s));
        OnTime(replica, here).Subscribe(k => _tally.Add(replica.RuleOf(Duty.OnTime), k));
        CashInShift(replica, here).Subscribe(t => _tally.Add(replica.RuleOf(Duty.CashInShift), t / Clock.Millisecond));
    }

    private IObservable<int> Answered(Replica replica, IObservable<Happening> here)
    {
        var answers = here.OfType<ComplaintAnswered>().Publish().RefCount();
        return here.OfType<ComplaintReceived>().SelectMany(c => Observable
            .Timer(At(c.Ticks + replica.AnswerWithin), _time)
            .Select(_ => c.Complaint)
            .TakeUntil(answers.Where(a => a.Complaint == c.Complaint)));
    }

    private IObservable<long> Patrolled(Replica replica, IObservable<Happening> here) =>
        here.OfType<Patrol>().Where(p => p.Minutes >= replica.PatrolMinutes)
            .Buffer(_dayEnds)
            .Zip(_dayEnds, (patrols, day) => Covered(replica)
                .Where(site => patrols.Count(p => p.Site == site) < 2)
                .Select(site => Tally.OnDay(site, day)))
            .SelectMany(keys => keys);

    private IObservable<QueueLength> QueueShort(Replica replica, IObservable<Happening> here) =>
        here.OfType<QueueLength>().GroupBy(q => q.Site)
            .SelectMany(site => site
                .DistinctUntilChanged(q => q.Length > replica.QueueLimit)
                .Select(q => q.Length > replica.QueueLimit
                    ? Observable.Timer(At(q.Ticks + replica.QueueFor), _time).Select(_ => q)
                    : Observable.Never<QueueLength>())
                .Switch());

    private IObservable<int> Reported(Replica replica, IObservable<Happening> here) =>
        here.OfType<ReportFiled>().Where(r => r.Report == 1).Select(r => r.Site)
            .Buffer(_dayEnds.Where(day => day + 1 == replica.ReportDay)).Take(1)
            .SelectMany(filed => Covered(replica).Except(filed));

    private IObservable<long> OnTime(Replica replica, IObservable<Happening> here) =>
        here.OfType<ClockIn>().Where(c => InTime(replica, c)).Select(c => c.Person)
            .Buffer(_dayEnds)
            .Zip(_dayEnds, (people, day) => Covered(replica)
                .SelectMany(site => Enumerable.Range(site * Clock.PeoplePerSite, Clock.PeoplePerSite))
                .Except(people)
                .Select(person => Tally.OnDay(person, day)))
            .SelectMany(keys => keys);

    private static IObservable<long> CashInShift(Replica replica, IObservable<Happening> here) =>
        here.Where(e => e is ClockIn or ClockOut or CashCheck).GroupBy(PersonOf)
            .SelectMany(person => person
                .Scan((In: -1L, Out: -1L, Check: -1L), (seen, e) => e switch
                {
                    ClockIn => (e.Ticks, seen.Out, -1),
                    ClockOut => (seen.In, e.Ticks, -1),
                    _ => (seen.In, seen.Out, e.Ticks),
                })
                .Where(seen => seen.Check >= 0 && (seen.In < 0 || (seen.Out >= seen.In && seen.Check > seen.Out + (replica.Grace * Clock.Minute))))
                .Select(seen => seen.Check));

    private static int PersonOf(Happening e) => e switch
    {
        ClockIn c => c.Person,
        ClockOut c => c.Person,
        _ => ((CashCheck)e).Person,
    };

    private static bool InTime(Replica replica, ClockIn e)
    {
        var before = ((Clock.IsEarly(e.Person) ? 8 : 14) * Clock.Hour) - (e.Ticks % Clock.Day);
        return before >= replica.ClockInTo * Clock.Minute && before <= replica.ClockInFrom * Clock.Minute;
    }

    private IEnumerable<int> Covered(Replica replica) => Enumerable.Range(0, _sites).Where(replica.Covers);
}
