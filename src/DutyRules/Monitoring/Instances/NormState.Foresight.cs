using System.Collections.Immutable;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Shifts;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>What is open, and what is to come by calendar and roster as they stand.</summary>
internal sealed partial class NormState
{
    /// <summary>What falls due in <c>[from, to)</c>, in no particular order.</summary>
    public IEnumerable<ForeseenDuty> Foresee(long from, long to)
    {
        return _instances.All.Where(i => IsAskedFor(i.Window)).Select(Known)
            .Concat(Periods(to).Where(p => IsAskedFor(Shown(p.Period.Start, p.Window, p.AtOnce))).SelectMany(DutiesOf))
            .Concat(Shifts(to).Where(s => IsAskedFor(Shown(s.Entry.Plan.Starts, s.Window, s.Window.Missing))).Select(s => DutyOf(s.Entry, s.Window)));

        bool IsAskedFor(ResolvedWindow window) => from <= window.Due && window.Due < to;
    }

    /// <summary>What is open.</summary>
    public IEnumerable<ForeseenDuty> Open() => _instances.All.Select(Known);

    private ForeseenDuty Known(Instance instance)
    {
        var notes = NotesOf(instance.Shift >= 0 && _shifts.TryGetValue(instance.Shift, out var entry) ? ExtentOf(entry.Plan, entry.Birth)
            : instance.Trigger is { } trigger && _plan.Norm.Frame is WhenFrame ? ExtentOf(trigger)
            : _context.Periods?.FirstFrom(instance.Start) is { } period ? new FrameExtent(period.Start, period.End)
            : new FrameExtent(instance.Start));
        return new ForeseenDuty(instance.Key, instance.Anchor, instance.Window, _verdicts.PeopleOf(instance, long.MaxValue, instance.Start), null, notes);
    }

    private IEnumerable<AwaitedPeriod> Periods(long to)
    {
        if (_context.Periods is not { } periods || _plan.SeenIn is not null || !_context.IsDeclared)
        {
            yield break;
        }

        var last = _lastPeriod;
        foreach (var awaited in _awaited)
        {
            yield return awaited;
        }

        while (last is not null && periods.After(last) is { } next)
        {
            var awaited = Foresee(next);
            if (LaterFrom(awaited) >= to)
            {
                yield break;
            }

            yield return awaited;
            last = next;
        }
    }

    private IEnumerable<ForeseenDuty> DutiesOf(AwaitedPeriod awaited)
    {
        var (period, window) = (awaited.Period, awaited.Window);
        if (!_context.InForce(period.Start))
        {
            yield break;
        }

        var notes = NotesOf(new FrameExtent(period.Start, period.End));
        notes = period.IsKnown ? notes : [UnknownNote(period)];
        foreach (var birth in BirthsOf(awaited))
        {
            yield return Duty(birth, window, awaited.AtOnce, notes);
        }
    }

    private IEnumerable<(ShiftEntry Entry, Resolved<ResolvedWindow> Window)> Shifts(long to) =>
        _shifts.Values.Where(e => e.IsAwaited && e.Plan.Starts - _plan.DueBeforeShift < to).Select(e => (e, WindowOf(e.Plan, e.Birth)));

    private ForeseenDuty DutyOf(ShiftEntry entry, Resolved<ResolvedWindow> window)
    {
        var plan = entry.Plan;
        var person = _plan.Each ? plan.Person : null;
        var birth = new Birth(plan.Starts, entry.Birth, plan.Id, person, KeyWith(person), null) { ShiftPerson = plan.Person };
        return Duty(birth, window, window.Missing, NotesOf(ExtentOf(plan, entry.Birth)));
    }

    private ForeseenDuty Duty(Birth birth, Resolved<ResolvedWindow> window, ReasonCode? atOnce, ImmutableArray<WindowNote> notes)
    {
        var shown = Shown(birth.Start, window, atOnce);
        return new ForeseenDuty(birth.Key, birth.Anchor, shown, _verdicts.PeopleOf(NewInstance(birth, shown, Contents.AtOnce.Instance), long.MaxValue, birth.Start), atOnce, notes);
    }

    /// <summary>The window; of what is decided at once, its start (rule W5).</summary>
    private static ResolvedWindow Shown(long start, Resolved<ResolvedWindow> window, ReasonCode? atOnce) =>
        atOnce is null ? window.Value : new ResolvedWindow(start, start, start, false);

    private FrameExtent ExtentOf(PlannedShift plan, long cut) => new(plan.Starts, plan.Ends, choice => Chosen(plan, choice, cut));

    private ImmutableArray<WindowNote> NotesOf(FrameExtent extent)
    {
        var notes = new WindowNotes(_context.Site);
        if (_context.Windows.Resolve(_plan.Window, extent, long.MinValue, notes) is { Missing: null } window && window.Value.Open < _context.Start
            && _plan.Norm.Frame is EveryFrame)
        {
            notes.BeforeRecord();
        }

        return notes.All;
    }

    private WindowNote UnknownNote(PeriodSpan period)
    {
        var notes = new WindowNotes(_context.Site);
        notes.UnknownYear(period.Name);
        return notes.All[0];
    }
}
