using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Shifts;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Shifts: when their instances are born, and what becomes of them when plans change (rules H3 to H7).</summary>
internal sealed partial class NormState
{
    /// <summary>Notes that a record of the present instant is about a shift.</summary>
    private void NoteShift(LoggedEvent item)
    {
        if (_plan.ShiftFrame is not null && _context.IsDeclared && _context.Book!.Reads(item.Type) && _context.Book.TrackOf(item) is { } track)
        {
            _changedShifts.Add(track.Index);
        }
    }

    /// <summary>What the records of an instant make of the shifts they are about. What an event of the instant kept is decided already.</summary>
    private void ChangeShifts(long time)
    {
        if (_changedShifts.Count == 0)
        {
            return;
        }

        foreach (var track in _changedShifts.Select(i => _context.Book![i]).OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            Change(track, time);
        }

        _changedShifts.Clear();
    }

    private void Change(ShiftTrack track, long time)
    {
        if (track.IsOver(time))
        {
            return;
        }

        var plan = track.At(time);
        var entry = _shifts.GetValueOrDefault(track.Index);
        if (entry is { IsDecided: true } || entry?.Plan == plan)
        {
            return;
        }

        var instance = entry is null ? null : _instances.Find(entry.Serial);
        if (instance is not null && MetAt(instance, time) is { } met)
        {
            _pending.Remove(instance);
            Commit(instance, met);
            return;
        }

        if (!IsMeant(plan))
        {
            if (instance is null)
            {
                _shifts.Remove(track.Index);
                return;
            }

            _pending.Remove(instance);
            Commit(instance, Void(time, ReasonCode.Cancelled));
            return;
        }

        if (instance is not null)
        {
            _pending.Remove(instance);
            _instances.Remove(instance);
        }

        Await(track.Index, plan!, time);
    }

    private bool IsMeant(PlannedShift? plan) =>
        plan is not null && _plan.ShiftFrame is { } frame && plan.Role == frame.Role.Name
        && (frame.Kinds.IsEmpty || (plan.Kind is { } kind && frame.Kinds.Contains(kind)))
        && plan.Starts >= _context.Start && _context.InForce(plan.Starts);

    /// <summary>Sets the birth of a shift whose plan is of the present instant; bears it if that is now.</summary>
    private void Await(int index, PlannedShift plan, long since)
    {
        var earliest = plan.Starts;
        if (!_plan.NamesOtherShifts && WindowOf(plan, since + 1) is { Missing: null } window)
        {
            earliest = Math.Min(earliest, window.Value.Open);
        }

        var entry = new ShiftEntry { Plan = plan, Since = since, Birth = Math.Max(earliest, since + 1) };
        _shifts[index] = entry;
        if (entry.Birth == since + 1)
        {
            OpenShift(index, entry);
        }
        else
        {
            Set(entry.Birth, TimerKind.Shift, index);
        }
    }

    /// <summary>The least time whose plans of shifts may still be asked for: of a post, those of the windows that are open, and of spells that have not lasted long enough yet (rule B1).</summary>
    public long ReadsPlansFrom
    {
        get
        {
            var from = Position - _plan.LookBack;
            return _plan.OnShift ? _instances.All.Select(i => i.Window.Open).Concat(SpellsToReport).Append(from).Min() : from;
        }
    }

    /// <summary>Forgets shifts that are decided and over: nothing that is said of them does anything any more (rule H2).</summary>
    public void ForgetShifts()
    {
        foreach (var (index, entry) in _shifts)
        {
            if (entry.IsDecided && _context.Book![index].IsOver(Position))
            {
                _shifts.Remove(index);
            }
        }
    }

    private void OpenAwaited(int index, long time)
    {
        if (_shifts.GetValueOrDefault(index) is { IsAwaited: true } entry && entry.Birth == time)
        {
            OpenShift(index, entry);
        }
    }

    private void OpenShift(int index, ShiftEntry entry)
    {
        var plan = entry.Plan;
        var window = WindowOf(plan, entry.Birth);
        var person = _plan.Each ? plan.Person : null;
        var birth = new Birth(plan.Starts, entry.Birth, plan.Id, person, KeyWith(person), null)
        {
            DecidedAt = window.Missing is not null || _plan.NamesOtherShifts ? Math.Max(plan.Starts, entry.Since) : entry.Since,
            Shift = index,
            ShiftPerson = plan.Person,
        };
        if (window.Missing is { } missing)
        {
            EmitAtOnce(birth, missing);
            return;
        }

        BirthFacts? facts = null;
        if (_plan.Birth is not null && !Read(birth, out facts))
        {
            EmitAtOnce(birth with { DecidedAt = KeptAt(birth.DecidedAt, birth.Cut) }, ReasonCode.NotKnown);
            return;
        }

        var instance = NewInstance(birth, window.Value, facts);
        _shifts[index] = entry with { Serial = instance.Serial };
        Add(instance);
        CatchUp(instance, entry.Birth - 1);
    }

    /// <summary>
    /// Tells an instance whose window opened before its birth what has happened since, instant by instant. All that is decided before the birth cut has that cut (rule W4), so that of several
    /// decisions T6 says which it is: kept by an event or a condition that came true, lapsed, then what else the content says.
    /// </summary>
    private void CatchUp(Instance instance, long time)
    {
        var decision = KeptAtBirth(instance) is { } kept
            ? kept with { DecidedAt = KeptAt(instance.BirthDecidedAt, instance.BirthCut), Cut = instance.BirthCut }
            : ContentBy(instance, time);
        _pending.Remove(instance);
        if (_instances.Find(instance.Serial) is null)
        {
            return;
        }

        if (decision is { Reason: ReasonCode.Met })
        {
            Commit(instance, decision);
            return;
        }

        foreach (var instant in InstantsOf(instance, ReadsLapsesFrom(instance), time))
        {
            if (Lapses(instance, instant))
            {
                Commit(instance, Void(instant, ReasonCode.Lapsed));
                return;
            }
        }

        if (decision is not null)
        {
            Commit(instance, decision);
        }
    }

    /// <summary>Whether a reason to lapse held before an instant.</summary>
    private bool HasLapsedBefore(Instance instance, long instant) =>
        InstantsOf(instance, ReadsLapsesFrom(instance), instant - 1).Any(time => Lapses(instance, time));

    /// <summary>What the content of an instance makes of what happened by a time; an event that keeps it ends it at once.</summary>
    private Decision? ContentBy(Instance instance, long time)
    {
        var recent = _plan.KeepsRecent ? _instances.RecentFor(instance).ToArray() : [];
        foreach (var instant in InstantsOf(instance, instance.Window.Open, time, recent.Select(item => item.Time)))
        {
            if (Threshold(instance, instant) is { } reached)
            {
                return reached;
            }

            foreach (var step in recent.Where(item => item.Time == instant).GroupBy(item => item.Place))
            {
                var (window, hasLapsed) = (instance.Window, _plan.HasFirsts && HasLapsedBefore(instance, instant));
                NoteFirsts(instance, [.. step]);
                if (hasLapsed && instance.Window != window)
                {
                    // It ended before its window did (rule W6).
                    Reframe(instance, window);
                    return null;
                }

                foreach (var item in step)
                {
                    Count(instance, item);
                }

                if (!IsOpen(instance))
                {
                    return instance.Pending;
                }
            }

            if (instance.Progress is CoveringProgress covering && ReadsSetAt(instance, instant))
            {
                ReadSet(instance, covering, instance.Window.Open);
            }

            if (Stay(instance, instant) is { } decision)
            {
                return decision;
            }

            if (instance.IsFirstUnknown)
            {
                return Decision.At(instant, VerdictStatus.Undetermined, ReasonCode.NotKnown);
            }
        }

        return Threshold(instance, time + 1);
    }

    /// <summary>From one instant to another: the first, and every one at which a state that is watched changes, and others that are given.</summary>
    private SortedSet<long> InstantsOf(Instance instance, long from, long to, IEnumerable<long>? others = null)
    {
        var instants = new SortedSet<long>((others ?? []).Where(t => t <= to));
        if (from <= to)
        {
            instants.Add(from);
        }

        foreach (var state in _context.Watched)
        {
            for (var i = state.ChangesFrom(from); i < state.ChangeCount && state.ChangeTimeAt(i) <= to && state.ChangeTimeAt(i) < instance.Window.Close; i++)
            {
                instants.Add(state.ChangeTimeAt(i));
            }
        }

        return instants;
    }

    // A threshold that came by then decides.
    private static Decision? Threshold(Instance instance, long instant) =>
        instance.Progress.Threshold is { } threshold && threshold <= instant ? instance.Progress.OnThreshold(threshold) : null;

    /// <summary>The window of a shift, by the plans before a cut.</summary>
    private Resolved<ResolvedWindow> WindowOf(PlannedShift plan, long cut) =>
        NotBeforeRecord(Resolve(ExtentOf(plan, cut)));

    /// <summary>The window of an act or of what follows on one, which may name a shift of its actor (rule H7).</summary>
    private FrameExtent ExtentOf(LoggedEvent trigger) => new(trigger.Time, Shifts: choice =>
        trigger.Actor is { } actor && _context.Book?.Of(actor, trigger.Place) is { } plan ? Chosen(plan, choice, trigger.Time + 1) : null, Trigger: trigger.Record);

    private PlannedShift? Chosen(PlannedShift plan, ShiftChoice choice, long cut) => choice switch
    {
        ShiftChoice.This => plan,
        ShiftChoice.Previous => _context.Book!.Neighbour(plan, cut, next: false, own: false),
        ShiftChoice.Next => _context.Book!.Neighbour(plan, cut, next: true, own: false),
        ShiftChoice.OwnPrevious => _context.Book!.Neighbour(plan, cut, next: false, own: true),
        _ => _context.Book!.Neighbour(plan, cut, next: true, own: true),
    };

    private void MarkDecided(Instance instance)
    {
        if (instance.Shift >= 0 && _shifts.TryGetValue(instance.Shift, out var entry))
        {
            _shifts[instance.Shift] = entry with { IsDecided = true };
        }
    }
}
