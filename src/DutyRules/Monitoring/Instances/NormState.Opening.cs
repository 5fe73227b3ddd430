using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>How an instance begins: what it is born with, what is decided at birth, what happened before (rules W4, W5, F8, F13, F16).</summary>
internal sealed partial class NormState
{
    /// <summary>Opens an instance, lets it count what is recent, and returns its serial; -1 if it is decided already.</summary>
    private long Open(Birth birth, Resolved<ResolvedWindow> found)
    {
        if (AtOnceReason(birth, found) is { } reason)
        {
            EmitAtOnce(birth, reason);
            return -1;
        }

        BirthFacts? facts = null;
        if (_plan.Birth is not null && !Read(birth, out facts))
        {
            EmitAtOnce(birth with { DecidedAt = KeptAt(birth.DecidedAt, birth.Cut) }, ReasonCode.NotKnown);
            return -1;
        }

        var instance = _plan.HasWindow ? NewInstance(birth, found.Value, facts) : NewInstance(birth, Moment(birth.Start), AtOnce.Instance);
        Add(instance);
        if (!_plan.HasWindow)
        {
            Judge(instance, JudgeAct(instance));
            return instance.Serial;
        }

        if (KeepAtBirth(instance))
        {
            return _instances.Find(instance.Serial) is null ? -1 : instance.Serial;
        }

        if (_plan.Once)
        {
            _newborn.Add(instance);
        }

        if (_plan.KeepsRecent)
        {
            Replay(instance, _instances.RecentFor(instance));
        }

        return _instances.Find(instance.Serial) is null ? -1 : instance.Serial;
    }

    /// <summary>Why an instance is decided at birth (rules W5, F8, F13); null if it is not.</summary>
    private ReasonCode? AtOnceReason(Birth birth, Resolved<ResolvedWindow> found)
    {
        if (_plan.Person is not null && _plan.Owner is null && birth.Person is null && found.Missing != ReasonCode.CalendarMissing)
        {
            return ReasonCode.NotKnown;
        }

        return !_plan.HasWindow ? null : found.Missing ?? (IsUnassigned(birth.Person, found.Value) ? ReasonCode.Unassigned : null);
    }

    /// <summary>Keeps what asks for nothing (rule F16): at once, or, within an instant, unless a tie turns it.</summary>
    private bool KeepAtBirth(Instance instance)
    {
        if (KeptAtBirth(instance) is not { } kept)
        {
            return false;
        }

        var decision = kept with { DecidedAt = KeptAt(instance.BirthDecidedAt, instance.BirthCut), Cut = instance.BirthCut };
        if (instance.BirthCut > Position)
        {
            instance.Pending = decision;
            _pending.Add(instance);
        }
        else
        {
            Commit(instance, decision);
        }

        return true;
    }

    private Decision? KeptAtBirth(Instance instance) =>
        (instance.Progress is WaitingProgress ? Progress.For(_plan, instance.Window, instance.Facts) : instance.Progress).AtBirth;

    private static long KeptAt(long decidedAt, long cut) => cut == decidedAt + 1 ? decidedAt : cut;

    /// <summary>Tells an instance what has happened before its birth, step by step.</summary>
    private void Replay(Instance instance, IReadOnlyList<LoggedEvent> items)
    {
        foreach (var instant in items.GroupBy(item => item.Time))
        {
            foreach (var step in instant.GroupBy(item => item.Place))
            {
                NoteFirsts(instance, [.. step]);
                foreach (var item in step)
                {
                    Count(instance, item);
                }
            }

            if (_instances.Find(instance.Serial) is null)
            {
                return;
            }

            if (instance.IsFirstUnknown && instance.Pending is null && instant.Key < Position)
            {
                // All that is decided before the birth has its cut, and what ends the instance then goes first (rules W4, T6).
                instance.Pending = Decision.At(instant.Key, VerdictStatus.Undetermined, ReasonCode.NotKnown);
                _pending.Add(instance);
                return;
            }
        }
    }

    /// <summary>Reads what is read once. False when something that is asked for is not known.</summary>
    private bool Read(Birth birth, out BirthFacts? facts)
    {
        var plan = _plan.Birth!;
        var viewpoint = ReadsAt(birth);
        EvaluationScope Scope() => _context.Scope.For(null, birth.Trigger, birth.Key, viewpoint);
        ImmutableArray<string?> named = [.. plan.Named.Select(name => name?.Invoke(Scope()) is { IsKnown: true, Value: var who } ? who : null)];
        ImmutableArray<bool?> asked = plan.IsTogether
            ? [.. named.Select((who, i) => (bool?)(named.IndexOf(who) == i))]
            : [.. plan.Asked.Select(condition => condition is null ? true : condition(Scope()) is { IsKnown: true, Value: var holds } ? holds : (bool?)null)];
        var times = plan.Times is null ? null : plan.Resolve(plan.Times, Scope);
        ImmutableArray<Bound<long>?> items = [.. plan.Items.Select(item => item is null ? null : plan.Resolve(item, Scope))];
        facts = new BirthFacts(times, items, asked, named);
        return !(plan.IsTogether && named.Contains(null)) && (plan.Times is null || times is not null)
            && Enumerable.Range(0, items.Length).All(i => plan.Items[i] is null || items[i] is not null || asked[i] == false);
    }

    // On pre of the trigger's step; in other frames, of the earlier of the start and the birth (rule F16).
    private Viewpoint ReadsAt(Birth birth) => birth.Trigger is { } trigger && _plan.Norm.Frame is WhenFrame
        ? Viewpoint.BeforeStep(trigger.Place)
        : Viewpoint.BeforeInstant(Math.Min(birth.Start, birth.Cut));

    /// <summary>What is decided at birth (rule W5).</summary>
    private void EmitAtOnce(Birth birth, ReasonCode reason)
    {
        var status = reason == ReasonCode.NoWindow ? VerdictStatus.Void : VerdictStatus.Undetermined;
        var instance = NewInstance(birth, new ResolvedWindow(birth.Start, birth.Start, birth.Start, false), AtOnce.Instance);
        MarkDecided(instance);
        Emit(instance, new Decision(status, reason, birth.DecidedAt, birth.Cut));
    }

    /// <summary>Nobody holds the role at the binding instant, or, of a post, in the window (rule F8).</summary>
    private bool IsUnassigned(string? person, ResolvedWindow window) =>
        _plan.HasWindow && !_plan.IsAct && _plan.ShiftFrame is null && _plan.IsAssigned
        && (_plan.Each ? person is null : _context.HoldersWithin(window.Open, window.Close).IsEmpty);

    private string?[] OrNobody(IEnumerable<string?> bearers) =>
        bearers.ToArray() is { Length: > 0 } some ? some
        : _plan.Each && _plan.HasWindow && _plan.IsAssigned ? Nobody
        : [];

    private void Add(Instance instance)
    {
        _instances.Add(instance);
        if (_plan.HasWindow)
        {
            SetClose(instance);
        }

        if (_plan.IsConditional)
        {
            ReadAt(Math.Max(instance.Window.Open, Position));
            ReadAt(Math.Max(ReadsLapsesFrom(instance), Position));
        }

        if (instance.HoldsUntil < instance.Window.Close || (instance.Clock is not null && instance.HoldsUntil != long.MaxValue))
        {
            ReadAt(instance.HoldsUntil);
        }

        if (instance.Clock is { } clock)
        {
            ReadAt(Position);
            // Of what lies before the window opens it does not matter whether it is known (rule W7).
            clock.Set(instance.Start, Paused(instance, instance.Start));
        }
    }

    private void SetClose(Instance instance)
    {
        if (instance.Window.Close != long.MaxValue)
        {
            Set(instance.CloseCut(TailOf(instance)), TimerKind.Close, instance.Serial);
        }
    }

    // A forbidden event may have begun in the window and be known only at its end.
    private long TailOf(Instance instance) => _plan.Norm.Modality == Modality.MustNot && instance.Progress is not WaitingProgress ? _plan.Longest : 0;

    private Instance NewInstance(Birth birth, ResolvedWindow window, BirthFacts? facts) =>
        NewInstance(birth, window, _plan.FirstOpening is not null ? new WaitingProgress(window) : Progress.For(_plan, window, facts), facts);

    private Instance NewInstance(Birth birth, ResolvedWindow window, Progress progress, BirthFacts? facts = null) => new()
    {
        Serial = _nextSerial++,
        Key = birth.Key,
        Anchor = birth.Anchor,
        Person = birth.Person,
        Trigger = birth.Trigger,
        Start = birth.Start,
        BirthCut = birth.Cut,
        BirthDecidedAt = birth.DecidedAt,
        Window = window,
        Progress = progress,
        Shift = birth.Shift,
        ShiftPerson = birth.ShiftPerson,
        Facts = facts,
        AwaitsOpening = _plan.FirstOpening is not null,
        AwaitsEnd = _plan.FirstEnd is not null,
        Clock = _plan.Pauses is null || !_plan.HasWindow ? null : PausedClock.Starting(birth.Start, window.Due - birth.Start),
        HoldsUntil = _plan.Each && _plan.IsAssigned && _plan.ShiftFrame is null && birth.Person is not null
            ? _context.HoldsUntil(birth.Person, _plan.Norm.Frame is EveryFrame ? Math.Max(birth.Start, window.Open) : birth.Start)
            : long.MaxValue,
    };
}
