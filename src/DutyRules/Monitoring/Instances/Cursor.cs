using DutyRules.Monitoring.Records;

namespace DutyRules.Monitoring.Instances;

/// <summary>Where a run of a norm is in what it reads: events, changes of states, outcomes of the norm it follows.</summary>
internal sealed class Cursor
{
    private readonly NormContext _context;
    private readonly int[] _events;
    private readonly int[] _changes;
    private int _outcome;

    public Cursor(NormContext context)
    {
        _context = context;
        _events = new int[context.Logs.Length];
        _changes = new int[context.Watched.Length];
    }

    /// <summary>Goes to the first event and change at a position, and to the first outcome after a cut.</summary>
    public void Seek(long position, long upstreamDone)
    {
        for (var i = 0; i < _events.Length; i++)
        {
            _events[i] = _context.Logs[i].IndexFrom(position);
        }

        for (var i = 0; i < _changes.Length; i++)
        {
            _changes[i] = _context.Watched[i].ChangesFrom(position);
        }

        _outcome = _context.Upstream?.IndexAfter(upstreamDone) ?? 0;
    }

    /// <summary>The time of the next event or change.</summary>
    public long? NextRecord
    {
        get
        {
            long? next = null;
            for (var i = 0; i < _events.Length; i++)
            {
                var log = _context.Logs[i];
                if (_events[i] < log.Count && (next is null || log[_events[i]].Time < next))
                {
                    next = log[_events[i]].Time;
                }
            }

            for (var i = 0; i < _changes.Length; i++)
            {
                var state = _context.Watched[i];
                if (_changes[i] < state.ChangeCount && state.ChangeTimeAt(_changes[i]) is var time && (next is null || time < next))
                {
                    next = time;
                }
            }

            return next;
        }
    }

    /// <summary>The cut of the next outcome.</summary>
    public long? NextOutcome =>
        _context.Upstream is { } upstream && _outcome < upstream.Count ? upstream[_outcome].Cut : null;

    /// <summary>The next outcome with a cut up to <paramref name="time"/>.</summary>
    public Outcome? TakeOutcome(long time) => NextOutcome <= time ? _context.Upstream![_outcome++] : null;

    /// <summary>The events of the next step of an instant, in the order of their ids. False when there is none left.</summary>
    public bool TakeStep(long time, List<LoggedEvent> step)
    {
        step.Clear();
        Place? place = null;
        for (var i = 0; i < _events.Length; i++)
        {
            var log = _context.Logs[i];
            if (_events[i] < log.Count && log[_events[i]] is var item && item.Time == time
                && (place is null || item.Place.CompareTo(place.Value) < 0))
            {
                place = item.Place;
            }
        }

        if (place is not { } at)
        {
            return false;
        }

        for (var i = 0; i < _events.Length; i++)
        {
            var log = _context.Logs[i];
            while (_events[i] < log.Count && log[_events[i]].Place == at)
            {
                step.Add(log[_events[i]++]);
            }
        }

        if (_events.Length > 1)
        {
            step.Sort();
        }

        return true;
    }

    /// <summary>Passes the changes of an instant. True when there was one.</summary>
    public bool TakeChanges(long time)
    {
        var any = false;
        for (var i = 0; i < _changes.Length; i++)
        {
            var state = _context.Watched[i];
            while (_changes[i] < state.ChangeCount && state.ChangeTimeAt(_changes[i]) <= time)
            {
                _changes[i]++;
                any = true;
            }
        }

        return any;
    }
}
