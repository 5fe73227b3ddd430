using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;

namespace DutyRules.Monitoring.States;

/// <summary>
/// Runs one state of one partition along the history and keeps its recent past. The base has seen everything that can no longer change;
/// the head has seen everything up to now, and is made anew from the base when something late comes in.
/// </summary>
internal sealed class StateRunner : PartitionState
{
    private readonly StatePlan _plan;
    private readonly EventLog[] _logs;
    private readonly EvaluationScope _scope;
    private readonly Dictionary<StateKey, StateTrack> _tracks = [];
    private readonly List<StateChange> _changes = [];
    private readonly List<LoggedEvent> _step = [];
    private readonly UnitPeriods? _periods;
    private readonly Value? _initially;
    private readonly bool _isOffAtFirst;
    private StateCells _base;
    private StateCells _head;
    private int _firstChange;
    private long _basePosition;
    private long _lateFrom = long.MaxValue;

    public StateRunner(StatePlan plan, History history, EvaluationScope scope, SiteCalendar site, long start)
        : base(plan)
    {
        _plan = plan;
        _scope = scope;
        _logs = [.. plan.Types.Select(history.LogOf)];
        _periods = plan.Per is { } unit ? new UnitPeriods(unit, site) : null;
        _initially = StateCell.For(plan.Definition).Value;
        _isOffAtFirst = plan.Definition is SwitchState && _initially is { AsTruth: false };
        _base = _head = new StateCells(plan, _periods);
        _basePosition = HeadPosition = start;
    }

    /// <summary>The base has seen every step with a time before this.</summary>
    public override long BasePosition => _basePosition;

    /// <summary>The head has seen every step with a time before this.</summary>
    public long HeadPosition { get; private set; }

    public override long NextWake
    {
        get
        {
            var next = _head.NextEnd ?? long.MaxValue;
            foreach (var log in _logs)
            {
                next = Math.Min(next, log.NextFrom(HeadPosition));
            }

            return next == long.MaxValue ? next : next + 1;
        }
    }

    public override int ChangeCount => _changes.Count - _firstChange;

    public override long ChangeTimeAt(int index) => ChangeAt(index).Place.Time;

    /// <summary>Whether every event comes in order, so that base and head are one.</summary>
    private bool InOrder => _plan.Lateness == NodaTime.Duration.Zero;

    public override Value? At(StateKey key, Viewpoint viewpoint) =>
        _tracks.TryGetValue(key, out var track) ? track.At(viewpoint) : _initially;

    public override IEnumerable<(StateKey Key, Value? Value)> All(Viewpoint viewpoint) => _tracks.Select(t => (t.Key, t.Value.At(viewpoint)));

    public override void Touch(long time) => _lateFrom = Math.Min(_lateFrom, time);

    public override long? Run(long to)
    {
        var changedFrom = _lateFrom < HeadPosition ? Rewind(to) : Advance(to);
        _lateFrom = long.MaxValue;
        return changedFrom;
    }

    public override void Settle(long watermark, long readFrom)
    {
        if (InOrder)
        {
            _basePosition = HeadPosition;
        }
        else if (watermark > BasePosition)
        {
            Run(_base, BasePosition, watermark, record: false);
            _basePosition = watermark;
        }

        foreach (var (key, track) in _tracks)
        {
            track.Trim(readFrom);
            if (_isOffAtFirst && track.IsOffForAllWeKnow)
            {
                _tracks.Remove(key);
            }
        }

        if (_isOffAtFirst)
        {
            _base.ForgetOff();
            _head.ForgetOff();
        }

        _firstChange += ChangesFrom(readFrom);
        if (_firstChange > 256 && _firstChange > _changes.Count / 2)
        {
            _changes.RemoveRange(0, _firstChange);
            _firstChange = 0;
        }
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(BasePosition);
        writer.Write(HeadPosition);
        writer.Write(_lateFrom);
        _base.Write(writer);
        writer.Write(_tracks.Count);
        foreach (var track in _tracks.Values)
        {
            writer.Write(track.Key);
            writer.Write(track.Initially);
        }

        writer.Write(ChangeCount);
        for (var i = 0; i < ChangeCount; i++)
        {
            var change = ChangeAt(i);
            writer.Write(change.Track.Key);
            writer.Write(change.Place);
            writer.Write(change.Value);
        }
    }

    public override void Read(SnapshotReader reader)
    {
        _basePosition = reader.ReadInt64();
        HeadPosition = reader.ReadInt64();
        _lateFrom = reader.ReadInt64();
        _base = new StateCells(_plan, _periods);
        _base.Read(reader);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var key = reader.ReadKey();
            _tracks.Add(key, new StateTrack(key, reader.ReadValue()));
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            Record(reader.ReadKey(), reader.ReadPlace(), reader.ReadValue());
        }

        _head = _base;
        if (!InOrder)
        {
            _head = _base.Clone();
            Run(_head, BasePosition, HeadPosition, record: false);
        }
    }

    private StateChange ChangeAt(int index) => _changes[_firstChange + index];

    private long? Advance(long to)
    {
        if (to <= HeadPosition)
        {
            return null;
        }

        if (!InOrder && ReferenceEquals(_base, _head))
        {
            _head = _base.Clone();
        }

        var before = _changes.Count;
        Run(_head, HeadPosition, to, record: true);
        HeadPosition = to;
        return _changes.Count > before ? _changes[before].Place.Time : null;
    }

    private long? Rewind(long to)
    {
        var index = ChangesFrom(BasePosition);
        var old = _changes.GetRange(_firstChange + index, ChangeCount - index);
        for (var i = old.Count - 1; i >= 0; i--)
        {
            old[i].Track.RemoveLast();
        }

        _changes.RemoveRange(_firstChange + index, old.Count);
        _head = _base.Clone();
        to = Math.Max(to, HeadPosition);
        Run(_head, BasePosition, to, record: true);
        HeadPosition = to;
        return FirstDifference(old, index);
    }

    private long? FirstDifference(List<StateChange> old, int index)
    {
        var count = ChangeCount - index;
        for (var i = 0; i < Math.Max(old.Count, count); i++)
        {
            if (i >= old.Count)
            {
                return ChangeAt(index + i).Place.Time;
            }

            if (i >= count)
            {
                return old[i].Place.Time;
            }

            if (old[i] != ChangeAt(index + i))
            {
                return Math.Min(old[i].Place.Time, ChangeAt(index + i).Place.Time);
            }
        }

        return null;
    }

    private void Run(StateCells cells, long from, long to, bool record)
    {
        Span<int> next = stackalloc int[_logs.Length];
        for (var i = 0; i < _logs.Length; i++)
        {
            next[i] = _logs[i].IndexFrom(from);
        }

        while (true)
        {
            Place? place = null;
            for (var i = 0; i < _logs.Length; i++)
            {
                if (next[i] < _logs[i].Count && _logs[i][next[i]] is var item && item.Time < to
                    && (place is null || item.Place.CompareTo(place.Value) < 0))
                {
                    place = item.Place;
                }
            }

            if (cells.NextEnd is { } end && end < to && (place is null || end <= place.Value.Time))
            {
                cells.RunOut(end, record ? (time, key, value) => Record(key, Place.BeforeAll(time), value) : null);
                continue;
            }

            if (place is not { } at)
            {
                return;
            }

            _step.Clear();
            for (var i = 0; i < _logs.Length; i++)
            {
                while (next[i] < _logs[i].Count && _logs[i][next[i]].Place == at)
                {
                    _step.Add(_logs[i][next[i]++]);
                }
            }

            cells.Step(_step, _scope, record ? (key, value) => Record(key, at, value) : null);
        }
    }

    private void Record(StateKey key, Place place, Value? value)
    {
        if (!_tracks.TryGetValue(key, out var track))
        {
            _tracks.Add(key, track = new StateTrack(key, _initially));
        }

        if (track.Set(place, value))
        {
            _changes.Add(new StateChange(place, track, value));
        }
    }
}
