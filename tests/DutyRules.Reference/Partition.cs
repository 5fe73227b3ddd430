using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>One partition: its history, its states, its roster.</summary>
internal sealed class Partition
{
    private readonly IReadOnlyList<Occurrence> _happened;
    private readonly IReadOnlyList<long> _changes;

    public Partition(PolicySet policies, string name, Instant start, Instant before, IEnumerable<EventRecord> records)
        : this(policies, name, start.InTicks(), before.InTicks(), History.Resolve(records).Select(record => new Occurrence(record)))
    {
    }

    private Partition(PolicySet policies, string name, long start, long before, IEnumerable<Occurrence> happened)
    {
        Policies = policies;
        Name = name;
        Start = start;
        End = before;
        Zone = policies.Vocabulary.ZoneOf(name);
        _happened = [.. happened.Where(o => o.Time < End)];
        Occurrences = DerivedOccurrences.With(policies.Vocabulary, Zone, _happened);
        Work = new WorkTime(policies.Vocabulary, name);
        Shifts = new ShiftPlans(policies.Vocabulary.Shifts, Occurrences);
        Roles = new RoleHolders(policies.Vocabulary, name, Shifts);
        States = new States(Zone, Occurrences, Work);
        _changes =
        [
            .. Occurrences.Select(o => o.Time)
                .Concat(StateForms.InstantsOfChange(policies.Vocabulary, Occurrences, Start, LastOfInterest, Work)),
        ];
    }

    public PolicySet Policies { get; }

    public string Name { get; }

    /// <summary>Where the record begins.</summary>
    public long Start { get; }

    /// <summary>Nothing is known of this instant and what comes after it (O3).</summary>
    public long End { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The events, in (time, seq, id) order: what was recorded, what that counts as (D1), and the outcomes that are known (D2).</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; }

    public States States { get; }

    /// <summary>The work calendar and the hours (K1 - K4).</summary>
    public WorkTime Work { get; }

    /// <summary>The planned shifts (H1).</summary>
    public ShiftPlans Shifts { get; }

    /// <summary>Who holds which role (B3).</summary>
    public RoleHolders Roles { get; }

    /// <summary>F1</summary>
    public bool IsDeclared => Policies.Vocabulary.Sites.Any(site => site.Name == Name);

    /// <summary>Of what the clock changes, no more than can be decided before the end of what is known.</summary>
    private long LastOfInterest => End + Duration.FromDays(2).InTicks();

    /// <summary>The same partition with more that happened in it.</summary>
    public Partition With(IEnumerable<Occurrence> more) => new(Policies, Name, Start, End, _happened.Concat(more));

    /// <summary>The instant that a local time means here (T9).</summary>
    public long LocalTicks(LocalDateTime local) => Policies.Vocabulary.ClockChanges.Resolve(local, Zone).InTicks();

    /// <summary>The instants between two at which a condition may change.</summary>
    public IEnumerable<long> InstantsIn(long from, long to) =>
        _changes.Concat(Work.Instants(from, Math.Max(from, Math.Min(to, LastOfInterest))));

    /// <summary>Whether a condition holds at a moment, seen from an instance and a tested event.</summary>
    public bool? Holds(
        Expression? condition, Moment moment, ISet<string> rules,
        ImmutableArray<KeyPart> key, Occurrence? trigger = null, Occurrence? tested = null) =>
        Reading(moment, rules, key, trigger, tested).Truth(condition);

    /// <summary>Whether a condition of an instance holds on post at an instant.</summary>
    public bool? HoldsAt(Expression condition, long time, Instance instance, ISet<string> rules) =>
        Holds(condition, Moment.At(time), rules, instance.Key, instance.Trigger);

    /// <summary>Whether the condition of a while frame holds on post at an instant; if it is forbidden, what lifts it does not (X5).</summary>
    public bool? HoldsInFrame(Norm norm, WhileFrame frame, long time, ImmutableArray<KeyPart> key, ISet<string> rules)
    {
        var holds = Holds(frame.Condition, Moment.At(time), rules, key);
        return norm.Content is not HappeningContent ? holds
            : Truths.And(holds, Truths.Not(new Lifting(norm, rules).Holds(condition => Holds(condition, Moment.At(time), rules, key))));
    }

    /// <summary>Whether a condition holds at the decisive act's step, or at the decisive instant if no event decided; pre or post (X1, T5).</summary>
    public bool? HoldsAtDecision(Expression condition, Decision decision, Instance instance, ISet<string> rules)
    {
        return decision.Act is { } act
            ? Truths.Either(HoldsAt(Moment.Before(act), act), HoldsAt(Moment.After(act), act))
            : Truths.Either(HoldsAt(Moment.LeftOf(decision.DecisiveInstant), null), HoldsAt(Moment.At(decision.DecisiveInstant), null));

        bool? HoldsAt(Moment moment, Occurrence? tested) => Holds(condition, moment, rules, instance.Key, instance.Trigger, tested);
    }

    /// <summary>The value of an expression at a moment; null if it is unknown.</summary>
    public Value? Read(
        Expression expression, Moment moment, ISet<string> rules, ImmutableArray<KeyPart> key, Occurrence? trigger = null, Occurrence? tested = null) =>
        Interpreter.Evaluate(expression, Reading(moment, rules, key, trigger, tested));

    /// <summary>Those who hold a role at an instant, in ordinal order.</summary>
    public IReadOnlyList<string> Holders(Role role, long time) => Roles.At(role, time);

    /// <summary>Those who hold a role at some time in <c>[from, to)</c>, in ordinal order; nobody if it is empty.</summary>
    public IReadOnlyList<string> Holders(Role role, long from, long to) => Roles.Within(role, from, to);

    private Reading Reading(Moment moment, ISet<string> rules, ImmutableArray<KeyPart> key, Occurrence? trigger, Occurrence? tested) => new()
    {
        Zone = Zone, States = States, Roles = Roles, Moment = moment, Key = key, Trigger = trigger, Tested = tested, Rules = rules,
    };
}
