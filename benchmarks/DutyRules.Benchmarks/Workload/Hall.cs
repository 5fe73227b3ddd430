namespace DutyRules.Benchmarks.Workload;

/// <summary>Thirty days of service halls, drawn to the last event from fixed seeds.</summary>
internal sealed class Hall(int sites)
{
    private const int MinuteMs = 60_000;
    private const int HourMs = 60 * MinuteMs;
    private static readonly int[] _longRuns = [32, 35, 38, 41, 50, 70];
    private static readonly int[] _shortRuns = [6, 12, 20, 28];

    private readonly List<(int Ms, Func<long, Happening> Make)> _day = [];

    public int Sites { get; } = sites;

    /// <summary>All events of all days, in order.</summary>
    public Happening[] All() => [.. Enumerable.Range(0, Clock.Days).SelectMany(Day)];

    /// <summary>The events of a day, in order, no two at one time.</summary>
    public Happening[] Day(int day)
    {
        _day.Clear();
        for (var site = 0; site < Sites; site++)
        {
            Draw(day, site);
        }

        var order = Enumerable.Range(0, _day.Count).ToArray();
        Array.Sort(_day.Select((e, i) => ((long)e.Ms << 32) | (uint)i).ToArray(), order);
        var events = new Happening[order.Length];
        var previous = -1;
        for (var i = 0; i < order.Length; i++)
        {
            var (ms, make) = _day[order[i]];
            previous = Math.Max(ms, previous + 1);
            events[i] = make((day * Clock.Day) + (previous * Clock.Millisecond));
        }

        return events;
    }

    private void Draw(int day, int site)
    {
        var draws = SplitMix.Of(day, site);
        DrawQueue(ref draws, site);
        for (var i = 0; i < Clock.PeoplePerSite; i++)
        {
            DrawPerson(ref draws, site, i);
        }

        DrawPatrols(ref draws, site);
        DrawComplaints(ref draws, day, site);
        DrawReports(day, site);
        if (day % 7 == 1)
        {
            var people = draws.Draw(3, 10);
            Add((8 * HourMs) + (30 * MinuteMs), t => new MeetingHeld(t, site, people));
        }
    }

    private void DrawQueue(ref SplitMix draws, int site)
    {
        var (run, level) = (0, 0);
        switch (draws.Draw(0, 99))
        {
            case < 5:
                run = _longRuns[draws.Draw(0, 5)];
                level = draws.Draw(6, 9);
                break;
            case < 35:
                run = _shortRuns[draws.Draw(0, 3)];
                level = draws.Draw(6, 9);
                break;
        }

        var first = draws.Draw(10, 250);
        for (var i = 0; i < 360; i++)
        {
            var length = first <= i && i < first + run ? level : draws.Draw(0, 5);
            Add((11 * HourMs) + (i * 10_000) + (37 * site % 10_000), t => new QueueLength(t, site, length));
        }
    }

    private void DrawPerson(ref SplitMix draws, int site, int index)
    {
        var person = (site * Clock.PeoplePerSite) + index;
        var start = (Clock.IsEarly(index) ? 8 : 14) * HourMs;
        var chance = draws.Draw(0, 199);
        if (chance == 0)
        {
            return;
        }

        var minutes = chance <= 5 ? draws.Draw(2, 9) : chance <= 9 ? draws.Draw(15, 24) : draws.Draw(10, 14);
        var begin = start - (minutes * MinuteMs) - (draws.Draw(10, 50) * 1000) - draws.Draw(0, 999);
        var end = start + (6 * HourMs) + (draws.Draw(1, 19) * MinuteMs) + (draws.Draw(0, 59) * 1000) + draws.Draw(0, 999);
        Add(begin, t => new ClockIn(t, site, person));
        Add(end, t => new ClockOut(t, site, person));
        if (index is 0 or 5)
        {
            Add(end - MinuteMs, t => new HandoverSigned(t, site, person));
        }

        for (var i = 0; i < 33; i++)
        {
            Add(draws.Draw(begin + MinuteMs, end - MinuteMs), t => new CashCheck(t, site, person));
        }

        switch (draws.Draw(0, 99))
        {
            case < 5:
                Add(end + (draws.Draw(0, 3) * MinuteMs) + (draws.Draw(10, 50) * 1000), t => new CashCheck(t, site, person));
                break;
            case 5:
                Add(begin - (draws.Draw(1, 5) * MinuteMs), t => new CashCheck(t, site, person));
                break;
        }
    }

    private void DrawPatrols(ref SplitMix draws, int site)
    {
        var chance = draws.Draw(0, 99);
        var good = chance < 1 ? 0 : chance < 5 ? 1 : draws.Draw(2, 4);
        for (var i = 0; i < good; i++)
        {
            DrawPatrol(ref draws, site, 30, 60);
        }

        if (chance is 3 or 4)
        {
            DrawPatrol(ref draws, site, 21, 29);
        }
    }

    private void DrawPatrol(ref SplitMix draws, int site, int least, int most)
    {
        var ms = (9 * HourMs) + draws.Draw(0, 10 * HourMs);
        var person = (site * Clock.PeoplePerSite) + draws.Draw(0, 9);
        var minutes = draws.Draw(least, most);
        Add(ms, t => new Patrol(t, site, person, minutes));
    }

    private void DrawComplaints(ref SplitMix draws, int day, int site)
    {
        for (var i = 0; i < Clock.ComplaintsPerDay; i++)
        {
            var complaint = (((day * Sites) + site) * Clock.ComplaintsPerDay) + i;
            var received = (8 * HourMs) + draws.Draw(0, (12 * HourMs) - 1);
            Add(received, t => new ComplaintReceived(t, site, complaint));
            var chance = draws.Draw(0, 99);
            if (chance == 0)
            {
                continue;
            }

            var delay = ((chance < 5 ? draws.Draw(300, 599) : draws.Draw(10, 298)) * 6_000) + draws.Draw(1_000, 5_000);
            var person = (site * Clock.PeoplePerSite) + draws.Draw(0, 9);
            Add(received + delay, t => new ComplaintAnswered(t, site, person, complaint));
        }
    }

    private void DrawReports(int day, int site)
    {
        var draws = SplitMix.Of(99, site);
        var chance = draws.Draw(0, 19);
        if (chance > 0)
        {
            var filed = chance == 1 ? draws.Draw(8, 12) : draws.Draw(0, 7);
            var second = draws.Draw(0, 3600);
            if (filed == day)
            {
                Add((16 * HourMs) + (second * 1000), t => new ReportFiled(t, site, 1));
            }
        }

        if (day % 7 == 0)
        {
            Add(17 * HourMs, t => new ReportFiled(t, site, 2));
        }
    }

    private void Add(int ms, Func<long, Happening> make) => _day.Add((ms, make));
}
