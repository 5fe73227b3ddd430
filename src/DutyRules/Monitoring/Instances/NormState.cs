using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Instances;

/// <summary>
/// One norm in one partition at one time: its open instances, its timers, its spells. <see cref="Run"/> is the only way forward, in order, late and after a
/// restart alike (the phases of rule T7). What it decides goes to a sink in the order of the instants.
/// </summary>
internal sealed partial class NormState
{
    private readonly NormContext _context;
    private readonly NormPlan _plan;
    private readonly VerdictMaker _verdicts;
    private readonly InstanceSet _instances;
    private readonly PriorityQueue<NormTimer, NormTimer> _timers = new();
    private readonly PriorityQueue<NormTimer, NormTimer> _reads = new();
    private readonly Dictionary<(string Period, string Person), long> _seen = [];
    private readonly List<Instance> _pending = [];
    private readonly List<LoggedEvent> _step = [];
    private readonly List<Instance> _sharing = [];
    private readonly List<Instance> _newborn = [];
    private readonly List<LoggedEvent> _offers = [];
    private readonly List<(Instance Newborn, LoggedEvent Item)> _postponed = [];
    private readonly Cursor _cursor;
    private List<Spell> _spells = [];
    private readonly List<AwaitedPeriod> _awaited = [];
    private readonly Dictionary<int, ShiftEntry> _shifts;
    private readonly HashSet<int> _changedShifts = [];
    private PeriodSpan? _lastPeriod;
    private long _nextSerial;
    private long _upstreamDone = long.MinValue;
    private Action<Outcome> _sink = _ => { };

    public NormState(NormContext context)
        : this(context, new InstanceSet(context.Plan), [])
    {
        Position = context.Start - 1;
        Begin();
    }

    private NormState(NormContext context, InstanceSet instances, Dictionary<int, ShiftEntry> shifts)
    {
        _context = context;
        _plan = context.Plan;
        _verdicts = new VerdictMaker(context);
        _instances = instances;
        _shifts = shifts;
        _cursor = new Cursor(context);
    }

    /// <summary>Every instant before this is done; of this one, phase 1.</summary>
    public long Position { get; private set; }

    /// <summary>The next tick at which something happens with no event and no change of a state.</summary>
    public long? NextTimer => Earlier(Peek(_timers), Peek(_reads));

    /// <summary>Runs up to <paramref name="to"/>: every instant before it, and what is decided at the cut <paramref name="to"/> itself.</summary>
    public void Run(long to, Action<Outcome> sink)
    {
        _sink = sink;
        var cursor = _cursor;
        cursor.Seek(Position, _upstreamDone);
        while (true)
        {
            var next = Earlier(Earlier(Peek(_timers), cursor.NextOutcome), Earlier(Peek(_reads), cursor.NextRecord));
            if (next is not { } found || found > to)
            {
                break;
            }

            var time = Math.Max(found, Position);
            Position = time;
            RunTimers(time, cursor);
            if (time == to)
            {
                break;
            }

            RunInstant(time, cursor);
            Position = time + 1;
        }

        Position = Math.Max(Position, to);
        _upstreamDone = Math.Max(_upstreamDone, to);
    }

    public NormState Clone()
    {
        var clone = new NormState(_context, _instances.Clone(), new Dictionary<int, ShiftEntry>(_shifts))
        {
            Position = Position,
            _spells = [.. _spells.Select(s => s.Clone())],
            _lastPeriod = _lastPeriod,
            _nextSerial = _nextSerial,
            _upstreamDone = _upstreamDone,
        };
        clone._timers.EnqueueRange(_timers.UnorderedItems);
        clone._reads.EnqueueRange(_reads.UnorderedItems);
        foreach (var (key, end) in _seen)
        {
            clone._seen.Add(key, end);
        }

        clone._awaited.AddRange(_awaited);
        return clone;
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(Position);
        writer.Write(_nextSerial);
        writer.Write(_upstreamDone);
        WriteAwaited(writer);
        _instances.Write(writer);
        Write(writer, _timers);
        Write(writer, _reads);
        writer.Write(_seen.Count);
        foreach (var ((period, person), end) in _seen)
        {
            writer.Write(period);
            writer.Write(person);
            writer.Write(end);
        }

        foreach (var spell in _spells)
        {
            spell.Write(writer);
        }
    }

    public void Read(SnapshotReader reader)
    {
        Position = reader.ReadInt64();
        _nextSerial = reader.ReadInt64();
        _upstreamDone = reader.ReadInt64();
        ReadAwaited(reader);
        _instances.Read(reader);
        Read(reader, _timers);
        Read(reader, _reads);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _seen.Add((reader.ReadString(), reader.ReadString()), reader.ReadInt64());
        }

        foreach (var spell in _spells)
        {
            spell.Read(reader);
        }
    }

    private void WriteAwaited(SnapshotWriter writer)
    {
        writer.Write(_lastPeriod is not null);
        if (_lastPeriod is not null)
        {
            writer.Write(_lastPeriod);
        }

        writer.Write(_awaited.Count);
        foreach (var awaited in _awaited)
        {
            writer.Write(awaited.Period);
        }

        writer.Write(_shifts.Count);
        foreach (var (index, entry) in _shifts.OrderBy(s => s.Key))
        {
            writer.Write(index);
            entry.Write(writer);
        }
    }

    private void ReadAwaited(SnapshotReader reader)
    {
        _lastPeriod = reader.ReadBoolean() ? reader.ReadPeriod() : null;
        _awaited.Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _awaited.Add(Foresee(reader.ReadPeriod()));
        }

        _shifts.Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _shifts.Add(reader.ReadInt32(), ShiftEntry.Read(reader));
        }
    }

    private void Begin()
    {
        if (!_context.IsDeclared)
        {
            return;
        }

        switch (_plan.Norm.Frame)
        {
            case EveryFrame when _context.Periods is { } periods:
                AwaitPeriods(periods.FirstFrom(_context.Start));
                break;
            case WhileFrame:
                _spells = _plan.Each
                    ? [.. _context.People.Select(p => new Spell(p, KeyWith(p)))]
                    : [new Spell(null, KeyWith(null))];
                ReadAt(Math.Max(_context.Start, _context.ForceFrom));
                if (_context.ForceTo != long.MaxValue)
                {
                    ReadAt(_context.ForceTo);
                }

                break;
        }
    }

    private void Set(long time, TimerKind kind, long subject, long since = 0)
    {
        var timer = new NormTimer(time, kind, subject, since);
        _timers.Enqueue(timer, timer);
    }

    /// <summary>Has the conditions read at the end of an instant.</summary>
    private void ReadAt(long time)
    {
        var timer = new NormTimer(time, TimerKind.Read, 0);
        _reads.Enqueue(timer, timer);
    }

    private void RunTimers(long time, Cursor cursor)
    {
        while (cursor.TakeOutcome(time) is { } outcome)
        {
            OpenFollowUps(outcome);
        }

        while (_timers.TryPeek(out var timer, out _) && timer.Time <= time)
        {
            _timers.Dequeue();
            Fire(timer);
        }

        ServeNewborn(time);
    }

    private void Fire(NormTimer timer)
    {
        switch (timer.Kind)
        {
            case TimerKind.Period:
                OpenPeriods(timer.Time);
                break;
            case TimerKind.Shift:
                OpenAwaited((int)timer.Subject, timer.Time);
                break;
            case TimerKind.SpellOpens:
                OpenSpell(_spells[(int)timer.Subject], timer.Since, timer.Time);
                break;
            case TimerKind.SpellUnknown:
                ReportUnknownSpell(_spells[(int)timer.Subject], timer.Since, timer.Time);
                break;
            case TimerKind.Threshold when _instances.Find(timer.Subject) is { } instance && instance.Progress.Threshold == timer.Time:
                if (instance.Progress.OnThreshold(timer.Time) is { } reached)
                {
                    Commit(instance, reached);
                }

                break;
            case TimerKind.Close when _instances.Find(timer.Subject) is { } instance && IsOver(instance, timer.Time):
                Commit(instance, Close(instance));
                break;
        }
    }

    private void RunInstant(long time, Cursor cursor)
    {
        var read = false;
        while (cursor.TakeStep(time, _step))
        {
            foreach (var item in _step)
            {
                OpenByEvent(item);
            }

            NoteFirsts(_step);
            foreach (var item in _step)
            {
                Count(item);
                NoteShift(item);
            }
        }

        ServeNewborn(time);
        CountPostponed();
        ServeOnce();
        ChangeShifts(time);

        while (_reads.TryPeek(out var next, out _) && next.Time <= time)
        {
            _reads.Dequeue();
            read = true;
        }

        read |= cursor.TakeChanges(time);
        if (read || _pending.Count > 0)
        {
            ReadConditions(time);
        }

        if (_plan.KeepsRecent)
        {
            _instances.ForgetRecent(time - _plan.LookBack);
        }
    }

    // The end of a window may have moved since the timer was set.
    private bool IsOver(Instance instance, long time) =>
        instance.Window.Close != long.MaxValue && instance.CloseCut(TailOf(instance)) <= time;

    private static long? Peek(PriorityQueue<NormTimer, NormTimer> queue) => queue.TryPeek(out var timer, out _) ? timer.Time : null;

    private static long? Earlier(long? left, long? right) =>
        left is { } a && right is { } b ? Math.Min(a, b) : left ?? right;

    private static void Write(SnapshotWriter writer, PriorityQueue<NormTimer, NormTimer> queue)
    {
        writer.Write(queue.Count);
        foreach (var (timer, _) in queue.UnorderedItems)
        {
            writer.Write(timer.Time);
            writer.Write((int)timer.Kind);
            writer.Write(timer.Subject);
            writer.Write(timer.Since);
        }
    }

    private static void Read(SnapshotReader reader, PriorityQueue<NormTimer, NormTimer> queue)
    {
        queue.Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var timer = new NormTimer(reader.ReadInt64(), (TimerKind)reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
            queue.Enqueue(timer, timer);
        }
    }
}
