using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Periods and when their instances are born (rules F2, F9, F10).</summary>
internal sealed partial class NormState
{
    /// <summary>A period whose instances are not born yet.</summary>
    /// <param name="Period">The period.</param>
    /// <param name="Window">Its window, or why there is none.</param>
    /// <param name="IsUnassigned">Nobody holds the role at the binding instant.</param>
    /// <param name="Birth">The birth cut.</param>
    /// <param name="Earliest">The earlier of its start and where its window opens, be it before the record; null if it has no window.</param>
    private sealed record AwaitedPeriod(PeriodSpan Period, Resolved<ResolvedWindow> Window, bool IsUnassigned, long Birth, long? Earliest)
    {
        /// <summary>Why it will be decided at once (rule W5); null otherwise.</summary>
        public ReasonCode? AtOnce { get; init; }
    }

    /// <summary>Has every period that may be born next among those awaited, and the timer set.</summary>
    private void AwaitPeriods(PeriodSpan? next)
    {
        var first = _awaited.Select(p => p.Birth).DefaultIfEmpty(long.MaxValue).Min();
        while (next is not null)
        {
            var awaited = Foresee(next);
            _awaited.Add(awaited);
            _lastPeriod = next;
            first = Math.Min(first, awaited.Birth);
            if (LaterFrom(awaited) >= first)
            {
                break;
            }

            next = _context.Periods!.After(next);
        }

        if (_awaited.Count > 0)
        {
            Set(first, TimerKind.Period, 0);
        }
    }

    /// <summary>When a later period begins or opens at the earliest: not before this one does, or, where this one has no window, not farther before its start than any window reaches.</summary>
    private long LaterFrom(AwaitedPeriod awaited) => awaited.Earliest ?? awaited.Period.Start - _plan.OpensBefore;

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

        foreach (var birth in BirthsOf(awaited))
        {
            Open(birth, awaited.Window);
        }
    }

    /// <summary>One birth per bearer, and per thing of the set (rules F3, F11).</summary>
    private IEnumerable<Birth> BirthsOf(AwaitedPeriod awaited) =>
        from person in awaited.IsUnassigned ? Nobody : BearersOf(awaited.Period, awaited.Window)
        from key in KeysWith(person)
        select new Birth(awaited.Period.Start, awaited.Birth, awaited.Period.Name, person, key, null);

    private IEnumerable<ImmutableArray<KeyPart>> KeysWith(string? person) => _plan.Norm.ForEach is { } set
        ? set.Of(_context.Partition).Select(thing => KeyWith(person).Add(new KeyPart(set.Name, Value.Text(thing))))
        : [KeyWith(person)];

    private AwaitedPeriod Foresee(PeriodSpan period)
    {
        var window = WindowOf(period);
        var bearers = BearersOf(period, window);
        var isUnassigned = _plan.Each && _plan.SeenIn is null && bearers.Length == 0;
        var atOnce = window.Missing ?? (IsUnassigned(isUnassigned ? null : bearers[0], window.Value) ? ReasonCode.Unassigned : null);
        long? earliest = window.Missing is null or ReasonCode.BeforeRecord ? Math.Min(period.Start, FirstInstant(period, window)) : null;
        return new AwaitedPeriod(
            period, window, isUnassigned, atOnce is not null ? period.Start : Math.Max(_context.Start, earliest!.Value), earliest)
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
