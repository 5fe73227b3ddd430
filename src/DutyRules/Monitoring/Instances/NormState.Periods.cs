using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Periods and when their instances are born (rules F2, F9, F10).</summary>
internal sealed partial class NormState
{
    /// <summary>A period whose instances are not born yet.</summary>
    private sealed record AwaitedPeriod(PeriodSpan Period, Resolved<ResolvedWindow> Window, bool IsUnassigned, long Birth)
    {
        /// <summary>Why it will be decided at once (rule W5); null otherwise.</summary>
        public ReasonCode? AtOnce { get; init; }
    }

    /// <summary>A sure lower end for the births of all periods after the last one that is awaited.</summary>
    private long _laterBirths = long.MinValue;

    /// <summary>Has every period that may be born next among those awaited, and the timer set.</summary>
    private void AwaitPeriods(PeriodSpan? next)
    {
        while (next is not null)
        {
            var awaited = Foresee(next);
            _awaited.Add(awaited);
            _lastPeriod = next;
            _laterBirths = Math.Max(_laterBirths, awaited.Window.Missing is null ? Math.Min(next.Start, awaited.Window.Value.Open) : _laterBirths);
            if (awaited.Window.Missing is null && _laterBirths >= _awaited.Min(p => p.Birth))
            {
                break;
            }

            // What has no window says nothing of those after it: look on, for a while.
            if (_awaited.Count > 64)
            {
                break;
            }

            next = _context.Periods!.After(next);
        }

        if (_awaited.Count > 0)
        {
            Set(_awaited.Min(p => p.Birth), TimerKind.Period, 0);
        }
    }

    private void OpenPeriods(long time)
    {
        var born = _awaited.Where(p => p.Birth <= time).OrderBy(p => p.Birth).ThenBy(p => p.Period.Start).ToList();
        if (born.Count == 0)
        {
            return;
        }

        _awaited.RemoveAll(p => p.Birth <= time);
        foreach (var over in _seen.Where(s => s.Value <= time).Select(s => s.Key).ToList())
        {
            _seen.Remove(over);
        }

        foreach (var awaited in born)
        {
            OpenPeriod(awaited);
        }

        AwaitPeriods(_context.Periods!.After(_lastPeriod!));
    }

    private void OpenPeriod(AwaitedPeriod awaited)
    {
        var period = awaited.Period;
        if (_plan.SeenIn is not null || !_context.InForce(period.Start))
        {
            return;
        }

        foreach (var person in awaited.IsUnassigned ? Nobody : BearersOf(period, awaited.Window))
        {
            Open(new Birth(period.Start, awaited.Birth, period.Name, person, KeyWith(person), null), awaited.Window);
        }
    }

    private AwaitedPeriod Foresee(PeriodSpan period)
    {
        var window = WindowOf(period);
        var bearers = BearersOf(period, window);
        var isUnassigned = _plan.Each && _plan.SeenIn is null && bearers.Length == 0;
        var atOnce = window.Missing ?? (IsUnassigned(isUnassigned ? null : bearers[0], window.Value) ? ReasonCode.Unassigned : null);
        return new AwaitedPeriod(
            period, window, isUnassigned,
            atOnce is not null ? period.Start : Math.Max(_context.Start, Math.Min(period.Start, window.Value.Open)))
        {
            AtOnce = atOnce,
        };
    }

    private string?[] BearersOf(PeriodSpan period, Resolved<ResolvedWindow> window) => _plan.Each && _plan.SeenIn is null
        ? [.. _context.HoldersAt(FirstInstant(period, window))]
        : Nobody;

    // Bound at the first instant of the window, whether or not the record reaches back to it (rule F3).
    private long FirstInstant(PeriodSpan period, Resolved<ResolvedWindow> window) =>
        window.Missing is null ? window.Value.Open
        : window.Missing == ReasonCode.BeforeRecord && period.IsKnown ? Resolve(new FrameExtent(period.Start, period.End)).Value.Open
        : period.Start;

    private Resolved<ResolvedWindow> WindowOf(PeriodSpan period)
    {
        if (!period.IsKnown)
        {
            return Resolved<ResolvedWindow>.Without(ReasonCode.CalendarMissing);
        }

        return NotBeforeRecord(Resolve(new FrameExtent(period.Start, period.End)));
    }

    private Resolved<ResolvedWindow> NotBeforeRecord(Resolved<ResolvedWindow> window) =>
        window.Missing is null && window.Value.Open < _context.Start ? Resolved<ResolvedWindow>.Without(ReasonCode.BeforeRecord) : window;
}
