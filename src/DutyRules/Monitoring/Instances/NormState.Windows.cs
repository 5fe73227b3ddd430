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
    /// <summary>Lets an event of the present step begin or end windows.</summary>
    private void NoteFirst(LoggedEvent item)
    {
        if (_plan.First?.Event.Event.Type != item.Type)
        {
            return;
        }

        foreach (var instance in _instances.All.Where(i => i.AwaitsFirst).ToList())
        {
            NoteFirst(instance, item);
        }
    }

    private void NoteFirst(Instance instance, LoggedEvent item)
    {
        if (_plan.First is not { } first || first.Event.Event.Type != item.Type || !instance.AwaitsFirst || instance.IsFirstUnknown || !IsOpen(instance)
            || item.Id == instance.Trigger?.Id || item.Time < instance.Window.Open || item.Time >= instance.Window.Close || !HasSame(instance, item, first.Event.Same))
        {
            return;
        }

        var match = first.Where?.Invoke(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place))) ?? new(true);
        if (!match.IsKnown || (match.Value && item.Unsure))
        {
            instance.IsFirstUnknown = true;
            _pending.Add(instance);
        }
        else if (match.Value)
        {
            Begin(instance, item, first);
        }
    }

    private void Begin(Instance instance, LoggedEvent item, FirstPlan first)
    {
        instance.AwaitsFirst = false;
        if (first.IsEnd)
        {
            Reframe(instance, instance.Window with { Close = item.Time + 1, Due = item.Time, DueInclusive = true });
            SetClose(instance);
            return;
        }

        instance.OpenedBy = item.Id;
        instance.Window = instance.Window with { Open = item.Time };
        instance.Progress = Progress.For(_plan, instance.Window, instance.Facts);
        if (_plan.IsConditional)
        {
            ReadAt(Math.Max(item.Time, Position));
        }
    }

    private bool HasSame(Instance instance, LoggedEvent item, ImmutableArray<string> same) => same.All(name =>
        item.Type.FindField(name) is { } field && item.Record[field] is { } value && ValueOf(instance, name) == value);

    private Value? ValueOf(Instance instance, string name) =>
        _plan.Norm.ForEach is { } set && set.Name == name ? instance.Key[^1].Value
        : instance.Trigger?.Type.FindField(name) is { } field ? instance.Trigger.Record[field] : null;

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

        return instance is { AwaitsFirst: true, Progress: not WaitingProgress } && !_plan.First!.Event.StillOwed
            ? new Decision(Verdicts.VerdictStatus.Void, Verdicts.ReasonCode.NeverCame, instance.Window.Due, instance.Window.Close)
            : instance.Progress.OnClose();
    }
}
