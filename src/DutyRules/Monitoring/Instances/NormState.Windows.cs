using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Instances;

/// <summary>Windows whose ends are not known beforehand: first events and clocks that stand still (rules W6, W7).</summary>
internal sealed partial class NormState
{
    /// <summary>Lets the events of a step begin or end windows.</summary>
    private void NoteFirsts(List<LoggedEvent> step)
    {
        if (!_plan.HasFirsts || !step.Exists(item => _plan.IsFirst(item.Type)))
        {
            return;
        }

        foreach (var instance in _instances.All.Where(i => i.AwaitsOpening || i.AwaitsEnd).ToList())
        {
            NoteFirsts(instance, step);
        }
    }

    private void NoteFirsts(Instance instance, List<LoggedEvent> step)
    {
        if (!IsOpen(instance))
        {
            return;
        }

        if (instance.AwaitsOpening)
        {
            NoteOpening(instance, step);
        }

        if (instance is { AwaitsEnd: true, AwaitsOpening: false } && IsOpen(instance))
        {
            NoteEnd(instance, step);
        }
    }

    private void NoteOpening(Instance instance, List<LoggedEvent> step)
    {
        var found = instance.IsFirstUnknown ? [] : Firsts(instance, step, _plan.FirstOpening!);
        if (found.Count == 0)
        {
            return;
        }

        if (!found.Exists(f => f.IsSure))
        {
            NoteUnknownFirst(instance);
            return;
        }

        instance.AwaitsOpening = false;
        instance.OpenedBy = [.. found.Select(f => f.Item.Id)];
        instance.Window = instance.Window with { Open = step[0].Time };
        instance.Progress = Progress.For(_plan, instance.Window, instance.Facts);
        SetClose(instance);
        if (_plan.IsConditional)
        {
            ReadAt(Math.Max(step[0].Time, Position));
        }
    }

    private void NoteEnd(Instance instance, List<LoggedEvent> step)
    {
        var found = instance.IsFirstUnknown ? [] : Firsts(instance, step, _plan.FirstEnd!);
        if (found.Exists(f => f.IsSure))
        {
            instance.AwaitsEnd = false;
            Reframe(instance, instance.Window with { Close = step[0].Time + 1, Due = step[0].Time, DueInclusive = true });
            SetClose(instance);
        }
        else if (found.Count > 0)
        {
            NoteUnknownFirst(instance);
        }
    }

    private void NoteUnknownFirst(Instance instance)
    {
        instance.IsFirstUnknown = true;
        _pending.Add(instance);
    }

    /// <summary>The events of a step that surely or perhaps begin or end a window.</summary>
    private List<(LoggedEvent Item, bool IsSure)> Firsts(Instance instance, List<LoggedEvent> step, FirstPlan first)
    {
        var found = new List<(LoggedEvent, bool)>();
        foreach (var item in step)
        {
            if (item.Type != first.Type || item.Id == instance.Trigger?.Id || instance.OpenedBy.Contains(item.Id)
                || item.Time < instance.Window.Open || item.Time >= instance.Window.Close || !HasSame(instance, item, first.Event.Same))
            {
                continue;
            }

            var match = first.Where?.Invoke(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place))) ?? new(true);
            if (match is not { IsKnown: true, Value: false })
            {
                found.Add((item, match.IsKnown && !item.Unsure));
            }
        }

        return found;
    }

    private bool HasSame(Instance instance, LoggedEvent item, ImmutableArray<string> same) => same.All(name =>
        item.Type.FindField(name) is { } field && item.Record[field] is { } value && instance.ValueOf(name) == value);

    private static void Reframe(Instance instance, ResolvedWindow window)
    {
        instance.Window = window;
        instance.Progress.Reframe(window);
    }

    private Maybe<bool> Paused(Instance instance, long time) =>
        _plan.Pauses!(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(time)));

    /// <summary>Reads the set of a covering, as of its opening or its close (rule C17).</summary>
    private void ReadSet(Instance instance, CoveringProgress covering, long time)
    {
        if (covering.HasSet)
        {
            return;
        }

        covering.CloseSet();
        switch (((CoveringContent)_plan.Norm.Content).Set)
        {
            case HoldersSet set:
                foreach (var person in _context.HoldersOf(set.Role, time))
                {
                    covering.TakeMember(person);
                }

                break;
            case OnSet:
                foreach (var (key, value) in _context.Switch!.All(Viewpoint.AfterInstant(time)).Where(k => k.Value is not { AsTruth: false }))
                {
                    covering.TakeMember(key.Parts[0].AsText, value is not null);
                }

                break;
        }
    }

    /// <summary>What is decided when a window is over.</summary>
    private Decision Close(Instance instance)
    {
        var last = instance.Window.Close - 1;
        if (instance.Progress is CoveringProgress covering)
        {
            ReadSet(instance, covering, last);
        }

        if (instance.Progress is MeasureProgress { Bounds: null } measure)
        {
            measure.Bounds = _plan.BoundsAt(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(last)));
        }

        return instance is { AwaitsEnd: true, AwaitsOpening: false } && !_plan.FirstEnd!.Event.StillOwed
            ? new Decision(Verdicts.VerdictStatus.Void, Verdicts.ReasonCode.NeverCame, instance.Window.Due, instance.Window.Close)
            : instance.Progress.OnClose();
    }
}
