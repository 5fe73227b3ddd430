using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Runs the lanes of all declared sites as time moves on.</summary>
internal sealed class LaneMonitor
{
    private readonly Plan _plan;
    private readonly long _start;
    private readonly LaneVerdicts _verdicts;
    private readonly LaneClock _clock = new(null);
    private readonly List<SiteLanes> _lanes = [];
    private readonly Dictionary<string, SiteLanes> _bySite = new(StringComparer.Ordinal);
    private readonly List<LaneSite> _waiting = [];
    private readonly PriorityQueue<LaneSite, long> _order = new();
    private readonly List<LaneEvent> _instant = [];
    private bool _hasBegun;
    private int _count;

    public LaneMonitor(Plan plan, long start, LaneVerdicts verdicts, IEnumerable<string> sites)
    {
        _plan = plan;
        _start = start;
        _verdicts = verdicts;
        var alike = sites.Select(site => (Name: site, Norms: plan.LaneNormsAt(site))).Where(s => s.Norms.Count > 0)
            .GroupBy(s => string.Join(',', s.Norms.Select(n => n.Order)), StringComparer.Ordinal);
        foreach (var group in alike)
        {
            var lanes = new SiteLanes(group.First().Norms, plan, group.Count(), _verdicts, _clock);
            _lanes.Add(lanes);
            foreach (var (name, _) in group)
            {
                _bySite.Add(name, lanes);
            }
        }
    }

    /// <summary>Adds a declared site; null if no norm of it goes in a lane.</summary>
    public LaneSite? Add(PartitionMonitor partition) => _bySite.TryGetValue(partition.Name, out var lanes) ? lanes.Add(partition, ++_count) : null;

    /// <summary>A site has records that wait.</summary>
    public void Await(LaneSite site)
    {
        if (!site.IsAwaited)
        {
            site.IsAwaited = true;
            _waiting.Add(site);
        }
    }

    /// <summary>When something falls due next, or earlier.</summary>
    public long NextDue => _clock.Next;

    /// <summary>Whether no record waits and the record has begun.</summary>
    public bool IsQuiet => _hasBegun && _waiting.Count == 0;

    /// <summary>Whether there may be something to do by an instant.</summary>
    public bool HasWork(long now) => _waiting.Count > 0 || _clock.Next <= now || (!_hasBegun && now > _start);

    /// <summary>Runs up to an instant.</summary>
    public void Run(long now)
    {
        _verdicts.Watermark = now;
        if (!_hasBegun && now > _start)
        {
            Begin();
        }

        TakeRecords(now);
        if (_clock.Next <= now)
        {
            Pass(now);
        }
    }

    /// <summary>Whether a row of a site can be taken at once: nothing that is not yet taken comes before it.</summary>
    public bool CanTake(LaneSite site) => _hasBegun && !site.Waits;

    /// <summary>
    /// Takes a row that is alone in its instant at its site, when everything up to it is done. What it leads to is said when time has moved on to <paramref name="next"/>.
    /// </summary>
    public void Take(in NamedPartition site, in BatchRow found, int row, Listeners listeners, long next)
    {
        _verdicts.Watermark = next;
        site.Lanes!.Take(site, found, row, listeners);
    }

    /// <summary>From here on rows are of this batch.</summary>
    public void Begin(EventBatch batch, SiteNames names)
    {
        foreach (var lanes in _lanes)
        {
            lanes.Begin(batch, names);
        }
    }

    /// <summary>The batch is done with.</summary>
    public void End()
    {
        foreach (var lanes in _lanes)
        {
            lanes.End();
        }
    }

    /// <summary>The open instances of a site, and those that are to come before an instant; null: only the open ones.</summary>
    public static IEnumerable<(Norms.Norm Norm, LaneNorm At, ForeseenDuty Duty)> Foresee(LaneSite site, long? to) =>
        from family in site.Lanes.Families
        from foreseen in family.Foresee(site, to)
        select (foreseen.Norm.Plan.Norm, site.Norm(foreseen.Norm), foreseen.Duty);

    /// <summary>Before the sites are read from a snapshot; nothing must have run yet.</summary>
    public void BeginRestoring()
    {
        foreach (var family in _lanes.SelectMany(l => l.Families))
        {
            family.Clear();
        }
    }

    /// <summary>After the sites were read from a snapshot.</summary>
    public void EndRestoring(long now)
    {
        _hasBegun = now > _start;
        foreach (var family in _lanes.SelectMany(l => l.Families))
        {
            family.Restored(now);
        }
    }

    // Conditions are read at the end of the first instant whether or not something happens in it.
    private void Begin()
    {
        _hasBegun = true;
        TakeRecords(_start + 1);
        foreach (var lanes in _lanes)
        {
            foreach (var site in lanes.Sites)
            {
                lanes.EndInstant(site, _start);
            }
        }
    }

    private void TakeRecords(long now)
    {
        if (_waiting.Count == 1)
        {
            TakeRecords(_waiting[0], now);
        }
        else if (_waiting.Count > 1)
        {
            TakeRecordsOfSeveral(now);
        }
    }

    private void TakeRecords(LaneSite site, long now)
    {
        while (site.NextRecord is var time && time < now)
        {
            if (_clock.Next <= time)
            {
                Pass(time);
            }

            TakeInstant(site, time);
        }

        if (!site.Waits)
        {
            site.IsAwaited = false;
            _waiting.Clear();
        }
    }

    private void TakeRecordsOfSeveral(long now)
    {
        foreach (var site in _waiting)
        {
            if (site.NextRecord < now)
            {
                _order.Enqueue(site, site.NextRecord);
            }
        }

        while (_order.TryDequeue(out var site, out var time))
        {
            if (_clock.Next <= time)
            {
                Pass(time);
            }

            TakeInstant(site, time);
            if (site.NextRecord < now)
            {
                _order.Enqueue(site, site.NextRecord);
            }
        }

        foreach (var site in _waiting)
        {
            site.IsAwaited = site.Waits;
        }

        _waiting.RemoveAll(site => !site.IsAwaited);
    }

    private void TakeInstant(LaneSite site, long time)
    {
        if (site.Held is not null)
        {
            var listeners = site.HeldListeners;
            var record = site.Release();
            if (listeners is not null)
            {
                site.Lanes.Take(site, new LaneEvent(record, time, listeners), listeners);
            }

            return;
        }

        _instant.Clear();
        foreach (var item in site.Waiting)
        {
            if (item.Time != time)
            {
                break;
            }

            _instant.Add(new LaneEvent(item.Record, time, site.Lanes.ListenersTo(item.Type)));
        }

        site.Waiting.RemoveRange(0, _instant.Count);
        site.Lanes.Take(site, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_instant));
    }

    private void Pass(long cut)
    {
        var next = long.MaxValue;
        foreach (var lanes in _lanes)
        {
            if (lanes.Clock.Next <= cut)
            {
                lanes.Pass(cut);
            }

            next = Math.Min(next, lanes.Clock.Next);
        }

        _clock.Next = next;
    }
}
