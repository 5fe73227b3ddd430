using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Reference;

/// <summary>The instances of a norm in one partition (section 4).</summary>
internal sealed class Instances(Partition partition, Norm norm, IReadOnlyList<(Instance Instance, Verdict Verdict)> upstream)
{
    private Vocabulary Vocabulary => partition.Policies.Vocabulary;

    public IEnumerable<Instance> All() => norm.Frame switch
    {
        EveryFrame frame => partition.IsDeclared ? OfPeriods(frame) : [],
        WhenFrame frame => OfEvents(frame),
        WhileFrame frame => partition.IsDeclared ? OfSpells(frame) : [],
        OutcomeFrame frame => OfVerdicts(frame),
        _ => throw new NotSupportedException(norm.Frame.ToString()),
    };

    // every: per declared site (and bearer) and period
    private IEnumerable<Instance> OfPeriods(EveryFrame frame)
    {
        foreach (var period in Period.Beginning(partition.Start, partition.End, ((CalendarUnit)frame.Period).Kind, partition.Zone).Where(p => InForce(p.From)))
        {
            var rules = new HashSet<string> { "F1", "F2", "F5", "T9" };
            var window = Opening.Resolve(norm.Window, period.From, period.To, period.From, partition.Zone, rules);
            Instance Make(string? bearer, long birthCut, long datedAt) => new()
            {
                Norm = norm, Id = IdOf(bearer, null, period.Name), Bearer = bearer, Window = window, Start = period.From,
                BirthCut = birthCut, DatedAt = datedAt, FrameRules = [.. rules],
            };

            if (norm.Parties.Who is EachParty { Role.SeenIn: { } type })
            {
                rules.Add("F3");
                foreach (var first in FirstActs(type, period))
                    yield return Make(first.Actor, first.Time + 1, first.Time);
            }
            else
            {
                foreach (var bearer in BearersAt(window?.Open ?? period.From, null, rules))
                    yield return Make(bearer, period.From, period.From);
            }
        }
    }

    /// <summary>Of each person who acts in such an event in the period, the first (F3).</summary>
    private IEnumerable<Occurrence> FirstActs(EventType type, Period period) =>
        partition.Occurrences
            .Where(o => o.Type == type && o.Actor is not null && period.From <= o.Time && o.Time < period.To)
            .GroupBy(o => o.Actor)
            .Select(acts => acts.First());

    // when: per event that matches (and bearer)
    private IEnumerable<Instance> OfEvents(WhenFrame frame)
    {
        foreach (var trigger in partition.Occurrences.Where(o => o.Type == frame.Trigger.Type && InForce(o.Time)))
        {
            var rules = new HashSet<string> { "F2", "F5", "T5" };
            var pre = partition.Holds(frame.Trigger.Where, Moment.Before(trigger), rules, TriggerKey(trigger), trigger, trigger);
            var matches = norm.Content is HappeningContent
                ? Truths.Both(pre, partition.Holds(frame.Trigger.Where, Moment.After(trigger), rules, TriggerKey(trigger), trigger, trigger))
                : pre;
            if (matches == false)
                continue;

            if (matches is null)
                rules.Add("F6");
            if (norm.IsActFrame)
                rules.Add("F4");

            var earliest = norm.MayOpenBeforeTrigger ? long.MinValue : trigger.Time;
            var window = Opening.Resolve(norm.Window, trigger.Time, trigger.Time, earliest, partition.Zone, rules);
            foreach (var bearer in norm.IsActFrame ? ActorOf(trigger) : BearersAt(trigger.Time, trigger, rules))
            {
                yield return new Instance
                {
                    Norm = norm, Id = IdOf(bearer, trigger, trigger.Id), Bearer = bearer, Trigger = trigger, Window = window,
                    Start = trigger.Time, BirthCut = trigger.Time + 1, DatedAt = trigger.Time, IsAct = norm.IsActFrame,
                    IsUnknown = matches is null, FrameRules = [.. rules],
                };
            }
        }
    }

    /// <summary>Whose act it is: none, if it is not an act of those who are meant (F4).</summary>
    private IEnumerable<string?> ActorOf(Occurrence act) => norm.Parties.Who switch
    {
        FieldParty party => act.Record[party.Field] is { } person ? [person.AsText] : [],
        EachParty { Role: var role } => Holds(act, role) ? [act.Actor] : [],
        PostParty { Role: var role } => Holds(act, role) ? [act.Actor] : [],
        _ => [act.Actor],
    };

    private bool Holds(Occurrence act, Role role) =>
        act.Actor is { } actor && (role.SeenIn is not null || partition.Holders(role, act.Time).Contains(actor));

    // while: per maximal interval on which the condition is true
    private IEnumerable<Instance> OfSpells(WhileFrame frame)
    {
        var rules = new HashSet<string> { "F2", "F5" };
        var ends = new[] { norm.InForceFrom, norm.InForceTo }.Where(end => end is not null).Select(end => partition.LocalTicks(end!.Value));
        var stretches = Stretch.Over(partition.Start, Ticks.Forever, partition.Instants.Concat(ends), t =>
            InForce(t) ? partition.Holds(frame.Condition, Moment.At(t), rules, TriggerKey(null)) : false);

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
        var window = Opening.Resolve(norm.Window, start, start, birthCut, partition.Zone, rules);
        foreach (var bearer in BearersAt(start, null, rules))
        {
            yield return new Instance
            {
                Norm = norm, Id = IdOf(bearer, null, InstantPattern.ExtendedIso.Format(interval.From.ToInstant())), Bearer = bearer,
                Window = window, Start = start, BirthCut = birthCut, DatedAt = start, Interval = interval, IsUnknown = isUnknown,
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
        foreach (var (above, verdict) in upstream)
        {
            if (above.Norm.Id != frame.NormId || above.Norm.Revision != norm.Revision || verdict.Status != frame.Status)
                continue;

            var (start, birthCut) = (verdict.DecidedAt.InTicks(), verdict.Cut.InTicks());
            var rules = new HashSet<string> { "F2", "F5" };
            var window = Opening.Resolve(norm.Window, start, start, birthCut, partition.Zone, rules);
            foreach (var bearer in BearersAt(start, above.Trigger, rules))
            {
                ImmutableArray<KeyPart> key = [.. above.Key.Where(part => part.Name != "person"), .. PersonPart(bearer)];
                yield return new Instance
                {
                    Norm = norm, Id = new InstanceId(norm.Id, norm.Revision, key, above.Id.ToString()), Bearer = bearer,
                    Trigger = above.Trigger, Window = window, Start = start, BirthCut = birthCut, DatedAt = start,
                    FrameRules = [.. rules],
                };
            }
        }
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
    private InstanceId IdOf(string? bearer, Occurrence? trigger, string anchor) =>
        new(norm.Id, norm.Revision, [PartitionPart, .. PersonPart(bearer), .. CasePart(trigger)], anchor);

    private ImmutableArray<KeyPart> TriggerKey(Occurrence? trigger) => [PartitionPart, .. CasePart(trigger)];

    private KeyPart PartitionPart => new(Vocabulary.PartitionField, Value.Text(partition.Name));

    private static IEnumerable<KeyPart> PersonPart(string? bearer) => bearer is null ? [] : [new KeyPart("person", Value.Text(bearer))];

    private static IEnumerable<KeyPart> CasePart(Occurrence? trigger) =>
        trigger?.Type.Case is { } field && trigger.Record[field] is { } value ? [new KeyPart(field.Name, value)] : [];
}
