using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring;

/// <summary>What decides instances (sections 5 and 6 of the semantics).</summary>
internal sealed partial class NormState
{
    /// <summary>Lets every instance count an event of the present step.</summary>
    private void Count(LoggedEvent item)
    {
        if (_plan.ContentEvent is not { } pattern || pattern.Type != item.Type)
        {
            return;
        }

        foreach (var instance in _instances.Sharing(item).ToArray())
        {
            if (instance.Pending is null)
            {
                Count(instance, item);
            }
        }

        if (_plan.KeepsRecent)
        {
            _instances.AddRecent(item);
        }
    }

    private void Count(Instance instance, LoggedEvent item)
    {
        var match = Matches(instance, item);
        if (match is { IsKnown: true, Value: false } || instance.Progress.OnEvent(item, match.IsKnown) is not { } decision)
        {
            return;
        }

        Judge(instance, decision);
    }

    /// <summary>Takes a decision by an event: what keeps the norm counts at once, anything else waits for ties (rule T6).</summary>
    private void Judge(Instance instance, Decision decision)
    {
        if (decision.Status == VerdictStatus.Fulfilled)
        {
            Commit(instance, decision);
            return;
        }

        instance.Pending = decision;
        _pending.Add(instance);
    }

    /// <summary>Rule C1, but for what the index of instances has seen to.</summary>
    private Maybe<bool> Matches(Instance instance, LoggedEvent item)
    {
        if (item.Id == instance.Trigger?.Id || !InWindow(instance.Window, item) || !LongEnough(item) || !RightActor(instance, item))
        {
            return new(false);
        }

        if (_plan.ContentWhere is not { } where)
        {
            return new(true);
        }

        var pre = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.BeforeStep(item.Place)));
        var post = where(_context.Scope.For(item, instance.Trigger, instance.Key, Viewpoint.AfterStep(item.Place)));
        return _plan.Norm.Modality == Modality.Must ? Either(pre, post) : Both(pre, post);
    }

    private bool InWindow(ResolvedWindow window, LoggedEvent item)
    {
        if (_plan.Norm.Modality == Modality.Must)
        {
            return item.At >= window.Open && item.Time < window.Close;
        }

        return item.At < window.Close && (item.Time > window.Open || (item.Time == item.At && item.At == window.Open));
    }

    private bool LongEnough(LoggedEvent item) =>
        _plan.Norm.Content is not CountContent { EachLasting: { } lasting } || lasting.Contains(item.Record.Lasted);

    private bool RightActor(Instance instance, LoggedEvent item)
    {
        if (!_plan.ActorMatters)
        {
            return true;
        }

        return item.Actor is { } actor && (_plan.Norm.Parties.Who is PostParty post
            ? post.Role.SeenIn is not null || _context.Holds(actor, item.Time)
            : actor == instance.Person);
    }

    /// <summary>What an act is at its own instant (rules C11, C12).</summary>
    private Decision JudgeAct(Instance instance)
    {
        var act = instance.Trigger!;
        var decision = Decision.At(act.Time, VerdictStatus.Fulfilled, ReasonCode.Allowed) with { Event = act };
        switch (_plan.Norm.Content)
        {
            case ConditionContent:
                var holds = Either(
                    _plan.OnlyIf!(_context.Scope.For(act, act, instance.Key, Viewpoint.BeforeStep(act.Place))),
                    _plan.OnlyIf!(_context.Scope.For(act, act, instance.Key, Viewpoint.AfterStep(act.Place))));
                return !holds.IsKnown ? decision.Undetermined() : holds.Value ? decision : NotAllowed(decision);
            case ActorContent content:
                return act.Actor is not { } actor ? decision.Undetermined()
                    : content.Role.SeenIn is not null || _context.HoldsRole(actor, content.Role, act.Time) ? decision
                    : NotAllowed(decision);
            default:
                return decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.ForbiddenAct };
        }
    }

    private static Decision NotAllowed(Decision decision) =>
        decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.NotAllowed };

    /// <summary>Phase 5 of an instant: conditions on post, and what was left open by ties (rules T6, X2 to X4).</summary>
    private void ReadConditions(long time)
    {
        var ended = ReadSpells(time);
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

        return instance.Pending ?? Stay(instance, time);
    }

    private static Decision Void(long time, ReasonCode reason) => Decision.At(time, VerdictStatus.Void, reason);

    private static long ReadsLapsesFrom(Instance instance) => Math.Max(instance.Window.Open, instance.Start);

    /// <summary>Whether a reason to lapse holds; notes when that is unknown.</summary>
    private bool Lapses(Instance instance, long time)
    {
        if (time < ReadsLapsesFrom(instance) || time >= instance.Window.Close)
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
            var value = time < _context.Start || !_plan.InForce(time)
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

    /// <summary>Ends an instance with a decision, dated not before its birth (rule W4), after exceptions (rule X1).</summary>
    private void Commit(Instance instance, Decision decision)
    {
        if (decision.Cut < instance.BirthCut)
        {
            decision = decision with { DecidedAt = instance.BirthDecidedAt, Cut = instance.BirthCut, Event = null };
        }

        _instances.Remove(instance);
        Emit(instance, Excuse(instance, decision));
    }

    private Decision Excuse(Instance instance, Decision decision)
    {
        if (decision.Status != VerdictStatus.Breached)
        {
            return decision;
        }

        var unknown = instance.LapseUnknown;
        foreach (var condition in _plan.Unless)
        {
            var holds = decision.Event is { } act
                ? Either(
                    condition(_context.Scope.For(act, instance.Trigger, instance.Key, Viewpoint.BeforeStep(act.Place))),
                    condition(_context.Scope.For(act, instance.Trigger, instance.Key, Viewpoint.AfterStep(act.Place))))
                : Either(
                    condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.BeforeInstant(decision.DecisiveInstant))),
                    condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(decision.DecisiveInstant))));
            if (holds is { IsKnown: true, Value: true })
            {
                return decision with { Status = VerdictStatus.Excused, Reason = ReasonCode.Exception };
            }

            unknown |= !holds.IsKnown;
        }

        return unknown ? decision.Undetermined() : decision;
    }

    private void Emit(Birth birth, ResolvedWindow window, Decision decision) =>
        Emit(NewInstance(birth, window, AtOnce.Instance), decision);

    private void Emit(Instance instance, Decision decision)
    {
        var norm = _plan.Norm;
        var evidence = decision.Evidence;
        var trigger = instance.Trigger;
        var people = PeopleOf(instance);
        _sink(new Outcome(
            new Verdict
            {
                Instance = new InstanceId(norm.Id, norm.Revision, instance.Key, instance.Anchor),
                Norm = norm,
                Partition = _context.Partition,
                Status = decision.Status,
                Opens = Ticks.ToInstant(instance.Window.Open),
                Due = Ticks.ToInstant(instance.Window.Due),
                DueInclusive = instance.Window.DueInclusive,
                DecidedAt = Ticks.ToInstant(decision.DecidedAt),
                Cut = Ticks.ToInstant(decision.Cut),
                People = people,
                Performers = Names(_plan.IsAct ? [trigger?.Actor] : evidence.Select(e => e.Actor)),
                Liable = decision.Status == VerdictStatus.Breached ? LiableOf(instance, people, decision.DecisiveInstant) : [],
                Evidence = [.. trigger is null ? [] : new[] { trigger.Id }, .. evidence.Select(e => e.Id)],
                Reason = decision.Reason,
                Counted = decision.Counted,
                Slack = decision.Slack is { } slack ? NodaTime.Duration.FromTicks(slack) : null,
                Share = decision.Share,
            },
            trigger));
    }

    private ImmutableArray<string> PeopleOf(Instance instance)
    {
        if (instance.Person is { } person)
        {
            return [person];
        }

        return _plan.Norm.Parties.Who is PostParty { Role.SeenIn: null }
            ? _context.HoldersWithin(instance.Window.Open, instance.Window.Close)
            : [];
    }

    private ImmutableArray<string> LiableOf(Instance instance, ImmutableArray<string> people, long decisive) =>
        instance.Person is null && _plan.Norm.Parties.Who is PostParty { Role.SeenIn: null }
            ? [.. _context.HoldersAt(decisive)]
            : people;

    private static ImmutableArray<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
