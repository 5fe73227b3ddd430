using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>What conditions decide at the end of an instant (rules C8 to C10, X2 to X4, F7).</summary>
internal sealed partial class NormState
{
    /// <summary>Phase 5 of an instant: conditions on post, and what was left open by ties (rules T6, X2 to X4).</summary>
    private void ReadConditions(long time)
    {
        var ended = ReadSpells(time);
        if (_instances.Count == 0)
        {
            return;
        }

        var touched = new SortedDictionary<long, Instance>();
        foreach (var instance in _instances.Conditional.Concat(_pending))
        {
            touched[instance.Serial] = instance;
        }

        foreach (var serial in ended.Keys)
        {
            touched[serial] = _instances.Find(serial)!;
        }

        if (_plan.Each)
        {
            foreach (var instance in _instances.All.Where(i => i.HoldsUntil == time))
            {
                touched[instance.Serial] = instance;
            }
        }

        _pending.Clear();
        foreach (var instance in touched.Values)
        {
            if (Settle(instance, time, ended) is { } decision)
            {
                Commit(instance, decision);
            }
        }
    }

    private Decision? Settle(Instance instance, long time, IReadOnlyDictionary<long, bool> ended)
    {
        if (instance.Clock is not { } clock)
        {
            return Decide(instance, time, ended);
        }

        var pauses = Paused(instance, time);
        clock.Note(pauses);
        Reframe(instance, clock.FrameAt(instance.Window, time));
        if (Decide(instance, time, ended) is { } decision)
        {
            return decision;
        }

        clock.Set(time, pauses);
        Reframe(instance, clock.Frame(instance.Window));
        SetClose(instance);
        return null;
    }

    /// <summary>A condition that comes true at the instant at which the plan changes keeps the norm all the same (rule T6).</summary>
    private Decision? MetAt(Instance instance, long time)
    {
        if (instance.Progress is not MeetProgress)
        {
            return null;
        }

        var window = instance.Window;
        if (instance.Clock is { } clock)
        {
            clock.Note(Paused(instance, time));
            Reframe(instance, clock.FrameAt(window, time));
        }

        var met = Stay(instance, time);
        if (met is null && instance.Clock is not null)
        {
            Reframe(instance, window);
        }

        return met;
    }

    private Decision? Decide(Instance instance, long time, IReadOnlyDictionary<long, bool> ended)
    {
        if (instance.Progress is CoveringProgress covering && ReadsSetAt(instance, time))
        {
            ReadSet(instance, covering, instance.Window.Open);
        }

        if (instance.Progress is MeetProgress && Stay(instance, time) is { } met)
        {
            return met;
        }

        if (Lapses(instance, time))
        {
            return Void(time, ReasonCode.Lapsed);
        }

        var hasEnded = ended.TryGetValue(instance.Serial, out var surely);
        if (hasEnded && surely)
        {
            return Void(time, ReasonCode.FrameEnded);
        }

        if (instance.HoldsUntil == time && time > instance.Start && time < instance.Window.Close)
        {
            return Void(time, ReasonCode.NoLongerHolds);
        }

        if (hasEnded)
        {
            return Decision.At(time, VerdictStatus.Undetermined, ReasonCode.NotKnown);
        }

        return instance.Pending ?? Stay(instance, time)
            ?? (instance.IsFirstUnknown ? Decision.At(time, VerdictStatus.Undetermined, ReasonCode.NotKnown) : null);
    }

    private bool ReadsSetAt(Instance instance, long time) =>
        _plan.Norm.Content is CoveringContent { AsOfOpening: true, Set: not ValuesSet } && time >= instance.Window.Open;

    private static Decision Void(long time, ReasonCode reason) => Decision.At(time, VerdictStatus.Void, reason);

    private static long ReadsLapsesFrom(Instance instance) => Math.Max(instance.Window.Open, instance.Start);

    /// <summary>Whether a reason to lapse holds; notes when that is unknown.</summary>
    private bool Lapses(Instance instance, long time)
    {
        if (time < ReadsLapsesFrom(instance) || time >= instance.Window.Close || instance.Progress is WaitingProgress)
        {
            return false;
        }

        var lapses = false;
        foreach (var condition in _plan.Lapses)
        {
            var value = condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(time)));
            instance.LapseUnknown |= !value.IsKnown;
            lapses |= value is { IsKnown: true, Value: true };
        }

        return lapses;
    }

    private Decision? Stay(Instance instance, long time)
    {
        if (_plan.Stay is not { } condition || time < instance.Window.Open || time >= instance.Window.Close)
        {
            return null;
        }

        var value = condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(time)));
        var of = _plan.StayOf?.Invoke(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(time))) ?? new(true);
        var decision = instance.Progress.OnCondition(time, value, of);
        if (decision is null && instance.Progress.Threshold is { } threshold && threshold != instance.ThresholdSet)
        {
            instance.ThresholdSet = threshold;
            Set(threshold, TimerKind.Threshold, instance.Serial);
        }

        return decision;
    }

    /// <summary>Reads the conditions of a while frame. Returns the instances whose spell ended, and whether that is sure.</summary>
    private SortedDictionary<long, bool> ReadSpells(long time)
    {
        var ended = new SortedDictionary<long, bool>();
        for (var i = 0; i < _spells.Count; i++)
        {
            var spell = _spells[i];
            var value = time < _context.Start || !_context.InForce(time)
                ? new(false)
                : _plan.While!(_context.Scope.For(null, null, spell.Key, Viewpoint.AfterInstant(time)));
            var isTrue = value is { IsKnown: true, Value: true };
            if (!isTrue && spell.TrueSince is not null)
            {
                spell.TrueSince = null;
                if (_instances.Find(spell.Opened) is not null && ((WhileFrame)_plan.Norm.Frame).EndsFirst == EndsFirst.Lapses)
                {
                    ended.Add(spell.Opened, value.IsKnown);
                }

                spell.Opened = -1;
            }

            if (value is { IsKnown: true, Value: false })
            {
                spell.NotFalseSince = null;
                spell.HasOpened = false;
                continue;
            }

            if (spell.NotFalseSince is null)
            {
                spell.NotFalseSince = time;
                Set(SpellCut(time), TimerKind.SpellUnknown, i, time);
            }

            if (isTrue && spell.TrueSince is null)
            {
                spell.TrueSince = time;
                Set(SpellCut(time), TimerKind.SpellOpens, i, time);
            }
        }

        return ended;
    }
}
