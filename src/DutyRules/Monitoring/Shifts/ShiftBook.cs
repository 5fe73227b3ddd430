using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using NodaTime;

namespace DutyRules.Monitoring.Shifts;

/// <summary>All planned shifts of one partition, as the records of shifts say (rules H1, H2). Shared by the norms of the partition.</summary>
internal sealed class ShiftBook
{
    /// <summary>A previous or next shift is looked for within so many days (rule H6).</summary>
    public const int FarthestDays = 31;

    private readonly ShiftEvents _events;
    private readonly EventLog[] _logs;
    private readonly Dictionary<string, ShiftTrack> _byId = new(StringComparer.Ordinal);
    private readonly List<ShiftTrack> _tracks = [];
    private readonly SortedDictionary<long, HashSet<ShiftTrack>> _byDay = [];
    private long _position;
    private long _lateFrom = long.MaxValue;

    public ShiftBook(ShiftEvents events, History history, long start)
    {
        _events = events;
        _logs = [.. events.Types.Select(history.LogOf)];
        _position = start;
    }

    /// <summary>It has seen every step with a time before this.</summary>
    public long Position => _position;

    public IEnumerable<ShiftTrack> Tracks => _tracks;

    public ShiftTrack this[int index] => _tracks[index];

    public bool Reads(EventType type) => _events.Types.Contains(type);

    /// <summary>The track of the shift that a record is about; null if it names none, or nothing effective was ever said of it.</summary>
    public ShiftTrack? TrackOf(LoggedEvent item) =>
        item.Record.Text(ShiftEvents.ShiftField) is { } id ? _byId.GetValueOrDefault(id) : null;

    /// <summary>Notes that the history changed at a time.</summary>
    public void Touch(long time) => _lateFrom = Math.Min(_lateFrom, time);

    /// <summary>Takes in every step before <paramref name="to"/>.</summary>
    public void Run(long to)
    {
        if (_lateFrom < _position)
        {
            foreach (var track in _tracks)
            {
                track.Rewind(_lateFrom);
            }

            _position = _lateFrom;
        }

        _lateFrom = long.MaxValue;
        var items = new List<LoggedEvent>();
        foreach (var log in _logs)
        {
            for (var i = log.IndexFrom(_position); i < log.Count && log[i].Time < to; i++)
            {
                items.Add(log[i]);
            }
        }

        foreach (var step in items.GroupBy(i => i.Place).OrderBy(g => g.Key))
        {
            foreach (var shift in step.Where(i => i.Record.Text(ShiftEvents.ShiftField) is not null)
                .GroupBy(i => i.Record.Text(ShiftEvents.ShiftField)!, StringComparer.Ordinal))
            {
                Step(shift.Key, step.Key, [.. shift]);
            }
        }

        _position = Math.Max(_position, to);
    }

    /// <summary>Forgets what was planned before an instant and no longer holds then.</summary>
    public void Settle(long readFrom)
    {
        foreach (var track in _tracks)
        {
            track.Trim(readFrom);
        }

        var oldest = DayOf(readFrom - Ticks.Of(_events.Longest)) - FarthestDays - 1;
        foreach (var day in _byDay.Keys.TakeWhile(day => day < oldest).ToList())
        {
            _byDay.Remove(day);
        }
    }

    /// <summary>The plans at an instant that cover it (rule H8).</summary>
    public IEnumerable<PlannedShift> Covering(long time) =>
        Near(time - Ticks.Of(_events.Longest), time).Select(t => t.At(time)).OfType<PlannedShift>().Where(p => p.Covers(time));

    /// <summary>The shift of a person that covers the time of a step, by the plans after it; of several that with the greatest start, then id (rule H7).</summary>
    public PlannedShift? Of(string person, Place step) =>
        Near(step.Time - Ticks.Of(_events.Longest), step.Time).Select(t => t.After(step)).OfType<PlannedShift>()
            .Where(p => p.Person == person && p.Covers(step.Time))
            .OrderBy(p => p.Starts).ThenBy(p => p.Id, StringComparer.Ordinal).LastOrDefault();

    /// <summary>Those on shift in a role at some time in <c>[from, to)</c>.</summary>
    public IEnumerable<string> OnShiftWithin(string role, long from, long to)
    {
        foreach (var track in Near(from - Ticks.Of(_events.Longest), to))
        {
            for (var i = 0; i < track.Versions.Count; i++)
            {
                var (place, plan, _) = track.Versions[i];
                var until = i + 1 < track.Versions.Count ? track.Versions[i + 1].Place.Time : long.MaxValue;
                if (plan is not null && plan.Role == role
                    && Math.Max(Math.Max(plan.Starts, place.Time), from) < Math.Min(Math.Min(plan.Ends, until), to))
                {
                    yield return plan.Person;
                }
            }
        }
    }

    /// <summary>The instants in <c>[from, to)</c> at which somebody may come on shift or go off.</summary>
    public IEnumerable<long> ChangesWithin(long from, long to) =>
        Near(from - Ticks.Of(_events.Longest), to)
            .SelectMany(track => track.Versions)
            .SelectMany(version => version.Plan is { } plan ? [version.Place.Time, plan.Starts, plan.Ends] : new[] { version.Place.Time })
            .Where(time => from <= time && time < to);

    /// <summary>The shift before or after one, as planned before a cut (rule H6).</summary>
    public PlannedShift? Neighbour(PlannedShift shift, long cut, bool next, bool own)
    {
        // Day by day away from the shift, as far as the first that has one.
        for (var days = 0; days <= FarthestDays + 1; days++)
        {
            var day = DayOf(shift.Starts) + (next ? days : -days);
            var nearest = On(day)
                .Select(t => t.At(cut - 1)).OfType<PlannedShift>()
                .Where(p => DayOf(p.Starts) == day && p.Id != shift.Id && (own ? p.Person == shift.Person : p.Role == shift.Role))
                .Select(p => (Plan: p, Away: next ? p.Starts - shift.Starts : shift.Starts - p.Starts))
                .Where(p => p.Away > 0 && p.Away <= FarthestDays * NodaConstants.TicksPerDay)
                .OrderBy(p => p.Away).ThenByDescending(p => p.Plan.Id, StringComparer.Ordinal)
                .FirstOrDefault().Plan;
            if (nearest is not null)
            {
                return nearest;
            }
        }

        return null;
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(_position);
        writer.Write(_lateFrom);
        writer.Write(_tracks.Count);
        foreach (var track in _tracks)
        {
            writer.Write(track.Id);
            writer.Write(track.Versions.Count);
            foreach (var (place, plan, ends) in track.Versions)
            {
                writer.Write(place);
                writer.Write(ends);
                writer.Write(plan);
            }
        }
    }

    public void Read(SnapshotReader reader)
    {
        _position = reader.ReadInt64();
        _lateFrom = reader.ReadInt64();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var track = Track(reader.ReadString());
            for (var versions = reader.ReadInt32(); versions > 0; versions--)
            {
                var (place, ends) = (reader.ReadPlace(), reader.ReadInt64());
                Add(track, new ShiftTrack.Version(place, reader.ReadShift(track.Id), ends));
            }
        }
    }

    private static long DayOf(long time) => (long)Math.Floor((double)time / NodaConstants.TicksPerDay);

    // Those that were ever planned to start on a day, and perhaps more.
    private IEnumerable<ShiftTrack> On(long day) => _byDay.TryGetValue(day, out var tracks) ? tracks : [];

    // In no particular order.
    private HashSet<ShiftTrack> Near(long from, long to)
    {
        var found = new HashSet<ShiftTrack>();
        for (var day = DayOf(from); day <= DayOf(to); day++)
        {
            found.UnionWith(On(day));
        }

        return found;
    }

    private void Step(string id, Place place, IReadOnlyList<LoggedEvent> step)
    {
        var before = _byId.GetValueOrDefault(id)?.Latest;
        if (before is { } known && place.Time >= known.Ends)
        {
            return;
        }

        var plan = before?.Plan;
        var ends = before?.Ends;
        if (step.Any(i => i.Type == _events.Cancelled))
        {
            plan = null;
        }
        else
        {
            plan = Greatest(_events.Planned) is { } planned ? PlanOf(id, planned) : plan;
            plan = plan is not null && Greatest(_events.Swapped)?.Record.Text(ShiftEvents.PersonField) is { } person ? plan with { Person = person } : plan;
            ends = plan?.Ends ?? ends;
        }

        if (ends is { } end && (before is null || plan != before.Value.Plan))
        {
            Add(Track(id), new ShiftTrack.Version(place, plan, end));
        }

        LoggedEvent? Greatest(EventType type) => step
            .Where(i => i.Type == type && (type != _events.Planned || i.Record.Instant(ShiftEvents.EndsField) is { } e && Ticks.Of(e) > place.Time))
            .MaxBy(i => i.Id, StringComparer.Ordinal);
    }

    private static PlannedShift PlanOf(string id, LoggedEvent planned) => new(
        id,
        planned.Record.Text(ShiftEvents.PersonField)!,
        planned.Record.Text(ShiftEvents.RoleField)!,
        planned.Record.Text(ShiftEvents.KindField),
        Ticks.Of(planned.Record.Instant(ShiftEvents.StartsField)!.Value),
        Ticks.Of(planned.Record.Instant(ShiftEvents.EndsField)!.Value));

    private ShiftTrack Track(string id)
    {
        if (!_byId.TryGetValue(id, out var track))
        {
            _byId.Add(id, track = new ShiftTrack(id, _tracks.Count));
            _tracks.Add(track);
        }

        return track;
    }

    private void Add(ShiftTrack track, ShiftTrack.Version version)
    {
        track.Add(version);
        if (version.Plan is { } plan)
        {
            var day = DayOf(plan.Starts);
            if (!_byDay.TryGetValue(day, out var tracks))
            {
                _byDay.Add(day, tracks = []);
            }

            tracks.Add(track);
        }
    }
}
