using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Reference;

/// <summary>The instances of a norm in one partition (section 4).</summary>
internal sealed class Instances(Partition partition, Norm norm, IReadOnlyList<(Instance Instance, Verdict Verdict)> upstream)
{
    private Vocabulary Vocabulary => partition.Policies.Vocabulary;

    public IEnumerable<Instance> All() => norm.At?.Covers(partition.Name) == false ? [] : norm.Frame switch
    {
        EveryFrame { Period: ShiftPeriod period } => partition.IsDeclared ? OfShifts(period) : [],
        EveryFrame frame => partition.IsDeclared ? OfPeriods(frame).Select(Born) : [],
        WhenFrame frame => OfEvents(frame).Select(Born),
        WhileFrame frame => partition.IsDeclared ? OfSpells(frame).Select(Born) : [],
        OutcomeFrame frame => OfVerdicts(frame).Select(Born),
        _ => throw new NotSupportedException(norm.Frame.ToString()),
    };

    /// <summary>The instance with what is read when it is born: who bears it together, if what it asks for is known, and how its clock runs (F14, C21, W7).</summary>
    private Instance Born(Instance instance)
    {
        instance = instance with { Bound = norm.Frame is EveryFrame && instance.Window is { } bound ? Math.Max(instance.Start, bound.Open) : instance.Start };
        if (instance.IsUnknown || instance.AtOnce is not null)
            return instance;

        var rules = new HashSet<string>(instance.FrameRules);
        var birth = new AtBirth(partition, instance, rules);
        if (!birth.IsKnown)
        {
            return instance with
            {
                AtOnce = ReasonCode.NotKnown, DatedAt = instance.BirthCut == instance.DatedAt + 1 ? instance.DatedAt : instance.BirthCut, FrameRules = [.. rules],
            };
        }

        var clock = Pauses.Of(partition, instance, rules);
        return instance with
        {
            Together = norm.Parties.Who is TogetherParty together ? birth.Persons(together)! : [],
            Clock = clock,
            Window = clock is null ? instance.Window : clock.Extend(instance.Window!.Value),
            FrameRules = [.. rules],
        };
    }

    // every: per declared site (and bearer) and period
    private IEnumerable<Instance> OfPeriods(EveryFrame frame)
    {
        var horizon = partition.End + Duration.FromDays(Forms.DaysBefore(norm.Window.Opens.Anchor, frame.Period)).InTicks();
        foreach (var period in Periods.Beginning(frame.Period, partition.Start, horizon, partition.Work).Where(p => InForce(p.From)))
        {
            var rules = new HashSet<string> { "F1", "F2", "F5", "T9" };
            if (frame.Period is not CalendarUnit)
                rules.Add("F10");

            var anchors = new Anchors(period.From, partition.Work, rules) { End = period.To, Period = frame.Period };
            var (window, failure) = period.IsUnknown ? (null, ReasonCode.CalendarMissing) : Opening.Resolve(norm.Window, anchors, long.MinValue, rules);
            Instance Make(string? bearer, KeyPart? thing, ReasonCode? atOnce, long birthCut, long datedAt) => new()
            {
                Norm = norm, Id = IdOf(bearer, null, period.Name, thing), Bearer = bearer, Window = window, AtOnce = atOnce, Start = period.From,
                BirthCut = birthCut, DatedAt = datedAt, FrameRules = [.. rules],
            };

            if (norm.Parties.Who is EachParty { Role.SeenIn: { } type })
            {
                rules.Add("F3");
                foreach (var first in FirstActs(type, period))
                    yield return Make(first.Actor, null, failure, first.Time + 1, first.Time);
            }
            else
            {
                failure ??= window!.Value.Open < partition.Start ? ReasonCode.BeforeRecord : null;
                foreach (var (bearer, atOnce) in Whose(window?.Open ?? period.From, null, window, failure, rules))
                {
                    // F9
                    var birthCut = atOnce is null ? Math.Min(period.From, window!.Value.Open) : period.From;
                    if (birthCut < period.From || atOnce == ReasonCode.BeforeRecord)
                        rules.Add("F9");
                    foreach (var thing in Things.Where(_ => birthCut <= partition.End))
                        yield return Make(bearer, thing, atOnce, birthCut, period.From);
                }
            }
        }
    }

    /// <summary>The things of each of which there is an instance; none in particular, if the norm is for no set (F11).</summary>
    private IEnumerable<KeyPart?> Things =>
        norm.ForEach is { } set ? set.Of(partition.Name).Select(thing => (KeyPart?)new KeyPart(set.Name, Value.Text(thing))) : [null];

    // every shift: per shift, while its plan is one of the frame (H3, H4)
    private IEnumerable<Instance> OfShifts(ShiftPeriod period)
    {
        foreach (var id in partition.Shifts.Ids)
        {
            var versions = partition.Shifts.Versions(id);
            Instance? born = null;
            for (var i = 0; i < versions.Count; i++)
            {
                var (from, _, plan) = versions[i];
                if (plan is null || !IsOfFrame(plan, period))
                {
                    if (born is not null)
                    {
                        yield return born with { CancelledAt = from };
                        break;
                    }

                    continue;
                }

                var instance = OfShift(plan, period, from, i > 0);
                if (i + 1 == versions.Count || IsDecidedBefore(instance, versions[i + 1].Time))
                {
                    yield return instance;
                    break;
                }

                born = instance.BirthCut <= versions[i + 1].Time ? instance : null;
            }
        }
    }

    // H3, F2
    private bool IsOfFrame(ShiftPlan plan, ShiftPeriod period) =>
        plan.Role == period.Role.Name && (period.Kinds.IsEmpty || (plan.Kind is { } kind && period.Kinds.Contains(kind)))
        && partition.Start <= plan.Starts && InForce(plan.Starts);

    /// <summary>Decided under a plan before a change of it: by the cut, or, if it is born, by an event at that instant that keeps it (H4).</summary>
    private bool IsDecidedBefore(Instance instance, long change)
    {
        var (decision, _) = new Judgement(partition, instance).Decide();
        return decision.Cut <= change
            || (instance.BirthCut <= change && decision.Cut == change + 1 && decision.Precedence == Precedence.KeptByAnEvent);
    }

    private Instance OfShift(ShiftPlan plan, ShiftPeriod period, long given, bool isChange)
    {
        var rules = new HashSet<string> { "F1", "F2", "F5", "H1", "H3", "H5" };
        if (isChange)
            rules.Add("H4");

        // What names another shift is bound, and so born, when the shift begins (H6).
        var start = plan.Starts;
        var atBegin = Math.Max(start, given + 1);
        var anchors = new Anchors(start, partition.Work, rules) { End = plan.Ends, Period = period, Shift = choice => Chosen(plan, choice, atBegin, rules) };
        var (window, failure) = Opening.Resolve(norm.Window, anchors, long.MinValue, rules);
        failure ??= window!.Value.Open < partition.Start ? ReasonCode.BeforeRecord : null;
        var birthCut = failure is not null || norm.NamesAnotherShift ? atBegin : Math.Max(Math.Min(start, window!.Value.Open), given + 1);
        var bearer = norm.Parties.Who is EachParty ? plan.Person : null;
        return Born(new Instance
        {
            Norm = norm, Id = IdOf(bearer, null, plan.Shift), Bearer = bearer, Window = window, AtOnce = failure, Shift = plan, Start = start,
            BirthCut = birthCut, DatedAt = failure is not null || norm.NamesAnotherShift ? Math.Max(start, given) : given, FrameRules = [.. rules],
        });
    }

    /// <summary>A shift, or that before or after it by the plans before a cut (H6).</summary>
    private ShiftPlan? Chosen(ShiftPlan plan, ShiftChoice choice, long cut, HashSet<string> rules)
    {
        if (choice == ShiftChoice.This)
            return plan;

        rules.Add("H6");
        var own = choice is ShiftChoice.OwnPrevious or ShiftChoice.OwnNext;
        var candidates = partition.Shifts.At(Moment.LeftOf(cut))
            .Where(other => other.Shift != plan.Shift && (own ? other.Person == plan.Person : other.Role == plan.Role))
            .Where(other => Math.Abs(other.Starts - plan.Starts) <= Duration.FromDays(31).InTicks())
            .OrderBy(other => other.Starts).ThenBy(other => other.Shift, StringComparer.Ordinal);
        return choice is ShiftChoice.Previous or ShiftChoice.OwnPrevious
            ? candidates.LastOrDefault(other => other.Starts < plan.Starts)
            : candidates.Where(other => other.Starts > plan.Starts).GroupBy(other => other.Starts).FirstOrDefault()?.Last();
    }

    /// <summary>Of each person who acts in such an event in the period, the first (F3).</summary>
    private IEnumerable<Occurrence> FirstActs(EventType type, Period period) =>
        partition.Occurrences
            .Where(o => o.Type == type && o.IsSure && o.Actor is not null && period.From <= o.Time && o.Time < period.To)
            .GroupBy(o => o.Actor)
            .Select(acts => acts.First());

    // when: per event that matches (and bearer)
    private IEnumerable<Instance> OfEvents(WhenFrame frame)
    {
        foreach (var trigger in partition.Occurrences.Where(o => o.Type == frame.Trigger.Type && InForce(o.Time)))
        {
            var rules = new HashSet<string> { "F2", "F5", "T5" };
            var pre = partition.Holds(frame.Trigger.Where, Moment.Before(trigger), rules, TriggerKey(trigger), trigger, trigger);
            var matches = trigger.Matches(norm.Content is HappeningContent
                ? Truths.And(Truths.Both(pre, partition.Holds(frame.Trigger.Where, Moment.After(trigger), rules, TriggerKey(trigger), trigger, trigger)), NotLifted(trigger, rules))
                : pre);
            if (matches == false)
                continue;

            if (matches is null)
                rules.Add("F6");
            if (norm.IsActFrame)
                rules.Add("F4");

            var earliest = norm.MayOpenBeforeTrigger ? long.MinValue : trigger.Time;
            var anchors = new Anchors(trigger.Time, partition.Work, rules) { Trigger = trigger, Shift = choice => ShiftOf(trigger, rules) is { } plan ? Chosen(plan, choice, trigger.Time + 1, rules) : null };
            var (window, failure) = Opening.Resolve(norm.Window, anchors, earliest, rules);
            Value? Named(Expression person) => partition.Read(person, Moment.Before(trigger), rules, TriggerKey(trigger), trigger);
            var whose = norm.IsActFrame ? ActorOf(trigger, Named, failure, rules) : Whose(trigger.Time, trigger, window, failure, rules, Named);
            foreach (var (bearer, atOnce) in whose)
            {
                yield return new Instance
                {
                    Norm = norm, Id = IdOf(bearer, trigger, trigger.Id), Bearer = bearer, Trigger = trigger, Window = window, AtOnce = atOnce,
                    Start = trigger.Time, BirthCut = trigger.Time + 1, DatedAt = trigger.Time, IsAct = norm.IsActFrame,
                    IsUnknown = matches is null, FrameRules = [.. rules],
                };
            }
        }
    }

    /// <summary>Whether an act is not lifted (X5).</summary>
    private bool? NotLifted(Occurrence act, HashSet<string> rules) => Truths.Not(new Lifting(norm, rules).HoldsAt(
        act, (condition, moment) => partition.Holds(condition, moment, rules, TriggerKey(act), act, act)));

    /// <summary>The shift of an act (H7): of those of the actor that cover it, by the plans after its step, that with the greatest start, then id.</summary>
    private ShiftPlan? ShiftOf(Occurrence act, HashSet<string> rules)
    {
        rules.Add("H7");
        return partition.Shifts.At(Moment.After(act))
            .Where(plan => plan.Person == act.Actor && plan.Covers(act.Time))
            .OrderBy(plan => plan.Starts).ThenBy(plan => plan.Shift, StringComparer.Ordinal)
            .LastOrDefault();
    }

    /// <summary>Whose act it is: none, if it is not an act of those who are meant (F4).</summary>
    private IEnumerable<(string? Bearer, ReasonCode? AtOnce)> ActorOf(Occurrence act, Func<Expression, Value?> named, ReasonCode? failure, HashSet<string> rules) =>
        norm.Parties.Who switch
        {
            PersonParty party => [NamedBy(party, named, failure, rules)],
            FieldParty party => act.Record[party.Field] is { } person ? [(person.AsText, failure)] : [],
            EachParty { Role: var role } => Holds(act, role) ? [(act.Actor, failure)] : [],
            PostParty { Role: var role } => Holds(act, role) ? [(act.Actor, failure)] : [],
            _ => [(act.Actor, failure)],
        };

    /// <summary>Whom an expression names; nobody, and decided at once, if that is not known (F13). A date that is not known comes first (W5).</summary>
    private static (string? Bearer, ReasonCode? AtOnce) NamedBy(PersonParty party, Func<Expression, Value?> named, ReasonCode? failure, HashSet<string> rules)
    {
        rules.Add("F13");
        return named(party.Person) is { } person ? (person.AsText, failure)
            : (null, failure == ReasonCode.CalendarMissing ? failure : ReasonCode.NotKnown);
    }

    private bool Holds(Occurrence act, Role role) =>
        act.Actor is { } actor && (role.SeenIn is not null || partition.Holders(role, act.Time).Contains(actor));

    // while: per maximal interval on which the condition is true
    private IEnumerable<Instance> OfSpells(WhileFrame frame)
    {
        var rules = new HashSet<string> { "F2", "F5" };
        var ends = new[] { norm.InForceFrom, norm.InForceTo }.Where(end => end is not null).Select(end => partition.LocalTicks(end!.Value));
        var stretches = Stretch.Over(partition.Start, Ticks.Forever, partition.InstantsIn(partition.Start, Ticks.Forever).Concat(ends), t =>
            InForce(t) ? partition.HoldsInFrame(norm, frame, t, TriggerKey(null), rules) : false);

        var spells = Stretch.Join(stretches, value => value == true)
            .Where(s => s.Value == true && BirthCutOf(s, frame) <= s.To).ToList();
        foreach (var spell in spells)
        {
            foreach (var instance in OfSpell(frame, spell, false, rules))
                yield return instance;
        }

        // F7
        foreach (var possible in Stretch.Join(stretches, value => value != false).Where(s => s.Value == true))
        {
            var birthCut = BirthCutOf(possible, frame);
            var covered = spells.Any(s => possible.From <= s.From && s.To <= possible.To && BirthCutOf(s, frame) <= birthCut);
            if (birthCut > possible.To || covered)
                continue;

            foreach (var instance in OfSpell(frame, possible, true, [.. rules, "F7"]))
                yield return instance;
        }
    }

    private IEnumerable<Instance> OfSpell(WhileFrame frame, Stretch interval, bool isUnknown, HashSet<string> rules)
    {
        var start = interval.From + (frame.Lasting?.Value.InTicks() ?? 0);
        var birthCut = BirthCutOf(interval, frame);
        var (window, failure) = Opening.Resolve(norm.Window, new Anchors(start, partition.Work, rules), birthCut, rules);
        foreach (var (bearer, atOnce) in Whose(start, null, window, failure, rules))
        {
            yield return new Instance
            {
                Norm = norm, Id = IdOf(bearer, null, InstantPattern.ExtendedIso.Format(interval.From.ToInstant())), Bearer = bearer,
                Window = window, AtOnce = atOnce, Start = start, BirthCut = birthCut, DatedAt = start, Interval = interval, IsUnknown = isUnknown,
                FrameRules = [.. rules],
            };
        }
    }

    private static long BirthCutOf(Stretch spell, WhileFrame frame) => frame.Lasting switch
    {
        null => spell.From + 1,
        { Inclusive: true } atLeast => spell.From + atLeast.Value.InTicks(),
        { Inclusive: false } moreThan => spell.From + moreThan.Value.InTicks() + 1,
    };

    // outcome: per upstream verdict of that status (and bearer); it belongs to the revision of the norm it follows (F2)
    private IEnumerable<Instance> OfVerdicts(OutcomeFrame frame)
    {
        var names = frame.Trigger is { } named && partition.Policies.Vocabulary.Derived.OfType<OutcomesOf>().Any(o => o.Type == named.Type && o.NormId == frame.NormId);
        foreach (var (above, verdict) in upstream)
        {
            if (above.Norm.Id != frame.NormId || (above.Norm.Policy == norm.Policy && above.Norm.Revision != norm.Revision) || !frame.Statuses.Contains(verdict.Status))
                continue;

            var (start, birthCut) = (verdict.DecidedAt.InTicks(), verdict.Cut.InTicks());
            var rules = new HashSet<string> { "F2", "F5" };
            ImmutableArray<KeyPart> key = [.. above.Key.Where(part => part.Name != "person")];
            if (frame.If is not null)
                rules.Add("F15");

            var trigger = names ? Outcomes.Of(partition, above, verdict).Single(o => o.Type == frame.Trigger!.Type) : above.Trigger;
            var decisive = birthCut == start + 1 ? start : birthCut - 1;
            var follows = partition.Holds(frame.If, Moment.LeftOf(decisive), rules, key, trigger);
            if (follows == false)
                continue;

            Value? Named(Expression person) => partition.Read(person, Moment.LeftOf(start), rules, key, trigger);
            var (window, failure) = Opening.Resolve(norm.Window, new Anchors(start, partition.Work, rules) { Trigger = trigger }, birthCut, rules);
            foreach (var (bearer, atOnce) in Whose(start, trigger, window, failure, rules, Named))
            {
                yield return new Instance
                {
                    Norm = norm, Id = new InstanceId(norm.Id, norm.Revision, [.. key, .. PersonPart(bearer)], above.Id.ToString()), Bearer = bearer,
                    Trigger = trigger, Window = window, AtOnce = atOnce, Start = start, BirthCut = birthCut, DatedAt = start, IsUnknown = follows is null,
                    FrameRules = [.. rules],
                };
            }
        }
    }

    /// <summary>
    /// Whose instances there are, and why they are decided at once, if they are: one without a person where nobody holds a role of the list of assignments (F8, W5).
    /// </summary>
    private IEnumerable<(string? Bearer, ReasonCode? AtOnce)> Whose(
        long bound, Occurrence? trigger, Opening? window, ReasonCode? failure, HashSet<string> rules, Func<Expression, Value?>? named = null)
    {
        if (norm.Parties.Who is PersonParty { Moving: false } party)
            return [NamedBy(party, named!, failure, rules)];

        var bearers = BearersAt(bound, trigger, rules);
        var nobody = norm.CountsOrMeasures && norm.Parties.Who switch
        {
            EachParty { Role.IsFromAssignments: true } => bearers.Count == 0 && norm.Frame is not WhileFrame,
            PostParty { Role: { IsFromAssignments: true } role } => window is { } w && partition.Holders(role, w.Open, w.Close).Count == 0,
            _ => false,
        };
        if (!nobody)
            return bearers.Select(bearer => (bearer, failure));

        rules.Add("F8");
        return [(null, failure ?? ReasonCode.Unassigned)];
    }

    /// <summary>Whose instances there are: each holder of a role at an instant, the person of a field, or nobody in particular (F3).</summary>
    private IReadOnlyList<string?> BearersAt(long time, Occurrence? trigger, HashSet<string> rules) => norm.Parties.Who switch
    {
        EachParty { Role: var role } => Noted(rules, partition.Holders(role, time)),
        FieldParty party => trigger?.Record[party.Field] is { } person ? Noted(rules, [person.AsText]) : [],
        _ => [null],
    };

    private static IReadOnlyList<string?> Noted(HashSet<string> rules, IReadOnlyList<string> bearers)
    {
        rules.Add("F3");
        return bearers;
    }

    private bool InForce(long time) =>
        (norm.InForceFrom is not { } from || partition.LocalTicks(from) <= time) && (norm.InForceTo is not { } to || time < partition.LocalTicks(to));

    // F5
    private InstanceId IdOf(string? bearer, Occurrence? trigger, string anchor, KeyPart? thing = null) =>
        new(norm.Id, norm.Revision, [PartitionPart, .. PersonPart(bearer), .. CasePart(trigger), .. thing is { } part ? [part] : Array.Empty<KeyPart>()], anchor);

    private ImmutableArray<KeyPart> TriggerKey(Occurrence? trigger) => [PartitionPart, .. CasePart(trigger)];

    private KeyPart PartitionPart => new(Vocabulary.PartitionField, Value.Text(partition.Name));

    private static IEnumerable<KeyPart> PersonPart(string? bearer) => bearer is null ? [] : [new KeyPart("person", Value.Text(bearer))];

    private static IEnumerable<KeyPart> CasePart(Occurrence? trigger) =>
        trigger?.Type.Case is { } field && trigger.Record[field] is { } value ? [new KeyPart(field.Name, value)] : [];
}
