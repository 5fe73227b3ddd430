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
    public Partition(PolicySet policies, string name, Instant start, Instant before, IEnumerable<EventRecord> records)
    {
        Policies = policies;
        Name = name;
        Start = start.InTicks();
        End = before.InTicks();
        Zone = policies.Vocabulary.ZoneOf(name);
        Occurrences = [.. History.Resolve(records).Select(record => new Occurrence(record)).Where(o => o.Time < End).Order(Occurrence.Order)];
        Work = new WorkTime(policies.Vocabulary, name);
        Shifts = new ShiftPlans(policies.Vocabulary.Shifts, Occurrences);
        States = new States(Zone, Occurrences, Work);
    }

    public PolicySet Policies { get; }

    public string Name { get; }

    /// <summary>Where the record begins.</summary>
    public long Start { get; }

    /// <summary>Nothing is known of this instant and what comes after it (O3).</summary>
    public long End { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The instant that a local time means here (T9).</summary>
    public long LocalTicks(LocalDateTime local) => Policies.Vocabulary.ClockChanges.Resolve(local, Zone).InTicks();

    /// <summary>The events, in (time, seq, id) order.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; }

    public States States { get; }

    /// <summary>The work calendar and the hours (K1 - K4).</summary>
    public WorkTime Work { get; }

    /// <summary>The planned shifts (H1).</summary>
    public ShiftPlans Shifts { get; }

    /// <summary>F1</summary>
    public bool IsDeclared => Policies.Vocabulary.Sites.Any(site => site.Name == Name);

    /// <summary>The instants between two at which a condition may change. Of what the calendar changes, no more than can be decided before the end of what is known.</summary>
    public IEnumerable<long> InstantsIn(long from, long to) =>
        Occurrences.Select(o => o.Time)
            .Concat(States.InstantsOfRunningOut(Policies.Vocabulary, Occurrences))
            .Concat(Work.Instants(from, Math.Max(from, Math.Min(to, End + Duration.FromDays(2).InTicks()))));

    /// <summary>Whether a condition holds at a moment, seen from an instance and a tested event.</summary>
    public bool? Holds(
        Expression? condition, Moment moment, ISet<string> rules,
        ImmutableArray<KeyPart> key, Occurrence? trigger = null, Occurrence? tested = null) =>
        Reading(moment, rules, key, trigger, tested).Truth(condition);

    /// <summary>The value of an expression at a moment; null if it is unknown.</summary>
    public Value? Read(
        Expression expression, Moment moment, ISet<string> rules, ImmutableArray<KeyPart> key, Occurrence? trigger = null, Occurrence? tested = null) =>
        Interpreter.Evaluate(expression, Reading(moment, rules, key, trigger, tested));

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

    /// <summary>Those who hold a role at an instant, in ordinal order.</summary>
    public IReadOnlyList<string> Holders(Role role, long time) => role.OnShift
        ? InOrder(Shifts.Holders(role.Name, time))
        : InOrder(Assignments(role).Where(a => a.Covers(time.ToInstant())).Select(a => a.Person));

    /// <summary>Those who hold a role at some time in <c>[from, to)</c>, in ordinal order; nobody if it is empty.</summary>
    public IReadOnlyList<string> Holders(Role role, long from, long to) => from >= to ? []
        : role.OnShift ? InOrder(Shifts.Holders(role.Name, from, to))
        : InOrder(Assignments(role)
            .Where(a => (a.From is not { } begin || begin.InTicks() < to) && (a.To is not { } end || end.InTicks() > from))
            .Select(a => a.Person));

    /// <summary>The first instant in <c>(from, to)</c> at which a person stops holding a role of the roster; null if there is none (X4).</summary>
    public long? StopsHolding(string person, Role role, long from, long to) =>
        Policies.Vocabulary.Roster
            .Where(a => a.Person == person && a.Role == role.Name && a.Site == Name && a.To is not null)
            .Select(a => a.To!.Value.InTicks())
            .Where(end => from < end && end < to && Holders(role, end - 1).Contains(person) && !Holders(role, end).Contains(person))
            .Order()
            .Select(end => (long?)end)
            .FirstOrDefault();

    private Reading Reading(Moment moment, ISet<string> rules, ImmutableArray<KeyPart> key, Occurrence? trigger, Occurrence? tested) => new()
    {
        Zone = Zone, States = States, Moment = moment, Key = key, Trigger = trigger, Tested = tested, Rules = rules,
    };

    private IEnumerable<Assignment> Assignments(Role role) => Policies.Vocabulary.Roster.Where(a => a.Role == role.Name && a.Site == Name);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> people) => [.. people.Distinct().Order(StringComparer.Ordinal)];
}
