using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Where instances come from (section 4 of the semantics).</summary>
internal sealed partial class NormState
{
    /// <summary>What an instance is born with.</summary>
    private sealed record Birth(long Start, long Cut, string Anchor, string? Person, ImmutableArray<KeyPart> Key, LoggedEvent? Trigger)
    {
        /// <summary>What would be decided before the cut is dated here.</summary>
        public long DecidedAt { get; init; } = Start;

        /// <summary>The number of its shift in the book; -1 if it has none.</summary>
        public int Shift { get; init; } = -1;

        /// <summary>Whose shift it is.</summary>
        public string? ShiftPerson { get; init; }
    }

    /// <summary>One instance, with no bearer in person.</summary>
    private static string?[] Nobody => [null];

    private void OpenByEvent(LoggedEvent item)
    {
        if (_plan.SeenIn == item.Type && _plan.SeenIn is not null)
        {
            OpenSeen(item);
        }

        if (_plan.Norm.Frame is not WhenFrame frame || frame.Trigger.Type != item.Type || !_context.InForce(item.Time))
        {
            return;
        }

        var matches = Triggers(item);
        if (matches is { IsKnown: true, Value: false })
        {
            return;
        }

        var window = _plan.HasWindow ? Resolve(ExtentOf(item), _plan.LooksBack ? long.MinValue : item.Time) : default;
        foreach (var person in OrNobody(BearersOf(item)))
        {
            var birth = new Birth(item.Time, item.Time + 1, item.Id, person, WithCase(KeyWith(person), item), item);
            if (!matches.IsKnown)
            {
                Emit(birth, Moment(item.Time), Decision.At(item.Time, VerdictStatus.Undetermined, ReasonCode.NotKnown));
                continue;
            }

            Open(birth, window);
        }
    }

    private void OpenSeen(LoggedEvent item)
    {
        if (item.Unsure || item.Actor is not { } person || !_context.IsDeclared)
        {
            return;
        }

        foreach (var period in _context.Periods!.Around(item.Time))
        {
            if (period.Start >= _context.Start && _context.InForce(period.Start) && _seen.TryAdd((period.Name, person), period.End))
            {
                Open(
                    new Birth(period.Start, item.Time + 1, period.Name, person, KeyWith(person), null) { DecidedAt = item.Time },
                    period.IsKnown ? Resolve(new FrameExtent(period.Start, period.End)) : Resolved<ResolvedWindow>.Without(ReasonCode.CalendarMissing));
            }
        }
    }

    private void OpenFollowUps(Outcome outcome)
    {
        var frame = (OutcomeFrame)_plan.Norm.Frame;
        var verdict = outcome.Verdict;
        if (!frame.Statuses.Contains(verdict.Status))
        {
            return;
        }

        var trigger = _context.TriggerOf(outcome);
        var start = Ticks.Of(verdict.DecidedAt);
        var decisive = verdict.Cut == verdict.DecidedAt ? start - 1 : start;
        var matches = _plan.TriggerWhere?.Invoke(_context.Scope.For(null, trigger, [_context.PartitionPart], Viewpoint.BeforeInstant(decisive))) ?? new(true);
        if (matches is { IsKnown: true, Value: false })
        {
            return;
        }

        string?[] bearers = _plan.Norm.Parties.Who switch
        {
            EachParty => [.. _context.HoldersAt(start)],
            FieldParty party => VerdictMaker.PersonIn(party.Field, trigger) is { } person ? [person] : [],
            PersonParty { Moving: false } => [_verdicts.PersonNamed(trigger, Viewpoint.BeforeInstant(start))],
            _ => Nobody,
        };
        var window = _plan.HasWindow ? Resolve(new FrameExtent(start, Trigger: trigger?.Record), outcome.Cut) : default;
        foreach (var person in OrNobody(bearers))
        {
            ImmutableArray<KeyPart> key = [.. verdict.Instance.Key.Where(p => p.Name != "person")];
            key = person is null ? key : key.Add(new KeyPart("person", Value.Text(person)));
            var birth = new Birth(start, outcome.Cut, verdict.Instance.ToString(), person, key, trigger);
            if (!matches.IsKnown)
            {
                Emit(birth, Moment(start), new Decision(VerdictStatus.Undetermined, ReasonCode.NotKnown, start, outcome.Cut));
                continue;
            }

            Open(birth, window);
        }
    }

    /// <summary>Whether an event triggers: read on pre; for a prohibition per act on pre and post (rule F4).</summary>
    private Maybe<bool> Triggers(LoggedEvent item)
    {
        var isForbidden = _plan.Norm.Content is HappeningContent;
        ImmutableArray<KeyPart> key = [_context.PartitionPart];
        var match = item.Unsure ? default : new Maybe<bool>(true);
        if (_plan.TriggerWhere is { } where)
        {
            var holds = where(_context.Scope.For(item, item, key, Viewpoint.BeforeStep(item.Place)));
            match = Conditions.And(match, isForbidden ? Conditions.And(holds, where(_context.Scope.For(item, item, key, Viewpoint.AfterStep(item.Place)))) : holds);
        }

        return isForbidden ? Conditions.And(match, Conditions.Not(LiftedAt(item, key, item))) : match;
    }

    private IEnumerable<string?> BearersOf(LoggedEvent item)
    {
        var who = _plan.Norm.Parties.Who;
        if (who is FieldParty party)
        {
            return VerdictMaker.PersonIn(party.Field, item) is { } person ? [person] : [];
        }

        if (who is PersonParty { Moving: false })
        {
            return [_verdicts.PersonNamed(item, Viewpoint.BeforeStep(item.Place))];
        }

        if (_plan.IsAct)
        {
            return _plan.Whose is null || HoldsAtAct(item, _plan.Whose) ? [item.Actor] : [];
        }

        return _plan.Each ? [.. _context.HoldersAt(item.Time)] : Nobody;
    }

    private bool HoldsAtAct(LoggedEvent item, Role role) =>
        item.Actor is { } actor && (role.SeenIn is not null || _context.Holds(actor, item.Time));

    /// <summary>The window of a frame, its opening not before an instant (rule W2).</summary>
    private Resolved<ResolvedWindow> Resolve(FrameExtent extent, long earliest = long.MinValue) =>
        _context.Windows.Resolve(_plan.Window, extent, earliest);

    private static ResolvedWindow Moment(long time) => new(time, time + 1, time, true);

    private ImmutableArray<KeyPart> KeyWith(string? person) => person is null
        ? [_context.PartitionPart]
        : [_context.PartitionPart, new KeyPart("person", Value.Text(person))];

    private static ImmutableArray<KeyPart> WithCase(ImmutableArray<KeyPart> key, LoggedEvent trigger) =>
        trigger.Type.Case is { } field && trigger.Record[field] is { } value ? key.Add(new KeyPart(field.Name, value)) : key;
}
