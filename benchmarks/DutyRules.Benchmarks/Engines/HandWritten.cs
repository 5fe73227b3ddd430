using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The six duties as straight-line code: what one would write who needs these and no others. Nothing is shared between replicas but who clocked in and out.</summary>
internal sealed class HandWritten : IContender
{
    private readonly Happening[] _events;
    private readonly int _sites;
    private readonly Tally _tally;
    private readonly Covering[] _coverings;
    private readonly Covering[] _groups;
    private readonly long[] _clockedIn;
    private readonly long[] _clockedOut;
    private readonly (long At, bool Early, Rules Rules)[] _shiftChecks;
    private int _nextShiftCheck;
    private long _dayStart;
    private long _nextFixed;
    private long _nextDue = long.MaxValue;

    public HandWritten(Happening[] events, int sites, int rules)
    {
        _events = events;
        _sites = sites;
        _tally = new Tally(rules);
        var all = Replica.Of(rules).Select(r => new Rules(r, sites)).ToArray();
        _coverings = all.Length == 1
            ? [new Covering(all, sites)]
            : [.. Enumerable.Range(0, Replica.Groups).Select(g => new Covering([.. all.Where(r => r.Replica.Group == g)], sites))];
        _groups = [.. Enumerable.Range(0, Replica.Groups).Select(g => _coverings[g % _coverings.Length])];
        _clockedIn = new long[sites * Clock.PeoplePerSite];
        _clockedOut = new long[sites * Clock.PeoplePerSite];
        _shiftChecks =
        [
            .. all.SelectMany(r => new[] { (r.EarlyTo, true, r), (r.LateTo, false, r) }).OrderBy(c => c.Item1),
        ];
        Array.Fill(_clockedIn, -1);
        _nextFixed = _shiftChecks[0].At;
    }

    /// <summary>How many breaches there are so far.</summary>
    public int Breaches => _tally.Total;

    public void Feed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var e = _events[i];
            if (e.Ticks > _nextFixed)
            {
                PassFixedTimes(e.Ticks);
            }

            if (e.Ticks > _nextDue)
            {
                PassDueTimes(e.Ticks);
            }

            Take(e);
        }
    }

    public void Finish()
    {
        PassFixedTimes(Clock.Days * Clock.Day + 1);
        PassDueTimes(Clock.Days * Clock.Day + 1);
    }

    public Tally Tell() => _tally;

    private void Take(Happening e)
    {
        var group = _groups[e.Site & (Replica.Groups - 1)];
        switch (e.Kind)
        {
            case Kind.QueueLength:
                Take((QueueLength)e, group);
                break;
            case Kind.CashCheck:
                Take((CashCheck)e, group);
                break;
            case Kind.ComplaintReceived:
                Take((ComplaintReceived)e, group);
                break;
            case Kind.ComplaintAnswered:
                foreach (var rules in group.All)
                {
                    rules.Open.Remove(((ComplaintAnswered)e).Complaint);
                }

                break;
            case Kind.ClockIn:
                Take((ClockIn)e, group);
                break;
            case Kind.ClockOut:
                _clockedOut[((ClockOut)e).Person] = e.Ticks;
                break;
            case Kind.Patrol:
                foreach (var rules in group.All)
                {
                    if (((Patrol)e).Minutes >= rules.PatrolMinutes)
                    {
                        rules.Patrols[e.Site]++;
                    }
                }

                break;
            case Kind.ReportFiled when ((ReportFiled)e).Report == 1:
                foreach (var rules in group.All)
                {
                    rules.Filed[e.Site] = true;
                }

                break;
        }
    }

    private void Take(QueueLength e, Covering group)
    {
        var runs = group.QueueSince[e.Site];
        var limits = group.QueueLimits;
        for (var i = 0; i < runs.Length; i++)
        {
            ref var since = ref runs[i];
            var (limit, longest) = limits[i];
            if (e.Length <= limit)
            {
                since = -1;
            }
            else if (since < 0)
            {
                since = since == -1 ? e.Ticks : since;
            }
            else if (e.Ticks - since > longest)
            {
                // Said once per run.
                since = -2;
                _tally.Add(group.All[i].Replica.RuleOf(Duty.QueueShort), Tally.OnDay(e.Site, e.Ticks / Clock.Day));
            }
        }
    }

    private void Take(CashCheck e, Covering group)
    {
        var begin = _clockedIn[e.Person];
        var end = _clockedOut[e.Person];
        if (begin > end)
        {
            return;
        }

        foreach (var rules in group.All)
        {
            if (begin < 0 || e.Ticks > end + rules.Grace)
            {
                _tally.Add(rules.Replica.RuleOf(Duty.CashInShift), e.Ticks / Clock.Millisecond);
            }
        }
    }

    private void Take(ComplaintReceived e, Covering group)
    {
        var dues = group.NextDues;
        for (var i = 0; i < dues.Length; i++)
        {
            var rules = group.All[i];
            var due = e.Ticks + rules.AnswerWithin;
            rules.Open.Add(e.Complaint);
            rules.Due.Enqueue((due, e.Complaint));
            dues[i] = Math.Min(dues[i], due);
            group.NextDue = Math.Min(group.NextDue, due);
        }

        _nextDue = Math.Min(_nextDue, group.NextDue);
    }

    private void Take(ClockIn e, Covering group)
    {
        _clockedIn[e.Person] = e.Ticks;
        var time = e.Ticks - _dayStart;
        foreach (var rules in group.All)
        {
            var (from, to) = Clock.IsEarly(e.Person) ? (rules.EarlyFrom, rules.EarlyTo) : (rules.LateFrom, rules.LateTo);
            if (time >= from && time <= to)
            {
                rules.OnTime[e.Person] = true;
            }
        }
    }

    private void PassDueTimes(long now)
    {
        _nextDue = long.MaxValue;
        foreach (var group in _coverings)
        {
            if (group.NextDue < now)
            {
                PassDueTimes(group, now);
            }

            _nextDue = Math.Min(_nextDue, group.NextDue);
        }
    }

    private void PassDueTimes(Covering group, long now)
    {
        group.NextDue = long.MaxValue;
        var dues = group.NextDues;
        for (var i = 0; i < dues.Length; i++)
        {
            if (dues[i] < now)
            {
                dues[i] = PassDueTimes(group.All[i], now);
            }

            group.NextDue = Math.Min(group.NextDue, dues[i]);
        }
    }

    private long PassDueTimes(Rules rules, long now)
    {
        while (rules.Due.TryPeek(out var next))
        {
            if (next.At >= now)
            {
                return next.At;
            }

            rules.Due.Dequeue();
            if (rules.Open.Remove(next.Complaint))
            {
                _tally.Add(rules.Replica.RuleOf(Duty.Answered), next.Complaint);
            }
        }

        return long.MaxValue;
    }

    // Clock-in windows close at fixed times of the day; patrols and reports are looked at when it ends.
    private void PassFixedTimes(long now)
    {
        while (_nextFixed < now)
        {
            if (_nextShiftCheck < _shiftChecks.Length)
            {
                CheckShift(_shiftChecks[_nextShiftCheck++]);
            }
            else
            {
                EndDay();
            }

            _nextFixed = _dayStart + (_nextShiftCheck < _shiftChecks.Length ? _shiftChecks[_nextShiftCheck].At : Clock.Day - 1);
        }
    }

    private void CheckShift((long At, bool Early, Rules Rules) check)
    {
        var rules = check.Rules;
        foreach (var person in check.Early ? rules.EarlyPeople : rules.LatePeople)
        {
            if (!rules.OnTime[person])
            {
                _tally.Add(rules.Replica.RuleOf(Duty.OnTime), Tally.OnDay(person, _dayStart / Clock.Day));
            }

            rules.OnTime[person] = false;
        }
    }

    private void EndDay()
    {
        var day = _dayStart / Clock.Day;
        for (var site = 0; site < _sites; site++)
        {
            foreach (var rules in _groups[site & (Replica.Groups - 1)].All)
            {
                if (rules.Patrols[site] < 2)
                {
                    _tally.Add(rules.Replica.RuleOf(Duty.Patrolled), Tally.OnDay(site, day));
                }

                rules.Patrols[site] = 0;
                if (day + 1 == rules.Replica.ReportDay && !rules.Filed[site])
                {
                    _tally.Add(rules.Replica.RuleOf(Duty.Reported), site);
                }
            }
        }

        _dayStart += Clock.Day;
        _nextShiftCheck = 0;
    }

    /// <summary>The replicas that cover a group of sites, and the least time at which a complaint of theirs is due.</summary>
    private sealed class Covering(Rules[] all, int sites)
    {
        public readonly Rules[] All = all;
        public readonly (int Limit, long Longest)[] QueueLimits = [.. all.Select(r => (r.Replica.QueueLimit, r.Replica.QueueFor))];
        public readonly long[][] QueueSince = [.. Enumerable.Range(0, sites).Select(_ => Enumerable.Repeat(-1L, all.Length).ToArray())];
        public readonly long[] NextDues = [.. all.Select(_ => long.MaxValue)];
        public long NextDue = long.MaxValue;
    }

    /// <summary>The figures and the state of one replica.</summary>
    private sealed class Rules(Replica replica, int sites)
    {
        public readonly Replica Replica = replica;
        public readonly long AnswerWithin = replica.AnswerWithin;
        public readonly int PatrolMinutes = replica.PatrolMinutes;
        public readonly long Grace = replica.Grace * Clock.Minute;
        public readonly long EarlyFrom = (8 * Clock.Hour) - (replica.ClockInFrom * Clock.Minute);
        public readonly long EarlyTo = (8 * Clock.Hour) - (replica.ClockInTo * Clock.Minute);
        public readonly long LateFrom = (14 * Clock.Hour) - (replica.ClockInFrom * Clock.Minute);
        public readonly long LateTo = (14 * Clock.Hour) - (replica.ClockInTo * Clock.Minute);

        public readonly int[] EarlyPeople = PeopleOf(replica, sites, early: true);
        public readonly int[] LatePeople = PeopleOf(replica, sites, early: false);

        public readonly HashSet<int> Open = [];
        public readonly Queue<(long At, int Complaint)> Due = [];
        public readonly int[] Patrols = new int[sites];
        public readonly bool[] Filed = new bool[sites];
        public readonly bool[] OnTime = new bool[sites * Clock.PeoplePerSite];

        private static int[] PeopleOf(Replica replica, int sites, bool early) =>
        [
            .. Enumerable.Range(0, sites * Clock.PeoplePerSite).Where(p => Clock.IsEarly(p) == early && replica.Covers(p / Clock.PeoplePerSite)),
        ];
    }
}
