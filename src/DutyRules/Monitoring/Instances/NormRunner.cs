using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Instances;

/// <summary>
/// Runs one norm of one partition. The base has seen what can no longer change, and what it decides is final; the head has seen everything up to now, and what
/// it decides beyond the base is provisional. When something late comes in, the head is made anew from the base and the difference is reported.
/// A norm that reads nothing late has one state for both.
/// </summary>
internal sealed class NormRunner
{
    private readonly NormContext _context;
    private readonly OutcomeLog _outcomes;
    private readonly OutcomeEvents? _events;
    private readonly bool _inOrder;
    private readonly bool _isFollowed;
    private readonly List<Outcome> _decided = [];
    private readonly Action<Outcome> _decide;
    private readonly NormState _base;
    private NormState _head;
    private long _lateFrom = long.MaxValue;
    private string? _cause;
    private long _headPositionInSnapshot;

    public NormRunner(NormContext context, OutcomeLog outcomes, bool isFollowed, OutcomeEvents? events)
    {
        _events = events;
        _context = context;
        _outcomes = outcomes;
        _isFollowed = isFollowed;
        _decide = _decided.Add;
        _inOrder = context.Plan.Lateness == Duration.Zero;
        _base = _head = new NormState(context);
        if (!_inOrder)
        {
            _head = _base.Clone();
        }
    }

    public NormPlan Plan => _context.Plan;

    /// <summary>Its outcomes as events; null if nobody reads them.</summary>
    public OutcomeEvents? Events => _events;

    /// <summary>True when something it reads has changed since it last ran.</summary>
    public bool IsDirty { get; set; } = true;

    public long BasePosition => _base.Position;

    public long HeadPosition => _head.Position;

    /// <summary>The least time whose plans of shifts it may still ask for.</summary>
    public long ReadsPlansFrom => _base.ReadsPlansFrom;

    /// <summary>What falls due in <c>[from, to)</c>: what is open, and what is to come as things stand.</summary>
    public IEnumerable<ForeseenDuty> Foresee(long from, long to) => _head.Foresee(from, to);

    /// <summary>What is open.</summary>
    public IEnumerable<ForeseenDuty> Open() => _head.Open();

    /// <summary>The edition of the work calendar that it depends on.</summary>
    public string? Edition => _context.Edition;

    /// <summary>The least now at which it has something to do of itself.</summary>
    public long NextWake
    {
        get
        {
            var wake = _head.NextTimer ?? long.MaxValue;
            if (_context.NextRecord(_head.Position) is var ahead && ahead != long.MaxValue)
            {
                wake = Math.Min(wake, ahead + 1);
            }

            if (!_inOrder && _outcomes.IndexAfter(_base.Position) is var index && index < _outcomes.Count)
            {
                wake = Math.Min(wake, _outcomes[index].Cut + Ticks.Of(Plan.Lateness));
            }

            return wake;
        }
    }

    /// <summary>Notes that the history changed at a time by a record.</summary>
    public void TouchRecord(long time, string? cause)
    {
        IsDirty = true;
        Touch(time, time < _head.Position, cause);
    }

    /// <summary>Notes that what the norm it follows said changed at a cut.</summary>
    public void TouchOutcome(long cut, string? cause)
    {
        IsDirty = true;
        Touch(cut, cut <= _head.Position, cause);
    }

    /// <summary>
    /// Runs up to <paramref name="now"/>, makes final what lies up to <paramref name="watermark"/>, and adds what there is to say. Returns the least cut at which
    /// outcomes differ from before; null if none does.
    /// </summary>
    public long? Run(long now, long watermark, List<VerdictChange> changes)
    {
        IsDirty = false;
        return _inOrder ? RunInOrder(now, changes) : RunLate(now, watermark, changes);
    }

    /// <summary>Forgets outcomes that nobody reads any more: those up to the given cut and up to the base; and shifts that are over.</summary>
    public void Trim(long cut)
    {
        _outcomes.Trim(Math.Min(cut, _base.Position));
        _base.ForgetShifts();
        if (!_inOrder)
        {
            _head.ForgetShifts();
        }
    }

    public void Write(SnapshotWriter writer)
    {
        writer.Write(_head.Position);
        writer.Write(_lateFrom);
        writer.WriteNullable(_cause);
        _base.Write(writer);
        writer.Write(_outcomes.Count);
        for (var i = 0; i < _outcomes.Count; i++)
        {
            VerdictSnapshot.Write(writer, _outcomes[i]);
        }
    }

    public void Read(SnapshotReader reader)
    {
        var headPosition = reader.ReadInt64();
        _lateFrom = reader.ReadInt64();
        _cause = reader.ReadNullableString();
        _base.Read(reader);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _outcomes.Add(VerdictSnapshot.Read(reader, Plan.Norm, _context.Partition));
        }

        _headPositionInSnapshot = headPosition;
    }

    /// <summary>After every part of a snapshot is read: makes the head anew.</summary>
    public void Rebuild()
    {
        if (_inOrder)
        {
            return;
        }

        _head = _base.Clone();
        _head.Run(_headPositionInSnapshot, _ => { });
    }

    private void Touch(long time, bool isLate, string? cause)
    {
        if (isLate)
        {
            _lateFrom = Math.Min(_lateFrom, time);
            _cause ??= cause;
        }
    }

    private long? RunInOrder(long now, List<VerdictChange> changes)
    {
        _decided.Clear();
        _base.Run(now, _decide);
        long? first = null;
        foreach (var outcome in _decided)
        {
            first = Math.Min(first ?? long.MaxValue, outcome.Cut);
            changes.Add(new VerdictChange(ChangeKind.Final, outcome.Verdict, Watermark: Ticks.ToInstant(now)));
            _events?.Enter(outcome);
            if (_isFollowed)
            {
                _outcomes.Add(outcome);
            }
        }

        return first;
    }

    private long? RunLate(long now, long watermark, List<VerdictChange> changes)
    {
        var settled = _base.Position;
        var finals = new List<Outcome>();
        if (watermark > settled)
        {
            _base.Run(watermark, finals.Add);
        }

        var before = _outcomes.TakeAfter(settled);
        var fresh = new List<Outcome>();
        if (_lateFrom != long.MaxValue)
        {
            _head = _base.Clone();
        }
        else
        {
            fresh.AddRange(before);
        }

        _head.Run(Math.Max(now, watermark), fresh.Add);
        foreach (var outcome in finals.Concat(fresh.Where(o => o.Cut > _base.Position)))
        {
            _outcomes.Add(outcome);
        }

        var report = new ChangeReport(before, _lateFrom == long.MaxValue ? null : _cause, Ticks.ToInstant(watermark));
        report.AddFinals(finals, changes);
        report.AddProvisional(fresh.Where(o => o.Cut > _base.Position), changes);
        report.AddRetracted(changes);
        _lateFrom = long.MaxValue;
        _cause = null;
        return Replace(before, settled);
    }

    /// <summary>Has the outcomes after a cut as events in place of those that were. Returns the least cut at which they differ; null if they do not.</summary>
    private long? Replace(List<Outcome> before, long settled)
    {
        var index = _outcomes.IndexAfter(settled);
        var same = 0;
        while (same < before.Count && index + same < _outcomes.Count && before[same].SaysTheSameAs(_outcomes[index + same]))
        {
            same++;
        }

        long? cut = null;
        for (var i = same; i < before.Count; i++)
        {
            cut = Math.Min(cut ?? long.MaxValue, before[i].Cut);
            _events?.Leave(before[i]);
        }

        for (var i = index + same; i < _outcomes.Count; i++)
        {
            cut = Math.Min(cut ?? long.MaxValue, _outcomes[i].Cut);
            _events?.Enter(_outcomes[i]);
        }

        return cut;
    }
}
