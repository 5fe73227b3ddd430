using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Lanes;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Roles;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring;

/// <summary>All states and norms of one partition over its history.</summary>
internal sealed class PartitionMonitor
{
    private readonly Plan _plan;
    private readonly History _history;
    private readonly ShiftBook? _book;
    private readonly PartitionState[] _states;
    private readonly NormRunner[] _norms;
    private readonly Dictionary<EventType, (int[] States, NormRunner[] Norms)> _listeners = [];
    private readonly Dictionary<PartitionState, NormRunner[]> _readers = [];
    private readonly ILookup<NormPlan, NormRunner> _followers;
    private readonly bool[] _dirtyStates;
    private readonly int[] _statesBefore;
    private readonly bool?[] _reads;
    private readonly int _settleAfter;
    private string? _cause;
    private int _recordsSinceSettled;
    private int _idsAfterForgetting;

    public PartitionMonitor(Plan plan, string name, long start, int settleAfter)
    {
        _plan = plan;
        _settleAfter = settleAfter;
        Name = name;
        IsDeclared = plan.Vocabulary.FindSite(name) is not null;
        var calendar = new SiteCalendar(plan.Vocabulary, name);
        var runners = new Dictionary<StateDefinition, PartitionState>();
        var here = plan.NormsAt(name, IsDeclared).ToList();
        var read = here.SelectMany(n => n.States).ToHashSet();
        _history = new History(plan.Derived.IsEmpty ? null : new Derivation(plan.Derived, plan.Vocabulary, new EvaluationScope(calendar.Zone)));
        _book = plan.Vocabulary.Shifts is { } shifts && here.Exists(n => !n.ShiftTypes.IsEmpty) ? new ShiftBook(shifts, _history, start) : null;
        var roles = new RoleHolders(plan.Vocabulary, name, _book);
        var scope = new EvaluationScope(calendar.Zone, s => runners.GetValueOrDefault(s)) { Roles = roles };
        _states =
        [
            .. plan.States.Where(s => read.Contains(s.Definition)).Select(s => runners[s.Definition] = s.Definition is CalendarState
                ? new CalendarStateRunner(s, IsDeclared ? calendar : null, start)
                : new StateRunner(s, _history, scope, calendar, start)),
        ];
        View = new PartitionView(name, IsDeclared, plan.Vocabulary, start, _history, scope, calendar, _book, roles);
        _dirtyStates = new bool[_states.Length];
        _reads = new bool?[plan.Vocabulary.Events.Length];
        _statesBefore = [.. here.Select(n => plan.States.Take(plan.StatesBefore[n.Order]).Count(s => read.Contains(s.Definition)))];

        var logs = here.ToDictionary(n => n, _ => new OutcomeLog());
        _norms =
        [
            .. here.Select(n => new NormRunner(
                new NormContext(n, View, s => runners.GetValueOrDefault(s), here.Find(n.Upstream.Contains) is { } followed ? logs[followed] : null),
                logs[n],
                here.Exists(other => other.Upstream.Contains(n)),
                plan.OutcomesOf(n) is { } type ? new OutcomeEvents(type, n, View) : null)),
        ];
        _followers = _norms.SelectMany(n => n.Plan.Upstream.Select(followed => (Followed: followed, Norm: n))).ToLookup(x => x.Followed, x => x.Norm);
        foreach (var state in _states)
        {
            _readers.Add(state, [.. _norms.Where(n => n.Plan.States.Contains(state.Plan.Definition))]);
        }
    }

    public string Name { get; }

    public bool IsDeclared { get; }

    public PartitionView View { get; }

    /// <summary>What its lanes hold of it; null if none of its norms goes in one.</summary>
    public LaneSite? Lane { get; set; }

    /// <summary>Holds a record for the lanes alone. False if it must join the history, as another reads it or as one of its id may be there.</summary>
    public bool Hold(EventRecord record, RecordShape shape, long time)
    {
        if (Lane is not { } lane || Reads(shape) || !lane.CanHold(record.Id, time) || _history.Knows(record.Id))
        {
            return false;
        }

        lane.Hold(record, time, lane.Lanes.ListenersTo(shape.Type));
        return true;
    }

    /// <summary>Who listens in lanes to the rows of each type that is not to be looked at more closely. There must be lanes.</summary>
    public Listeners?[] WaysOf(RecordShape?[] shapes) => Lane!.Ways ??= Lane.Lanes.WaysOf([.. shapes.Select(shape => shape is not null && !Reads(shape))]);

    /// <summary>Whether its history, which lanes do not read, holds a record of an id.</summary>
    public bool Knows(string id) => _history.Knows(id);

    /// <summary>Whether a norm or state that is run by itself reads events of a type, or what follows from them.</summary>
    private bool Reads(RecordShape shape) =>
        _reads[shape.Index] ??= (_book is not null && _book.Reads(shape.Type))
            || _history.WithMadeOf(shape.Type).Any(t => ListenersOf(t) is var (states, norms) && states.Length + norms.Length > 0);

    /// <summary>What is held for the lanes alone joins the history after all.</summary>
    public void JoinHeld()
    {
        while (Lane is { Held: not null } lane)
        {
            _ = Observe(lane.Release(), long.MinValue, refuseConflicts: false);
        }
    }

    /// <summary>After a snapshot was read: the records that time has not passed wait for it.</summary>
    public void RestoreWaiting(long now)
    {
        foreach (var entry in _history.Entries)
        {
            if (entry.Logged is { } logged && logged.Time >= now)
            {
                Lane?.Replace(null, logged);
            }
        }
    }

    /// <summary>What is open.</summary>
    public IEnumerable<UpcomingDuty> Upcoming(long now) => Upcoming(now, norm => norm.Open()).Concat(UpcomingInLanes(now, null, null));

    /// <summary>What falls due in <c>[from, to)</c>, open or to come as things stand.</summary>
    public IEnumerable<UpcomingDuty> Upcoming(long now, long from, long to) => Upcoming(now, norm => norm.Foresee(from, to)).Concat(UpcomingInLanes(now, from, to));

    private IEnumerable<UpcomingDuty> Upcoming(long now, Func<NormRunner, IEnumerable<ForeseenDuty>> duties) =>
        from norm in _norms
        from duty in duties(norm)
        select Upcoming(now, norm.Plan.Norm, norm.Edition, duty);

    private IEnumerable<UpcomingDuty> UpcomingInLanes(long now, long? least, long? to) => Lane is null ? [] :
        from foreseen in LaneMonitor.Foresee(Lane, to)
        where least is null || (least <= foreseen.Duty.Window.Due && foreseen.Duty.Window.Due < to)
        select Upcoming(now, foreseen.Norm, foreseen.At.Context.Edition, foreseen.Duty);

    private UpcomingDuty Upcoming(long now, Norms.Norm norm, string? edition, ForeseenDuty duty) =>
        new(
            norm,
            new InstanceId(norm.Id, norm.Revision, duty.Key, duty.Anchor),
            Name,
            Ticks.ToInstant(duty.Window.Open),
            Ticks.ToInstant(duty.Window.Due),
            duty.People)
        {
            DueInclusive = duty.Window.DueInclusive,
            Stage = duty.AtOnce switch
            {
                null => duty.Window.Open < now ? DutyStage.Open : DutyStage.Scheduled,
                ReasonCode.NoWindow => DutyStage.Void,
                _ => DutyStage.Undetermined,
            },
            Reason = duty.AtOnce,
            Calendar = edition,
            Notes = duty.Notes,
        };

    /// <summary>The least now at which something happens with no further record.</summary>
    public long NextWake
    {
        get
        {
            var wake = long.MaxValue;
            foreach (var state in _states)
            {
                wake = Math.Min(wake, state.NextWake);
            }

            foreach (var norm in _norms)
            {
                wake = Math.Min(wake, norm.NextWake);
            }

            return wake;
        }
    }

    /// <summary>When the monitor will look after it next; <see cref="long.MaxValue"/> when that is not set.</summary>
    public long ScheduledWake { get; set; } = long.MaxValue;

    public RecordEffect Observe(EventRecord record, long watermark, bool refuseConflicts)
    {
        var effect = _history.Join(record, watermark, refuseConflicts, out var removed, out var added);
        if (Lane is not null)
        {
            Lane.HasHistory = true;
        }

        Touch(removed, record.Id);
        Touch(added, record.Id);
        Lane?.Replace(removed, added);
        if (removed is not null || added is not null)
        {
            _recordsSinceSettled++;
        }

        return effect;
    }

    /// <summary>Runs everything that has something to do: norms by strata, each after the states that it reads.</summary>
    public void Advance(long now, Func<Duration, long> watermark, bool all, List<VerdictChange> changes)
    {
        _book?.Run(now);
        var state = 0;
        for (var i = 0; i < _norms.Length; i++)
        {
            for (; state < _statesBefore[i]; state++)
            {
                if (all || _dirtyStates[state] || _states[state].NextWake <= now)
                {
                    Run(state, now);
                }
            }

            var norm = _norms[i];
            if ((all || norm.IsDirty || norm.NextWake <= now)
                && norm.Run(now, watermark(norm.Plan.Lateness), changes) is { } cut)
            {
                TellOutcomes(norm, cut);
            }
        }

        // What only norms of other sites read.
        for (; state < _states.Length; state++)
        {
            if (all || _dirtyStates[state] || _states[state].NextWake <= now)
            {
                Run(state, now);
            }
        }

        _cause = null;
        if (_recordsSinceSettled >= _settleAfter && !all)
        {
            Settle(now, watermark, changes);
        }
    }

    private void Run(int index, long now)
    {
        _dirtyStates[index] = false;
        if (_states[index].Run(now) is { } from)
        {
            foreach (var norm in _readers[_states[index]])
            {
                norm.TouchRecord(from, _cause);
            }
        }
    }

    /// <summary>What a norm says has changed from a cut on.</summary>
    private void TellOutcomes(NormRunner norm, long cut)
    {
        foreach (var follower in _followers[norm.Plan])
        {
            follower.TouchOutcome(cut, _cause);
        }

        if (norm.Events is { } events)
        {
            foreach (var type in _history.WithMadeOf(events.Type))
            {
                Touch(type, events.TimeOf(cut), _cause);
            }
        }
    }

    /// <summary>Moves every base up and forgets what nobody can read any more.</summary>
    private void Settle(long now, Func<Duration, long> watermark, List<VerdictChange> changes)
    {
        _recordsSinceSettled = 0;
        Advance(now, watermark, all: true, changes);
        foreach (var state in _states)
        {
            var readFrom = _readers[state].Select(n => n.BasePosition - n.Plan.LookBack).DefaultIfEmpty(now).Min() - 2;
            state.Settle(watermark(state.Plan.Lateness), readFrom);
        }

        foreach (var norm in _norms)
        {
            norm.Trim(_followers[norm.Plan].Select(f => f.BasePosition).DefaultIfEmpty(long.MaxValue).Min());
        }

        _book?.Settle(_norms.Where(n => !n.Plan.ShiftTypes.IsEmpty).Min(n => n.ReadsPlansFrom) - 2);
        foreach (var type in _plan.Vocabulary.Events)
        {
            var (states, norms) = ListenersOf(type);
            var readFrom = states.Select(s => _states[s].BasePosition).Concat(norms.Select(n => n.BasePosition))
                .Append(watermark(_plan.LatenessOf(type))).Min();
            _history.LogOf(type).Trim(readFrom);
        }

        if (_history.KnownIds > (2 * _idsAfterForgetting) + _settleAfter)
        {
            _history.ForgetIds(type => watermark(type.Lateness));
            _idsAfterForgetting = _history.KnownIds;
        }
    }

    public void Write(SnapshotWriter writer)
    {
        var entries = _history.Entries.ToList();
        writer.Write(entries.Count);
        foreach (var entry in entries)
        {
            writer.Write(entry.Record);
            writer.Write(_history.IsRead(entry));
            writer.Write(entry.LatestTime);
        }

        writer.Write(_history.LoggedOnly().ToList());
        writer.WriteNullable(_cause);
        _book?.Write(writer);
        foreach (var state in _states)
        {
            state.Write(writer);
        }

        foreach (var norm in _norms)
        {
            norm.Write(writer);
        }

        Lane?.Lanes.Write(writer, Lane);
    }

    public void Read(SnapshotReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            if (Lane is not null)
            {
                Lane.HasHistory = true;
            }

            _history.Restore(reader.ReadRecord(), inLog: reader.ReadBoolean(), reader.ReadInt64());
        }

        foreach (var item in reader.ReadEvents())
        {
            _history.Restore(item);
        }

        _cause = reader.ReadNullableString();
        _book?.Read(reader);
        foreach (var state in _states)
        {
            state.Read(reader);
        }

        foreach (var norm in _norms)
        {
            norm.Read(reader);
        }

        Lane?.Lanes.Read(reader, Lane);
        foreach (var norm in _norms)
        {
            norm.Rebuild();
            norm.IsDirty = true;
        }

        Array.Fill(_dirtyStates, true);
    }

    private void Touch(LoggedEvent? item, string cause)
    {
        if (item is null)
        {
            return;
        }

        _cause ??= cause;
        if (_book is not null && _book.Reads(item.Type))
        {
            _book.Touch(item.Time);
        }

        Touch(item.Type, item.Time, cause);
        foreach (var derived in item.Derived)
        {
            Touch(derived.Type, derived.Time, cause);
        }
    }

    /// <summary>Tells who reads a type that its events changed at a time.</summary>
    private void Touch(EventType type, long time, string? cause)
    {
        var (states, norms) = ListenersOf(type);
        foreach (var state in states)
        {
            _states[state].Touch(time);
            _dirtyStates[state] = true;
        }

        foreach (var norm in norms)
        {
            norm.TouchRecord(time, cause);
        }
    }

    private (int[] States, NormRunner[] Norms) ListenersOf(EventType type)
    {
        if (!_listeners.TryGetValue(type, out var listeners))
        {
            listeners = (
                [.. Enumerable.Range(0, _states.Length).Where(i => _states[i].Plan.Types.Contains(type))],
                [.. _norms.Where(n => n.Plan.Types.Contains(type))]);
            _listeners.Add(type, listeners);
        }

        return listeners;
    }
}
