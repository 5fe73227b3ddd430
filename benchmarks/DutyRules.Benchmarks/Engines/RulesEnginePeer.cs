using DutyRules.Benchmarks.Workload;
using RulesEngine.Models;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The duties with Microsoft's RulesEngine. It has neither time nor memory: its rules are conditions on facts, and what was before, and when it is due, is kept around it.</summary>
internal sealed class RulesEnginePeer : IContender
{
    private readonly Happening[] _events;
    private readonly int _sites;
    private readonly Tally _tally;
    private readonly RulesEngine.RulesEngine _engine;
    private readonly Covering[] _groups;
    private readonly long[] _clockedIn;
    private readonly long[] _clockedOut;
    private long _day;

    public RulesEnginePeer(Happening[] events, int sites, int rules)
    {
        _events = events;
        _sites = sites;
        _tally = new Tally(rules);
        var all = Replica.Of(rules);
        Covering[] coverings = all.Length == 1
            ? [new Covering(0, all, sites)]
            : [.. all.GroupBy(r => r.Group!.Value).Select(g => new Covering(g.Key, [.. g], sites))];
        _groups = [.. Enumerable.Range(0, Replica.Groups).Select(g => coverings[g % coverings.Length])];
        _engine = new RulesEngine.RulesEngine([.. coverings.SelectMany(c => c.Workflows())], new ReSettings { EnableFormattedErrorMessage = false });
        _clockedIn = new long[sites * Clock.PeoplePerSite];
        _clockedOut = new long[sites * Clock.PeoplePerSite];
        Array.Fill(_clockedIn, -1);
    }

    public void Feed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var e = _events[i];
            PassTime(e.Ticks);
            Take(e, _groups[e.Site % Replica.Groups]);
        }
    }

    public void Finish() => PassTime(Clock.Days * Clock.Day);

    public int Breaches => _tally.Total;

    public Tally Tell() => _tally;

    private void PassTime(long now)
    {
        foreach (var group in _groups)
        {
            while (group.Received.TryPeek(out var oldest) && now > oldest.At + group.Longest)
            {
                group.Received.Dequeue();
                if (group.Open.Remove(oldest.Complaint))
                {
                    Answered(group, oldest.Complaint, long.MaxValue);
                }
            }
        }

        while (now >= (_day + 1) * Clock.Day)
        {
            EndDay();
        }
    }

    private void Take(Happening e, Covering group)
    {
        switch (e)
        {
            case QueueLength queue:
                Take(queue, group);
                break;
            case ComplaintReceived received:
                group.Open.Add(received.Complaint, e.Ticks);
                group.Received.Enqueue((e.Ticks, received.Complaint));
                break;
            case ComplaintAnswered answered:
                if (group.Open.Remove(answered.Complaint, out var at))
                {
                    Answered(group, answered.Complaint, e.Ticks - at);
                }

                break;
            case Patrol patrol:
                Ask(group, Duty.Patrolled, new Facts { Minutes = patrol.Minutes }, i => group.Patrols[i][e.Site]++);
                break;
            case ReportFiled report:
                Ask(group, Duty.Reported, new Facts { Report = report.Report, Day = _day }, i => group.Filed[i][e.Site] = true);
                break;
            case ClockIn clockIn:
                _clockedIn[clockIn.Person] = e.Ticks;
                var start = (Clock.IsEarly(clockIn.Person) ? 8 : 14) * Clock.Hour;
                Ask(group, Duty.OnTime, new Facts { Before = (_day * Clock.Day) + start - e.Ticks }, i => group.OnTime[i][clockIn.Person] = true);
                break;
            case ClockOut clockOut:
                _clockedOut[clockOut.Person] = e.Ticks;
                break;
            case CashCheck check:
                var (begin, end) = (_clockedIn[check.Person], _clockedOut[check.Person]);
                var facts = new Facts { OnDuty = begin > end, Never = begin < 0, SinceOut = e.Ticks - end };
                Ask(group, Duty.CashInShift, facts, i => Breached(group, i, Duty.CashInShift, e.Ticks / Clock.Millisecond));
                break;
        }
    }

    private void Take(QueueLength e, Covering group)
    {
        var above = new bool[group.Replicas.Length];
        Ask(group, Duty.QueueShort, new Facts { Length = e.Length }, i => above[i] = true);
        for (var i = 0; i < above.Length; i++)
        {
            ref var since = ref group.QueueSince[i][e.Site];
            if (!above[i])
            {
                since = -1;
            }
            else if (since == -1)
            {
                since = e.Ticks;
            }
            else if (since >= 0 && e.Ticks - since > group.Replicas[i].QueueFor)
            {
                since = -2;
                Breached(group, i, Duty.QueueShort, Tally.OnDay(e.Site, _day));
            }
        }
    }

    private void Answered(Covering group, int complaint, long elapsed) =>
        Ask(group, Duty.Answered, new Facts { Elapsed = elapsed }, i => Breached(group, i, Duty.Answered, complaint));

    private void EndDay()
    {
        for (var site = 0; site < _sites; site++)
        {
            var group = _groups[site % Replica.Groups];
            for (var i = 0; i < group.Replicas.Length; i++)
            {
                if (group.Patrols[i][site] < 2)
                {
                    Breached(group, i, Duty.Patrolled, Tally.OnDay(site, _day));
                }

                group.Patrols[i][site] = 0;
                if (_day + 1 == group.Replicas[i].ReportDay && !group.Filed[i][site])
                {
                    Breached(group, i, Duty.Reported, site);
                }

                for (var person = site * Clock.PeoplePerSite; person < (site + 1) * Clock.PeoplePerSite; person++)
                {
                    if (!group.OnTime[i][person])
                    {
                        Breached(group, i, Duty.OnTime, Tally.OnDay(person, _day));
                    }

                    group.OnTime[i][person] = false;
                }
            }
        }

        _day++;
    }

    private void Ask(Covering group, Duty duty, Facts facts, Action<int> holds)
    {
        var results = _engine.ExecuteAllRulesAsync(group.Names[(int)duty], new RuleParameter("f", facts)).AsTask().GetAwaiter().GetResult();
        for (var i = 0; i < results.Count; i++)
        {
            if (results[i].IsSuccess)
            {
                holds(i);
            }
        }
    }

    private void Breached(Covering group, int replica, Duty duty, long key) => _tally.Add(group.Replicas[replica].RuleOf(duty), key);

    /// <summary>The replicas of a group of sites, what they ask, and what they have seen.</summary>
    private sealed class Covering(int number, Replica[] replicas, int sites)
    {
        public readonly Replica[] Replicas = replicas;
        public readonly string[] Names = [.. Enum.GetValues<Duty>().Select(d => $"{d}-{number}")];
        public readonly long Longest = replicas.Max(r => r.AnswerWithin);
        public readonly Dictionary<int, long> Open = [];
        public readonly Queue<(long At, int Complaint)> Received = [];
        public readonly int[][] Patrols = [.. replicas.Select(_ => new int[sites])];
        public readonly bool[][] Filed = [.. replicas.Select(_ => new bool[sites])];
        public readonly bool[][] OnTime = [.. replicas.Select(_ => new bool[sites * Clock.PeoplePerSite])];
        public readonly long[][] QueueSince = [.. replicas.Select(_ => Enumerable.Repeat(-1L, sites).ToArray())];

        public IEnumerable<Workflow> Workflows() => Enum.GetValues<Duty>().Select(duty => new Workflow
        {
            WorkflowName = Names[(int)duty],
            Rules = [.. Replicas.Select(r => new Rule { RuleName = $"{duty}-{r.Number}", Expression = Condition(duty, r) })],
        });

        private static string Condition(Duty duty, Replica replica) => FormattableString.Invariant(duty switch
        {
            Duty.Answered => $"f.Elapsed > {replica.AnswerWithin}",
            Duty.Patrolled => $"f.Minutes >= {replica.PatrolMinutes}",
            Duty.QueueShort => $"f.Length > {replica.QueueLimit}",
            Duty.Reported => $"f.Report == 1 && f.Day < {replica.ReportDay}",
            Duty.OnTime => $"f.Before >= {replica.ClockInTo * Clock.Minute} && f.Before <= {replica.ClockInFrom * Clock.Minute}",
            _ => $"!f.OnDuty && (f.Never || f.SinceOut > {replica.Grace * Clock.Minute})",
        });
    }
}

/// <summary>What the conditions can ask. Public, because they are compiled outside this assembly.</summary>
public sealed class Facts
{
    /// <summary>How long an answer took.</summary>
    public long Elapsed { get; init; }

    /// <summary>How long a patrol took.</summary>
    public int Minutes { get; init; }

    /// <summary>How long a queue is.</summary>
    public int Length { get; init; }

    /// <summary>Which report was filed.</summary>
    public int Report { get; init; }

    /// <summary>The day.</summary>
    public long Day { get; init; }

    /// <summary>How long before the shift somebody clocked in.</summary>
    public long Before { get; init; }

    /// <summary>Somebody is clocked in.</summary>
    public bool OnDuty { get; init; }

    /// <summary>Somebody never was.</summary>
    public bool Never { get; init; }

    /// <summary>How long ago somebody clocked out.</summary>
    public long SinceOut { get; init; }
}
